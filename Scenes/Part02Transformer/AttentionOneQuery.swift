import Figures
import Instruments
import Mechanisms

/// One query worked out: a row for each key, read from left to right.
public struct AttentionOneQuery: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case keys, query, score, softmax, mix
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: AttentionReading
  let step: Step

  init(_ reading: AttentionReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: AttentionReading) -> Story<AttentionGraph.State> {
    func at(_ step: Step) -> AttentionGraph.State { .oneQuery(AttentionOneQuery(r, step)) }
    return Story {
      Beat(
        "query", run: [at(.keys), at(.query)],
        Phrase(
          "\(r.asked) asks: its query says in four numbers what it looks for.",
          zh: "\(r.asked) 发问：它的 query 用四个数说明自己在找什么。"))
      Beat(
        "score", at(.score),
        Phrase(
          "The query meets \(r.masked ? "each key so far" : "every key"): multiply number by number, then add.",
          zh: "query 遇上\(r.masked ? "至此为止的" : "")每个 key：逐个相乘，再相加。"))
      Beat("softmax", at(.softmax), Captions.softmax(r))
      Beat("mix", at(.mix), Captions.mix(r))
    }
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "One query against \(r.masked ? "every key so far" : "every key"), a row for each",
        zh: "一个 query 对\(r.masked ? "至此为止的" : "")每个 key，一行一个"),
      telemetry: r.telemetry,
      caption: Phrase(
        "Score, divide, exponentiate, share: \(r.asked) takes a share of each value.",
        zh: "打分、缩放、取指数、成份额：\(r.asked) 从每个 value 里取一份。")
    ) {
      shareBand
      Row(spacing: 0, align: .start) {
        column(Phrase("token"), 56, chip)
        column(Words.key, 90, key)
        column(Words.query, 86, query)
        column(Phrase("score", zh: "得分"), 46, score)
        column(divisor, 56, scaled)
        column("exp", 66, exponential, total: .quiet(Phrase(significant(r.row.sum))))
        column(Words.share, Self.shareWidth, share, total: .word("1"))
        column(Words.value, 90, value)
      }
      if step == .mix { mixing.padding(Insets(left: Self.flowStart, top: Self.heading)).same("mixing") }
    }
  }

  // MARK: Columns

  private var r: AttentionReading { reading }
  private static let rows = Track(6, size: 40, gap: 6)
  private static let heading = 44.0
  private static let shareStart = 56.0 + 90 + 86 + 46 + 56 + 66, shareWidth = 74.0
  private static let flowStart = shareStart + shareWidth + 90

  /// A column with its heading, and a total below it.
  private func column(
    _ name: Phrase, _ width: Double, _ piece: (Int) -> Node?, total: NumberTable.Entry = .nothing
  ) -> Node {
    let isShare = name == Words.share
    return Column(spacing: 0, align: .center) {
      Text(name, isShare ? .note.bold : .note.painted(.muted), align: 0.5)
        .frame(width: width, height: Self.heading - 4, align: .bottom).padding(Insets(bottom: 4))
      TrackRow(Self.rows, width: width, piece: piece)
      if step >= .softmax { total.node(strong: isShare).frame(height: 28) }
    }.node
  }

  /// The divisor on two lines where it has two parts.
  private var divisor: Phrase {
    guard r.temperature != 1 && r.scaled else { return r.divisor }
    return Phrase("÷ √\(r.width)\n÷ \(trimmed(r.temperature))")
  }

  /// A panel down the column of shares.
  private var shareBand: Node {
    let height = Self.heading + Self.rows.length + 28
    return Box(.panel).frame(width: Self.shareWidth - 8, height: height)
      .padding(Insets(left: Self.shareStart + 4))
  }

  // MARK: Rows

  private func strip(_ numbers: [Double]) -> Node { vectorStrip(numbers, cell: Size(18.5, 28)) }

  private func chip(_ i: Int) -> Node? {
    let state: TokenState = i == r.query ? .followed : r.row.visible[i] ? .rest : .notYet
    return TokenChip(r.tokens[i], state, size: Size(56, 32)).same("token", i, named: r.tokens[i])
  }

  private func key(_ i: Int) -> Node? {
    r.row.visible[i] ? strip(r.run.keys.row(i)).same("key", i) : nil
  }

  private func query(_ i: Int) -> Node? {
    let q = strip(r.run.queries.row(r.query))
    if i == r.query { return step >= .query ? q.same("query", i).copy(0, of: "token", i) : nil }
    return step >= .score && r.row.visible[i] ? q.copy(i + 1, of: "query", r.query) : nil
  }

  private func score(_ i: Int) -> Node? {
    guard step >= .score && r.row.visible[i] else { return nil }
    return NumberTable.Entry.word(Phrase(significant(r.row.scores[i]))).node().same("score", i)
  }

  private func scaled(_ i: Int) -> Node? {
    guard step >= .softmax else { return nil }
    let text: NumberTable.Entry =
      r.row.visible[i] ? .word(Phrase(significant(r.row.scaled[i]))) : .quiet("−∞")
    return text.node().same("scaled", i)
  }

  private func exponential(_ i: Int) -> Node? {
    guard step >= .softmax else { return nil }
    let text: NumberTable.Entry =
      r.row.visible[i] ? .word(Phrase(significant(r.row.exponentials[i]))) : .quiet("0")
    return text.node().same("exp", i)
  }

  private func share(_ i: Int) -> Node? {
    guard step >= .softmax else { return nil }
    let text: NumberTable.Entry =
      r.row.visible[i] ? .number(r.row.weights[i], NumberFormat(digits: 4)) : .quiet("0")
    return text.node(strong: r.row.visible[i]).same("share", i)
  }

  private func value(_ i: Int) -> Node? {
    guard step == .mix && r.row.visible[i] else { return nil }
    return strip(r.run.values.row(i)).same("value", i).copy(2, of: "token", i)
  }

  // MARK: The mix

  /// Bands as high as their shares of one row, merging into the new vector in the row of its token.
  private var mixing: Node {
    let unit = Self.rows.size
    let middle = Self.rows.center(r.query)
    let bands = r.row.weights.enumerated().map { i, w in
      Ribbons.Band(from: Self.rows.center(i), width: w * unit, fill: .scale(w))
    }
    let cell = Size(56, 26)
    return Row(spacing: 0, align: .start) {
      Ribbons(bands, into: middle, direction: .right) { $0.same("flow", $1) }
        .frame(width: 120, height: Self.rows.length)
      TokenChip(r.tokens[r.query], .followed, size: Size(56, unit)).same("output", named: Words.new(r))
        .padding(Insets(top: middle - unit / 2))
      Row(spacing: Spacing.s) {
        TensorGrid(rows: r.width, columns: 1, cell: cell, outline: .strong) { i, _ in
          outputCell(r.row.output[i])
        }
        TrackRow(Track(r.width, size: cell.height), width: 48) { i in
          Text(Words.dimensions[i], .note.painted(.muted)).frame(width: 48, align: .leading)
        }
      }.padding(Insets(left: Spacing.m, top: middle - 2 * cell.height))
    }.node
  }
}
