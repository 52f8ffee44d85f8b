import ArgumentParser

/// The command itself.
struct Root<App: LanternApp>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: App.name, abstract: App.abstract,
      subcommands: [
        List<App>.self, Describe<App>.self, Render<App>.self, Check<App>.self, Diff<App>.self,
        Fonts<App>.self, PreviewCommand<App>.self, PreviewWorker<App>.self, New<App>.self, Gallery<App>.self,
        Cache<App>.self,
      ])
  }
}
