import ArgumentParser
import Figures
import Rendering

/// `new`: starts a figure that builds and renders.
struct New<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: "Start a figure that builds and renders.",
      discussion: """
        In a package that depends on Lantern the figure is added to it. In an empty folder a package is made \
        around it. In Lantern's own sources it goes to the part that --part names.
        """)
  }

  @Argument(help: "The slug of the figure: lower-case letters, digits and hyphens.")
  var slug: String
  @Option(
    parsing: .unconditional,
    help: .init("In Lantern's sources: the part, for example 07-serving.", valueName: "part"))
  var part: String?
  @Option(
    parsing: .unconditional,
    help: .init(
      "For a new package: where Lantern's sources are. (default: those of this program)", valueName: "dir"))
  var lantern: String?

  func run(on console: Console) throws {
    let slugs = App.catalogue.entries.map { $0.about.slug }
    guard slug == addressWord(slug), slug.first?.isLetter == true else {
      let near = addressWord(slug)
      throw InputError(
        "“\(slug)” is not a slug: write lower-case letters, digits and hyphens, a letter first"
          + (near.first?.isLetter == true ? ", for example \(near)" : ""))
    }
    guard !slugs.contains(slug) else {
      throw InputError("there is a figure “\(slug)” already: choose another slug")
    }
    let site = try ScaffoldSite.find(part: part, lantern: lantern)
    let scaffold = Scaffold(slug: slug, site: site)
    for (path, _) in scaffold.files where exists(path) {
      throw InputError("\(path) exists already: choose another slug, or move it away")
    }
    for (path, text) in scaffold.files {
      let slash = path.lastIndex(of: "/") ?? path.startIndex
      let name = path[slash...].drop { $0 == "/" }
      try OutputFolder(slash == path.startIndex ? "." : String(path[..<slash])).write(
        Array(text.utf8), to: String(name))
      console.print("wrote \(path)\n")
    }
    console.print(scaffold.advice)
  }
}
