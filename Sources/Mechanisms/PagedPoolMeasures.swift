import Geometry

/// What can be measured in a pool.
extension PagedPool {
  /// All blocks.
  public var count: Int { references.count }
  /// Blocks that some table names.
  public var allocated: Int { references.filter { $0 > 0 }.count }
  /// Blocks that more than one table names.
  public var shared: Int { references.filter { $0 > 1 }.count }
  /// Entries of all tables: the blocks that the sequences would need without sharing.
  public var entries: Int { sequences.reduce(0) { $0 + $1.table.count } }
  /// Tokens written, those in shared blocks once.
  public var written: Int { contents.reduce(0) { $0 + $1.count } }
  /// Slots of allocated blocks that hold no token: internal fragmentation. There is no external one.
  public var waste: Int { allocated * blockSize - written }
  /// Tokens written ÷ slots of allocated blocks; 0 for an empty pool.
  public var usedShare: Double {
    allocated > 0 ? Double(written) / Double(allocated * blockSize) : 0
  }
  /// The share of the entries that sharing saves; 0 for an empty pool.
  public var savedShare: Double { entries > 0 ? 1 - Double(allocated) / Double(entries) : 0 }
}
