import Figures

extension Digest {
  /// Adds all of a frame but its source lines.
  mutating func add(_ frame: Frame) {
    add(frame.size.width)
    add(frame.size.height)
    add(frame.groups.count)
    for group in frame.groups { add(group) }
    add(frame.marks.count)
    for mark in frame.marks { add(mark) }
  }

  private mutating func add(_ group: Group) {
    for identity in [group.identity, group.origin, group.destiny] { add(identity) }
    add(group.parent)
    add(group.meaning)
    add(group.bounds)
    let m = group.transform
    for x in [m.a, m.b, m.c, m.d, m.tx, m.ty, group.opacity] { add(x) }
    add(group.clip != nil)
    if let clip = group.clip { add(clip) }
  }

  private mutating func add(_ mark: Mark) {
    add(mark.identity)
    add(mark.group)
    add(mark.opacity)
    add(mark.ends?.from)
    add(mark.ends?.to)
    switch mark.shape {
    case .outline(let outline, let fill, let stroke):
      add(1)
      add(outline)
      add(fill)
      add(stroke)
    case .text(let line):
      add(2)
      add(line)
    case .raster(let raster):
      add(3)
      add(raster.rect)
      for n in [raster.columns, raster.rows, raster.ramp.rawValue] { add(n) }
      for value in raster.values { add(Double(value)) }
    }
  }

  private mutating func add(_ line: TextLine) {
    for x in [line.origin.x, line.origin.y, line.width, line.anchor, line.halo] { add(x) }
    add(line.counter != nil)
    if let counter = line.counter {
      add(counter.value)
      add(counter.run)
      for n in [counter.format.digits, counter.format.grouped ? 1 : 0, counter.format.bare ? 1 : 0] { add(n) }
    }
    add(line.runs.count)
    for run in line.runs {
      add(run.face.rawValue)
      add(run.text)
      add(run.paint)
      for x in [run.size, run.offset.x, run.offset.y, run.width] { add(x) }
    }
  }

  private mutating func add(_ fill: Fill?) {
    switch fill {
    case nil: add(0)
    case .plain(let paint):
      add(1)
      add(paint)
    case .hatch(let line, let ground):
      add(2)
      add(line)
      add(ground)
    }
  }

  private mutating func add(_ stroke: Stroke?) {
    add(stroke != nil)
    guard let stroke else { return }
    add(stroke.paint)
    add(stroke.width)
    add(stroke.cap.rawValue)
    add(stroke.dash.count)
    for x in stroke.dash { add(x) }
  }

  private mutating func add(_ paint: Paint) {
    add(paint.tint)
    add(paint.target)
    add(paint.share)
    add(paint.opacity)
  }

  private mutating func add(_ tint: Tint) {
    switch tint {
    case .neutral(let n): add(numbers: [1, n.rawValue])
    case .role(let role, let part): add(numbers: [2, role.rawValue, part.rawValue])
    case .category(let i, let part): add(numbers: [3, i, part.rawValue])
    case .scale(let x): add(4, x)
    case .onScale(let x): add(5, x)
    case .diverging(let x): add(6, x)
    case .onDiverging(let x): add(7, x)
    case .literal(let color):
      add(8)
      for x in [color.red, color.green, color.blue, color.alpha] { add(x) }
    }
  }

  private mutating func add(_ outline: Outline) {
    switch outline {
    case .rectangle(let rect, let radius):
      add(1)
      add(rect)
      add(radius)
    case .ellipse(let rect):
      add(2)
      add(rect)
    case .path(let path):
      add(3)
      add(path.verbs.count)
      for verb in path.verbs { add(Int(verb.rawValue)) }
      for p in path.points {
        add(p.x)
        add(p.y)
      }
    }
  }

  private mutating func add(_ rect: Rect) {
    for x in [rect.minX, rect.minY, rect.width, rect.height] { add(x) }
  }
  private mutating func add(numbers: [Int]) { for n in numbers { add(n) } }

  private mutating func add(_ kind: Int, _ x: Double) {
    add(kind)
    add(x)
  }

  private mutating func add(_ identity: Identity?) {
    add(identity != nil)
    if let identity { add(identity.hash) }
  }
}
