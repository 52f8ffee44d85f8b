import Geometry

/// A KV cache in which every request reserves one contiguous run of token slots, first fit: what systems did
/// before PagedAttention (Kwon et al., SOSP 2023, §3 and Fig. 2).
public struct ContiguousPool: Sendable, Equatable {
  /// How many slots a request reserves.
  public enum Policy: Sendable, Equatable {
    /// As many as the longest possible request needs.
    case longest(Int)
    /// The power of two from its final length on.
    case powerOfTwo
    /// Its final length, which nobody knows beforehand.
    case exact

    /// The slots for a request of some final length.
    public func slots(for length: Int) -> Int {
      switch self {
      case .longest(let most): return max(most, length)
      case .exact: return length
      case .powerOfTwo:
        var size = 1
        while size < length { size *= 2 }
        return size
      }
    }
  }

  /// The slots of one request.
  public struct Region: Sendable, Equatable {
    /// Which request.
    public let request: Int
    /// The first slot, and how many there are.
    public let start, length: Int
    /// How many of them hold a token.
    public let written: Int
    /// The slot after the last.
    public var end: Int { start + length }
  }

  /// Slots in all.
  public let slots: Int
  /// What is reserved, by address.
  public private(set) var regions: [Region] = []
  /// Requests that found no hole of their size.
  public private(set) var refused: [Int] = []

  /// Creates an empty pool.
  public init(slots: Int) { self.slots = max(0, slots) }

  /// Reserves the first hole that is large enough; false when there is none.
  @discardableResult public mutating func reserve(_ length: Int, written: Int, for request: Int) -> Bool {
    guard let hole = holes.first(where: { $0.count >= length }) else {
      refused.append(request)
      return false
    }
    let region = Region(
      request: request, start: hole.lowerBound, length: length, written: min(written, length))
    let place = regions.firstIndex { $0.start > region.start } ?? regions.count
    regions.insert(region, at: place)
    return true
  }

  /// Gives the slots of a request back.
  public mutating func end(_ request: Int) { regions.removeAll { $0.request == request } }

  /// The runs of slots that nobody has reserved, by address.
  public var holes: [Range<Int>] {
    var (out, next): ([Range<Int>], Int) = ([], 0)
    for region in regions {
      if region.start > next { out.append(next..<region.start) }
      next = region.end
    }
    if next < slots { out.append(next..<slots) }
    return out
  }

  /// Slots that nobody has reserved.
  public var freeSlots: Int { holes.reduce(0) { $0 + $1.count } }
  /// Slots of the largest hole; 0 without one.
  public var largestHole: Int { holes.reduce(0) { max($0, $1.count) } }
  /// Slots that are reserved.
  public var reserved: Int { regions.reduce(0) { $0 + $1.length } }
  /// Tokens written.
  public var written: Int { regions.reduce(0) { $0 + $1.written } }
  /// Reserved slots that hold no token: internal fragmentation.
  public var waste: Int { reserved - written }
  /// Tokens written ÷ slots reserved; 0 for an empty pool.
  public var usedShare: Double { reserved > 0 ? Double(written) / Double(reserved) : 0 }
}
