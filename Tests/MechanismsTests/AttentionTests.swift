import Geometry
import Mechanisms
import Testing

/// Scaled dot-product attention (Vaswani et al., Attention Is All You Need, 2017, eq. 1).
@Suite struct AttentionTests {
  let sentence = AttentionSentence.attention()

  func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 5e-7) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude < tolerance }
  }
  func row(_ query: Int, of a: Attention) throws -> AttentionRow { try #require(a.row(query: query)) }
  let e2 = Maths.exp(2)

  @Test("Row “sat”: scores 0 4 0, scaled 0 2 0, e²/(e² + 2) on cat")
  func rowSat() throws {
    let r = try row(3, of: sentence)
    #expect(Array(r.scores.prefix(3)) == [0, 4, 0])
    #expect(Array(r.scaled.prefix(3)) == [0, 2, 0])
    #expect(near(r.weights, [0.106507, 0.786986, 0.106507, 0, 0, 0]))
    #expect((r.weights[1] - e2 / (e2 + 2)).magnitude < 1e-15)
    #expect(near(r.output, [0.106507, 0.786986, 0.106507, 0]))
    #expect(near([r.exponentials[1], r.sum], [7.389056, 9.389056]))
    #expect(near([r.entropy], [0.960218]))
    #expect(r.largest == r.weights[1])
    #expect(Array(r.softmax.scores.suffix(3)) == Array(repeating: -.infinity, count: 3))
  }

  @Test("Rows “on”, “the” and “mat”")
  func otherRows() throws {
    #expect((try row(4, of: sentence).weights[2] - e2 / (e2 + 3)).magnitude < 1e-15)
    #expect((try row(4, of: sentence).weights[2] - 0.711235).magnitude < 5e-7)
    #expect((try row(5, of: sentence).weights[3] - e2 / (e2 + 4)).magnitude < 1e-15)
    #expect((try row(5, of: sentence).weights[3] - 0.648786).magnitude < 5e-7)
    #expect(
      near(try row(6, of: sentence).weights, [0.063189, 0.171765, 0.063189, 0.466905, 0.063189, 0.171765]))
  }

  @Test("Rows sum to 1, the upper triangle is exactly 0, row 1 is (1), n(n + 1)/2 live edges")
  func triangle() {
    for (i, r) in sentence.rows.enumerated() {
      #expect((r.weights.reduce(0, +) - 1).magnitude < 1e-15)
      #expect(r.weights[(i + 1)...].allSatisfy { $0 == 0 })
      #expect(r.liveEdges == i + 1)
      #expect(r.query == i + 1)
    }
    #expect(sentence.rows[0].weights == [1, 0, 0, 0, 0, 0])
    #expect(sentence.liveEdges == 21)
    #expect(sentence.flops == 4 * 36 * 4)
  }

  @Test("A query of zeros shares equally, 1/i each")
  func zeroQuery() {
    let zero = Attention(
      queries: Matrix(rows: 6, columns: 4), keys: AttentionSentence.keys, values: AttentionSentence.values)
    for (i, r) in zero.rows.enumerated() {
      #expect(near(Array(r.weights[...i]), Array(repeating: 1 / Double(i + 1), count: i + 1), 1e-15))
      #expect((r.entropy - Maths.log2(Double(i + 1))).magnitude < 1e-14)
    }
  }

  @Test("Var(q·k) = d for independent components of mean 0 and variance 1 (footnote 4), all signs counted")
  func scoreVariance() {
    for d in 1...6 {
      var (sum, squares) = (0.0, 0.0)
      let cases = 1 << (2 * d)
      func signs(_ bits: Int) -> [Double] { (0..<d).map { bits >> $0 & 1 == 0 ? 1 : -1 } }
      for bits in 0..<cases {
        let score = dotProduct(signs(bits), signs(bits >> d))
        sum += score
        squares += score * score
      }
      #expect(sum == 0)
      #expect(squares / Double(cases) == Double(d))
    }
  }

  @Test("Without the scale “sat” puts 0.964663 on cat; a temperature of √d puts it back")
  func scale() throws {
    let raw = AttentionSentence.attention(scaled: false)
    #expect((try row(3, of: raw).weights[1] - 0.964663).magnitude < 5e-7)
    let warm = AttentionSentence.attention(scaled: false, temperature: 2)
    #expect(warm.weights == sentence.weights)
  }

  @Test("Without mask and positions, permuted tokens give permuted outputs")
  func permutation() throws {
    let open = AttentionSentence.attention(mask: .none)
    let sat = try row(3, of: open)
    #expect(near([sat.weights[1], sat.weights[5]], [0.393493, 0.393493]))
    // Both “the” are the same key.
    for r in open.rows { #expect(r.weights[0] == r.weights[4]) }
    var dice = Mulberry32(seed: 5)
    for _ in 0..<50 {
      var order = Array(0..<6)
      for i in stride(from: 5, through: 1, by: -1) { order.swapAt(i, Int(dice.next() * Double(i + 1))) }
      let shuffled = Attention(
        queries: AttentionSentence.queries.reordered(order), keys: AttentionSentence.keys.reordered(order),
        values: AttentionSentence.values.reordered(order), mask: .none)
      #expect(near(shuffled.outputs.values, open.outputs.reordered(order).values, 1e-15))
    }
  }

  @Test("Masking happens before softmax: a prefix attends as if the rest weren't there")
  func prefixes() {
    for n in 1...6 {
      let order = Array(0..<n)
      let short = Attention(
        queries: AttentionSentence.queries.reordered(order), keys: AttentionSentence.keys.reordered(order),
        values: AttentionSentence.values.reordered(order))
      #expect(short.outputs == sentence.outputs.reordered(order))
    }
  }

  @Test("Every setting of the sliders: rows sum to 1, entropy within log₂ of what is visible")
  func settings() {
    for quarters in 1...16 {
      for scaled in [true, false] {
        for mask in [AttentionMask.causal, .none, .window(2)] {
          let a = AttentionSentence.attention(
            scaled: scaled, mask: mask, temperature: Double(quarters) / 4)
          for r in a.rows {
            #expect((r.weights.reduce(0, +) - 1).magnitude < 1e-14)
            #expect(r.entropy >= 0 && r.entropy <= Maths.log2(Double(r.liveEdges)) + 1e-12)
            #expect(zip(r.weights, r.visible).allSatisfy { $1 ? $0 > 0 : $0 == 0 })
          }
        }
      }
    }
  }

  @Test("A new query stands after the cache: the last row of the whole, computed alone")
  func decodeStep() {
    let last = Attention(
      queries: AttentionSentence.queries.reordered([5]), keys: AttentionSentence.keys,
      values: AttentionSentence.values)
    #expect(last.rows[0].weights == sentence.rows[5].weights)
    #expect(last.liveEdges == 6)
  }

  @Test("A window of w leaves w·n − w(w − 1)/2 edges")
  func window() {
    for w in 1...6 {
      #expect(AttentionSentence.attention(mask: .window(w)).liveEdges == w * 6 - w * (w - 1) / 2)
    }
    #expect(AttentionMask.window(-2).allows(query: 3, key: 3))
  }

  @Test func shapesThatDisagreeGiveNoRows() throws {
    let odd = Attention(
      queries: Matrix(rows: 2, columns: 3), keys: AttentionSentence.keys, values: AttentionSentence.values)
    #expect(odd.rows.isEmpty && odd.flops == 0 && odd.row(query: 1) == nil)
    #expect(odd.outputs.rows == 0)
    let nothing = Attention(queries: Matrix([]), keys: Matrix([]), values: Matrix([]))
    #expect(nothing.rows.isEmpty)
    #expect(try row(-3, of: sentence).query == 1)
    #expect(try row(99, of: sentence).query == 6)
    let fewKeys = Attention(
      queries: Matrix([[1], [1]]), keys: Matrix([[1]]), values: Matrix([[5]]))
    // The first query stands before the first key and sees nothing.
    #expect(fewKeys.rows[0].weights == [0] && fewKeys.rows[0].output == [0])
    #expect(fewKeys.rows[1].output == [5])
    #expect(AttentionSentence.tokens.count == AttentionSentence.queries.rows)
  }
}
