import Geometry

/// One frame of the reference scene “continuous batching”: 192 cells in 30 steps of ten frames, by integer formulas.
///
/// Every program that is measured draws the same scene, so that their times can be compared.
public struct ReferenceState: Sendable, Equatable {
  /// Frames of the scene, at 30 a second.
  public static let frames = 300
  /// Cells in a row, and rows.
  static let columns = 16, rows = 12
  /// Colour of each cell, row by row: an index into six.
  public let cells: [Int]
  /// Left edge of the cursor.
  public let cursor: Double
  /// Percent shown by each of three gauges.
  public let gauges: [Double]
  /// Upper left corner and label of the gliding cell, in every other step.
  public let glide: (at: Point, label: String)?

  /// The state in a frame, whose cells are those of its step in `run`.
  init(_ frame: Int, _ run: ReferenceRun) {
    let (k, j) = (frame / 10, frame % 10)
    let m = min(1, Double(j + 1) / 5)
    cells = run.steps[k]
    let (c1, c0) = (k % Self.columns, k > 0 ? (k - 1) % Self.columns : 0)
    cursor = 76 + 80 * (Double(c0) + Double(c1 - c0) * Self.smooth(m))
    gauges = (0..<3).map { g in
      let (a, b) = (Self.gauge(g, k - 1), Self.gauge(g, k))
      return Double(a) + Double(b - a) * m
    }
    guard k % 2 == 0 else {
      glide = nil
      return
    }
    let end = Self.corner(Self.target(k))
    let start = Point(1594, 900)
    let hex = Array("0123456789ABCDEF")[k / 2 % 16]
    glide = (start.mixed(with: end, at: Self.smooth(Double(j + 1) / 10)), "R\(hex)")
  }

  /// Whether two frames look the same.
  public static func == (a: ReferenceState, b: ReferenceState) -> Bool {
    a.cells == b.cells && a.cursor == b.cursor && a.gauges == b.gauges && a.glide?.at == b.glide?.at
      && a.glide?.label == b.glide?.label
  }

  /// Upper left corner of a cell.
  static func corner(_ i: Int) -> Point {
    Point(Double(80 + 80 * (i % columns)), Double(150 + 68 * (i / columns)))
  }

  /// Label of a cell.
  public static func label(_ i: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(65 + 5 * i % 26)))
    return "\(letter)\((3 * i + i / columns) % 10)"
  }

  /// The cell that the gliding one of a step goes to.
  static func target(_ k: Int) -> Int { columns * ((5 * k + 2) % rows) + (7 * k + 3) % columns }

  private static func gauge(_ g: Int, _ k: Int) -> Int { k < 0 ? 10 : (37 * k + 53 * g + 20) % 81 + 10 }
  private static func smooth(_ t: Double) -> Double { t * t * (3 - 2 * t) }
}

/// The cells of all steps of the reference scene.
public struct ReferenceRun: Sendable {
  let steps: [[Int]]

  /// Runs the scene.
  public init() {
    let count = ReferenceState.columns * ReferenceState.rows
    var cells = (0..<count).map { (7 * $0 + 3 * ($0 / ReferenceState.columns)) % 5 }
    var steps = [cells]
    for k in 1..<30 {
      for i in 0..<count where (31 * i + 17 * k) % 16 == 0 { cells[i] = (cells[i] + 1) % 5 }
      if (k - 1) % 2 == 0 { cells[ReferenceState.target(k - 1)] = 5 }
      steps.append(cells)
    }
    self.steps = steps
  }

  /// The state in a frame, 0…299.
  public subscript(frame: Int) -> ReferenceState {
    ReferenceState(min(max(0, frame), ReferenceState.frames - 1), self)
  }
}
