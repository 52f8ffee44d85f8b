import Figures
import Instruments
import Mechanisms

/// Prompt, fork and first write beside each other, the same block in the same place.
struct ForkPanels: Sendable {
  let states: [PoolState]
  let sampled: PagedPool

  init(_ runs: PagingRuns) {
    let write = runs.write(0)
    let pools = [runs.prompted, runs.forked, runs.writes.first ?? runs.forked]
    var used: [Int] = []
    for pool in pools { used += pool.sequences.flatMap { $0.table }.filter { !used.contains($0) } }
    let rows = used.isEmpty ? Array((0..<min(4, runs.blocks)).reversed()) : used.sorted(by: >)
    states = pools.enumerated().map { i, pool in
      let state = PoolState(pool, prompt: runs.prompt, room: runs.room)
      let focus: PoolState.Focus = i == 1 && pool.sequences.count > 1 ? .table(of: 1) : .lastToken(of: 0)
      return PoolState(state.following(focus, write: i == 2 ? write : .halted), rows: rows)
    }
    sampled = runs.sampled
  }

  var stage: Stage {
    Stage(
      subtitle: PagingWords.subtitle(states[1]), telemetry: PagingWords.telemetry(states[2].pool),
      caption: ForkCaptions.still(sampled)
    ) {
      Row(spacing: Spacing.l, align: .stretch) {
        for (i, state) in states.enumerated() {
          if i > 0 { Box(Surface(fill: .plain(.faint))).frame(width: 1) }
          panel(state, i).frame(width: Self.width)
        }
      }
    }
  }

  /// Three panels, and two lines between them.
  private static let width = (Stage.canvas.width - 2 * Spacing.margin - 4 * Spacing.l - 2) / 3

  private func panel(_ state: PoolState, _ index: Int) -> Node {
    Column(spacing: Spacing.s, align: .stretch) {
      Row(spacing: Spacing.m) {
        Text(Phrase("\(index + 1)"), .data.painted(.paper), align: 0.5).frame(width: 26, height: 26)
          .background(Surface(fill: .plain(.ink), radius: 13))
        Text(ForkCaptions.titles[index], .label)
        Spacer()
        Text(ForkCaptions.counts(state.pool), .note.painted(.muted))
      }
      PoolDrawing(state: state, form: .panel, scope: index + 1).node.flex()
      Paragraph(ForkCaptions.panel(index, state), .note).frame(height: 44, align: .topLeading)
    }.node
  }
}
