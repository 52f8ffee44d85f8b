import Figures
import Rendering
import SVGBackend

/// Answers the page's questions about the figures of a catalogue: what there is, how a story runs, and any
/// picture of it as SVG. One desk belongs to one thread.
public final class FigureDesk {
  private let catalogue: Catalogue
  private let writer = SVGWriter()
  /// The story asked for last: scrubbing asks for many of its pictures.
  private var shown: (key: String, figure: Prepared, board: Storyboard)?

  /// Opens a desk.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Answers the target of a request.
  public func answer(_ target: String) -> PreviewAnswer {
    guard let question = Question(target) else { return .sentence("this is no address", status: 400) }
    do {
      switch question.path {
      case "/catalogue":
        return .text(json(catalogue.entries.map { FigureInfo($0) }), type: "application/json")
      case "/story": return .text(json(try story(question)), type: "application/json")
      case "/frame": return .text(try frame(question), type: "image/svg+xml")
      default: return .sentence("there is no \(question.path)", status: 404)
      }
    } catch let error as InputError {
      return .sentence(error.sentence, status: 400)
    } catch {
      return .sentence("\(error)", status: 400)
    }
  }

  private func story(_ question: Question) throws -> StoryInfo {
    let (figure, board, language) = try told(question)
    return StoryInfo(figure, board, language)
  }

  private func frame(_ question: Question) throws -> String {
    let (figure, board, language) = try told(question)
    let at = question["at"] ?? "still"
    var frame = figure.still(language)
    if at != "still" {
      guard let seconds = Double(at), seconds.isFinite, let there = board.frame(at: seconds) else {
        throw InputError("at takes still or seconds of the story, not “\(at)”")
      }
      frame = there
    }
    if let problem = figure.problem(language) { throw InputError(problem.sentence) }
    let options = SVGOptions(
      id: "lantern-preview", language: language, title: plainText(figure.about.title[language]),
      description: nil)
    return try writer.write(frame, options)
  }

  private func told(_ question: Question) throws -> (Prepared, Storyboard, Language) {
    let word = question["locale"] ?? "en"
    guard let language = Language.allCases.first(where: { $0.text == word }) else {
      throw InputError("there is no locale “\(word)”: choose from en, zh")
    }
    let slug = question["figure"] ?? catalogue.entries.first?.about.slug ?? ""
    let given = question.parameters
    let key = "\(slug) \(question["mode"] ?? "") \(word) \(given)"
    if let shown, shown.key == key { return (shown.figure, shown.board, language) }
    let figure = try catalogue.figure(slug).prepared(mode: question["mode"], given: given)
    let board = figure.storyboard(language)
    shown = (key, figure, board)
    return (figure, board, language)
  }
}
