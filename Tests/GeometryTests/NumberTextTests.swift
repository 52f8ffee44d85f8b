import Geometry
import Testing

@Suite struct NumberTextTests {
  @Test func rounding() {
    #expect(fixed(0.5) == "1" && fixed(-0.5) == "−1" && fixed(1.5) == "2" && fixed(2.5) == "3")
    #expect(fixed(0.25, 1) == "0.3" && fixed(0.125, 2) == "0.13" && fixed(0.35, 1) == "0.4")
    #expect(fixed(9.995, 1) == "10.0" && fixed(0.999, 2) == "1.00" && fixed(999.9996, 3) == "1,000.000")
    #expect(fixed(0.49999999999999994) == "0")
    #expect(fixed(14.285714285714286, 2) == "14.29")
  }

  @Test func signs() {
    #expect(fixed(-3.25, 2) == "−3.25")
    #expect(fixed(-0.0) == "0" && fixed(-0.001, 2) == "0.00" && fixed(-0.004, 3) == "−0.004")
    #expect(grouped(-1_234) == "−1,234" && grouped(0) == "0")
  }

  @Test func grouping() {
    #expect(grouped(999) == "999" && grouped(1_000) == "1,000" && grouped(1_000_001) == "1,000,001")
    #expect(grouped(38_597_376) == "38,597,376")
    // Past 2⁵³ a Double would change the last digit.
    #expect(grouped(9_007_199_254_740_993) == "9,007,199,254,740,993")
    #expect(grouped(.min) == "−9,223,372,036,854,775,808")
    #expect(NumberFormat(digits: 1, grouped: false).text(12_345.67) == "12345.7")
    #expect(fixed(1_234_567.891, 2) == "1,234,567.89")
  }

  @Test func specialNumbers() {
    #expect(fixed(.nan, 2) == "–")
    #expect(fixed(.infinity) == "∞" && fixed(-.infinity, 3) == "−∞")
    #expect(fixed(.leastNonzeroMagnitude, 9) == "0.000000000")
  }

  @Test("A huge number keeps its leading digits")
  func powersOfTen() {
    #expect(fixed(3.8e25) == "3.8·10^{25}")
    #expect(fixed(1e19) == "10^{19}" && fixed(-1e100) == "−10^{100}")
    #expect(fixed(9.999e20) == "10^{21}" && fixed(9.99e20) == "9.99·10^{20}")
    #expect(trimmed(2.5e30, 2) == "2.5·10^{30}")
    #expect(fixed(8.9e18) == "8,900,000,000,000,000,000")
    // Many digits do not make it huge.
    #expect(fixed(12_345_678_901.5, 9) == "12,345,678,901.500000000")
  }

  @Test func digitsAreClamped() {
    #expect(NumberFormat(digits: -3).digits == 0 && NumberFormat(digits: 40).digits == 9)
    #expect(fixed(2.5, -1) == "3")
    #expect(trimmed(1, 12) == "1" && trimmed(1.5, -2) == "2")
  }

  @Test func bareFractions() {
    let bare = NumberFormat(digits: 2, bare: true)
    #expect(bare.text(0.73) == ".73" && bare.text(-0.73) == "−.73" && bare.text(1) == "1.00")
    #expect(bare.text(0.997) == "1.00")
    #expect(NumberFormat(bare: true).text(0) == "0")
  }

  @Test func trimming() {
    #expect(trimmed(2.0) == "2" && trimmed(2.45) == "2.45" && trimmed(2.4996) == "2.5")
    #expect(trimmed(0.0001) == "0" && trimmed(-0.0001) == "0" && trimmed(100) == "100")
    #expect(trimmed(1_000, 0) == "1,000")
    #expect(trimmed(.nan) == "–" && trimmed(.infinity) == "∞")
  }

  @Test func textIsTheNearestDecimal() throws {
    var dice = Mulberry32(seed: 11)
    for _ in 0..<5_000 {
      let digits = Int(dice.next() * 10)
      let x = (dice.next() - 0.5) * Maths.pow(10, (dice.next() * 12).rounded())
      let text = NumberFormat(digits: digits, grouped: false).text(x)
      let back = try #require(Double(String(text.map { $0 == "−" ? "-" : $0 })))
      let half = 0.5 * Maths.pow(10, -Double(digits))
      #expect((back - x).magnitude <= half * (1 + 1e-9) + x.magnitude * 3e-16)
    }
  }
}
