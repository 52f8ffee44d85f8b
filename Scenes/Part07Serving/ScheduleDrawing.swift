import Figures
import Instruments
import Mechanisms

/// The bars and idle spans of a schedule as far as it has run.
struct ScheduleDrawing: Sendable {
  let schedule: BatchSchedule
  let followed: Int
  let until: Int
  /// The one idle span that says so: the longest, apart from that in which the followed one is waited for.
  private let named: IdleRun?

  init(_ schedule: BatchSchedule, followed: Int, until: Int? = nil) {
    self.schedule = schedule
    self.followed = followed
    self.until = until ?? schedule.iterations
    var longest: IdleRun?
    for slot in 0..<schedule.slots {
      for run in schedule.idleRuns(slot: slot) where run.next != followed && run.holder != followed {
        if run.end - run.start > longest.map({ $0.end - $0.start }) ?? 0 { longest = run }
      }
    }
    named = longest
  }

  /// A request that has run.
  func bar(_ p: BatchPlacement, remark: Phrase? = nil) -> Node {
    draw(p, bare(p, p.emitted(by: until), remark))
  }

  /// A request that has not entered yet.
  func chip(_ p: BatchPlacement) -> Node { draw(p, bare(p, 0, nil)) }

  /// The same bar in another schedule on the same stage.
  func twin(_ p: BatchPlacement, remark: Phrase? = nil) -> Node {
    bare(p, p.emitted(by: until), remark).copy(
      2, of: "request", p.id, named: BatchingWords.request(p.request))
  }

  /// A slot that computes nothing.
  func idle(_ run: IdleRun) -> IdleSpan {
    guard run.end <= until else { return IdleSpan() }
    if run.next == followed, let blocker = schedule.placement(of: followed)?.blocker {
      return IdleSpan([BatchingWords.waits(followed, for: blocker), BatchingWords.idle], .ink)
    }
    // The bar of one that has not waited says itself when it returns.
    if schedule.policy == .static, run.holder == followed, let p = schedule.placement(of: followed),
      p.wait > 0
    {
      return IdleSpan(BatchingWords.held(p), .ink)
    }
    return IdleSpan(run == named ? [BatchingWords.idle] : [])
  }

  private func draw(_ p: BatchPlacement, _ bar: TokenBar) -> Node {
    bar.same("request", p.id, named: BatchingWords.request(p.request))
  }

  private func bare(_ p: BatchPlacement, _ grown: Int, _ remark: Phrase?) -> TokenBar {
    let isBlocker = schedule.policy == .static && p.id == schedule.placement(of: followed)?.blocker
    return TokenBar(
      Phrase(requestName(p.id)), tokens: p.request.output, grown: grown, isFollowed: p.id == followed,
      remark: remark, total: isBlocker ? BatchingWords.count(p.request.output) : nil)
  }
}
