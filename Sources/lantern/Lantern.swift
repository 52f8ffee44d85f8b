import Figures
import LanternCommand
import Textbook

/// The command line of the textbook.
@main struct Lantern: LanternApp {
  static let abstract = "Turns mechanisms of LLM systems into pictures."
  static let catalogue = textbook
}
