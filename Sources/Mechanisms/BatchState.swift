import Geometry

/// A request in a slot, at a boundary.
public struct BatchOccupant: Equatable, Sendable {
  /// The request.
  public let request: BatchRequest
  /// Prompt tokens computed so far.
  public let promptDone: Int
  /// Tokens generated so far.
  public let emitted: Int

  /// Tokens still to be generated; 0 for one that waits for its static batch to return.
  public var remaining: Int { request.output - emitted }
}

/// The scheduler's tables at one iteration boundary.
public struct BatchState: Equatable, Sendable {
  /// The boundary, from 0; iteration `boundary` comes next.
  public let boundary: Int
  /// Who holds each slot.
  public let slots: [BatchOccupant?]
  /// Ids in the queue, its head first.
  public let waiting: [Int]
  /// Ids that have left, in order of leaving, then of slot.
  public let finished: [Int]
  /// Ids that leave at this very boundary, by slot.
  public let leaving: [Int]
  /// Ids that enter at this very boundary, by slot.
  public let entering: [Int]

  /// KV token slots reserved by the requests that hold a slot.
  public var reserved: Int { slots.reduce(0) { $0 + ($1?.request.reservation ?? 0) } }
}

extension BatchSchedule {
  /// The tables at a boundary, clamped to 0…`iterations`.
  ///
  /// `settled`: after the finished have left, arrivals have queued and the queue's head has entered.
  /// Otherwise the moment before that: the iteration is done, and nobody has moved.
  public func state(at boundary: Int, settled: Bool = true) -> BatchState {
    let k = boundary.clamped(to: 0...iterations)
    let now = settled ? k : k - 1
    var slots = [BatchOccupant?](repeating: nil, count: self.slots)
    for p in placements where p.start <= now && p.end > now {
      slots[p.slot] = BatchOccupant(
        request: p.request, promptDone: p.promptDone(by: k), emitted: p.emitted(by: k))
    }
    let queue = placements.filter { $0.request.arrival <= now && $0.start > now }
      .sorted {
        $0.request.arrival != $1.request.arrival
          ? $0.request.arrival < $1.request.arrival : $0.id < $1.id
      }
    let done = placements.filter { $0.end <= now }
      .sorted { $0.end != $1.end ? $0.end < $1.end : $0.slot < $1.slot }
    return BatchState(
      boundary: k, slots: slots, waiting: queue.map { $0.id }, finished: done.map { $0.id },
      leaving: movers { $0.end == k }, entering: movers { $0.start == k })
  }

  /// The settled states at all boundaries, 0…`iterations`: neighbours differ by one iteration.
  public var states: [BatchState] { (0...iterations).map { state(at: $0) } }

  private func movers(_ move: (BatchPlacement) -> Bool) -> [Int] {
    placements.filter(move).sorted { $0.slot < $1.slot }.map { $0.id }
  }
}
