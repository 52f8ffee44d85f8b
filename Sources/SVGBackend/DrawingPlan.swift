import Drawing
import Geometry

/// What writing a frame needs to know beforehand.
struct DrawingPlan {
  /// How a group appears in the document.
  struct Place {
    /// From the group's coordinates to those of the nearest `g` around its marks.
    var offset = Point.zero
    /// From its coordinates to the canvas.
    var total = Affine.identity
    /// The map that its own `g` applies, after its parent's; nil when there is none.
    var transform: Affine?
    /// Whether it has a `g` of its own.
    var isElement = false
    /// The nearest group at or above it that has one; −1 for none.
    var element = -1
    /// The next such group above that one; −1 for none.
    var outer = -1
    /// Where it leads when clicked.
    var address: String?
    /// Whether nothing of it is seen.
    var isHidden = false
  }

  let places: [Place]
  /// Which marks are seen.
  let isSeen: [Bool]

  init(_ frame: Frame, _ options: SVGOptions, _ motion: DrawingMotion) throws(SVGError) {
    var size = Soundness()
    size.add(frame.size.width, frame.size.height)
    guard size.isSound && frame.size.width > 0 && frame.size.height > 0 else { throw .canvas(frame.size) }
    var places: [Place] = []
    places.reserveCapacity(frame.groups.count)
    for (i, group) in frame.groups.enumerated() {
      guard group.parent < i && group.parent >= -1 else { throw .unknownGroup(group.parent) }
      guard group.isSound else { throw .number(group.source) }
      let parent = group.parent < 0 ? Place() : places[group.parent]
      let address = options.links.first { $0.element == group.identity }?.address
      var place = Self.place(group, at: i, below: parent, address)
      if motion.groups[i] != nil && !place.isElement {
        (place.isElement, place.outer, place.element) = (true, place.element, i)
      }
      places.append(place)
    }
    let canvas = Rect(origin: .zero, size: frame.size)
    var seen: [Bool] = []
    seen.reserveCapacity(frame.marks.count)
    for (i, mark) in frame.marks.enumerated() {
      guard frame.groups.indices.contains(mark.group) else { throw .unknownGroup(mark.group) }
      guard mark.isSound else { throw .number(mark.source) }
      let place = places[mark.group]
      // What moves may come into sight.
      let isSeen = motion.marks[i] != nil || mark.inks && mark.reaches(canvas, under: place.total)
      seen.append(!place.isHidden && isSeen)
    }
    self.places = places
    isSeen = seen
  }

  private static func place(_ group: Group, at index: Int, below parent: Place, _ address: String?) -> Place {
    let m = group.transform
    var place = Place()
    place.total = m.then(parent.total)
    let isShift = m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1
    if isShift {
      place.offset = parent.offset + Point(m.tx, m.ty)
    } else {
      place.transform = m.then(.translation(parent.offset.x, parent.offset.y))
    }
    place.address = address
    place.isElement =
      place.transform != nil || group.opacity < 1 || group.clip != nil
      || !group.meaning.utf8.isEmpty && index > 0
      || address != nil
    place.outer = place.isElement ? parent.element : parent.outer
    place.element = place.isElement ? index : parent.element
    place.isHidden = parent.isHidden || group.opacity <= 0 || (m.a * m.d - m.b * m.c).magnitude < 1e-9
    return place
  }

  /// The groups with a `g` of their own around a group's marks, from the outermost.
  func elements(around group: Int) -> [Int] {
    var chain: [Int] = []
    var g = places[group].element
    while g >= 0 {
      chain.append(g)
      g = places[g].outer
    }
    return chain.reversed()
  }
}

extension Outline {
  fileprivate func check(_ soundness: inout Soundness) {
    switch self {
    case .rectangle(let r, let radius):
      soundness.add(r)
      soundness.add(radius)
    case .ellipse(let r): soundness.add(r)
    case .path(let path): for p in path.points { soundness.add(p) }
    }
  }
}

extension Paint {
  fileprivate func check(_ soundness: inout Soundness) {
    soundness.add(opacity, share)
    for case .literal(let color) in [tint, target] {
      soundness.add(color.red, color.green, color.blue, color.alpha)
    }
  }
}

extension Group {
  fileprivate var isSound: Bool {
    var s = Soundness()
    s.add(transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty)
    s.add(opacity)
    clip?.check(&s)
    return s.isSound
  }
}

extension Mark {
  /// Whether all its numbers can be written.
  fileprivate var isSound: Bool {
    var s = Soundness()
    s.add(opacity)
    switch shape {
    case .outline(let outline, let fill, let stroke):
      outline.check(&s)
      switch fill {
      case .plain(let paint): paint.check(&s)
      case .hatch(let line, let ground):
        line.check(&s)
        ground.check(&s)
      case nil: break
      }
      if let stroke {
        stroke.paint.check(&s)
        s.add(stroke.width)
        for d in stroke.dash { s.add(d) }
      }
    case .text(let line):
      s.add(line.origin)
      s.add(line.width, line.halo, line.anchor)
      for run in line.runs {
        s.add(run.offset)
        s.add(run.size, run.width)
        run.paint.check(&s)
      }
    case .raster(let raster): s.add(raster.rect)
    }
    return s.isSound
  }

  /// Whether it puts any colour anywhere.
  fileprivate var inks: Bool {
    guard opacity > 0 else { return false }
    switch shape {
    case .outline(let outline, let fill, let stroke):
      if let stroke, stroke.width > 0 && stroke.paint.opacity > 0 { return true }
      let box = outline.bounds
      guard box.width != 0 && box.height != 0 else { return false }
      switch fill {
      case .plain(let paint): return paint.opacity > 0
      case .hatch(let line, let ground): return line.opacity > 0 || ground.opacity > 0
      case nil: return false
      }
    case .text(let line): return line.runs.contains { $0.isVisible }
    case .raster(let raster):
      return raster.columns > 0 && raster.rows > 0 && raster.rect.width > 0 && raster.rect.height > 0
    }
  }

  /// Whether any of it can fall on the canvas.
  fileprivate func reaches(_ canvas: Rect, under m: Affine) -> Bool {
    var box = shape.bounds
    box = Rect(from: Point(box.minX, box.minY), to: Point(box.maxX, box.maxY))
    switch shape {
    case .outline(_, _, let stroke): box = box.outset(by: max(0, stroke?.width ?? 0) * 2)
    case .text(let line): box = box.outset(by: max(0, line.halo) + line.runs.reduce(0) { max($0, $1.size) })
    case .raster: break
    }
    let seen = m.bounds(of: box)
    return seen.minX <= canvas.maxX && seen.maxX >= canvas.minX && seen.minY <= canvas.maxY
      && seen.maxY >= canvas.minY
  }
}

extension TextRun {
  /// Whether it has ink.
  var isVisible: Bool {
    size > 0 && paint.opacity > 0 && text.utf8.contains { $0 != UInt8(ascii: " ") }
  }
}
