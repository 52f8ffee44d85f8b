import Geometry
import Mechanisms
import Testing

private func near(_ a: Double, _ b: Double, _ tolerance: Double = 5e-5) -> Bool {
  (a - b).magnitude <= tolerance
}

@Suite struct ThoughtTreeTests {
  @Test func exactlyOneLeafIsOnTarget() {
    let hits = ThoughtTree.leaves.filter { ThoughtTree.value($0) == 24 }
    #expect(hits.count == 1)
    #expect(ThoughtTree.path(hits[0]).compactMap { ThoughtTree.action($0) } == [0, 0, 1])
    #expect(ThoughtTree.leaves.count == 27 && ThoughtTree.leaves.allSatisfy { ThoughtTree.level($0) == 3 })
  }

  @Test func uniformPlayIsWorthLittleMostPlaces() {
    let means = (1...3).map { child in
      let leaves = ThoughtTree.leaves(below: child)
      return leaves.reduce(0) { $0 + ThoughtTree.reward($1) } / Double(leaves.count)
    }
    for (mean, published) in zip(means, [0.2016, 0.0755, 0.0467]) { #expect(near(mean, published)) }
  }
}

@Suite struct BeamSearchTests {
  private func values(_ search: BeamSearch) -> [[Int]] {
    search.levels.map { $0.kept.map { ThoughtTree.value($0) } }
  }

  @Test func greedyMisses() {
    let search = BeamSearch(beam: 1)
    #expect(values(search) == [[7], [14], [28]])
    #expect(search.evaluations == 9 && !search.finds)
  }

  @Test func twoAreEnough() {
    let search = BeamSearch(beam: 2)
    #expect(values(search)[0] == [7, 4] && values(search)[1] == [14, 12])
    #expect(search.evaluations == 15 && search.finds && ThoughtTree.value(search.answer) == 24)
  }

  @Test func theWidestBeamSeesEveryNode() {
    let search = BeamSearch(beam: 9)
    #expect(search.evaluations == 39 && search.finds)
    #expect(BeamSearch(beam: 0) == BeamSearch(beam: 1))
  }
}

@Suite struct MonteCarloSearchTests {
  private let root2 = 2.0.squareRoot()

  @Test func visitsAfterTwentyFour() {
    for c in [root2, 1.4] {
      let search = MonteCarloSearch(simulations: 24, exploration: c, seed: 1)
      let visits = search.statistics.map { $0.visits }
      #expect(visits[1...3] == [11, 7, 6])
      #expect(ThoughtTree.children(1).map { visits[$0] } == [5, 3, 2])
      #expect(ThoughtTree.children(4).map { visits[$0] } == [1, 2, 1])
      #expect(search.rounds.firstIndex { ThoughtTree.value($0.leaf) == 24 } == 3)
      #expect(search.answer(after: 24).compactMap { ThoughtTree.action($0) } == [0, 0, 1])
    }
  }

  @Test func visitsAfterForty() {
    let search = MonteCarloSearch(simulations: 40, exploration: root2, seed: 1)
    #expect(search.statistics[1...3].map { $0.visits } == [21, 10, 9])
    for seed in UInt32(1)...100 {
      let answer = MonteCarloSearch(simulations: 40, exploration: root2, seed: seed).answer(after: 40)
      #expect(answer.compactMap { ThoughtTree.action($0) } == [0, 0, 1], "seed \(seed)")
    }
  }

  @Test(arguments: [(1.4, UInt32(1)), (0, 7), (3, 99)])
  func countsAddUp(c: Double, seed: UInt32) {
    let search = MonteCarloSearch(simulations: 100, exploration: c, seed: seed)
    #expect(search.rounds.prefix(3).map { $0.expanded } == [1, 2, 3])
    for (k, statistics) in search.history.enumerated() {
      #expect(statistics[0].visits == k)
      for node in 0..<13 where statistics[node].visits > 0 {
        let below = ThoughtTree.children(node).reduce(0) { $0 + statistics[$1].visits }
        #expect(statistics[node].visits == below + (node == 0 ? 0 : 1))
      }
      #expect(near(statistics[0].rewards, search.rounds.prefix(k).reduce(0) { $0 + $1.reward }, 1e-9))
    }
  }

  @Test func scoreOfAChild() {
    let score = MonteCarloSearch.score(mean: 0.6, parent: 16, visits: 4, exploration: root2)
    #expect(near(score, 1.7774))
    #expect(MonteCarloSearch.score(mean: 0, parent: 16, visits: 0, exploration: 0) == .infinity)
  }
}
