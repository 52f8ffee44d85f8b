import Composition
import Drawing
import Geometry
import Typography

/// The picture of one state: what stands on the stage, and what is said around it.
public struct Stage: Sendable {
  /// What stands between title and caption.
  public let body: Node
  /// A line under the title that says the units or the case; nil for none.
  public var subtitle: Phrase?
  /// Measured values of the model, top right.
  public var telemetry: Telemetry
  /// The sentence at the bottom of a still; beats bring their own.
  public var caption: Phrase?
  /// What a still shows, for a reader who does not see it; nil for what can be told from its parts.
  public var description: Phrase?
  /// Size of the canvas in points.
  public var size: Size

  /// The canvas unless a figure chooses its own shape.
  public static let canvas = Size(960, 540)

  /// Creates a stage.
  public init(
    subtitle: Phrase? = nil, telemetry: Telemetry = Telemetry([]), caption: Phrase? = nil,
    description: Phrase? = nil, size: Size = Stage.canvas, @NodeBuilder _ body: () -> Few<Node>
  ) {
    let nodes = body()
    self.body = nodes.count == 1 ? nodes[0] : Overlay(align: .topLeading) { nodes }.node
    self.subtitle = subtitle
    self.telemetry = telemetry
    self.caption = caption
    self.description = description
    self.size = size
  }
}

/// Values that the model measures, shown as a row of names over values, or as a table.
public struct Telemetry: Sendable {
  /// One value.
  public enum Value: Sendable {
    /// A number, which counts when it changes.
    case number(Double, NumberFormat)
    /// A word, which is swapped.
    case word(Phrase)
  }

  /// One measured quantity.
  public struct Reading: Sendable {
    /// What is measured.
    public let name: Phrase
    /// Its unit; nil for a pure number.
    public let unit: Phrase?
    /// Its value, or one for each row of the table.
    public let values: [Value]

    /// Creates a number.
    public init(_ name: Phrase, _ value: Double, digits: Int = 0, unit: Phrase? = nil) {
      self.init(name, values: [.number(value, NumberFormat(digits: digits))], unit: unit)
    }

    /// Creates a word.
    public init(_ name: Phrase, _ word: Phrase) { self.init(name, values: [.word(word)]) }

    /// Creates one value for each row.
    public init(_ name: Phrase, values: [Value], unit: Phrase? = nil) {
      self.name = name
      self.unit = unit
      self.values = values
    }
  }

  /// What is measured.
  public let readings: [Reading]
  /// Names of the rows of a table; empty for a single row.
  public let rows: [Phrase]

  /// Creates a row of readings, or a table when rows are named.
  public init(_ readings: [Reading], rows: [Phrase] = []) {
    self.readings = readings
    self.rows = rows
  }
}
