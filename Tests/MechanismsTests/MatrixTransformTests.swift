import Geometry
import Mechanisms
import Testing

private let shear = PlaneMatrix(1, 1, 0, 1)

/// Matrices of all kinds, from a fixed sequence.
private let samples: [PlaneMatrix] =
  MatrixPreset.allCases.map { $0.path(degrees: 35).matrix }
  + (0..<60).map { k in
    let x = (0..<4).map { Double((k * 37 + $0 * 71 + k * k * 13) % 97) / 16 - 3 }
    return PlaneMatrix(x[0], x[1], x[2], x[3])
  }

/// The signed area inside a closed polygon.
private func area(_ corners: [Point]) -> Double {
  corners.indices.reduce(0) { sum, i in
    let (p, q) = (corners[i], corners[(i + 1) % corners.count])
    return sum + (p.x * q.y - q.x * p.y) / 2
  }
}

@Suite("A matrix moves the whole grid: checks of 0.4") struct MatrixTransformTests {
  @Test("The shear keeps area, has the golden singular values and one eigen-direction")
  func shearing() {
    #expect(shear.determinant == 1)
    #expect(abs(shear.svd.sigma[0] - 1.618034) < 1e-6 && abs(shear.svd.sigma[1] - 0.618034) < 1e-6)
    #expect(shear.realEigenvalues == [1, 1])
    #expect(shear.eigenDirections == [Point(1, 0)])
  }

  @Test("Eigenvalues and singular values of Strang’s examples")
  func examples() {
    let symmetric = PlaneMatrix(2, 1, 1, 2)
    #expect(symmetric.realEigenvalues == [3, 1])
    let diagonal = 0.5.squareRoot()
    for (found, want) in zip(
      symmetric.eigenDirections, [Point(diagonal, diagonal), Point(diagonal, -diagonal)])
    {
      #expect(found.distance(to: want) < 1e-12)
    }
    let other = PlaneMatrix(3, 0, 4, 5)
    #expect(abs(other.svd.sigma[0] - 6.708204) < 1e-6 && abs(other.svd.sigma[1] - 2.236068) < 1e-6)
    #expect(other.determinant == 15)
    #expect(PlaneMatrix.rotation(degrees: 90).realEigenvalues.isEmpty)
    #expect(PlaneMatrix.rotation(degrees: 180).isScalar && !shear.isScalar)
    #expect(MatrixPreset.project.path(degrees: 0).matrix.rank == 1 && symmetric.rank == 2)
  }

  @Test("Areas are |det|, π|det|; σ₁σ₂ = |det|, σ₁² + σ₂² = ΣA²; UΣVᵀ is A again", arguments: samples)
  func areas(m: PlaneMatrix) {
    let square = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)].map { m($0) }
    #expect(abs(area(square) - m.determinant) < 1e-9)
    let n = 4000
    let disc = (0..<n).map { k in
      let angle = 2 * Maths.pi * Double(k) / Double(n)
      return m(Point(Maths.cos(angle), Maths.sin(angle)))
    }
    #expect(abs(abs(area(disc)) - Maths.pi * abs(m.determinant)) < 1e-4)
    let svd = m.svd
    #expect(abs(svd.sigma[0] * svd.sigma[1] - abs(m.determinant)) < 1e-9)
    let squares = m.a * m.a + m.b * m.b + m.c * m.c + m.d * m.d
    #expect(abs(svd.sigma[0] * svd.sigma[0] + svd.sigma[1] * svd.sigma[1] - squares) < 1e-9)
    #expect((svd.u * svd.stretch * svd.vTransposed).isNear(m))
    #expect(abs(m.flattened(0.25).determinant - 0.75 * m.determinant) < 1e-9 && m.flattened(1).rank < 2)
    for (value, direction) in zip(m.realEigenvalues, m.eigenDirections) {
      #expect(m(direction).distance(to: direction * value) < 1e-6)
    }
  }

  @Test("A turn then a shear is not a shear then a turn")
  func order() {
    let turn = PlaneMatrix.rotation(degrees: 90)
    #expect(turn * shear == PlaneMatrix(0, -1, 1, 1))
    #expect(shear * turn == PlaneMatrix(1, -1, 1, 0))
    #expect((turn * shear)(Point(-1, 2)) == turn(shear(Point(-1, 2))))
  }

  @Test("Blending a half turn collapses it; the polar way keeps its area")
  func blends() {
    let path = MatrixPreset.rotate.path(degrees: 180)
    for k in 0...20 {
      let t = Double(k) / 20
      let blend = PlaneMatrix.identity.mixed(with: path.matrix, at: t)
      #expect(abs(blend.determinant - (1 - 2 * t) * (1 - 2 * t)) < 1e-12)
      #expect(abs(path(t).determinant - 1) < 1e-12)
    }
    // The angle is the slider's: −180° goes the other way round.
    #expect(path(0.5).isNear(.rotation(degrees: 90)))
    #expect(MatrixPreset.rotate.path(degrees: -180)(0.5).isNear(.rotation(degrees: -90)))
  }

  @Test("A path starts at rest, ends at its matrix, and is flat where it says", arguments: samples)
  func paths(m: PlaneMatrix) {
    let path = MatrixPath(m)
    #expect(path(0) == .identity && path(1) == m)
    if m.determinant > 1e-9 {
      #expect(path.flatAt == nil)
      for k in 0...20 { #expect(path(Double(k) / 20).determinant > 0) }
    } else if let flat = path.flatAt {
      #expect(abs(path(flat).determinant) < 1e-9)
    } else {
      Issue.record("no flat moment on the way to \(m)")
    }
  }

  @Test("A product of m×k and k×n costs mkn multiply-adds, 2mkn FLOPs")
  func cost() {
    #expect(MatrixProductCost(m: 2, k: 2, n: 2).multiplyAdds == 8)
    #expect(MatrixProductCost(m: 3, k: 4, n: 5).flops == 120)
  }
}
