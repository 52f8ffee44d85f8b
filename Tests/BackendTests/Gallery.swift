import Drawing
import Geometry
import Typography

/// One feature of the display list, drawn by every backend.
struct Exhibit: Sendable {
  let name: String
  let frame: Frame
  /// How many heat maps are large enough to be an image in a document.
  var images = 0

}

/// Small frames, one feature each.
enum Gallery {
  static let size = Size(200, 120)

  /// A frame of marks without groups.
  static func plain(_ shapes: [Shape], opacity: Double = 1) -> Frame {
    Frame(size: size, marks: shapes.enumerated().map { mark($1, $0, opacity: opacity) })
  }

  static func mark(_ shape: Shape, _ index: Int, group: Int = 0, opacity: Double = 1) -> Mark {
    Mark(
      identity: Identity.root.part(index), group: group, shape: shape, opacity: opacity, source: SourceLine())
  }

  static func group(
    _ index: Int, parent: Int = 0, transform: Affine = .identity, opacity: Double = 1, clip: Outline? = nil
  ) -> Group {
    Group(
      identity: Identity.root.place(index), parent: parent, transform: transform, opacity: opacity, clip: clip
    )
  }

  static func box(
    _ x: Double, _ y: Double, _ w: Double, _ h: Double, radius: Double = 0, _ fill: Fill?,
    _ stroke: Stroke? = nil
  ) -> Shape {
    .outline(.rectangle(Rect(x, y, w, h), radius: radius), fill: fill, stroke: stroke)
  }

  static func text(
    _ words: String, _ x: Double, _ y: Double, face: Face = .sans, size: Double = 15, paint: Paint = .ink,
    halo: Double = 0
  ) -> Shape {
    .text(line(words, x, y, face: face, size: size, paint: paint, halo: halo))
  }

  static func line(
    _ words: String, _ x: Double, _ y: Double, face: Face = .sans, size: Double = 15, paint: Paint = .ink,
    halo: Double = 0
  ) -> TextLine {
    let width = FontTable.width(of: words, face: face, size: size)
    let run = TextRun(face: face, size: size, text: words, paint: paint, offset: .zero, width: width)
    return TextLine(origin: Point(x, y), runs: [run], width: width, halo: halo)
  }

  static let exhibits: [Exhibit] = [
    Exhibit(name: "fills", frame: fills), Exhibit(name: "roles", frame: roles),
    Exhibit(name: "paints", frame: paints), Exhibit(name: "hatch", frame: hatch),
    Exhibit(name: "strokes", frame: strokes), Exhibit(name: "mark opacity", frame: markOpacity),
    Exhibit(name: "group opacity", frame: groupOpacity), Exhibit(name: "clip", frame: clip),
    Exhibit(name: "transforms", frame: transforms), Exhibit(name: "nested groups", frame: nested),
    Exhibit(name: "text", frame: texts), Exhibit(name: "formula", frame: formula),
    Exhibit(name: "Chinese", frame: chinese), Exhibit(name: "halo", frame: halo),
    Exhibit(name: "turned text", frame: turned), Exhibit(name: "small raster", frame: smallRaster),
    Exhibit(name: "large raster", frame: largeRaster, images: 1),
    Exhibit(name: "empty", frame: Frame(size: size)),
  ]

  private static let fills = plain([
    box(10, 10, 50, 40, .role(.compute, .fill)), box(70, 10, 50, 40, radius: 8, .role(.cache, .solid)),
    .outline(.ellipse(Rect(130, 10, 60, 40)), fill: .role(.storage, .fill), stroke: .edge(.storage)),
    box(10.5, 60.25, 49.3, 39.6, radius: 6, .role(.block, .fill), .edge(.block)),
    .outline(
      .path(.ribbon(from: (x: 90, y: 60), to: (x: 110, y: 110), width: 24)), fill: .role(.sync, .fill),
      stroke: .edge(.sync)),
    .outline(
      .path(.polyline([Point(140, 110), Point(165, 60), Point(190, 110)], closed: true)),
      fill: .plain(.panel),
      stroke: .strong),
  ])

  private static let roles = plain(
    Role.allCases.flatMap { role in
      Part.allCases.map { part in
        box(Double(role.rawValue) * 24 + 4, Double(part.rawValue) * 19 + 3, 22, 17, .role(role, part))
      }
    })

  private static let paints = plain(
    Neutral.allCases.map { box(Double($0.rawValue) * 32 + 4, 4, 30, 16, .plain(Paint(.neutral($0)))) }
      + (0..<8).map {
        box(Double($0) * 24 + 4, 24, 22, 16, .plain(.category($0, .fill)), Stroke(.category($0, .edge)))
      }
      + (0..<12).map { box(Double($0) * 16 + 4, 44, 16, 16, .plain(.scale(Double($0) / 11))) }
      + (0..<12).map { box(Double($0) * 16 + 4, 64, 16, 16, .plain(Paint(.diverging(Double($0) / 5.5 - 1)))) }
      + [
        box(4, 84, 30, 30, .plain(Paint(.literal(Color(hex: 0x8040C0))))),
        box(38, 84, 30, 30, .plain(Paint.role(.alarm, .solid).faded(0.4))),
        box(72, 84, 30, 30, .plain(Paint.role(.alarm, .solid).mixed(with: .role(.compute, .solid), at: 0.5))),
        text("on", 110, 104, paint: .onScale(1)),
      ])

  private static let hatch = plain([
    box(10, 10, 60, 40, .idle), box(70, 10, 60, 40, .idle), box(10, 60, 60, 50, radius: 8, .idle, .absent),
    .outline(.ellipse(Rect(80, 60, 50, 50)), fill: .idle, stroke: nil),
    box(140.3, 10.6, 50, 99, .hatch(line: .role(.alarm, .edge), ground: .paper)),
  ])

  private static let strokes = plain([
    line(from: (10, 12), to: (190, 12), .hair), line(from: (10, 24), to: (190, 24), .arrow),
    line(from: (10, 36), to: (190, 36), .strong), line(from: (10, 48), to: (190, 48), .absent),
    line(from: (10, 60), to: (190, 72), Stroke(.role(.compute, .edge), width: 5, cap: .round)),
    line(from: (10, 84), to: (190, 84), Stroke(.role(.cache, .edge), width: 4, dash: [0, 8], cap: .round)),
    .outline(
      .path(.polyline([Point(20, 110), Point(40, 94), Point(60, 110), Point(80, 94)])), fill: nil,
      stroke: Stroke(.ink, width: 3)),
    .outline(
      .ellipse(Rect(110, 92, 60, 24)), fill: nil, stroke: Stroke(.muted, width: 1.5, dash: [6, 2, 1, 2])),
  ])

  static func line(from a: (Double, Double), to b: (Double, Double), _ stroke: Stroke) -> Shape {
    .outline(.path(.polyline([Point(a.0, a.1), Point(b.0, b.1)])), fill: nil, stroke: stroke)
  }

  private static let markOpacity = plain(
    [
      box(20, 20, 70, 70, radius: 6, .role(.compute, .solid), Stroke(.ink, width: 8)),
      box(60, 40, 70, 70, .idle, Stroke(.role(.alarm, .edge), width: 6)),
      text("faded", 120, 40, size: 20, halo: 4),
    ], opacity: 0.5)

  private static let groupOpacity = Frame(
    size: size,
    groups: [group(0, parent: -1), group(1, opacity: 0.5), group(2, opacity: 0.25)],
    marks: [
      mark(box(0, 50, 200, 20, .role(.sync, .solid)), 0),
      mark(box(20, 20, 50, 50, .role(.compute, .solid)), 1, group: 1),
      mark(box(45, 45, 50, 50, .role(.cache, .solid)), 2, group: 1),
      mark(text("both", 30, 60), 3, group: 1), mark(box(120, 20, 60, 80, .role(.alarm, .solid)), 4, group: 2),
    ])

  private static let clip = Frame(
    size: size,
    groups: [
      group(0, parent: -1), group(1, clip: .ellipse(Rect(10, 10, 100, 100))),
      group(2, clip: .rectangle(Rect(120, 20, 70, 80), radius: 12)),
    ],
    marks: [
      mark(box(0, 0, 80, 120, .role(.compute, .fill)), 0, group: 1),
      mark(box(40, 40, 100, 30, .idle), 1, group: 1),
      mark(text("clipped words", 20, 100), 2, group: 1),
      mark(box(100, 0, 100, 120, .role(.cache, .solid)), 3, group: 2),
    ])

  private static let transforms = Frame(
    size: size,
    groups: [
      group(0, parent: -1), group(1, transform: .translation(100.3, 10.6)),
      group(2, transform: .rotation(0.4, about: Point(50, 60))),
      group(3, parent: 1, transform: Affine.scale(1.5, 1.5).then(.translation(10, 30))),
      group(4, transform: .scale(0, 1)),
    ],
    marks: [
      mark(box(0, 0, 40, 30, .role(.compute, .fill), .edge(.compute)), 0, group: 1),
      mark(text("moved", 2, 20), 1, group: 1),
      mark(box(20, 40, 60, 40, .idle, .edge(.masked)), 2, group: 2),
      mark(text("turned", 25, 65), 3, group: 2),
      mark(box(0, 0, 40, 30, .role(.cache, .fill), .edge(.cache)), 4, group: 3),
      mark(text("larger", 0, 22), 5, group: 3), mark(text("flat", 10, 20), 6, group: 4),
    ])

  private static let nested = Frame(
    size: size,
    groups: [
      group(0, parent: -1), group(1, opacity: 0.6),
      group(2, parent: 1, clip: .ellipse(Rect(20, 10, 120, 100))),
      group(3, parent: 2, transform: .rotation(-0.2, about: Point(80, 60)), opacity: 0.5),
      group(4, parent: 3),
    ],
    marks: [
      mark(box(0, 40, 200, 40, .role(.sync, .fill)), 0),
      mark(box(10, 10, 90, 60, .role(.compute, .solid)), 1, group: 1),
      mark(box(40, 30, 120, 60, .role(.cache, .solid)), 2, group: 2),
      mark(box(60, 40, 60, 60, .role(.alarm, .solid)), 3, group: 3), mark(text("deep", 65, 70), 4, group: 4),
      mark(box(150, 50, 40, 40, .role(.block, .solid)), 5, group: 1),
    ])

  private static let texts = plain([
    text("Prefill AV To, 0123456789", 8, 20),
    text("Medium weight caption", 8, 42, face: .sansMedium, size: 18),
    text("Continuous", 8, 72, face: .sansBold, size: 28), text("[4096 × 128] KiB", 8, 94, face: .mono),
    text("bold id", 140, 72, face: .monoBold), text("ᵀ ℝ ∈ ⊙", 8, 114, face: .symbol),
    text("≻", 80, 114, face: .symbolBold), text("muted", 110, 114, paint: .muted),
  ])

  private static let formula = plain([
    .text(
      TextLine(
        origin: Point(20, 70),
        runs: [
          TextRun(face: .sans, size: 28, text: "softmax(QK", paint: .ink, offset: .zero, width: 152),
          TextRun(
            face: .sans, size: 19, text: "T", paint: .role(.compute, .text), offset: Point(152, -11),
            width: 12),
          TextRun(face: .sans, size: 19, text: "ij", paint: .muted, offset: Point(152, 7), width: 9),
        ], width: 164))
  ])

  private static let chinese = plain([
    text("四个请求进入四个", 10, 30, face: .cjk, size: 18), text("连续批处理", 10, 70, face: .cjkBold, size: 28),
    text("一个块，", 10, 100, face: .cjk, size: 16),
  ])

  private static let halo = plain(
    (0..<10).map { box(Double($0) * 20, 0, 10, 120, .role(.compute, .fill)) } + [
      text("words over lines", 20, 40, halo: 4), text("大字", 20, 90, face: .cjkBold, size: 28, halo: 4),
    ])

  private static let turned = Frame(
    size: size,
    groups: [
      group(0, parent: -1), group(1, transform: .rotation(-Maths.pi / 2, about: Point(30, 60))),
      group(2, transform: Affine(1, 0.2, -0.4, 1, 60, 0)), group(3, transform: .scale(2, 1)),
    ],
    marks: [
      mark(text("upwards", 0, 60), 0, group: 1),
      mark(text("sheared", 10, 40, size: 22, halo: 3), 1, group: 2),
      mark(text("wide", 50, 100), 2, group: 3),
    ])

  private static let smallRaster = Frame(
    size: size, groups: [group(0, parent: -1), group(1, opacity: 0.5)],
    marks: [
      mark(.raster(heat(Rect(10, 10, 84, 100), 6, 5, .sequential)), 0),
      mark(.raster(heat(Rect(106.5, 10.25, 84, 100), 6, 5, .diverging)), 1, group: 1),
    ])

  private static let largeRaster = plain([.raster(heat(Rect(20, 12, 160, 96), 40, 24, .sequential))])

  /// A heat map whose values differ from cell to cell.
  static func heat(_ rect: Rect, _ columns: Int, _ rows: Int, _ ramp: Raster.Ramp) -> Raster {
    let values = (0..<columns * rows).map { i in
      let share = Float(i * 37 % (columns * rows)) / Float(max(1, columns * rows - 1))
      return ramp == .sequential ? share : share * 2 - 1
    }
    return Raster(rect: rect, columns: columns, rows: rows, values: values, ramp: ramp)
  }
}
