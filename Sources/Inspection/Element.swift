import Figures

/// The thing in a picture that a fault is about.
public struct Element: Sendable {
  /// What it is to a reader: its words, its meaning, or what kind of mark it is.
  public let name: String
  /// The line of the figure's source that made it; nil when it is not known.
  public let source: SourceLine?
  /// Where it is, in canvas coordinates; nil for what has no place.
  public let box: Rect?
  /// Who it is, when things that one line of source made are told apart.
  let identity: Identity?

  /// Names a thing.
  public init(_ name: String, source: SourceLine? = nil, box: Rect? = nil, identity: Identity? = nil) {
    self.name = name
    self.identity = identity
    self.source = source.flatMap { $0.line > 0 ? $0 : nil }
    self.box = box
  }
}

/// A fault in one picture or story, before it is known how often it occurs.
public struct Flaw: Sendable {
  /// What it is about.
  public let element: Element
  /// What is wrong, by how much, and what would mend it; without the name of the element.
  public let sentence: String
  /// The theme in which it is; nil for all.
  public let theme: Theme.Name?
  /// The moment, when the rule looked at more than one.
  public let place: Place?

  /// States a fault.
  public init(_ element: Element, _ sentence: String, theme: Theme.Name? = nil, place: Place? = nil) {
    (self.element, self.sentence, self.theme, self.place) = (element, sentence, theme, place)
  }
}

/// A fault of a figure: where it is seen first, and in how many pictures.
public struct Finding: Sendable {
  /// The rule that is broken.
  public let rule: String
  /// The first picture that shows it, tellings with default parameters before others.
  public let place: Place
  /// The fault there.
  public let flaw: Flaw
  /// All pictures that show it, the first included.
  public internal(set) var places: [Place]

  init(_ rule: String, _ flaw: Flaw, _ place: Place) {
    self.rule = rule
    self.flaw = flaw
    self.place = flaw.place ?? place
    places = [flaw.place ?? place]
  }
}
