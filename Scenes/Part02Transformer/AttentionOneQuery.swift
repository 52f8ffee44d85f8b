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
          zh: "\(r.asked)发问：它的 query 用四个数说明自己在找什么。"))
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
        zh: "打分、缩放、取指数、成份额：\(r.asked)从每个 value 里取一份。")
    ) {
      Box(.panel).frame(width: Widths.share - 8, height: Self.heading + Self.rows.length + 28)
        .padding(Insets(left: Widths.beforeShare + 4))
      Row(spacing: 0, align: .start) {
        column(Phrase("token"), 56, chip)
        column(Words.key, Widths.vector, key)
        column("", Widths.sign) { sign("·", 0, $0) }
        column(Words.query, Widths.vector, query)
        column("", Widths.sign) { sign("=", 1, $0) }
        column(Phrase("score", zh: "得分"), 44, score)
        column(divisor, 58, scaled, total: .quiet(Words.sum))
        column("exp", 66, exponential, total: .quiet(Phrase(significant(r.row.sum))))
        column(Words.share, Widths.share, share, total: .word("1"))
        if step == .mix { column(Words.value, Widths.vector, value) }
      }.same("table")
      right.padding(Insets(left: Widths.beforeFlow, top: Self.heading)).same("right")
    }
  }

  // MARK: Columns

  var r: AttentionReading { reading }
  static let rows = Track(6, size: 40, gap: 6)
  static let heading = 44.0

  /// Widths of the columns, in points.
  enum Widths {
    static let vector = 86.0, sign = 14.0, share = 74.0
    static let beforeShare = 56 + 2 * vector + 2 * sign + 44 + 58 + 66
    static let beforeFlow = beforeShare + share + vector
  }

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

  private func sign(_ sign: Phrase, _ index: Int, _ i: Int) -> Node? {
    step >= .score && r.row.visible[i] ? Text(sign, .data.painted(.muted)).same("sign", index, i) : nil
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
}
