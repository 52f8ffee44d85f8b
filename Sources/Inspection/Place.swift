import Figures

/// Which of the many pictures of a figure something is in.
public struct Place: Sendable {
  /// The moment that a picture shows.
  public enum Moment: Sendable, Equatable {
    /// No single one: the figure or the story as a whole.
    case whole
    /// The still.
    case still
    /// A beat by its index and address, and the progress of its motion, 0…1.
    case beat(Int, String, progress: Double)
  }

  /// The slug of the figure.
  public var figure: String
  /// The mode; empty for all of them.
  public var mode: String
  /// The parameters that differ from their defaults.
  public var settings: [(name: String, text: String)]
  /// The language of the words; nil for any.
  public var language: Language?
  /// The moment.
  public var moment: Moment

  /// Creates a place.
  public init(
    figure: String, mode: String = "", settings: [(name: String, text: String)] = [],
    language: Language? = nil, moment: Moment = .whole
  ) {
    (self.figure, self.mode, self.settings) = (figure, mode, settings)
    (self.language, self.moment) = (language, moment)
  }

  /// The same telling at another moment.
  public func at(_ moment: Moment) -> Place {
    var place = self
    place.moment = moment
    return place
  }

  /// The place without the figure, as `render` would be asked for it: `decode, slots=8, zh, waste:0.4`.
  public var text: String {
    var words = mode.isEmpty ? [] : [mode]
    words += settings.map { "\($0.name)=\($0.text)" }
    if let language { words.append(language.text) }
    switch moment {
    case .whole: break
    case .still: words.append("still")
    case .beat(_, let name, let progress):
      words.append(progress == 1 ? name : "\(name):\(trimmed(progress, 2))")
    }
    return words.joined(separator: ", ")
  }
}
