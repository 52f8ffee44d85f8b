import Drawing
import Geometry
import Typography

/// Frames of all that can be drawn, at odd places, and frames that differ from them as neighbours in a story do.
struct RandomFrames {
  private var random: Mulberry32
  private var serial = 0
  static let size = Size(240, 160)

  init(seed: UInt32) { random = Mulberry32(seed: seed) }

  mutating func frame() -> Frame {
    var frame = Frame(size: Self.size)
    for i in 1...5 { frame.groups.append(group(i)) }
    for _ in 0..<12 + int(20) { frame.marks.append(mark()) }
    return frame
  }

  /// The next frame: some marks moved, recoloured, new, gone or reordered, some groups changed.
  mutating func next(after frame: Frame) -> Frame {
    var frame = frame
    for _ in 0..<1 + int(4) {
      let i = int(frame.marks.count)
      switch int(9) {
      case 0: frame.marks[i].shape = shape()
      case 1: frame.marks[i].opacity = opacity()
      case 2: frame.marks[i].group = int(frame.groups.count)
      case 3: frame.marks.insert(mark(), at: i)
      case 4: if frame.marks.count > 2 { frame.marks.remove(at: i) }
      case 5: frame.marks.swapAt(i, int(frame.marks.count))
      case 6 where chance(3):
        let g = 1 + int(frame.groups.count - 1)
        var changed = group(g)
        changed.parent = frame.groups[g].parent
        frame.groups[g] = changed
      default: frame.marks[i].shape = frame.marks[i].shape.offset(by: Point(number(9) - 4, number(5) - 2))
      }
    }
    return frame
  }

  private mutating func group(_ index: Int) -> Group {
    var transform = Affine.identity
    switch int(6) {
    case 0: transform = .translation(number(30), number(30))
    case 1: transform = .scale(0.5 + number(1.5), 0.5 + number(1.5))
    case 2:
      let a = number(6)
      transform = Affine(Maths.cos(a), Maths.sin(a), -Maths.sin(a), Maths.cos(a), 120, 80)
    default: break
    }
    return Group(
      identity: Identity("group", index), parent: int(index), transform: transform, opacity: opacity(),
      clip: chance(3) ? outline() : nil)
  }

  private mutating func mark() -> Mark {
    serial += 1
    return Mark(identity: Identity("mark", serial), group: int(6), shape: shape(), opacity: opacity())
  }

  private mutating func shape() -> Shape {
    switch int(8) {
    case 0, 1: return .text(line())
    case 2:
      let (w, h) = (1 + int(12), 1 + int(12))
      return .raster(
        Raster(rect: rect(), columns: w, rows: h, values: (0..<w * h).map { _ in Float(random.next()) }))
    case 3: return .outline(outline(), fill: .hatch(line: paint(), ground: paint()), stroke: nil)
    case 4: return .outline(outline(), fill: nil, stroke: stroke())
    default: return .outline(outline(), fill: .plain(paint()), stroke: chance(2) ? stroke() : nil)
    }
  }

  private mutating func line() -> TextLine {
    var runs: [TextRun] = []
    var x = 0.0
    for _ in 0..<1 + int(2) {
      let text = ["A7", "KV cache", "42 %", "To, AV", "[N × d]"][int(5)]
      let size = 6 + number(18)
      let width = FontTable.width(of: text, face: .sans, size: size)
      runs.append(
        TextRun(face: .sans, size: size, text: text, paint: paint(), offset: Point(x, 0), width: width))
      x += width
    }
    return TextLine(origin: point(), runs: Few(runs), width: x, halo: chance(4) ? number(4) : 0)
  }

  private mutating func outline() -> Outline {
    switch int(4) {
    case 0: return .ellipse(rect())
    case 1:
      var path = Path()
      path.move(to: point())
      for _ in 0..<2 + int(4) {
        if chance(2) { path.line(to: point()) } else { path.cubic(point(), point(), to: point()) }
      }
      if chance(2) { path.close() }
      return .path(path)
    default: return .rectangle(rect(), radius: chance(3) ? 0 : number(12))
    }
  }

  private mutating func stroke() -> Stroke {
    Stroke(
      paint(), width: 0.3 + number(6), dash: chance(3) ? [1 + number(9), number(7)] : [],
      cap: chance(2) ? .round : .butt)
  }

  private mutating func paint() -> Paint {
    Paint(.role(Role.allCases[int(8)], Part.allCases[int(6)]), opacity: opacity())
  }

  private mutating func opacity() -> Double { chance(3) ? random.next() : 1 }
  private mutating func rect() -> Rect { Rect(number(260) - 30, number(180) - 30, number(90), number(70)) }
  private mutating func point() -> Point { Point(number(280) - 20, number(200) - 20) }

  /// From 0 to `most`: whole, halves, or anything.
  private mutating func number(_ most: Double) -> Double {
    let x = random.next() * most
    switch int(4) {
    case 0: return x.rounded()
    case 1: return (x * 2).rounded() / 2
    default: return x
    }
  }

  private mutating func int(_ n: Int) -> Int { Int(random.nextBits() % UInt32(n)) }
  private mutating func chance(_ n: Int) -> Bool { int(n) == 0 }
}
