import ArgumentParser
import Figures
import Foundation
import Preview
import Rendering

/// `preview`: a page on which an author sees a figure change while writing it.
struct PreviewCommand<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "preview",
      abstract: "Show the figures on a local page that follows their sources.",
      discussion: """
        Run it in the package of the figures. When a source file is saved, what is needed is built again \
        (a debug build) and the page shows the new picture, or where the compiler found an error.
        """)
  }

  @Option(help: "The port on this machine; 0 for any that is free.")
  var port = "8417"
  @Option(
    help: .init("The folder of the package. (default: the nearest with a Package.swift)", valueName: "dir"))
  var package: String?
  @Option(help: .init("Where the package is built. (default: its .build)", valueName: "dir"))
  var scratchPath: String?

  func run(on console: Console) throws {
    let port = UInt16(try wholeNumber("port", port, in: 0...65_535))
    let folder = try packageFolder()
    let own = CommandLine.arguments.first ?? App.name
    let server = try PreviewServer(
      folder: folder, product: App.name, scratch: scratchPath, program: URL(fileURLWithPath: own).path,
      port: port)
    let end = DispatchSemaphore(value: 0)
    let failure = Failure()
    Task {
      do {
        try await server.run { port in console.print("http://127.0.0.1:\(port)/\n") }
      } catch {
        failure.sentence = "port \(port) can't be used (\(error)): name another with --port"
      }
      end.signal()
    }
    end.wait()
    if let sentence = failure.sentence { throw RenderFailure(sentence) }
  }

  private func packageFolder() throws -> String {
    let start = URL(fileURLWithPath: package ?? ".").standardizedFileURL
    var folder = start
    while true {
      if exists(folder.path + "/Package.swift") { return folder.path }
      if package != nil || folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    throw InputError(
      "there is no Package.swift in \(start.path)\(package == nil ? " or above it" : ""): "
        + "run preview in the package of your figures, or name its folder with --package")
  }
}

/// What went wrong in a task, for the thread that waits for it.
private final class Failure: @unchecked Sendable { var sentence: String? }

/// The figures' side of `preview`, which starts it.
struct PreviewWorker<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "preview-worker", shouldDisplay: false)
  }

  func run(on console: Console) throws { serveFigures(FigureDesk(App.catalogue)) }
}
