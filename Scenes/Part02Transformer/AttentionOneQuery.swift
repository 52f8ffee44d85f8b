import Figures
import Instruments
import Mechanisms

/// One query worked out: a row for each key, read from left to right.
public struct AttentionOneQuery: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case keys, query, score, softmax, values, mix
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
          zh: "\(r.word) 发问：它的 query 用四个数说明自己在找什么。"))
      Beat(
        "score", at(.score),
        Phrase(
          "The query meets \(r.masked ? "each key so far" : "every key"): multiply number by number, then add.",
          zh: "query 遇上\(r.masked ? "至此为止的" : "")每个 key：逐个相乘，再相加。"))
      Beat("softmax", at(.softmax), Captions.softmax(r))
      Beat("mix", run: [at(.values), at(.mix)], Captions.mix(r))
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
        zh: "打分、缩放、取指数、成份额：\(r.word) 从每个 value 里取一份。")
    ) {
      table.panel(Widths.share - 8).padding(Insets(left: Widths.beforeShare + 4))
      Row(spacing: 0, align: .start) {
        table.tokens(56)
        table.column(Words.key, Widths.vector, key)
        table.column("", Widths.sign) { sign("·", 0, $0) }
        table.column(Words.query, Widths.vector, query)
        table.column("", Widths.sign) { sign("=", 1, $0) }
        table.scores(44, shown: step >= .score)
        table.scaled(58)
        table.exponentials(66)
        table.shares(Widths.share)
        if step >= .values { table.column(Words.value, Widths.vector, value) }
      }.same("table")
      right.padding(Insets(left: Widths.beforeFlow, top: AttentionKeyTable.heading)).same(
        "right", min(step, .values).rawValue)
    }
  }

  var r: AttentionReading { reading }

  private var table: AttentionKeyTable { AttentionKeyTable(reading: r, normalised: step >= .softmax) }

  /// Widths of the columns, in points.
  private enum Widths {
    static let vector = 86.0, sign = 14.0, share = 74.0
    static let beforeShare = 56 + 2 * vector + 2 * sign + 44 + 58 + 66
    static let beforeFlow = beforeShare + share + vector
  }

  // MARK: Cells

  private func strip(_ numbers: [Double]) -> Node { vectorStrip(numbers, cell: Size(18.5, 28)) }

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

  private func value(_ i: Int) -> Node? {
    guard step >= .values && r.row.visible[i] else { return nil }
    return strip(r.run.values.row(i)).same("value", i)
  }
}
