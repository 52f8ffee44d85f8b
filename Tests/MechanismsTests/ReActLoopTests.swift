import Mechanisms
import Testing

@Suite("ReAct: checks of 11.1") struct ReActLoopTests {
  @Test func runs() {
    let plain = ReActLoop(limit: 8)
    #expect(plain.calls.count == 5 && plain.observations == 4 && plain.answer == 0)
    let fault = ReActLoop(limit: 8, faults: 1)
    #expect(fault.calls.count == 6 && fault.observations == 5 && fault.answer == 0)
    let short = ReActLoop(limit: 4)
    #expect(short.calls.count == 4 && short.answer == nil)
    #expect(ReActLoop(.actOnly, limit: 8).answer == 1 && ReActLoop(.reasonOnly, limit: 8).answer == 1)
    #expect(ReActLoop(.reasonOnly, limit: 8).calls.count == 1)
  }

  @Test("Calls = observations + 1 when finished; each observation answers the action before it")
  func observations() {
    for style in AgentStyle.allCases {
      for limit in 1...10 {
        for faults in 0...2 {
          let loop = ReActLoop(style, limit: limit, faults: faults)
          #expect(loop.calls.count <= limit)
          if loop.answer != nil { #expect(loop.calls.count == loop.observations + 1) }
          for call in loop.calls {
            guard case .lookup(let goal, let misspelt) = call.action else { continue }
            #expect(call.found == (misspelt ? nil : goal))
          }
          // The transcript only grows: a longer run begins with the shorter one.
          let longer = ReActLoop(style, limit: limit + 1, faults: faults)
          #expect(Array(longer.calls.prefix(loop.calls.count)) == loop.calls)
        }
      }
    }
  }

  @Test("Tokens: nP + s·n(n−1)/2 read, P + s(n−1) newly computed with a cached prefix")
  func tokens() {
    let tokens = AgentTokens(prompt: 400, step: 120)
    #expect(tokens.input(5) == 3200 && tokens.computed(5) == 880)
    #expect(tokens.input(10) == 9400 && tokens.computed(10) == 1480)
    for n in 1...10 {
      #expect(tokens.input(n) == (1...n).reduce(0) { $0 + tokens.context($1) })
    }
  }

  @Test(
    "Published: ReAct is above acting only, and on HotpotQA below reasoning only (Yao et al., Tables 1, 3)")
  func published() {
    let (h, a) = (ReActResults.hotpotQA, ReActResults.alfWorld)
    #expect(h.act == 25.7 && h.react == 27.4 && h.reason == 29.4 && h.both == 35.1)
    #expect(a.react == 71 && a.act == 45 && a.butler == 37)
  }

  @Test("The lengths are those of the table")
  func table() {
    for (i, length) in ReActLoop.lengths.enumerated() {
      #expect(ReActLoop.facts[2 + i].value == "\(length)")
      #expect(ReActLoop.facts[2 + i].entity == ReActLoop.facts[i].value)
      #expect(ReActLoop.facts[i].entity == ReActLoop.bridges[i])
    }
    #expect(ReActLoop(limit: 8).goalsDone(after: 2) == 2 && ReActLoop(limit: 8).goalsDone(after: 9) == 4)
  }
}
