import Figures
import Instruments
import Mechanisms

/// The slots of a pool in one line: three contiguous reservations, then two, and a request that does not fit;
/// below, the same requests in blocks.
public struct LineState: Sendable {
  /// How far the story has come.
  enum Step: Int, Sendable {
    case reserved, freed, refused, blocks, paged
  }

  let full, holed: ContiguousPool
  /// Slots that the last request asks for, and its number.
  let request: Int
  static let asking = 3
  /// The pool in blocks, empty, and with the requests that are left and the last one; nil where that is refused.
  let empty, paged: PagedPool
  let sequences: [Int?]
  var step = Step.reserved
  /// Whether the blocks get a line of their own below.
  var isComparison = false

  init(_ runs: PagingRuns) {
    (full, holed, request) = PagingWorkload.fragmented(slots: runs.slots)
    var pool = runs.empty
    let first = full.regions.map { pool.admit(prompt: $0.written) }
    for (id, region) in zip(first, full.regions) where !holed.regions.contains(region) {
      if let id { pool.end(id) }
    }
    let last = pool.admit(prompt: request)
    (empty, paged, sequences) = (runs.empty, pool, first + [last])
  }

  /// The same line at another step.
  func at(_ step: Step, isComparison: Bool = false) -> LineState {
    var state = self
    (state.step, state.isComparison) = (step, isComparison)
    return state
  }

  /// What is reserved now.
  var pool: ContiguousPool { step == .reserved ? full : holed }

  /// The request that holds a block; nil for a free one.
  func owner(of block: Int) -> Int? {
    sequences.firstIndex { id in id.map { paged.sequences[$0].table.contains(block) } ?? false }
  }
}
