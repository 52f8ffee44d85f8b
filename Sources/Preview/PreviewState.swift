/// What the page is told about the figures' program.
struct PreviewStatus: Encodable, Sendable {
  enum Phase: String, Encodable, Sendable {
    /// A build is under way; the program before it still answers.
    case building
    /// The program is that of the sources.
    case ready
    /// The sources don't build; the program before them still answers.
    case broken
  }
  /// Counts changes of the status.
  var version = 0
  /// Counts programs: another number means other figures.
  var program = 0
  var phase = Phase.building
  /// How long the last build took.
  var seconds = 0.0
  var errors: [Diagnostic] = []
}

/// The status, and those who wait for it to change.
actor PreviewState {
  private(set) var status = PreviewStatus()
  private(set) var worker: Worker
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ worker: Worker) { self.worker = worker }

  func startBuild() { change { $0.phase = .building } }

  func endBuild(_ errors: [Diagnostic], seconds: Double, program: String) {
    if errors.isEmpty {
      worker.stop()
      worker = Worker(program: program)
    }
    change {
      $0.phase = errors.isEmpty ? .ready : .broken
      $0.errors = errors
      $0.seconds = seconds
      if errors.isEmpty { $0.program += 1 }
    }
  }

  /// The status once it is another than the one that was seen, or after a while.
  func status(after seen: Int, patience: Duration = .seconds(20)) async -> PreviewStatus {
    if seen >= status.version {
      let version = status.version
      Task {
        try? await Task.sleep(for: patience)
        if status.version == version { wake() }
      }
      await withCheckedContinuation { waiting.append($0) }
    }
    return status
  }

  private func change(_ body: (inout PreviewStatus) -> Void) {
    body(&status)
    status.version += 1
    wake()
  }

  private func wake() {
    for one in waiting { one.resume() }
    waiting = []
  }
}
