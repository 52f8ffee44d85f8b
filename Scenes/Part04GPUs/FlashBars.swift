import Figures
import Instruments
import Mechanisms

/// Amounts of one unit as bars to one scale, one below the other.
struct FlashBars: NodeConvertible {
  /// One bar.
  struct Bar: Sendable {
    /// One part: how much, what it is, and wordings from long to short.
    struct Part: Sendable {
      let amount: Double
      var role: Role?
      var names: [Phrase] = []

      fileprivate var look: Surface { role.map { .rest($0, radius: 2) } ?? .absent }
    }

    let name: Phrase
    let parts: [Part]
    /// Whether only its place is there yet.
    var isPlace = false
    /// What its parts are, in order, where that has room behind it; wordings from long to short.
    var remark: [Phrase] = []
    /// Who it is, and whether it comes out of the matrix of scores.
    var identity = 0
    var fromGrid = false

    var total: Double { parts.reduce(0) { $0 + $1.amount } }
  }

  let heading: Phrase
  let bars: [Bar]
  /// The amount that is as long as the whole room for bars.
  let most: Double
  var names = 68.0, length = 268.0, height = 24.0

  var node: Node {
    Column(spacing: Spacing.row) {
      Text(heading, .note.bold)
      for bar in bars {
        Row(spacing: Spacing.s) {
          Text(bar.name, .note.painted(.muted)).frame(width: names, align: .leading)
          area(bar).frame(width: length, height: height, align: .leading)
          if !bar.isPlace { Quantity(bar.total, NumberFormat(), .data.bold).same("total", bar.identity) }
        }
      }
    }.node
  }

  private func area(_ bar: Bar) -> Node {
    if bar.isPlace { return Box(.absent).frame(width: length * bar.total / most, height: height) }
    let piece = PartedBar(
      bar.parts.map { PartedBar.Part(length * $0.amount / most, $0.look, $0.names) })
    let node = piece.node.frame(width: length, height: height).same("bar", bar.identity)
    let used = length * bar.total / most + Spacing.s
    return Overlay(align: .leading) {
      bar.fromGrid ? node.emerging(from: "grid") : node
      if !bar.remark.isEmpty && used < length {
        FittingText(bar.remark, .note.painted(.muted), align: .leading)
          .frame(width: length - used, height: height).padding(Insets(left: used))
      }
    }.node
  }
}

extension FlashReading {
  /// The amount that bars of the traffic are drawn against.
  var mostTraffic: Double { max(standard.total, tiled.total) }

  /// What the standard schedule moves; `trip` by trip, or only what is a matrix of scores and what isn't.
  func standardBar(byTrip: Bool = false) -> FlashBars.Bar {
    let all = standard
    func part(_ move: AttentionTraffic.Move) -> FlashBars.Bar.Part {
      let isScores = move.matter == .scores || move.matter == .weights
      let name = FlashWords.matter(move.matter)
      let way = Phrase(
        "\(name) \(move.isWrite ? "out" : "in")", zh: "\(move.isWrite ? "写" : "读") \(name)")
      return FlashBars.Bar.Part(
        amount: move.elements, role: isScores ? .cache : .storage, names: [way, Phrase(name)])
    }
    let parts: [FlashBars.Bar.Part] =
      byTrip
      ? all.moves.map(part)
      : [
        FlashBars.Bar.Part(
          amount: all.elements(of: .queries, .keys, .values, .output), role: .storage,
          names: ["Q K V O", "QKVO"]),
        FlashBars.Bar.Part(
          amount: all.elements(of: .scores, .weights), role: .cache,
          names: [
            Phrase("S and P: written, read: 4 N^{2}", zh: "S 和 P：写出再读回，4 N^{2}"), "S, P: 4 N^{2}", "S, P",
          ]),
      ]
    return FlashBars.Bar(name: FlashWords.standard, parts: parts, identity: 1)
  }

  /// What the tiles move in some trips.
  func tiledBar(_ moves: ArraySlice<AttentionTraffic.Move>? = nil) -> FlashBars.Bar {
    let ended = moves == nil
    let moves = moves ?? tiled.moves[...]
    func part(
      _ role: Role, _ names: [Phrase] = [], _ matters: AttentionTraffic.Matter...
    ) -> FlashBars.Bar.Part {
      let amount = moves.reduce(0) { $0 + (matters.contains($1.matter) ? $1.elements : 0) }
      return FlashBars.Bar.Part(amount: amount, role: role, names: names)
    }
    // Under a mask a pass over K and V may end early.
    let passes = run.queryTiles.count
    let times =
      ended && !run.causal && passes > 1
      ? [
        Phrase("K, V: \(passes) times", zh: "K、V：\(passes) 遍"),
        Phrase("K, V × \(passes)", zh: "K、V × \(passes)"),
      ]
      : []
    let parts = Phrase("parts: Q | K, V | O | L", zh: "各段：Q | K、V | O | L")
    return FlashBars.Bar(
      name: FlashWords.tiled,
      parts: [
        part(.storage, ["Q"], .queries),
        part(
          .storage,
          [Phrase("K and V, once per Q tile", zh: "K、V，每块 Q 读一遍")] + times + [Phrase("K, V", zh: "K、V")],
          .keys, .values),
        part(.compute, ["O"], .output), part(.cache, [], .logSums),
      ],
      remark: ended
        ? [
          Phrase("\(parts[.en]) = m + ln ℓ", zh: "\(parts[.zh]) = m + ln ℓ"), parts,
          Phrase("Q | K, V | O | L", zh: "Q | K、V | O | L"),
        ] : [], identity: 2)
  }
}

/// Words that several parts of the figure use.
enum FlashWords {
  static let standard = Phrase("standard", zh: "标准")
  static let tiled = Phrase("tiled", zh: "分块")
  static let max = Phrase("running max m", zh: "当前最大值 m")
  static let sum = Phrase("running sum ℓ", zh: "累计和 ℓ")
  static let rescale = Phrase("rescale by a", zh: "重新缩放 a")
  /// The factor that a larger maximum brings.
  static let factor = "a = exp(m_{old} − m_{new})"
  static let traffic = Phrase("elements moved to or from HBM", zh: "与 HBM 往来搬运的元素数")

  static func matter(_ matter: AttentionTraffic.Matter) -> String {
    switch matter {
    case .queries: "Q"
    case .keys: "K"
    case .values: "V"
    case .output: "O"
    case .scores: "S"
    case .weights: "P"
    case .logSums: "L"
    }
  }
}
