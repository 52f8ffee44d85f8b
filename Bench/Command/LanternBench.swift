import ArgumentParser

/// Measures Lantern on scenes that other programs draw too.
@main struct LanternBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lantern-bench", abstract: "Measures Lantern.",
    subcommands: [Frames.self, Growth.self, Still.self, FilmBench.self])
}
