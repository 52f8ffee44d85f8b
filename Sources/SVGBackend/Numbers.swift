import Geometry

/// How finely coordinates are written, in digits after the point.
///
/// One digit is a fifth of a pixel of a screen with two pixels a point, where antialiasing hides the
/// rest; what a group magnifies gets more.
struct Grid: Hashable {
  let digits: Int
  private let scale: Double

  init(digits: Int) {
    self.digits = digits
    scale = [1, 10, 100, 1000, 10_000, 100_000][digits]
  }

  /// The grid for coordinates that a map magnifies.
  init(under m: Affine) {
    let stretch = max(m.a * m.a + m.b * m.b, m.c * m.c + m.d * m.d).squareRoot()
    self.init(digits: stretch <= 2 ? 1 : stretch <= 20 ? 2 : stretch <= 200 ? 3 : 4)
  }

  static let standard = Grid(digits: 1), fine = Grid(digits: 2), finest = Grid(digits: 5)

  /// The nearest step of the grid, counted from 0; at most a billion points away.
  func step(_ x: Double) -> Int { x.isNaN ? 0 : Int((x.clamped(to: -1e9...1e9) * scale).rounded()) }

  /// A coordinate, without zeros that say nothing.
  func text(_ x: Double) -> String { text(step: step(x)) }

  /// The coordinate of a step.
  func text(step: Int) -> String {
    // Most coordinates are whole.
    if digits == 1 && step % 10 == 0 { return String(step / 10) }
    var (n, d) = (step.magnitude, digits)
    while d > 0 && n % 10 == 0 {
      n /= 10
      d -= 1
    }
    let sign = step < 0 ? "-" : ""
    guard d > 0 else { return "\(sign)\(n)" }
    var unit: UInt = 1
    for _ in 0..<d { unit *= 10 }
    let fraction = "\(n % unit)"
    let zeros = String(repeating: "0", count: d - fraction.utf8.count)
    return (n >= unit ? "\(sign)\(n / unit)." : "\(sign).") + zeros + fraction
  }
}

/// Adds up 0 times each number, which stays 0 while all are finite and small enough to be written.
struct Soundness {
  private(set) var isSound = true

  mutating func add(_ numbers: Double...) { for x in numbers { isSound = isSound && x.magnitude < 1e9 } }
  mutating func add(_ p: Point) { add(p.x, p.y) }
  mutating func add(_ r: Rect) { add(r.minX, r.minY, r.width, r.height) }
}
