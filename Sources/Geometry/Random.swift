/// The mulberry32 generator: 32 bits of state, the same sequence on every platform.
///
/// One call: s ← s + 0x6D2B79F5; t = (s ⊕ s≫15)·(s | 1); t ← t ⊕ (t + (t ⊕ t≫7)·(t | 61));
/// u = (t ⊕ t≫14)/2³² (T. Ettinger, 2017, public domain).
public struct Mulberry32: Sendable, Equatable {
  private var state: UInt32

  /// Starts the sequence at a seed.
  public init(seed: UInt32) { state = seed }

  /// The next 32 random bits.
  public mutating func nextBits() -> UInt32 {
    state &+= 0x6D2B_79F5
    var t = (state ^ (state >> 15)) &* (state | 1)
    t ^= t &+ (t ^ (t >> 7)) &* (t | 61)
    return t ^ (t >> 14)
  }

  /// The next number in [0, 1).
  public mutating func next() -> Double { Double(nextBits()) / 4_294_967_296 }

  /// The first index whose cumulative probability exceeds the next number, else the last index.
  /// An empty list gives 0.
  public mutating func index(cumulative: [Double]) -> Int {
    let u = next()
    for (i, c) in cumulative.enumerated() where u < c { return i }
    return Swift.max(0, cumulative.count - 1)
  }
}
