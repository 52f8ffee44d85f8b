/// The running requests of an iteration-level scheduler.
struct SlotTable {
  /// A running request.
  struct Entry {
    let request: BatchRequest
    let start: Int
    let blocker: Int?
    var chunks: [PromptChunk] = []
    var promptLeft: Int
    var emitted = 0
  }

  private var entries: [Entry?]
  /// Occupied slots in order of admission.
  private var order: [Int] = []
  private var unreserved: Int

  init(count: Int, limit: Int) {
    entries = Array(repeating: nil, count: count)
    unreserved = limit
  }

  var isEmpty: Bool { order.isEmpty }

  /// The lowest free slot, if the request's reservation fits as well.
  func freeSlot(for r: BatchRequest) -> Int? {
    r.reservation <= unreserved ? entries.firstIndex { $0 == nil } : nil
  }

  mutating func admit(_ r: BatchRequest, to slot: Int, at now: Int, blocker: Int?) {
    entries[slot] = Entry(request: r, start: now, blocker: blocker, promptLeft: r.prompt)
    order.append(slot)
    unreserved -= r.reservation
  }

  /// Takes out the finished, by slot.
  mutating func retire(at now: Int) -> [BatchPlacement] {
    var left: [BatchPlacement] = []
    for slot in entries.indices {
      guard let e = entries[slot], e.emitted == e.request.output else { continue }
      left.append(
        BatchPlacement(
          request: e.request, slot: slot, start: e.start, end: now, chunks: e.chunks, blocker: e.blocker))
      entries[slot] = nil
      order.removeAll { $0 == slot }
      unreserved += e.request.reservation
    }
    return left
  }

  /// One iteration: every decode, then prompts as far as the budget goes.
  mutating func step(at now: Int, budget: Int?) {
    var prompts: [Int] = []
    var decodes = 0
    for slot in order {
      if let e = entries[slot], e.promptLeft > 0 {
        prompts.append(slot)
      } else {
        entries[slot]?.emitted += 1
        decodes += 1
      }
    }
    var room = budget.map { Swift.max(0, $0 - decodes) } ?? Int.max
    for slot in prompts {
      guard room > 0, var e = entries[slot] else { break }
      let tokens = Swift.min(room, e.promptLeft)
      e.chunks.append(
        PromptChunk(
          request: e.request.id, iteration: now, offset: e.request.prompt - e.promptLeft, tokens: tokens))
      e.promptLeft -= tokens
      room -= tokens
      if e.promptLeft == 0 { e.emitted = 1 }
      entries[slot] = e
    }
  }
}
