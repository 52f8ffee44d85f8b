import Figures
import Instruments
import Mechanisms

extension GanttState {
  private var time: Scale {
    Scale(.linear, 0...max(1, horizon), from: 96, to: Stage.canvas.width - 2 * Spacing.margin)
  }

  func stage(_ at: Moment) -> Stage {
    let now = now(at.progress)
    return Stage(
      subtitle: DisaggWords.subtitle(self),
      telemetry: DisaggWords.telemetry(runs, level)
    ) {
      Column(spacing: Spacing.xs, align: .stretch) {
        for (i, run) in runs.enumerated() {
          if i > 0 { Spacer().frame(height: Spacing.xs) }
          Overlay(align: .trailing) {
            Headline(run.name, DisaggWords.rule(run), among: runs.map { $0.name })
            SLOBadges(run: run, level: level, scope: i)
          }
          GanttLanes(state: self, run: run, time: time, now: now, progress: at.progress, scope: i).node
            .flex(Double(run.gpus.count) * 1.2)
          if runs.count == 1 { Headline(DisaggWords.tokens, DisaggWords.tokenRule(measure), among: []) }
          GanttRows(state: self, run: run, time: time, now: now, scope: i).node
            .flex(Double(rows.count) * (runs.count > 1 ? 1.6 : 0.95))
        }
        TimeAxis(Phrase("ms", zh: "ms"), time: time)
      }
    }
  }
}

/// How many requests keep each half of an objective.
struct SLOBadges: NodeConvertible {
  let run: ServingRun
  let level: ServiceLevel
  let scope: Int

  var node: Node {
    let all = run.requests.count
    let fast = run.requests.filter { run.ttft($0.id) <= level.ttft + 1e-9 }.count
    let even = run.requests.filter { run.tpot($0.id) <= level.tpot + 1e-9 }.count
    return Row(spacing: Spacing.s) {
      badge(first(fast, of: all), fast == all).same("badge", scope, 0)
      badge(Phrase("TPOT ≤ \(fixed(level.tpot)) ms: `\(even)/\(all)`"), even == all).same("badge", scope, 1)
    }.node
  }

  /// Spelt out where there is room, on mixed GPUs.
  private func first(_ fast: Int, of all: Int) -> Phrase {
    let rest = "≤ \(fixed(level.ttft)) ms: `\(fast)/\(all)`"
    guard !run.gpus.contains(.prefill) else { return Phrase("TTFT \(rest)") }
    return Phrase("time to first token (TTFT) \(rest)", zh: "TTFT（首 token 时间）\(rest)")
  }

  private func badge(_ words: Phrase, _ isKept: Bool) -> Node {
    let look: Surface =
      isKept
      ? Surface(fill: .plain(.panel), stroke: Stroke(.line))
      : Surface(fill: .role(.alarm, .fill), stroke: .edge(.alarm))
    return Row(spacing: Spacing.s) {
      Text(isKept ? "✓" : "✕", isKept ? .note : .note.bold.painted(.role(.alarm, .text)), align: 0.5)
        .frame(width: 16)
      Text(words, .note)
    }.node.background(look, padding: Insets(horizontal: 8, vertical: 1))
  }
}
