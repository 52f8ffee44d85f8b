import Figures

/// A frame as it is seen: every visible mark in canvas coordinates, in paint order.
public struct Picture: Sendable {
  /// The finished picture.
  public let frame: Frame
  /// Which picture of the figure it is.
  public let place: Place
  /// The visible marks.
  public let items: [Item]
  /// For each group, which part of the sheet it belongs to.
  let parts: [SheetPart]

  /// Marks fainter than this share are not seen.
  static let faintest = 0.03

  /// Resolves a frame.
  public init(_ frame: Frame, _ place: Place) {
    self.frame = frame
    self.place = place
    let parts = sheetParts(of: frame)
    self.parts = parts
    let maps = frame.groups.indices.map { frame.transform(of: $0) }
    let clips = Picture.clips(frame, maps)
    items = frame.marks.indices.compactMap { i in
      let mark = frame.marks[i]
      let opacity = frame.opacity(of: mark)
      guard opacity > Picture.faintest else { return nil }
      return Picture.item(mark, i, parts[mark.group], opacity, clips[mark.group], maps[mark.group])
    }
  }

  /// The visible texts.
  public var texts: [(item: Item, words: Words)] { items.compactMap { i in i.words.map { (i, $0) } } }

  /// What a mark is called in a finding, and where it is.
  public func element(_ item: Item) -> Element {
    let element = frame.element(item.mark)
    // The tight box, not that of the line's height.
    return Element(
      element.name, source: element.source, box: item.bounds,
      identity: item.words == nil ? nil : frame.marks[item.mark].identity)
  }

  /// Whether a group is another or lies in it.
  func isInside(_ group: Int, of outer: Int) -> Bool {
    var g = group
    while g >= 0 {
      if g == outer { return true }
      g = frame.groups[g].parent
    }
    return false
  }

  private static func clips(_ frame: Frame, _ maps: [Affine]) -> [Rect?] {
    var out: [Rect?] = []
    for (g, group) in frame.groups.enumerated() {
      let outer = group.parent >= 0 ? out[group.parent] : nil
      guard let own = group.clip.map({ maps[g].bounds(of: $0.bounds) }) else {
        out.append(outer)
        continue
      }
      out.append(outer.map { $0.intersection(own) ?? Rect(origin: own.origin, size: .zero) } ?? own)
    }
    return out
  }

  private static func item(
    _ mark: Mark, _ index: Int, _ part: SheetPart, _ opacity: Double, _ clip: Rect?, _ map: Affine
  ) -> Item? {
    var bounds: Rect
    let form: Item.Form
    switch mark.shape {
    case .text(let line):
      guard let words = Words(line, map),
        line.runs.contains(where: { $0.paint.opacity * opacity > faintest })
      else { return nil }
      bounds = words.ink
      form = .words(words)
    case .raster(let raster):
      bounds = map.bounds(of: raster.rect)
      form = .raster(raster, bounds)
    case .outline(let outline, let fill, let stroke):
      let placed = place(outline, fill, stroke, mark.ends, opacity, map)
      guard placed.fill != nil || placed.stroke != nil else { return nil }
      bounds = map.bounds(of: outline.bounds)
      form = .outline(placed)
    }
    if let clip {
      guard bounds.maxX > clip.minX, bounds.minX < clip.maxX, bounds.maxY > clip.minY, bounds.minY < clip.maxY
      else { return nil }
      bounds = Rect(
        from: Point(max(bounds.minX, clip.minX), max(bounds.minY, clip.minY)),
        to: Point(min(bounds.maxX, clip.maxX), min(bounds.maxY, clip.maxY)))
    }
    return Item(mark: index, part: part, opacity: opacity, clip: clip, bounds: bounds, form: form)
  }

  private static func place(
    _ outline: Outline, _ fill: Fill?, _ stroke: Stroke?, _ ends: Ends?, _ opacity: Double, _ map: Affine
  ) -> PlacedOutline {
    let shape: Outline
    switch outline {
    case .rectangle(let r, let radius) where map.isAxisAligned:
      shape = .rectangle(map.bounds(of: r), radius: radius * map.enlargement)
    case .ellipse(let r) where map.isAxisAligned: shape = .ellipse(map.bounds(of: r))
    default: shape = .path(outline.path)
    }
    let (contours, isClosed) = outline.path.flattened(by: map)
    var width = stroke
    width?.width *= map.enlargement
    let empty = outline.bounds.width <= 0 || outline.bounds.height <= 0
    let drawn = contours.contains { c in c.contains { $0.distance(to: c[0]) > 0.01 } }
    return PlacedOutline(
      shape: shape, contours: contours, isClosed: isClosed,
      fill: fill.flatMap { !empty && $0.isSeen(opacity) ? $0 : nil },
      stroke: width.flatMap {
        drawn && $0.width > 0 && $0.paint.opacity * opacity > faintest ? $0 : nil
      },
      ends: ends)
  }
}

extension Fill {
  /// Whether any of it is opaque enough to be seen.
  fileprivate func isSeen(_ opacity: Double) -> Bool {
    switch self {
    case .plain(let paint): return paint.opacity * opacity > Picture.faintest
    case .hatch(let line, let ground): return max(line.opacity, ground.opacity) * opacity > Picture.faintest
    }
  }
}

/// For each group, the part of the sheet that it belongs to.
func sheetParts(of frame: Frame) -> [SheetPart] {
  var out: [SheetPart] = []
  for group in frame.groups {
    switch group.identity {
    case Identity("lantern.title"), Identity("lantern.subtitle"): out.append(.title)
    case Identity("lantern.telemetry"): out.append(.telemetry)
    case Identity("lantern.caption"): out.append(.caption)
    default: out.append(group.parent >= 0 ? out[group.parent] : .stage)
    }
  }
  return out
}
