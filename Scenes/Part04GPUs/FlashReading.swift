import Figures
import Mechanisms

/// A run of tiled attention and the row that is followed in it.
struct FlashReading: Sendable {
  /// The run.
  let run: TiledAttention
  /// The row that is followed, from 0.
  let row: Int
  /// Which of its tiles moved its maximum most, as an index of its steps; nil when none did.
  let jump: Int?
  /// What the tiles move, and what standard attention moves.
  let tiled, standard: AttentionTraffic
  /// The largest ℓ of any row, and the largest number of any O, before it is divided.
  let largestSum, largestOutput: Double
  /// The least and the largest score.
  private let scores: (low: Double, high: Double)

  init(_ run: TiledAttention) {
    self.run = run
    tiled = run.traffic
    standard = .standard(run.count, width: run.width)
    scores = run.scores.values.reduce((low: 0, high: 0)) { (min($0.low, $1), max($0.high, $1)) }
    let steps = run.rows.flatMap { $0.steps }
    largestSum = steps.reduce(1) { max($0, $1.sum) }
    largestOutput = steps.reduce(0.01) { $1.output.reduce($0) { max($0, $1.magnitude) } }
    let rows = run.rows.map { row in
      row.steps.indices.filter { row.steps[$0].moves }.min { row.steps[$0].factor < row.steps[$1].factor }
    }
    func factor(_ i: Int) -> Double { rows[i].map { run.rows[i].steps[$0].factor } ?? 1 }
    // The first whose old sum visibly shrinks: to less than three quarters.
    let clear = rows.indices.first { factor($0) < 0.75 }
    row = clear ?? rows.indices.min { factor($0) < factor($1) } ?? 0
    jump = rows[row]
  }

  /// The tile of Q that holds the row.
  var tile: Int { row / run.queryTiles.size }
  /// What its tiles of K and V did to the row.
  var steps: [OnlineSoftmaxStep] { run.rows[row].steps }
  /// The last of them.
  var last: Int { max(0, steps.count - 1) }
  /// The step that the story dwells on: where the maximum jumps, else the second, else the only one.
  var told: Int { jump ?? min(1, last) }
  /// At most three steps that are written down: the first, the told and the last.
  var snapshots: [Int] { [0, told, last].reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  /// How many times more that is than what the tiles move; under 1 when it is less.
  var saving: Double { tiled.total > 0 ? standard.total / tiled.total : 1 }
  /// A score between the least and the largest, as heat.
  func heat(_ score: Double) -> Double {
    scores.high > scores.low ? (score - scores.low) / (scores.high - scores.low) : 0
  }

  // MARK: Words

  /// The row as readers count, from 1.
  var rowName: Phrase { Phrase("row \(row + 1)", zh: "第 \(row + 1) 行") }
  /// `[16 × 16]`
  var square: String { "\(run.count) × \(run.count)" }
  /// The units of the picture.
  var subtitle: Phrase {
    let (n, d, r, c) = (run.count, run.width, run.queryTiles.size, run.keyTiles.size)
    return Phrase(
      "One head, \(n) rows of \(d) numbers; tiles of \(r) rows of Q and \(c) of K and V",
      zh: "一个 head，\(n) 行，每行 \(d) 个数；Q 每块 \(r) 行，K、V 每块 \(c) 行")
  }

  /// What the model measures, after some moves, rescales and tiles; `ended` says that it is the end, beside
  /// a picture of an earlier moment.
  func telemetry(
    moved: Double? = nil, rescales: Int? = nil, tiles: Int? = nil, ended: Bool = false
  ) -> Telemetry {
    Telemetry([
      Telemetry.Reading(Phrase("elements, standard", zh: "元素数，标准"), standard.total),
      Telemetry.Reading(Phrase("elements, tiled", zh: "元素数，分块"), moved ?? tiled.total),
      Telemetry.Reading(
        Phrase("rescales", zh: "重新缩放"), Double(rescales ?? run.rescales), unit: Phrase("rows", zh: "行")),
      Telemetry.Reading(Phrase("max error", zh: "最大误差"), Phrase(power(run.maxError))),
      Telemetry.Reading(
        ended ? Phrase("tiles at the end", zh: "最终完成分块") : Phrase("tiles done", zh: "完成分块"),
        Phrase("\(grouped(tiles ?? run.computed))/\(grouped(run.computed))")
      ),
    ])
  }

  /// A small number as 2 × 10⁻¹⁶.
  private func power(_ x: Double) -> String {
    guard x > 0 else { return "0" }
    let exponent = Maths.log10(x).rounded(.down)
    return fixed(x / Maths.pow(10, exponent), 0) + " × 10^{−\(Int(-exponent))}"
  }
}
