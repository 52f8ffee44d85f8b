import ArgumentParser
import Figures
import Rendering

/// `cache`: what is kept from run to run.
struct Cache<App: LanternApp>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cache", abstract: "Say what is kept from run to run, or delete it.",
      discussion: """
        Pictures are kept in the folder that LANTERN_CACHE names, or else in the user's cache folder, up to two \
        gigabytes or LANTERN_CACHE_BYTES. “LANTERN_CACHE=off” or “render --no-cache” keeps nothing.
        """,
      subcommands: [CacheInfo<App>.self, CacheClear<App>.self])
  }
}

/// `cache info`: where it is and how much it holds.
struct CacheInfo<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "info", abstract: "Where it is, and how much it holds.")
  }

  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  /// What `--json` prints.
  struct Report: Encodable {
    let folder: String?
    let files, bytes, limit: Int
  }

  func run(on console: Console) throws {
    let cache = CacheFolder.usual(environmentValue)
    let (files, bytes) = cache?.census() ?? (0, 0)
    if json {
      let report = Report(folder: cache?.path, files: files, bytes: bytes, limit: cache?.limit ?? 0)
      console.print(Rendering.json(report))
    } else if let cache {
      console.print(
        "\(cache.path): \(grouped(files)) file\(files == 1 ? "" : "s"), \(fixed(Double(bytes) / 1e6, 1)) MB of at most "
          + "\(fixed(Double(cache.limit) / 1e6)) MB\n")
    } else {
      console.print("nothing is kept: LANTERN_CACHE is off, or there is no folder for it\n")
    }
  }
}

/// `cache clear`: deletes it.
struct CacheClear<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "clear", abstract: "Delete everything in it.")
  }

  func run(on console: Console) throws {
    guard let cache = CacheFolder.usual(environmentValue) else { return }
    let (files, bytes) = cache.census()
    cache.clear()
    console.print(
      "\(grouped(files)) file\(files == 1 ? "" : "s") deleted, \(fixed(Double(bytes) / 1e6, 1)) MB\n")
  }
}
