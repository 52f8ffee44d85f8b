import Figures
import Mechanisms

/// What the parameters say, and the pools that follow from them.
public struct PagingRuns: Sendable {
  let blockSize, samples, prompt, blocks: Int
  /// The order in which blocks are taken at first; nil for the textbook's.
  var freeList: [Int]?

  /// Tokens that each sample appends.
  static let output = 3

  init(blockSize: Int, samples: Int, prompt: Int, blocks: Int, freeList: [Int]? = nil) {
    (self.blockSize, self.samples, self.prompt, self.blocks) = (blockSize, samples, prompt, blocks)
    self.freeList = freeList
  }

  /// Slots of the whole pool.
  var slots: Int { blocks * blockSize }

  /// Nothing is in it.
  var empty: PagedPool { PagedPool(blocks: blocks, blockSize: blockSize, freeList: freeList) }

  /// The pool after each token of the prompt; an empty one alone when the prompt is refused.
  var prefill: [PagedPool] {
    var pool = empty
    guard pool.blocks(for: prompt) <= blocks, pool.admit(prompt: 1) != nil else { return [empty] }
    return [pool] + (1..<max(1, prompt)).map { _ in appended(&pool, 0) }
  }

  /// The prompt in the pool.
  var prompted: PagedPool { prefill[prefill.count - 1] }

  /// The pool after each of the next tokens of the one sequence.
  func decode(_ tokens: Int) -> [PagedPool] {
    var pool = prompted
    return (0..<tokens).map { _ in appended(&pool, 0) }
  }

  /// The prompt sampled several times, nothing written yet.
  var forked: PagedPool {
    var pool = prompted
    _ = pool.fork(0, samples: samples)
    return pool
  }

  /// The pool after each token that the samples write, in turn.
  var writes: [PagedPool] {
    var pool = forked
    let turns = (0..<Self.output).flatMap { _ in pool.sequences.indices.map { $0 } }
    return turns.map { appended(&pool, $0) }
  }

  /// What the nth of these writes does to the pool; that of a pool without samples is none.
  func write(_ index: Int) -> PagedPool.Write {
    let writes = writes
    guard writes.indices.contains(index) else { return .halted }
    var pool = index > 0 ? writes[index - 1] : forked
    return pool.append(to: index % pool.sequences.count)
  }

  /// All samples with all their tokens.
  var sampled: PagedPool { writes.last ?? forked }

  /// The samples after their first tokens, and the first of them over.
  var ended: (before: PagedPool, after: PagedPool) {
    let before = writes.first ?? forked
    var after = before
    after.end(0)
    return (before, after)
  }

  /// The pool of the story of samples that uses most blocks.
  var room: PagedPool {
    let last = decode(2)[1]
    return last.highest > sampled.highest ? last : sampled
  }

  /// Tokens until the last block of the prompt is full.
  var fill: Int { (blockSize - prompt % blockSize) % blockSize }

  /// Final lengths of the requests that come together: the chapter's, the first as its prompt makes it.
  var lengths: [Int] { [prompt + max(4, fill + 1)] + PagingWorkload.lengths.dropFirst() }

  /// The requests of `lengths` in one pool, one after the other, the first having grown by `decode`; those
  /// refused have no sequence.
  var gathered: [(pool: PagedPool, sequences: [Int?])] {
    var pool = decode(lengths[0] - prompt).last ?? prompted
    var sequences: [Int?] = [pool.sequences.isEmpty ? nil : 0]
    return [(pool, sequences)]
      + lengths.dropFirst().map { length in
        sequences.append(pool.admit(prompt: length))
        return (pool, sequences)
      }
  }

  private func appended(_ pool: inout PagedPool, _ id: Int) -> PagedPool {
    pool.append(to: id)
    return pool
  }
}

extension PagedPool {
  /// The highest block that is in use; −1 for none.
  var highest: Int { references.lastIndex { $0 > 0 } ?? -1 }

  /// The block that the last write of a sequence went to.
  func lastBlock(of id: Int) -> Int? { sequences.indices.contains(id) ? sequences[id].table.last : nil }
}
