import Mechanisms
import Testing

@Suite struct BatchProgressTests {
  private let schedules = [BatchPolicy.static, .continuous, .chunked(budget: 8)].flatMap { policy in
    [2, 4, 8].map { BatchScheduler(slots: $0, policy: policy).run(.textbook()) }
  }

  @Test func theEndIsTheWholeSchedule() {
    for run in schedules {
      let end = run.progress(at: run.iterations)
      #expect(end.iterations == run.iterations)
      #expect((end.idleShare - run.idleShare).magnitude < 1e-12)
      #expect(end.meanCompletion == run.meanCompletion)
      #expect(end.tokensPerIteration == run.tokensPerIteration)
      #expect(run.progress(at: 1000) == end)
    }
  }

  @Test func onTheWayItCountsTheCellsOfTheGrid() {
    for run in schedules {
      for k in 1...run.iterations {
        let idle = run.grid.reduce(0) { $0 + $1.prefix(k).filter { $0.kind == .idle }.count }
        #expect((run.progress(at: k).idleShare - Double(idle) / Double(run.slots * k)).magnitude < 1e-12)
        let finished = run.state(at: k).finished.compactMap { run.placement(of: $0)?.end }
        let mean = finished.isEmpty ? nil : Double(finished.reduce(0, +)) / Double(finished.count)
        #expect(run.progress(at: k).meanCompletion == mean)
      }
    }
  }

  @Test func whoHasNotLeftYetDoesNotCount() {
    let run = BatchScheduler(slots: 4, policy: .static).run(.textbook())
    #expect(run.progress(at: 7, settled: false).meanCompletion == nil)
    #expect(run.progress(at: 7).meanCompletion == 7)
    #expect(run.progress(at: 0).idleShare == 0)
    #expect(run.progress(at: 0).tokensPerIteration == 0)
  }
}
