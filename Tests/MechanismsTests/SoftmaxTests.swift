import Geometry
import Mechanisms
import Testing

@Suite struct SoftmaxTests {
  @Test("Adding a constant to all scores changes nothing, even where exp alone would overflow")
  func shift() {
    let scores = [0.5, -1, 3, 2.25]
    let plain = Softmax(scores).weights
    for constant in [-1000.0, -3, 7, 1000] {
      let moved = Softmax(scores.map { $0 + constant }).weights
      #expect(zip(plain, moved).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
    #expect(Softmax([1000, 0]).exponentials[0] == .infinity)
    #expect(Softmax([1000, 0]).weights == [1, 0])
  }

  @Test func temperatureFlattensOrSharpens() {
    let scores = [2.0, 0, 1]
    var last = -1.0
    for t in [0.25, 0.5, 1, 2, 4] {
      let entropy = Softmax(scores, temperature: t).entropy
      #expect(entropy > last)
      last = entropy
    }
    #expect(Softmax(scores, temperature: 0).weights == [1, 0, 0])
    #expect(Softmax(scores, temperature: .nan) == Softmax(scores))
    #expect(Softmax(scores, temperature: -1) == Softmax(scores, temperature: 0))
  }

  @Test func entropyOfKnownShares() {
    #expect(Softmax([0, 0, 0, 0]).entropy == 2)
    #expect(Softmax([5]).entropy == 0)
    // Shares 1/2, 1/4, 1/4 carry 1.5 bits.
    #expect((Softmax([Maths.log(2), 0, 0]).entropy - 1.5).magnitude < 1e-15)
  }

  @Test func specialScores() {
    #expect(Softmax([]).weights.isEmpty && Softmax([]).largest == 0)
    let masked = Softmax([-.infinity, -.infinity])
    #expect(masked.weights == [0, 0] && masked.sum == 0 && masked.entropy == 0)
    #expect(Softmax([.nan, 1]).weights == [0, 1])
    #expect(Softmax([.infinity, 3, .infinity]).weights == [0.5, 0, 0.5])
    #expect(Softmax([0, -.infinity]).weights == [1, 0])
  }
}

@Suite struct MatrixTests {
  @Test func raggedRowsAreFilledUp() {
    let m = Matrix([[1, 2], [], [3]])
    #expect((m.rows, m.columns) == (3, 2))
    #expect(m.values == [1, 2, 0, 0, 3, 0])
    #expect(m.row(0) == [1, 2] && m.row(-1).isEmpty && m.row(3).isEmpty)
    #expect(m.reordered([2, 9, 0]) == Matrix([[3, 0], [1, 2]]))
  }

  @Test func outsideReadsZeroAndKeepsNothing() {
    var m = Matrix(rows: 1, columns: 2)
    m[0, 2] = 9
    m[-1, 0] = 9
    m[0, 1] = 4
    #expect(m.values == [0, 4])
    #expect(m[0, 2] == 0 && m[5, 5] == 0)
    #expect(Matrix(rows: -2, columns: 3).values.isEmpty)
    #expect(dotProduct([1, 2, 3], [4, 5]) == 14)
  }
}
