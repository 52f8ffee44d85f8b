import Geometry

/// A KV cache in blocks of equal size, which sequences reach through tables (PagedAttention).
///
/// A block holds K and V of `blockSize` tokens, for every layer. Kwon et al., SOSP 2023 (arXiv 2309.06180),
/// §4.2–4.4.
public struct PagedPool: Sendable, Equatable {
  /// A token whose K and V are kept: who wrote it, and its place in that sequence, from 0.
  public struct Token: Hashable, Sendable {
    /// The sequence that wrote it.
    public let writer: Int
    /// Its place in the sequence.
    public let position: Int
  }

  /// A sequence and its table.
  public struct Entry: Sendable, Equatable {
    /// The physical block of each logical one, in order; empty once it has ended.
    public fileprivate(set) var table: [Int] = []
    /// Its tokens so far.
    public fileprivate(set) var length = 0
    /// Whether a token of it found no free block.
    public fileprivate(set) var isHalted = false
    /// Whether it has given its blocks back.
    public fileprivate(set) var hasEnded = false
  }

  /// What the next token of a sequence did to the pool.
  public enum Write: Sendable, Equatable {
    /// It went into a free slot of the last block.
    case inPlace(Int)
    /// The last block was full, so that it took a block from the free list.
    case opened(Int)
    /// The last block had other readers, so that it was copied first.
    case copied(from: Int, to: Int)
    /// There was no free block, so that the sequence halts.
    case halted
  }

  /// Token slots of a block.
  public let blockSize: Int
  /// Free blocks; the first is taken next.
  public private(set) var free: [Int]
  /// For each block, how many tables name it.
  public private(set) var references: [Int]
  /// For each block, the tokens that it holds.
  public private(set) var contents: [[Token]]
  /// The sequences, by number.
  public private(set) var sequences: [Entry] = []
  /// How many blocks have been copied.
  public private(set) var copies = 0

  /// Creates an empty pool of at least one block of at least one slot. `freeList` is the order in which blocks
  /// are taken: 7, 1, 3, 0, 2, then the others rising, unless given; it must name each block once.
  public init(blocks: Int, blockSize: Int, freeList: [Int]? = nil) {
    let count = max(1, blocks)
    let known = freeList ?? [7, 1, 3, 0, 2]
    let first = known.filter { $0 >= 0 && $0 < count }
    self.blockSize = max(1, blockSize)
    free = first + (0..<count).filter { !first.contains($0) }
    references = [Int](repeating: 0, count: count)
    contents = [[Token]](repeating: [], count: count)
  }

  /// How many blocks a sequence of some tokens needs: ⌈L / b⌉.
  public func blocks(for tokens: Int) -> Int { (max(0, tokens) + blockSize - 1) / blockSize }

  /// Takes in a prompt and gives the number of its sequence; nil when it needs more blocks than are free: it
  /// is refused whole.
  public mutating func admit(prompt tokens: Int) -> Int? {
    guard blocks(for: tokens) <= free.count else { return nil }
    sequences.append(Entry())
    let id = sequences.count - 1
    for _ in 0..<max(0, tokens) { append(to: id) }
    return id
  }

  /// Writes the next token of a sequence; one that is unknown, halted or over stays as it is.
  @discardableResult public mutating func append(to id: Int) -> Write {
    guard sequences.indices.contains(id), !sequences[id].isHalted, !sequences[id].hasEnded else {
      return .halted
    }
    let write: Write
    let last = sequences[id].table.last
    if let last, contents[last].count < blockSize, references[last] == 1 {
      write = .inPlace(last)
    } else {
      guard let block = take() else {
        sequences[id].isHalted = true
        return .halted
      }
      if let last, contents[last].count < blockSize {
        write = .copied(from: last, to: block)
        contents[block] = contents[last]
        references[last] -= 1
        sequences[id].table[sequences[id].table.count - 1] = block
        copies += 1
      } else {
        write = .opened(block)
        sequences[id].table.append(block)
      }
    }
    if let block = sequences[id].table.last {
      contents[block].append(Token(writer: id, position: sequences[id].length))
    }
    sequences[id].length += 1
    return write
  }

  /// Makes `samples` sequences of one: it and copies of its table; no block is copied. Gives all their numbers.
  public mutating func fork(_ id: Int, samples: Int) -> [Int] {
    guard sequences.indices.contains(id) else { return [] }
    let copies = (0..<max(0, samples - 1)).map { sequences.count + $0 }
    for _ in copies {
      sequences.append(sequences[id])
      for block in sequences[id].table { references[block] += 1 }
    }
    return [id] + copies
  }

  /// Ends a sequence: in the order of its table, each block that nobody else names goes to the tail of the
  /// free list.
  public mutating func end(_ id: Int) {
    guard sequences.indices.contains(id) else { return }
    for block in sequences[id].table {
      references[block] -= 1
      guard references[block] == 0 else { continue }
      contents[block] = []
      free.append(block)
    }
    sequences[id].table = []
    sequences[id].hasEnded = true
  }

  private mutating func take() -> Int? {
    guard !free.isEmpty else { return nil }
    let block = free.removeFirst()
    references[block] = 1
    return block
  }
}
