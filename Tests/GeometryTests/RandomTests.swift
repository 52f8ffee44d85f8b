import Geometry
import Testing

@Suite struct RandomTests {
  @Test("mulberry32: sequences of an independent implementation in 32-bit integers")
  func sequences() {
    let known: [(UInt32, [UInt32])] = [
      (0, [1_144_304_738, 1_416_247, 958_946_056, 627_933_444, 2_007_157_716, 2_340_967_985]),
      (1, [2_693_262_067, 11_749_833, 2_265_367_787, 4_213_581_821, 4_159_151_403, 1_207_330_352]),
      (14, [1_923_965_576, 1_828_838_565, 2_193_439_812, 1_519_771_395, 834_503_441, 1_827_657_691]),
      (.max, [3_850_105_811, 813_802_916, 3_073_704_848, 4_054_706_436, 3_630_262_831, 2_315_588_663]),
    ]
    for (seed, expected) in known {
      var dice = Mulberry32(seed: seed)
      #expect(expected.map { _ in dice.nextBits() } == expected)
    }
    var dice = Mulberry32(seed: 1)
    var last: UInt32 = 0
    for _ in 0..<100_000 { last = dice.nextBits() }
    #expect(last == 2_346_085_445)
  }

  @Test func numbersFillTheUnitInterval() {
    var dice = Mulberry32(seed: 3)
    let numbers = (0..<50_000).map { _ in dice.next() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = numbers.reduce(0, +) / 50_000
    #expect((mean - 0.5).magnitude < 4 * (1 / 12.0 / 50_000).squareRoot())
  }

  @Test("Inverse CDF: the first index with u < cdf, else the last")
  func indices() {
    // Seed 1 gives 0.627, 0.003, 0.527, 0.981.
    var dice = Mulberry32(seed: 1)
    #expect((0..<4).map { _ in dice.index(cumulative: [0.25, 0.6, 0.9]) } == [2, 0, 1, 2])
    #expect(dice.index(cumulative: []) == 0)
    #expect(dice.index(cumulative: [0]) == 0)
  }
}

@Suite struct StableHashTests {
  @Test("FNV-1a, 64 bits: the published vectors (Fowler, Noll & Vo)")
  func vectors() {
    func hash(_ bytes: [UInt8]) -> UInt64 {
      var h = StableHash()
      for b in bytes { h.combine(byte: b) }
      return h.value
    }
    #expect(hash([]) == 0xcbf2_9ce4_8422_2325)
    #expect(hash(Array("a".utf8)) == 0xaf63_dc4c_8601_ec8c)
    #expect(hash(Array("foobar".utf8)) == 0x8594_4171_f739_67e8)
  }

  @Test func textsEndAndNumbersAreEightBytes() {
    var (a, b, c, n) = (StableHash(), StableHash(), StableHash(), StableHash())
    a.combine("ab" as String)
    b.combine("a" as String)
    b.combine("b" as String)
    c.combine("ab" as StaticString)
    n.combine(-2)
    #expect(a.value == 0xe720_2e19_0542_452f)
    #expect(a.value != b.value)
    #expect(a.value == c.value)
    #expect(n.value == 0xfc1a_3522_5397_861c)
    #expect(sameText("é", "e\u{301}") == false)
    #expect(sameText("槽", "槽"))
  }

  @Test(arguments: [0, 1, 255, 256, 65_536, -1, .max, .min] as [Int64])
  func aNumberIsItsEightBytes(_ number: Int64) {
    var (whole, bytes) = (StableHash(), StableHash())
    whole.combine(number)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.combine(byte: UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
    #expect(whole.value == bytes.value)
  }
}
