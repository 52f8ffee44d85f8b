import Figures

@testable import Inspection

/// A defect made in a picture; nil where the picture has nothing to spoil in this way.
typealias PictureDefect = @Sendable (Picture, inout Mulberry32) -> Frame?

extension Mulberry32 {
  /// One of some things; nil of none.
  mutating func pick<T>(_ things: [T]) -> T? {
    things.isEmpty ? nil : things[Int(next() * Double(things.count))]
  }

  /// A number of a range.
  mutating func between(_ low: Double, _ high: Double) -> Double { low + next() * (high - low) }
}

extension Shape {
  /// The shape moved by a displacement.
  func moved(by d: Point) -> Shape {
    switch self {
    case .text(var line):
      line.origin = line.origin + d
      return .text(line)
    case .raster(var raster):
      raster.rect = raster.rect.offset(by: d)
      return .raster(raster)
    case .outline(let outline, let fill, let stroke):
      switch outline {
      case .rectangle(let r, let radius):
        return .outline(.rectangle(r.offset(by: d), radius: radius), fill: fill, stroke: stroke)
      case .ellipse(let r): return .outline(.ellipse(r.offset(by: d)), fill: fill, stroke: stroke)
      case .path(let p): return .outline(.path(p.mapped { $0 + d }), fill: fill, stroke: stroke)
      }
    }
  }
}

extension Frame {
  /// With a mark moved.
  func moving(_ mark: Int, by d: Point) -> Frame {
    var out = self
    out.marks[mark].shape = marks[mark].shape.moved(by: d)
    return out
  }

  /// With the line of a text mark changed.
  func setting(_ mark: Int, _ change: (inout TextLine) -> Void) -> Frame {
    guard case .text(var line) = marks[mark].shape else { return self }
    change(&line)
    var out = self
    out.marks[mark].shape = .text(line)
    return out
  }

  /// With other words in the first run of a text mark, measured anew, and no others.
  func saying(_ text: String, _ mark: Int) -> Frame {
    setting(mark) { line in
      line.runs = [line.runs[0]]
      line.runs[0].text = text
      line.runs[0].width = FontTable.width(of: text, face: line.runs[0].face, size: line.runs[0].size)
      line.width = line.runs[0].width
    }
  }

  /// With paints changed.
  func painting(_ mark: Int, fill: Fill?, stroke: Stroke?) -> Frame {
    guard case .outline(let outline, _, _) = marks[mark].shape else { return self }
    var out = self
    out.marks[mark].shape = .outline(outline, fill: fill, stroke: stroke)
    return out
  }

  /// With a mark of its own on top, in canvas coordinates.
  func adding(_ shape: Shape) -> Frame {
    var out = self
    out.marks.append(Mark(identity: Identity("seeded", marks.count), group: 0, shape: shape))
    return out
  }
}

extension Picture {
  /// Texts of the stage that stand level and in no turned or scaled group.
  var plainTexts: [(item: Item, words: Words)] {
    texts.filter { $0.item.part == .stage && $0.words.map == .identity && $0.item.clip == nil }
  }

  /// Areas and lines of the stage.
  var plainOutlines: [(item: Item, outline: PlacedOutline)] {
    items.compactMap { item in
      guard item.part == .stage, item.clip == nil, let outline = item.outline else { return nil }
      return (item, outline)
    }
  }

  /// Whether nothing opaque is drawn later at a point.
  func isInSight(_ item: Item, _ p: Point) -> Bool { !items.contains { $0.mark > item.mark && $0.hides(p) } }
}
