import Figures
import Mechanisms

/// A paged pool, the tables that point into it, and what stands below them.
public struct PoolState: Sendable {
  /// What is followed.
  enum Focus: Sendable {
    case nothing
    /// One block, whoever reads it.
    case block(Int)
    /// The token written last by a sequence.
    case lastToken(of: Int)
    /// The table of a sequence, which is new.
    case table(of: Int)
    /// A sequence: its table and its blocks.
    case sequence(Int)
  }

  /// What stands below.
  enum Foot: Sendable {
    case freeList
    /// The same tokens in contiguous reservations, to scale.
    case strips
  }

  /// Who has a table, or was refused one.
  struct Guest: Sendable {
    let id: Int
    let sequence: Int?
    let length: Int
  }

  let pool: PagedPool
  let guests: [Guest]
  let prompt: Int
  /// Blocks drawn in full, from the highest number down, and how many are folded above them.
  let rows: [Int]
  let folded: Int
  var focus = Focus.nothing
  var foot = Foot.freeList
  /// What the write before did, for the trace of a copy.
  var write = PagedPool.Write.halted
  /// Remarks below the tables on the left and on the right.
  var remarks: (left: Phrase?, right: Phrase?) = (nil, nil)
  /// Whether the requests have prompts of their own instead of one in common.
  var isMixed = false
  /// How many blocks at the tail of the free list have just come back.
  var returned = 0
  /// Whether the lowest block stands above.
  var isRising = false

  /// A pool in which every sequence is a guest; `room` is the pool of the story that uses most blocks.
  init(_ pool: PagedPool, prompt: Int, room: PagedPool, isRising: Bool = false) {
    let guests = pool.sequences.indices.map { Guest(id: $0, sequence: $0, length: prompt) }
    self.init(
      pool, guests: guests.isEmpty ? [Guest(id: 0, sequence: nil, length: prompt)] : guests, prompt: prompt,
      room: room, isRising: isRising)
  }

  init(_ pool: PagedPool, guests: [Guest], prompt: Int, room: PagedPool, isRising: Bool = false) {
    (self.pool, self.guests, self.prompt) = (pool, guests, prompt)
    let used = max(8, room.highest + 1)
    // One or two would take as much room folded as not.
    let count = used + 2 < pool.count ? used : pool.count
    self.isRising = isRising
    rows = isRising ? Array(0..<count) : (0..<count).reversed().map { $0 }
    folded = pool.count - count
  }

  /// The same blocks, only some of them drawn.
  init(_ state: PoolState, rows: [Int]) {
    (pool, guests, prompt, focus) = (state.pool, state.guests, state.prompt, state.focus)
    (write, remarks, isMixed) = (state.write, state.remarks, state.isMixed)
    (self.rows, folded) = (rows, 0)
  }

  /// The same pool looked at in another way.
  func following(
    _ focus: Focus, foot: Foot = .freeList, write: PagedPool.Write = .halted, left: Phrase? = nil,
    right: Phrase? = nil
  ) -> PoolState {
    var state = self
    (state.focus, state.foot, state.write, state.remarks) = (focus, foot, write, (left, right))
    return state
  }

  /// What is written in a slot of a block.
  func words(_ token: PagedPool.Token) -> [Phrase] {
    guard isMixed else { return PagingTokens.sample(token, prompt: prompt) }
    let guest = guests.first { $0.sequence == token.writer }
    return PagingTokens.request(token, prompt: prompt, is: guest?.id ?? 0)
  }

  /// Whether a token was written after the prompt.
  func isNew(_ token: PagedPool.Token) -> Bool {
    token.position >= prompt && (!isMixed || token.writer == guests.first?.sequence)
  }

  /// The table of a guest; empty when it has none.
  func table(_ guest: Guest) -> [Int] {
    guard let id = guest.sequence, pool.sequences.indices.contains(id) else { return [] }
    return pool.sequences[id].table
  }

  /// Whether something happens to a block, or it is the one to follow.
  func emphasis(_ block: Int) -> (block: Bool, isSolid: Bool) {
    switch focus {
    case .nothing: return (false, false)
    case .block(let id): return (id == block, id == block)
    case .lastToken(let id): return (pool.lastBlock(of: id) == block, false)
    case .table(let id): return (holds(id, block), false)
    case .sequence(let id): return (holds(id, block), holds(id, block))
    }
  }

  /// Whether something happens to an entry of a table.
  func isEvent(_ sequence: Int, row: Int) -> Bool {
    let table = pool.sequences[sequence].table
    switch focus {
    case .nothing: return false
    case .block(let id): return table[row] == id
    case .lastToken(let id): return id == sequence && row == table.count - 1
    case .table(let id), .sequence(let id): return id == sequence
    }
  }

  private func holds(_ sequence: Int, _ block: Int) -> Bool {
    pool.sequences.indices.contains(sequence) && pool.sequences[sequence].table.contains(block)
  }
}
