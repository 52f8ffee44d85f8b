import Figures
import Instruments
import Mechanisms

/// A run of attention over the sentence and the row that is followed in it.
struct AttentionReading: Sendable {
  /// The run.
  let run: Attention
  /// Which row is followed, from 0.
  let query: Int
  /// What divides the scores beside √d.
  let temperature: Double
  /// Whether scores are divided by √d.
  let scaled: Bool
  /// Whether later tokens are hidden.
  let masked: Bool
  /// The row that is followed.
  let row: AttentionRow

  init(run: Attention, query: Int, temperature: Double = 1, scaled: Bool = true, masked: Bool = true) {
    self.run = run
    self.query = query
    self.temperature = temperature
    self.scaled = scaled
    self.masked = masked
    row = run.rows[query]
  }

  /// Runs attention as the reader chose, or with one choice made otherwise.
  init(
    _ inputs: AttentionGraph.Inputs, temperature: Double? = nil, scaled: Bool? = nil, masked: Bool? = nil
  ) {
    let temperature = temperature ?? inputs.temperature
    let (scaled, masked) = (scaled ?? inputs.scaled, masked ?? inputs.masked)
    let run = AttentionSentence.attention(
      scaled: scaled, mask: masked ? .causal : .none, temperature: temperature)
    self.init(
      run: run, query: inputs.query, temperature: temperature, scaled: scaled, masked: masked)
  }

  /// How many tokens there are.
  var count: Int { run.rows.count }
  /// Numbers in one query or key.
  var width: Int { run.keys.columns }

  /// The tokens as they are written; a word that comes again is numbered: the₁, the₂.
  var tokens: [Phrase] { (0..<count).map { Phrase(name($0)) } }
  /// The token that is followed, for Chinese sentences, where an English word stands out by itself.
  var word: String { name(query) }
  /// The same in quotation marks, for English ones.
  var asked: String { "“\(word)”" }

  /// A token as it is written.
  func name(_ index: Int) -> String {
    let words = AttentionSentence.tokens
    var (before, all) = (0, 0)
    for (i, word) in words.enumerated() where sameText(word, words[index]) {
      all += 1
      if i <= index { before += 1 }
    }
    return all > 1 ? "\(words[index])_{\(before)}" : words[index]
  }

  /// What divides the scores, as it is written.
  var divisor: Phrase {
    let root = "÷ √\(width)"
    if temperature == 1 { return scaled ? Phrase(root) : Phrase("not scaled", zh: "不缩放") }
    return Phrase((scaled ? root + " " : "") + "÷ \(trimmed(temperature))")
  }

  /// The followed row's shares if its scores were divided by something else.
  func shares(divisor: Double) -> [Double] {
    Softmax(row.scores.indices.map { row.visible[$0] ? row.scores[$0] : -.infinity }, temperature: divisor)
      .weights
  }

  /// The score of a key, term by term.
  func product(with key: Int) -> String {
    let (q, k) = (run.queries.row(query), run.keys.row(key))
    var terms = ""
    for i in q.indices { terms += (i > 0 ? " + " : "") + trimmed(q[i]) + "·" + trimmed(k[i]) }
    return terms + " = " + trimmed(row.scores[key])
  }

  /// What the figure measures of the run.
  var telemetry: Telemetry {
    Telemetry([
      Telemetry.Reading(Phrase("largest weight", zh: "最大权重"), row.largest, digits: 3),
      Telemetry.Reading(Phrase("row entropy", zh: "行熵"), row.entropy, digits: 2, unit: "bit"),
      Telemetry.Reading(Phrase("live edges", zh: "有效边"), Double(run.liveEdges)),
      Telemetry.Reading(Phrase("score + mix", zh: "打分与混合"), run.flops, unit: "FLOP"),
    ])
  }
}
