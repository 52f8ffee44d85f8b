import Drawing
import Geometry

/// A stretch of a transition in which something happens.
struct Span: Hashable, Sendable {
  var start = 0.0, length = 0.0
  var easing = Easing.standard
  /// Whether it happens at once, at the start.
  var isCut = false

  /// How far it has happened after some seconds, 0…1.
  func share(_ seconds: Double) -> Double {
    if isCut || length <= 0 { return seconds > start ? 1 : 0 }
    return easing((seconds - start) / length)
  }

  func under(_ manner: Movement.Manner) -> Span {
    var span = self
    switch manner {
    case .standard: break
    case .linear: span.easing = .linear
    case .cut: span.isCut = true
    }
    return span
  }
}

/// When what leaves, what moves and what enters does so.
struct Schedule: Sendable {
  private(set) var leave = Span(), move = Span(), enter = Span()
  /// By how much later the last of several starts to move than the first.
  private(set) var spread = 0.0
  /// Seconds in all.
  private(set) var total = 0.0

  /// Finds time for some work, in which `movers` things move that may start one after the other.
  init(_ work: Work, movers: Int, _ pace: Pace) {
    guard !work.isNothing && pace.order != .cut else { return }
    let isTogether = pace.order == .together
    // A clock never stops: what it moves takes the whole time, all at once.
    let isClock = pace.easing == .linear
    let changing = work.length
    var clock = 0.0
    if work.leaves {
      leave.length = Duration.exit
      clock = isTogether ? 0 : Duration.exit * (1 - Duration.overlap)
    }
    if changing > 0 {
      if movers > Duration.staggerAfter && pace.staggers && !isClock {
        spread = min(Duration.stagger * Double(movers - 1), Duration.staggerMost)
        let rest =
          clock + changing + (work.enters && !isTogether ? Duration.enter * (1 - Duration.overlap) : 0)
        spread = max(0, min(spread, Duration.most - rest))
      }
      move = Span(start: clock, length: changing, easing: pace.easing)
      if !isTogether { clock += (changing + spread) * (1 - Duration.overlap) }
    }
    if work.enters { enter = Span(start: clock, length: Duration.enter) }
    total = max(leave.length, move.start + move.length + spread, enter.start + enter.length)
    if isTogether {
      if work.leaves { leave.length = total }
      if work.enters { enter.length = total }
    }
    if isClock && changing > 0 { (move.start, move.length) = (0, total) }
    stretch(to: pace.seconds ?? max(Duration.least, total))
  }

  private mutating func stretch(to seconds: Double) {
    let k = seconds / total
    func stretched(_ span: Span) -> Span {
      Span(start: span.start * k, length: span.length * k, easing: span.easing)
    }
    (leave, move, enter) = (stretched(leave), stretched(move), stretched(enter))
    spread *= k
    total = seconds
  }

  /// The span of the one of several movers that starts as the nth.
  func move(rank: Int, of count: Int) -> Span {
    var span = move
    if count > 1 { span.start += spread * Double(rank) / Double(count - 1) }
    return span
  }
}
