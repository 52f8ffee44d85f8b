import Figures

/// A pair of values in the units of a plot's axes.
public struct PlotPoint: Sendable, Hashable {
  /// The values along the axes.
  public var x, y: Double

  /// Creates a pair.
  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// The room inside a plot's axes, and where data lie in it.
public struct PlotArea: Sendable {
  /// The rectangle inside the axes.
  public let rect: Rect
  /// From data to canvas coordinates, rightwards and upwards.
  public let x, y: Scale

  /// Where a pair of values lies.
  public func callAsFunction(_ x: Double, _ y: Double) -> Point { Point(self.x(x), self.y(y)) }

  /// Where a pair of values lies.
  public func callAsFunction(_ p: PlotPoint) -> Point { self(p.x, p.y) }
}

/// Words beside a point of a plot; the plot finds them a free side.
public struct PlotLabel: Sendable {
  /// What is written.
  public var text: Phrase
  /// How it is written.
  public var style: TextStyle
  /// Sides in the order of preference.
  public var sides: [LabelSide]
  /// Lower ranks choose their place first.
  public var rank: Int
  /// 0 hides it without moving the rest, 1 shows it.
  public var opacity: Double
  /// Whether it is left out where it would lie on something.
  public var isOptional: Bool
  /// Whether it may stand so far away that a leader has to point; an optional one is left out otherwise.
  public var hasLeader = true

  /// Creates a label.
  public init(
    _ text: Phrase, _ style: TextStyle = .note, sides: [LabelSide] = LabelSide.allCases, rank: Int = 1,
    opacity: Double = 1, isOptional: Bool = false
  ) {
    self.text = text
    self.style = style
    self.sides = sides
    self.rank = rank
    self.opacity = opacity
    self.isOptional = isOptional
  }
}

/// One thing drawn in a plot: an area, a curve, a dot, words.
public struct PlotItem: Sendable {
  /// What labels heed.
  enum Obstacle: Sendable {
    /// They keep off it.
    case box(Rect)
    /// They keep off it.
    case line(Point, Point)
    /// One colour without lines, on which words need no rim.
    case ground([Point])
  }

  /// Words that the plot places once all lines are known.
  enum Words: Sendable {
    /// Beside a point and clear of it.
    case beside(PlotPoint, clearance: Double)
    /// In a convex area, at the first free one of several places of the rectangle around it.
    case inside([PlotPoint], [Alignment])
    /// On a level line between two ends, at the first free one of several shares of its length.
    case upon(PlotPoint, PlotPoint, [Double])
    /// Left or right of an upright line between two ends, at the first free one of several shares.
    case alongside(PlotPoint, PlotPoint, [Double])
  }

  var identity: Identity?
  var meaning: Phrase?
  let label: PlotLabel?
  let words: Words?
  let bounds: @Sendable (PlotArea) -> Rect
  let obstacles: @Sendable (PlotArea, Language) -> [Obstacle]
  let draw: @Sendable (PlotArea, inout Canvas) -> Void

  init(
    label: PlotLabel? = nil, words: Words? = nil,
    bounds: @escaping @Sendable (PlotArea) -> Rect = { $0.rect },
    obstacles: @escaping @Sendable (PlotArea, Language) -> [Obstacle] = { _, _ in [] },
    draw: @escaping @Sendable (PlotArea, inout Canvas) -> Void = { _, _ in }
  ) {
    self.label = label
    self.words = words
    self.bounds = bounds
    self.obstacles = obstacles
    self.draw = draw
  }

  /// Says who this is over the whole figure, and what it is to a reader; its label moves with it.
  public func same(_ kind: StaticString, _ ids: Int..., named meaning: Phrase? = nil) -> PlotItem {
    same(Identity(kind, ids), named: meaning)
  }

  /// Says who this is by an identity made elsewhere.
  public func same(_ identity: Identity, named meaning: Phrase? = nil) -> PlotItem {
    var item = self
    item.identity = identity
    item.meaning = meaning
    return item
  }
}

/// Collects what is drawn in a plot; `if` and `for` work inside.
@resultBuilder public enum PlotBuilder {
  /// One thing.
  public static func buildExpression(_ item: PlotItem) -> [PlotItem] { [item] }
  /// Things made elsewhere.
  public static func buildExpression(_ items: [PlotItem]) -> [PlotItem] { items }
  /// Things one after the other.
  public static func buildBlock(_ parts: [PlotItem]...) -> [PlotItem] { parts.flatMap { $0 } }
  /// A thing that may be left out.
  public static func buildOptional(_ part: [PlotItem]?) -> [PlotItem] { part ?? [] }
  /// One branch.
  public static func buildEither(first: [PlotItem]) -> [PlotItem] { first }
  /// The other branch.
  public static func buildEither(second: [PlotItem]) -> [PlotItem] { second }
  /// A loop.
  public static func buildArray(_ parts: [[PlotItem]]) -> [PlotItem] { parts.flatMap { $0 } }
}
