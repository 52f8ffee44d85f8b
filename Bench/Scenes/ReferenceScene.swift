import Figures

/// The reference scene as an ordinary figure: 1920 × 1080 points, 10 seconds, drawn like any other.
///
/// Its letters are Lantern's own sans, because the font table has DejaVu Sans for symbols alone.
public struct ReferenceScene: Figure {
  /// One story.
  public enum Mode: String, CaseIterable, Sendable {
    /// The scene.
    case scene
  }

  /// Without a title: the scene has its own.
  public static let about = About("reference", part: "bench", title: Phrase(""))

  /// It has no parameters.
  public static func inputs(_ knobs: inout Knobs) -> ReferenceRun { ReferenceRun() }

  /// One beat of continuous motion.
  public static func story(_ run: ReferenceRun, _ mode: Mode) -> Story<ReferenceRun> {
    Story { Beat("run", run, Phrase(""), continuous: 10, hold: 0) }
  }

  /// The picture of the frame that a moment falls on.
  public static func view(_ run: ReferenceRun, _ at: Moment) -> Stage {
    let frame = at.isStill ? 5 : Int((at.progress * Double(ReferenceState.frames)).rounded())
    return stage(run[frame])
  }

  /// Frame 5.
  public static func still(_ run: ReferenceRun, _ mode: Mode) -> Stage { view(run, .still) }

  private static func stage(_ state: ReferenceState) -> Stage {
    Stage(size: Size(1920, 1080)) {
      Node.filling { _, canvas in
        canvas.outline(.rectangle(Rect(0, 0, 1920, 1080), radius: 0), fill: .hex(0xF8FAFC))
        canvas.words(
          "Continuous batching: 192 slots, one step every 10 frames", 44, 0x111827, at: Point(80, 100))
        for i in 0..<20 { canvas.put(Arrow(i), in: .zero, index: i) }
        for g in 0..<3 { track(g, on: &canvas) }
        canvas.outline(
          .rectangle(Rect(1420, 870, 420, 120), radius: 12),
          stroke: Stroke(.hex(0x64748B), width: 2, dash: [8, 6]))
        canvas.words("queue", 22, 0x334155, at: Point(1440, 938))
        for i in state.cells.indices {
          let cell = Cell(label: ReferenceState.label(i), color: Cell.palette[state.cells[i]])
          canvas.put(
            cell.node.same("cell", i), in: Rect(origin: ReferenceState.corner(i), size: Cell.size),
            index: 20 + i)
        }
        for g in 0..<3 { gauge(g, state.gauges[g], on: &canvas) }
        canvas.outline(
          .rectangle(Rect(state.cursor, 140, 80, 828), radius: 12), fill: .hex(0xDC2626, opacity: 0.12),
          stroke: Stroke(.hex(0xDC2626), width: 4))
        if let glide = state.glide {
          let cell = Cell(label: glide.label, color: Cell.palette[5])
          canvas.put(cell.node.same("glide"), in: Rect(origin: glide.at, size: Cell.size), index: 300)
        }
      }
    }
  }

  private static let names = ["KV cache", "Batch size", "Tokens/s"]
  private static let colors: [UInt32] = [0x2563EB, 0x16A34A, 0xD97706]
  private static func top(_ g: Int) -> Double { Double(190 + 110 * g) }

  private static func track(_ g: Int, on canvas: inout Canvas) {
    canvas.outline(.rectangle(Rect(1420, top(g), 420, 36), radius: 8), fill: .hex(0xE5E7EB))
    canvas.words(names[g], 24, 0x334155, at: Point(1420, top(g) - 12))
  }

  private static func gauge(_ g: Int, _ percent: Double, on canvas: inout Canvas) {
    canvas.outline(.rectangle(Rect(1420, top(g), 4.2 * percent, 36), radius: 8), fill: .hex(colors[g]))
    canvas.words(
      "\(Int((percent + 0.5).rounded(.down)))%", 24, 0x334155, at: Point(1840, top(g) - 12), align: 1)
  }
}

/// A labelled cell of the reference scene.
struct Cell: NodeConvertible {
  let label: String
  let color: UInt32
  static let size = Size(72, 60)
  static let palette: [UInt32] = [0xDBEAFE, 0xBBF7D0, 0xFDE68A, 0xFBCFE8, 0xDDD6FE, 0xFB923C]

  var node: Node {
    let (label, color) = (label, color)
    return Node(width: Self.size.width, height: Self.size.height) { rect, canvas in
      canvas.outline(
        .rectangle(rect, radius: 10), fill: .hex(color), stroke: Stroke(.hex(0x475569), width: 2))
      canvas.words(label, 22, 0x0F172A, at: Point(rect.minX + 36, rect.minY + 38), align: 0.5)
    }
  }
}

/// An arrow of the reference scene: a line, and a filled triangle as its head.
private struct Arrow: NodeConvertible {
  let start, tip: Point

  init(_ i: Int) {
    let (column, row) = (Double(116 + 80 * i), Double(i - 16))
    start = i < 16 ? Point(column, 1052) : Point(1640, 560 + 80 * row)
    tip = i < 16 ? Point(column + Double(12 * (i % 3 - 1)), 984) : Point(1380, 520 + 90 * row)
  }

  var node: Node {
    let (start, tip) = (start, tip)
    return Node.filling { _, canvas in
      let u = (tip - start) * (1 / start.distance(to: tip))
      let back = tip - u * 14
      let side = Point(-u.y, u.x) * 7
      canvas.line(start, tip - u * 12, stroke: Stroke(.hex(0x64748B), width: 3))
      var head = Path()
      head.move(to: tip)
      head.line(to: back + side)
      head.line(to: back - side)
      head.close()
      canvas.outline(.path(head), fill: .hex(0x64748B))
    }
  }
}

extension Paint {
  /// A colour of the reference scene, which has no roles.
  static func hex(_ hex: UInt32, opacity: Double = 1) -> Paint {
    Paint(.literal(Color(hex: hex)), opacity: opacity)
  }
}

extension Fill {
  /// A colour of the reference scene.
  static func hex(_ hex: UInt32, opacity: Double = 1) -> Fill { .plain(.hex(hex, opacity: opacity)) }
}

extension Canvas {
  /// Words whose baseline starts, ends or has its middle at a point.
  mutating func words(_ text: String, _ size: Double, _ color: UInt32, at p: Point, align: Double = 0) {
    let line = measure(text, TextStyle(size: size, lineHeight: size, paint: .hex(color)), language)
    self.text(line, at: Point(p.x - align * line.width, p.y), anchor: align)
  }
}
