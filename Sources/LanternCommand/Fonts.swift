import ArgumentParser
import Figures
import Rendering
import SVGBackend

/// `fonts`: what a site serves so that its figures have their letters.
struct Fonts<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fonts",
      abstract: "Write the web fonts of all figures, and the style sheet that a site loads for them.")
  }

  @Option(parsing: .unconditional, help: .init("The folder to write to.", valueName: "dir"))
  var out = "Output"

  func run(on console: Console) throws {
    let folder = try outputFolder(out)
    let fonts: [WebFont]
    do {
      fonts = try WebFonts().subset(characters(of: App.catalogue))
    } catch let error as SVGError {
      throw RenderFailure(error.description)
    }
    folder.clearTemporaries(in: "fonts")
    for font in fonts { try folder.write(font.bytes, to: "fonts/" + font.fileName) }
    try folder.write(Array(WebFonts.sheet(fonts).utf8), to: "fonts/lantern.css")
    console.print("\(folder.path(of: "fonts/lantern.css"))\n")
  }

  /// Everything that a still or a beat at rest writes, with every parameter at its default and at its
  /// extremes; and the printable characters of ASCII, so that other settings find their numbers.
  private func characters(of catalogue: Catalogue) throws -> FontCharacters {
    var characters = FontCharacters()
    let ascii = String(String.UnicodeScalarView((32...126).map { Unicode.Scalar(UInt8($0)) }))
    for face in [Face.sans, .sansMedium, .sansBold, .mono, .monoBold] { characters.add(ascii, face) }
    for entry in catalogue.entries {
      let settings = [[]] + entry.parameters.flatMap { p in p.extremes.map { [(name: p.name, text: $0)] } }
      for mode in entry.modes {
        for given in settings {
          let figure = try entry.prepared(mode: mode, given: given)
          for language in Language.allCases {
            characters.add(figure.still(language))
            let board = figure.storyboard(language)
            for beat in figure.beats.indices {
              board.frame(beat: beat, progress: 1).map { characters.add($0) }
            }
          }
        }
      }
    }
    return characters
  }
}
