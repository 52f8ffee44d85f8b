import Figures
import Instruments
import Mechanisms

/// How often GPT-4 solved the Game of 24, by method.
struct PublishedResults: NodeConvertible {
  /// The beam whose row is in ink, if it was measured.
  let beam: Int

  var node: Node {
    Column(spacing: Spacing.m) {
      Text(Phrase("Game of 24, GPT-4:\nsolved", zh: "24 点游戏，GPT-4：\n解出比例"), .note.bold)
      for (i, result) in ThoughtResult.gameOf24.enumerated() { row(result).same("result", i) }
    }.node
  }

  private func row(_ result: ThoughtResult) -> Node {
    let isFollowed = result.method == .tree(beam: beam)
    return Column(spacing: 2) {
      Text(name(result.method), isFollowed ? .note.bold : .note.painted(.muted))
      Row(spacing: Spacing.s) {
        Box(isFollowed ? .solid(.compute) : .rest(.compute))
          .frame(width: 140 * result.solved / 100, height: 18)
        Quantity(result.solved, NumberFormat(digits: 1), unit: "%", .data)
      }
    }.node
  }

  private func name(_ method: ThoughtResult.Method) -> Phrase {
    switch method {
    case .direct: Phrase("straight answer", zh: "直接回答")
    case .chain: Phrase("chain of thought", zh: "思维链（CoT）")
    case .vote: Phrase("vote of 100 chains", zh: "100 条思维链投票")
    case .tree(let beam): Phrase("Tree of Thoughts, b = \(beam)", zh: "思维树（ToT），b = \(beam)")
    }
  }
}
