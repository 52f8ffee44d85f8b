import Drawing
import Geometry
import Typography

/// Pictures that between them use everything that a frame can hold.
enum Fixtures {
  /// A fixture: a name and its frame in a language.
  struct Fixture: Sendable {
    let name: String
    let language: Language
    let frame: Frame
    let title: String
    let description: String
  }

  static let all: [Fixture] = Language.allCases.flatMap { language in
    [
      Fixture(
        name: "pages", language: language, frame: pages(language), title: "PagedAttention",
        description: "Two block tables point into one pool of eight blocks."),
      Fixture(
        name: "gallery", language: language, frame: gallery(language), title: "Gallery",
        description: "Fills, lines, hatches, rims, clips, turned and faded groups."),
      Fixture(
        name: "letters", language: language, frame: letters(language), title: "Letters",
        description: "Every face, size and mixture of scripts."),
      Fixture(
        name: "heat", language: language, frame: heat(language), title: "Attention map",
        description: "Weights of a causal head, and a signed map."),
    ]
  }

  // MARK: Making frames

  /// Collects marks with running identities.
  struct Builder {
    var frame: Frame
    private var group = 0

    init(_ size: Size = Size(960, 540)) { frame = Frame(size: size) }

    mutating func add(_ shape: Shape, opacity: Double = 1) {
      frame.marks.append(
        Mark(identity: Identity.root.part(frame.marks.count), group: group, shape: shape, opacity: opacity))
    }

    mutating func box(
      _ x: Double, _ y: Double, _ w: Double, _ h: Double, radius: Double = 0, fill: Fill? = nil,
      stroke: Stroke? = nil, opacity: Double = 1
    ) {
      add(
        .outline(.rectangle(Rect(x, y, w, h), radius: radius), fill: fill, stroke: stroke), opacity: opacity)
    }

    mutating func line(_ points: Point..., stroke: Stroke) {
      add(.outline(.path(.polyline(points)), fill: nil, stroke: stroke))
    }

    mutating func text(
      _ markup: String, _ style: TextStyle, _ x: Double, _ y: Double, anchor: Double = 0, halo: Double = 0,
      _ language: Language = .en, opacity: Double = 1
    ) {
      add(
        .text(measure(markup, style, language).placed(at: Point(x, y), anchor: anchor, halo: halo)),
        opacity: opacity)
    }

    /// Draws into a group of its own.
    mutating func group(
      _ id: Int, meaning: String = "", transform: Affine = .identity, opacity: Double = 1,
      clip: Outline? = nil,
      _ body: (inout Builder) -> Void
    ) {
      let outer = group
      frame.groups.append(
        Group(
          identity: Identity("fixture", id), parent: outer, meaning: meaning, transform: transform,
          opacity: opacity, clip: clip))
      group = frame.groups.count - 1
      body(&self)
      group = outer
    }
  }

  /// A notched arrowhead whose point is at `tip`, pointing right.
  static func arrowhead(_ tip: Point) -> Path {
    .polyline(
      [tip, Point(tip.x - 10, tip.y - 3.75), Point(tip.x - 7.5, tip.y), Point(tip.x - 10, tip.y + 3.75)],
      closed: true)
  }

  // MARK: Frames

  /// A picture like those of the book: tables, a pool, arrows, many equal cells.
  static func pages(_ language: Language) -> Frame {
    let zh = language == .zh
    var b = Builder()
    b.text("PagedAttention", .title, 40, 54, language)
    b.text(
      zh
        ? "一个 prompt，两个样本；一个 block：4 个 token 的 K 和 V，每一层"
        : "One prompt, two samples; a block: K and V of 4 tokens, every layer",
      .note.painted(.muted), 40, 79, language)
    b.text("70 ~%~", .data, 920, 60, anchor: 1, language)
    b.text(zh ? "已用" : "used", .note.painted(.muted), 920, 39, anchor: 1, language)
    for row in 0..<8 {
      let y = 130 + Double(row) * 42
      b.group(row, meaning: zh ? "物理 block \(7 - row)" : "physical block \(7 - row)") { b in
        b.box(306, y, 348, 36, radius: 4, fill: .plain(.panel))
        b.text("\(7 - row)", .data, 322, y + 23.4, anchor: 0.5, language)
        for slot in 0..<4 {
          let fill: Fill =
            row == 2 && slot > 1 ? .idle : row == 0 ? .role(.cache, .solid) : .role(.cache, .fill)
          b.box(340 + Double(slot) * 70, y + 4, 68, 28, radius: 4, fill: fill, stroke: .edge(.cache))
          if row < 5 && !(row == 2 && slot > 1) {
            let words = ["The", "cat", "sat", "on"][slot]
            b.text(
              words, .note.painted(.role(.cache, row == 0 ? .onSolid : .onFill)), 374 + Double(slot) * 70,
              y + 23.4, anchor: 0.5,
              language)
          }
        }
      }
    }
    for i in 0..<6 {
      let (from, to) = (Point(206, 160 + Double(i) * 50), Point(304, 148 + Double(i) * 42))
      var path = Path()
      path.move(to: from)
      path.cubic(Point(255, from.y), Point(255, to.y), to: Point(to.x - 9, to.y))
      b.add(.outline(.path(path), fill: nil, stroke: .arrow))
      b.add(.outline(.path(arrowhead(to)), fill: .plain(.muted), stroke: nil))
      b.box(120, from.y - 15, 86, 30, radius: 4, fill: .role(.block, .fill), stroke: .edge(.block))
      b.text("\(i) → \(7 - i)", .data, 163, from.y + 5.4, anchor: 0.5, language)
    }
    b.box(700, 130, 220, 120, radius: 8, stroke: .absent)
    b.text(zh ? "引用计数" : "ref count", .label, 720, 160, language)
    b.text(zh ? "**2** 个读者，先写时复制" : "**2** readers, copy on write", .note, 720, 190, language)
    b.text("n_{ref} = 2^{k+1}", .data, 720, 226, language)
    b.text(
      zh
        ? "Block 可在任意位置，也可共享；有两个读者时写入才复制。"
        : "Blocks sit anywhere and are shared; a write copies one only while it has two readers.",
      .caption, 40, 512, language)
    return b.frame
  }

  /// Every way of painting.
  static func gallery(_ language: Language) -> Frame {
    var b = Builder()
    b.text(language == .zh ? "画廊" : "Gallery", .title, 40, 54, language)
    for role in Role.allCases {
      let x = 40 + Double(role.rawValue) * 110
      b.box(x, 80, 100, 40, radius: 6, fill: .role(role, .fill), stroke: .edge(role))
      b.text("A \(role.rawValue)", .note.painted(.role(role, .onFill)), x + 50, 105, anchor: 0.5, language)
      b.box(x, 126, 48, 30, radius: 4, fill: .role(role, .solid))
      b.text("B", .note.painted(.role(role, .onSolid)), x + 24, 146, anchor: 0.5, language)
      b.text("C", .label.painted(.role(role, .text)), x + 74, 147, anchor: 0.5, language)
    }
    for i in 0..<8 {
      let x = 40 + Double(i) * 110
      b.add(
        .outline(
          .ellipse(Rect(x, 170, 60, 40)), fill: .plain(.category(i, .fill)),
          stroke: Stroke(.category(i, .edge), width: 2)))
      b.text("\(i)", .data.painted(.category(i, .text)), x + 80, 195, anchor: 0.5, language)
    }
    for i in 0...12 {
      b.box(40 + Double(i) * 33.3, 220, 33.3, 26, fill: .plain(.scale(Double(i) / 12)))
      b.text(
        "\(i)", .note.painted(.onScale(Double(i) / 12)), 56.6 + Double(i) * 33.3, 238, anchor: 0.5, language)
      b.box(487 + Double(i) * 33.3, 220, 33.3, 26, fill: .plain(Paint(.diverging(Double(i) / 6 - 1))))
    }
    b.box(40, 260, 70, 40, fill: .idle)
    b.box(110, 260, 70, 40, fill: .idle, stroke: .absent)
    b.group(1, transform: .translation(13.5, 7.25)) { $0.box(180, 260, 70, 40, fill: .idle) }
    b.group(2, meaning: "turned", transform: .rotation(0.4, about: Point(320, 290))) {
      $0.box(285, 265, 70, 50, radius: 8, fill: .idle, stroke: .strong)
      $0.text("turned", .note, 320, 295, anchor: 0.5, halo: 4, language)
    }
    b.group(3, meaning: "faded", opacity: 0.4) {
      $0.box(390, 260, 60, 40, fill: .role(.compute, .solid), stroke: .strong)
      $0.box(420, 280, 60, 40, fill: .role(.alarm, .solid), stroke: .strong)
    }
    b.group(4, meaning: "clipped", clip: .ellipse(Rect(500, 256, 80, 60))) {
      $0.box(490, 250, 100, 36, fill: .role(.storage, .solid))
      $0.box(490, 286, 100, 36, fill: .role(.sync, .solid))
    }
    b.group(5, transform: .scale(4, 4)) {
      $0.add(.outline(.path(arrowhead(Point(158.03, 72.02))), fill: .plain(.ink), stroke: nil))
      $0.add(
        .outline(
          .ellipse(Rect(160.11, 68.33, 6.5, 6.5)), fill: .plain(.panel), stroke: Stroke(.line, width: 0.3)))
    }
    for i in 0..<5 {
      let paint = Paint.role(.compute, .solid).mixed(with: .role(.alarm, .solid), at: Double(i) / 4)
      b.box(
        690 + Double(i) * 46, 260, 44, 30, radius: 4, fill: .plain(paint), stroke: Stroke(.ink, width: 1.5))
    }
    b.box(
      690, 300, 44, 30, fill: .plain(Paint.role(.cache, .solid).faded(0.35)),
      stroke: Stroke(Paint.ink.faded(0.5), width: 3))
    b.box(740, 300, 44, 30, fill: .plain(Paint(.literal(Color(hex: 0x8040C0)))))
    b.box(790, 300, 44, 30, fill: .role(.block, .fill), stroke: .edge(.block), opacity: 0.5)
    for i in 0..<10 {
      b.line(Point(40, 340 + Double(i) * 12), Point(400, 340 + Double(i) * 12), stroke: .hair)
    }
    b.text("over **grid** lines ~with a rim~", .label, 60, 392, halo: 4, language)
    b.text("plain rim", .note, 60, 430, halo: 3, language)
    for (i, stroke) in [Stroke.hair, .arrow, .strong, .absent, .edge(.alarm)].enumerated() {
      b.line(Point(430, 350 + Double(i) * 22), Point(640, 350 + Double(i) * 22), stroke: stroke)
      b.add(
        .outline(.path(arrowhead(Point(652, 350 + Double(i) * 22))), fill: .plain(stroke.paint), stroke: nil))
    }
    b.line(
      Point(430, 470), Point(640, 470),
      stroke: Stroke(.role(.cache, .edge), width: 6, dash: [0, 12], cap: .round))
    b.add(
      .outline(
        .path(.ribbon(from: (x: 720, y: 345), to: (x: 820, y: 480), width: 30)), fill: .role(.compute, .fill),
        stroke: .edge(.compute)))
    b.text(language == .zh ? "什么都有一点。" : "A little of everything.", .caption, 40, 512, language)
    return b.frame
  }

  /// Every face and mixture.
  static func letters(_ language: Language) -> Frame {
    let zh = language == .zh
    var b = Builder()
    b.text(zh ? "文字" : "Letters", .title, 40, 54, language)
    let samples = [
      "Kerning: AV To Wa Ty, figures 0123456789 1111", "**Bold** and plain, `mono [N × d]`, **`bold mono`**",
      "softmax(QK^{T}/√d_{k})V, e^{−x²}, x_{i_{j}}", "∈ ℝ ⊙ ≻ ∗ ⅔ 𝔼 ᵀ → ← ↑ ↓ ⇒ ≤ ≥ ≈ ∞ Σ ∏ √",
      "flow office affluent ~unit~ 3 ~GiB~",
      "缓存 KV cache 与 block 表：第 3 层，共 32 层。", "“引号”（括号）、顿号；分号：冒号——破折号……省略号",
      "全角，。！？与 English 混排 **加粗** `代码 [4 × 8]`",
    ]
    for (i, sample) in samples.enumerated() {
      b.text(sample, .label, 40, 100 + Double(i) * 30, language)
      b.text(
        sample, .note.painted(.muted), 920, 100 + Double(i) * 30, anchor: 1, halo: i == 2 ? 3 : 0, language)
    }
    for (i, style) in [TextStyle.title, .label, .caption, .note, .data].enumerated() {
      b.text(
        zh ? "每步 12.5 ms，3 个 token" : "12.5 ms a step, 3 tokens", style, 480, 370 + Double(i) * 30,
        anchor: 0.5, language)
    }
    b.text("a & b < c > d \"quoted\" 'single' ]]> <script>alert(1)</script>", .note, 40, 512, language)
    return b.frame
  }

  /// Heat maps, large and small, in groups.
  static func heat(_ language: Language) -> Frame {
    var b = Builder()
    b.text(language == .zh ? "注意力" : "Attention", .title, 40, 54, language)
    let n = 64
    var random = Mulberry32(seed: 7)
    let causal = (0..<n * n).map { i in i % n > i / n ? Float(0) : Float(random.next()) }
    b.add(.raster(Raster(rect: Rect(40, 100, 384, 384), columns: n, rows: n, values: causal)))
    let signed = (0..<96).map { Float($0) / 47.5 - 1 }
    b.group(1, meaning: "signed", transform: .translation(10.5, 0.25), opacity: 0.8) {
      $0.add(
        .raster(
          Raster(rect: Rect(480, 100, 240, 160), columns: 12, rows: 8, values: signed, ramp: .diverging)))
      $0.text("signed", .label.painted(Paint(.onDiverging(-1))), 500, 130, language)
    }
    b.add(
      .raster(Raster(rect: Rect(480, 300, 200, 40), columns: 5, rows: 1, values: [0, 0.25, 0.5, 0.75, 1])),
      opacity: 0.5)
    return b.frame
  }
}
