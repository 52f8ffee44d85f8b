import Drawing
import Geometry
import SVGBackend
import Typography

/// Frames of any shape, with any numbers and hostile words.
struct RandomFrames {
  private var random: Mulberry32

  init(seed: UInt32) { random = Mulberry32(seed: seed) }

  mutating func frame() -> Frame {
    var frame = Frame(size: Size(chance(20) ? number() : 960, 540))
    for i in 1..<1 + int(4) { frame.groups.append(group(i)) }
    for i in 0..<1 + int(5) {
      frame.marks.append(
        Mark(
          identity: Identity.root.part(i), group: int(frame.groups.count), shape: shape(),
          opacity: chance(4) ? number() : 1))
    }
    return frame
  }

  mutating func options() -> SVGOptions {
    var options = SVGOptions(
      id: ["a", "lantern-x-en", "Z_9-"][int(3)], language: chance(2) ? .zh : .en, title: words(),
      description: chance(2) ? words() : nil)
    options.colors = SVGOptions.Colors.allCases[int(4)]
    options.fonts = chance(3) ? .outline : .link
    options.roles = chance(2) ? .shared : .own
    options.paintsPaper = chance(2)
    if chance(5) { options.links = [(Identity("fuzz", 1), "https://example.org/?a=1&b=\"<" + words())] }
    return options
  }

  private mutating func group(_ index: Int) -> Group {
    var transform = Affine.identity
    switch int(5) {
    case 0: transform = .translation(number(), number())
    case 1: transform = Affine(number(), number(), number(), number(), number(), number())
    case 2: transform = .scale(chance(2) ? 1e-5 : 1e5, 1)
    default: break
    }
    return Group(
      identity: Identity("fuzz", index), parent: int(index), meaning: chance(2) ? words() : "",
      transform: transform,
      opacity: chance(3) ? number() : 1, clip: chance(3) ? outline() : nil)
  }

  private mutating func shape() -> Shape {
    switch int(5) {
    case 0, 1: return .text(line())
    case 2 where chance(6):
      let (w, h) = (int(20), int(20))
      return .raster(
        Raster(
          rect: rect(), columns: w, rows: h, values: (0..<w * h).map { _ in Float(number()) },
          ramp: chance(2) ? .diverging : .sequential))
    default: return .outline(outline(), fill: chance(4) ? nil : fill(), stroke: chance(3) ? stroke() : nil)
    }
  }

  private mutating func line() -> TextLine {
    var runs: [TextRun] = []
    for _ in 0..<1 + int(3) {
      runs.append(
        TextRun(
          face: Face.allCases[int(9)], size: chance(10) ? number() : 15, text: words(), paint: paint(),
          offset: Point(chance(5) ? number() : 10, 0), width: 10))
    }
    return TextLine(
      origin: Point(coordinate(), coordinate()), runs: Few(runs), width: 40,
      anchor: [0, 0.5, 1, 0.3][int(4)],
      halo: chance(3) ? number() : 0)
  }

  private mutating func outline() -> Outline {
    switch int(3) {
    case 0: return .rectangle(rect(), radius: chance(2) ? number() : 0)
    case 1: return .ellipse(rect())
    default:
      var path = Path()
      for _ in 0..<int(7) {
        switch int(5) {
        case 0: path.close()
        case 1: path.move(to: point())
        case 2: path.cubic(point(), point(), to: point())
        default: path.line(to: point())
        }
      }
      return .path(path)
    }
  }

  private mutating func fill() -> Fill {
    chance(3) ? .hatch(line: paint(), ground: paint()) : .plain(paint())
  }

  private mutating func stroke() -> Stroke {
    Stroke(
      paint(), width: chance(3) ? number() : 1.5, dash: (0..<int(3)).map { _ in number() },
      cap: chance(2) ? .round : .butt)
  }

  private mutating func paint() -> Paint {
    let paint = Paint(tint(), opacity: chance(4) ? number() : 1)
    guard chance(4) else { return paint }
    return Paint(
      paint.tint, into: tint(), share: chance(5) ? number() : random.next(), opacity: paint.opacity)
  }

  private mutating func tint() -> Tint {
    let part = Part.allCases[int(6)]
    switch int(8) {
    case 0: return .role(Role.allCases[int(8)], part)
    case 1: return .category(int(1000) - 500, part)
    case 2: return .scale(number())
    case 3: return .onScale(number())
    case 4: return .diverging(number())
    case 5: return .onDiverging(number())
    case 6: return .literal(Color(number(), random.next(), number(), random.next()))
    default: return .neutral(Neutral.allCases[int(6)])
    }
  }

  private mutating func rect() -> Rect { Rect(coordinate(), coordinate(), coordinate(), coordinate()) }
  private mutating func point() -> Point { Point(coordinate(), coordinate()) }
  private mutating func coordinate() -> Double { chance(12) ? number() : random.next() * 1000 - 20 }

  /// Mostly tame, sometimes at an edge of what can be written or beyond it.
  private mutating func number() -> Double {
    switch int(400) {
    case 0: return .nan
    case 1: return .infinity
    case 2: return -.greatestFiniteMagnitude
    case 3: return 1e9
    default: break
    }
    switch int(10) {
    case 0: return 0
    case 1: return -0.04
    case 2: return random.next() * 1e8
    case 3: return -random.next() * 100
    case 4: return 1e-300
    default: return random.next()
    }
  }

  private mutating func words() -> String {
    if chance(2000) { return String(repeating: Self.hostile[int(Self.hostile.count)], count: 1000) }
    var out = ""
    for _ in 0..<int(4) { out += Self.hostile[int(Self.hostile.count)] }
    return out
  }

  static let hostile = [
    "]]>", "&", "&amp;", "<script>alert(1)</script>", "</text></svg>", "\"'`", "\u{0}\u{1}\u{8}\u{B}\u{1F}",
    "\n\n", "\r\n\t",
    "\u{FFFE}\u{FFFF}", "\u{1FFFE}", "\u{202E}abc", "\u{2067}", "שלום", "مرحبا", "👩‍👩‍👧‍👦", "🇨🇳", "é\u{301}\u{302}",
    "缓存（KV）",
    "\u{7F}\u{85}\u{9F}", "\u{2028}\u{2029}", "<!--", "-->", "<![CDATA[", "<?xml?>", "\u{FEFF}", "\u{AD}",
    "url(#a)", "#a{}", "  ",
    "𝔼ℝ", "\u{E000}", "\u{10FFFF}", "%s%n", "${x}", "{{< x >}}", "\\", "javascript:",
    "<style>*{display:none}</style>", "a", "1",
  ]

  /// A number from 0 to below `n`.
  private mutating func int(_ n: Int) -> Int { n < 2 ? 0 : Int(random.nextBits() % UInt32(n)) }
  private mutating func chance(_ n: Int) -> Bool { int(n) == 0 }
}
