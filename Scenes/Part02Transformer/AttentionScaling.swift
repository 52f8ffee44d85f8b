import Figures
import Instruments
import Mechanisms

/// What dividing the scores does: the followed row's shares over every divisor, and a cursor.
public struct AttentionScaling: Sendable {
  let reading: AttentionReading
  /// Whether softmax has run.
  let normalised: Bool

  init(_ reading: AttentionReading, normalised: Bool = true) {
    self.reading = reading
    self.normalised = normalised
  }

  static func story(_ inputs: AttentionGraph.Inputs) -> Story<AttentionGraph.State> {
    func run(temperature: Double? = nil, scaled: Bool? = nil) -> AttentionScaling {
      AttentionScaling(AttentionReading(inputs, temperature: temperature, scaled: scaled))
    }
    let (chosen, raw, scaled) = (run(), run(scaled: false), run(scaled: true))
    let (cold, hot) = (run(temperature: 0.25), run(temperature: 4))
    return Story {
      Beat(
        "unscaled", run: [.scaling(AttentionScaling(raw.r, normalised: false)), .scaling(raw)],
        raw.says(
          "Not scaled, softmax gives the largest score a share of \(raw.largest).",
          zh: "不缩放，softmax 给最大得分的份额是 \(raw.largest)。"))
      Beat(
        "scaled", .scaling(scaled),
        scaled.says(
          "Divided by √d_{k} = √\(scaled.r.width), scores lie closer: the largest share is \(scaled.largest).",
          zh: "除以 √d_{k} = √\(scaled.r.width)，得分靠拢：最大份额是 \(scaled.largest)。"))
      Beat(
        "cold", .scaling(cold),
        cold.says(
          "A temperature of 0.25 sharpens: the largest score takes \(cold.largest).",
          zh: "温度 0.25 更尖锐：最大得分占 \(cold.largest)。"))
      Beat(
        "hot", .scaling(hot),
        hot.says(
          "A temperature of 4 levels the shares: the largest is only \(hot.largest).",
          zh: "温度 4 拉平份额：最大的也只有 \(hot.largest)。"))
      Beat("as set", .scaling(chosen), chosen.lesson)
    }
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "The variance of q · k grows with d_{k} for random q and k; √d_{k} undoes it",
        zh: "q、k 随机时，q · k 的方差随 d_{k} 增长；除以 √d_{k} 把它拉回来"),
      telemetry: r.telemetry, caption: lesson
    ) {
      table.panel(68).padding(Insets(left: 251))
      Row(spacing: 0, align: .start) {
        table.tokens(56)
        table.scores(56)
        table.scaled(66)
        table.exponentials(72)
        table.shares(70)
      }.same("table")
      if normalised { plot.padding(Insets(left: Self.left)).same("plot") }
    }
  }

  var r: AttentionReading { reading }
  private var table: AttentionKeyTable { AttentionKeyTable(reading: r, normalised: normalised) }
  /// The largest share with as many digits as tell it from 1.
  var largest: String { fixed(r.row.largest, r.row.largest >= 0.9995 && r.row.largest < 1 ? 4 : 3) }

  /// What divides the scores.
  var divisor: Double { r.temperature * (r.scaled ? Double(r.width).squareRoot() : 1) }

  /// Whether the divisor can change nothing.
  private var isFlat: Bool {
    let seen = r.row.visible.indices.filter { r.row.visible[$0] }
    return seen.allSatisfy { r.row.scores[$0] == r.row.scores[seen[0]] }
  }

  private func says(_ en: String, zh: String) -> Phrase {
    isFlat
      ? Phrase(
        "\(r.asked) scores every key alike, so no divisor changes its shares.",
        zh: "\(r.word) 给每个 key 同样的得分，除以多少都不改变份额。")
      : Phrase(en, zh: zh)
  }

  private var lesson: Phrase {
    says(
      "Dividing by more evens the shares out: here the largest is \(largest) (\(r.divisor[.en])).",
      zh: "除得越多，份额越平均：这里（\(r.divisor[.zh])）最大份额是 \(largest)。")
  }
}
