import Geometry

/// Equal but for rounding, for coordinates of a few hundred points.
func near(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-9 }
func near(_ a: Point, _ b: Point) -> Bool { a.distance(to: b) < 1e-9 }
func near(_ a: Rect, _ b: Rect) -> Bool {
  near(a.origin, b.origin) && near(a.width, b.width) && near(a.height, b.height)
}

/// Seeded shapes.
extension Mulberry32 {
  mutating func point() -> Point { Point(200 * next() - 100, 200 * next() - 100) }
  mutating func rect() -> Rect { Rect(from: point(), to: point()) }
  mutating func affine() -> Affine {
    Affine(4 * next() - 2, 4 * next() - 2, 4 * next() - 2, 4 * next() - 2, 9 * next(), 9 * next())
  }
}
