import Figures
import Instruments
import Mechanisms

/// Softmax of one row that sees a tile at a time: a bar for each key, as high as e^(s − m), and ℓ as all of
/// them end to end.
public struct FlashRow: Sendable {
  let reading: FlashReading
  /// The newest tile of the row, from 0.
  let visit: Int
  let phase: FlashMoment.Phase
  /// Whether the sum over all keys at once stands beside it.
  var compares = false
  /// Whether everything is divided by ℓ.
  var divides = false

  init(
    _ reading: FlashReading, _ visit: Int, _ phase: FlashMoment.Phase, compares: Bool = false,
    divides: Bool = false
  ) {
    (self.reading, self.visit, self.phase) = (reading, visit, phase)
    (self.compares, self.divides) = (compares, divides)
  }

  static let map = 132.0, gap = 28.0, width = 720.0
  static let scores = 28.0, bars = 190.0, sum = 34.0

  var run: TiledAttention { reading.run }
  var step: OnlineSoftmaxStep { reading.steps[visit] }
  var track: Track { Track(run.count, size: Self.width / Double(run.count)) }

  // MARK: What the model says

  /// The maximum that bars are measured against: the old one until the statistics are new.
  var max: Double? {
    if phase != .scores { return step.max }
    return visit > 0 ? reading.steps[visit - 1].max : nil
  }
  /// The keys that have come, and those that are in the sum.
  var seen: [Int] { keys(through: visit) }
  var summed: [Int] { keys(through: phase == .added ? visit : visit - 1) }

  func keys(through visit: Int) -> [Int] {
    reading.steps.prefix(Swift.max(0, visit + 1)).flatMap { step in
      run.keyTiles.rows(step.tile).filter { run.sees(reading.row, $0) }
    }
  }

  /// e^(s − m) of a key.
  func weight(_ key: Int) -> Double {
    max.map { Maths.exp(run.scores[reading.row, key] - $0) } ?? 0
  }
  /// ℓ now.
  var total: Double { summed.reduce(0) { $0 + weight($1) } }
  /// The highest bar of the story: over 1 where a score passes the old maximum.
  private var highest: Double {
    let (told, steps) = (reading.told, reading.steps)
    return told > 0 ? Swift.max(1, Maths.exp(steps[told].max - steps[told - 1].max)) : 1
  }
  /// Height of a bar of 1.
  var one: Double { (Self.bars - 20) / highest }
  /// Length of 1 in the sum.
  var unit: Double {
    divides
      ? Self.width / Swift.max(total, 1e-9)
      : (Self.width - 8) / reading.steps.reduce(1) { Swift.max($0, $1.sum) }
  }

  // MARK: The picture

  var stage: Stage {
    Stage(subtitle: reading.subtitle, telemetry: telemetry) {
      Row(spacing: Self.gap, align: .start) {
        left.frame(width: Self.map, align: .topLeading)
        Column(spacing: 0) {
          tileNames.frame(height: 22)
          scoreCells.frame(width: Self.width, height: Self.scores)
          barChart.frame(width: Self.width, height: Self.bars)
          Text(words, .note).frame(height: 34)
          sumBars
        }
      }
    }
  }

  private var telemetry: Telemetry {
    var at = FlashMoment(reading, visit: visit, phase)
    if compares || divides { at = FlashMoment(reading, .written) }
    return at.telemetry
  }

  private var left: Node {
    let live = run.visits.indices.map { $0 == reading.tile && !compares ? Optional(step.tile) : nil }
    let done = run.visits.indices.map { tile in
      tile < reading.tile ? run.visits[tile].count : tile == reading.tile ? visit + (compares ? 1 : 0) : 0
    }
    var grid = FlashGrid(run, side: Self.map, done: done, live: live)
    (grid.followed, grid.masks, grid.skips) = (reading.row, run.causal, run.causal)
    return Column(spacing: 0) {
      Text(reading.rowName, .note.bold).frame(height: 22)
      grid
      Column(spacing: 12) {
        statistic(FlashWords.max, max)
        statistic(FlashWords.rescale, phase == .scores || visit == 0 ? nil : step.factor)
        statistic(FlashWords.sum, phase == .scores && visit == 0 ? nil : total)
      }.padding(Insets(top: 14))
    }.node
  }

  private func statistic(_ name: Phrase, _ value: Double?) -> Node {
    Column(spacing: 0) {
      Text(name, .note.painted(.muted))
      if let value {
        Quantity(value, NumberFormat(digits: 2), .data.bold)
      } else {
        Text("–", .data)
      }
    }.node
  }

  /// The arithmetic of this moment.
  private var words: Phrase {
    let m = max.map { fixed($0, 2) } ?? ""
    let old = visit > 0 ? fixed(reading.steps[visit - 1].sum, 2) : "0"
    let (a, new, sum) = (fixed(step.factor, 2), fixed(step.added, 2), fixed(step.sum, 2))
    if divides {
      return Phrase("every bar ÷ ℓ = \(sum): shares that sum to 1", zh: "每根条 ÷ ℓ = \(sum)：份额之和为 1")
    }
    switch phase {
    case .scores where visit == 0: return Phrase("scores of the first tile", zh: "第一块的得分")
    case .added where visit == 0: return Phrase("ℓ = Σ e^{s − m} = \(sum)")
    case .scores:
      return step.moves
        ? Phrase("a score passes m = \(m): its bar would be over 1", zh: "有得分超过 m = \(m)：这根条高过 1")
        : Phrase("no score passes m = \(m)", zh: "没有得分超过 m = \(m)")
    case .rescaled:
      return Phrase(
        "old sum: \(old) × a = \(old) × \(a) = \(fixed(step.rescaledSum, 2))",
        zh: "旧的和：\(old) × a = \(old) × \(a) = \(fixed(step.rescaledSum, 2))")
    default: return Phrase("ℓ = \(old) × \(a) + \(new) = \(sum)")
    }
  }
}
