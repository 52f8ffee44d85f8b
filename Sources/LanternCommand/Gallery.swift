import ArgumentParser
import Figures
import Rendering

/// `gallery`: one page that shows what was rendered.
struct Gallery<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gallery",
      abstract: "Write one page, index.html, that shows the pictures in the output folder.")
  }

  @Option(parsing: .unconditional, help: .init("The folder that was rendered to.", valueName: "dir"))
  var out = "Output"

  func run(on console: Console) throws {
    let folder = try outputFolder(out)
    let page = try GalleryPage(App.catalogue, in: folder)
    guard page.pictureCount > 0 else {
      throw InputError(
        "there are no pictures of these figures in \(folder.path): run “\(App.name) render --all” first")
    }
    folder.clearTemporaries(in: ".")
    try folder.write(Array(page.html.utf8), to: "index.html")
    console.print("\(folder.path(of: "index.html"))\n")
  }
}
