import Figures

/// Some rows of a matrix as one block: lines between the rows where they have room, and a band for the row
/// that is followed. Transposed, the rows stand beside each other.
public struct TileBlock: NodeConvertible {
  private let rows: Int
  private let role: Role
  private let followed: Int?
  private let transposed: Bool

  /// Rows are told apart by lines when they are at least this thick, in points.
  private static let ruled = 5.0

  /// Creates a block of rows that fills its room; `followed` counts from 0.
  public init(rows: Int, role: Role, followed: Int? = nil, transposed: Bool = false) {
    self.rows = max(1, rows)
    self.role = role
    self.followed = followed
    self.transposed = transposed
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let pitch = (transposed ? rect.width : rect.height) / Double(rows)
      let radius = min(3, rect.height / 4)
      let edge = Stroke(.role(role, .edge), width: min(1.25, rect.height / 4))
      canvas.outline(.rectangle(rect, radius: radius), fill: .role(role, .fill), stroke: edge)
      // The band is always drawn, so that it stays the same mark when another row is followed.
      let (start, thickness) = (Double(followed ?? 0) * pitch, followed == nil ? 0 : pitch)
      let band =
        transposed
        ? Rect(rect.minX + start, rect.minY, thickness, rect.height)
        : Rect(rect.minX, rect.minY + start, rect.width, thickness)
      canvas.outline(
        .rectangle(band, radius: min(radius, band.height / 4, band.width / 4)), fill: .role(role, .solid))
      var lines = Path()
      for i in 1..<max(2, rows) {
        let (across, length) = (Double(i) * pitch, rows > 1 && pitch >= Self.ruled ? 1.0 : 0)
        if transposed {
          lines.move(to: Point(rect.minX + across, rect.minY))
          lines.line(to: Point(rect.minX + across, rect.minY + length * rect.height))
        } else {
          lines.move(to: Point(rect.minX, rect.minY + across))
          lines.line(to: Point(rect.minX + length * rect.width, rect.minY + across))
        }
      }
      canvas.outline(.path(lines), stroke: Stroke(.role(role, .edge), width: 0.75))
    }
  }
}

/// Some rows of a matrix as cells of heat, with their numbers where they have room, and a ring around the
/// row that is followed.
public struct HeatBlock: NodeConvertible {
  /// One cell.
  public enum Cell: Sendable, Hashable {
    /// Heat from 0 to 1, and the number if it may be written.
    case heat(Double, number: Double? = nil)
    /// Hidden: hatched.
    case masked
  }

  private let cells: [[Cell]]
  private let followed: Int?
  private let format: NumberFormat

  /// The height of the lowest cell that a number is written in.
  private static let writtenHeight = 18.0

  /// Creates a block of cells, row by row, that fills its room; `followed` counts from 0.
  public init(
    _ cells: [[Cell]], followed: Int? = nil, format: NumberFormat = NumberFormat(digits: 2, bare: true)
  ) {
    self.cells = cells
    self.followed = followed
    self.format = format
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let pitch = rect.height / Double(max(1, cells.count))
      for (i, row) in cells.enumerated() {
        let width = rect.width / Double(max(1, row.count))
        for (j, cell) in row.enumerated() {
          let place = Rect(
            rect.minX + Double(j) * width, rect.minY + Double(i) * pitch, width, pitch)
          canvas.put(piece(cell, isFollowed: i == followed), in: place, index: i * 100 + j)
        }
      }
      let ring = Rect(rect.minX, rect.minY + Double(followed ?? 0) * pitch, rect.width, pitch)
      canvas.outline(
        .rectangle(ring.outset(by: 0.5), radius: min(3, pitch / 4)), stroke: followed == nil ? nil : .strong)
    }
  }

  /// The format, or the same with fewer digits, in which a number fits into a cell; nil when it can't.
  private func fitting(_ number: Double, _ style: TextStyle, in cell: Size, _ language: Language)
    -> NumberFormat?
  {
    guard cell.height >= Self.writtenHeight else { return nil }
    for digits in stride(from: format.digits, through: 1, by: -1) {
      let format = NumberFormat(digits: digits, grouped: format.grouped, bare: format.bare)
      if measure(format.text(number), style, language).width + 5 <= cell.width { return format }
    }
    return nil
  }

  private func piece(_ cell: Cell, isFollowed: Bool) -> Node {
    Node.filling { rect, canvas in
      let seam = min(1.5, min(rect.width, rect.height) / 6)
      switch cell {
      case .masked: canvas.outline(.rectangle(rect, radius: 0), fill: .idle)
      case .heat(let heat, let number):
        let area = rect.outset(by: -seam / 2)
        canvas.outline(.rectangle(area, radius: min(2, area.height / 4)), fill: .plain(.scale(heat)))
        let style = (isFollowed ? TextStyle.data.bold : .data).painted(.onScale(heat))
        guard let number, let format = fitting(number, style, in: rect.size, canvas.language) else { return }
        canvas.put(Quantity(number, format, style, align: 0.5), at: rect.center, index: 0)
      }
    }
  }
}
