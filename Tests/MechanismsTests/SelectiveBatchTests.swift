import Mechanisms
import Testing

@Suite struct SelectiveBatchTests {
  @Test("Prompts 4 9 6 3: a rectangle wastes 14 of 36 cells, the strip has 22 rows (ORCA, OSDI 2022, §3)")
  func paddingAgainstStrip() {
    let batch = SelectiveBatch(prompts: [4, 9, 6, 3])
    #expect(batch.paddedWidth == 9)
    #expect(batch.paddedRows == 36)
    #expect(batch.padding == 14)
    #expect((batch.paddingShare - 0.389).magnitude < 5e-4)
    #expect(batch.flatRows == 22)
    #expect(batch.spans == [0..<4, 4..<13, 13..<19, 19..<22])
    #expect(batch.rows.count == 22)
    #expect(batch.rows[12] == batch.rows.last { $0.request == 1 })
    #expect(batch.rows[12].position == 8)
    // Each request attends alone: Σ p(p + 1)/2.
    #expect(batch.attentionPairs == 10 + 45 + 21 + 6)
  }

  @Test("A mixed iteration: decodes bring one row, prompts all of theirs, none is padded")
  func mixedIteration() {
    let s = BatchScheduler(slots: 4, policy: .continuous).run(.textbook())
    // Iteration 2: E's prompt of 4 beside B, C and D, which have made 2 tokens each.
    let batch = s.selectiveBatch(in: 2)
    #expect(batch.entries.map { $0.request } == [1, 2, 3, 4])
    #expect(batch.entries.map { $0.rows } == [1, 1, 1, 4])
    // The newest token is fed back: cached are the prompt and the tokens before it.
    #expect(batch.entries.map { $0.cached } == [9 + 1, 6 + 1, 3 + 1, 0])
    #expect(batch.flatRows == s.load(of: 2).tokens)
    #expect(batch.attentionPairs == 11 + 8 + 5 + 10)
  }

  @Test("However a prompt is chunked, its queries see the same keys")
  func chunksKeepTheTriangle() {
    for budget in 1...30 {
      let s = BatchScheduler(slots: 1, policy: .chunked(budget: budget))
        .run(BatchWorkload(outputs: [1], prompts: [24]))
      let pairs = (0..<s.iterations).reduce(Int64(0)) { $0 + s.selectiveBatch(in: $1).attentionPairs }
      #expect(pairs == 24 * 25 / 2)
    }
  }

  @Test func emptyAndNegative() {
    #expect(SelectiveBatch([]).paddingShare == 0)
    #expect(SelectiveBatch(prompts: [-3, 0]).flatRows == 0)
    #expect(SelectiveBatch(prompts: [-3, 2]).spans == [0..<0, 0..<2])
  }
}
