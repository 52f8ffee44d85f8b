import Figures

/// The block table of a sequence: for each of its logical blocks the number of a physical one.
///
/// A heading, then one row for each entry. It stands on the left or on the right of the blocks, its entries
/// always on their side.
public struct BlockTable: NodeConvertible {
  /// One row.
  public struct Entry: Sendable {
    /// The physical block.
    public let block: Int
    /// What it covers, from long to short.
    public let label: [Phrase]
    /// Whether something happens to it.
    public let isEvent: Bool
    /// Makes its box an element: which entry of which table it is.
    public let tag: @Sendable (Node) -> Node

    /// Creates a row.
    public init(
      _ block: Int, label: [Phrase], isEvent: Bool = false,
      tag: @escaping @Sendable (Node) -> Node = { $0 }
    ) {
      (self.block, self.label, self.isEvent, self.tag) = (block, label, isEvent, tag)
    }
  }

  /// Height of the heading, in points.
  public static let heading = 24.0
  private static let headingRoom = 204.0
  /// Room for the labels of the entries, outside of the boxes, in points.
  public static let labels = 112.0

  private let name: [Phrase]
  private let entries: [Entry]
  private let isRight, isHalted: Bool
  private let box: Size
  private let pitch: Double

  /// Creates a table. Boxes have a size in points and stand `pitch` points apart; a halted sequence's are
  /// hatched.
  public init(
    _ name: [Phrase], _ entries: [Entry], isRight: Bool = false, isHalted: Bool = false, box: Size,
    pitch: Double
  ) {
    (self.name, self.entries, self.isRight, self.isHalted) = (name, entries, isRight, isHalted)
    (self.box, self.pitch) = (box, pitch)
  }

  /// Where the boxes stand in a room: for labels there is room outside of them, when the room is wide
  /// enough.
  private func boxX(_ rect: Rect) -> Double {
    let labels = isWide(rect) ? Self.labels : 0
    return isRight ? rect.maxX - labels - box.width : rect.minX + labels
  }

  private func isWide(_ rect: Rect) -> Bool { rect.width >= Self.labels + box.width }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let x = boxX(rect)
      let isWide = isWide(rect)
      // A heading may be longer than the table is wide: on the other side of the boxes there is room.
      let left = isRight ? rect.maxX - Self.headingRoom : rect.minX
      let head = Rect(
        isWide ? left : x, rect.minY, isWide ? Self.headingRoom : box.width, Self.heading)
      let align = Alignment(isWide ? (isRight ? 1 : 0) : 0.5, 0.5)
      canvas.put(FittingText(name, .note.bold, align: align, halo: 4), in: head, index: 0)
      for (i, entry) in entries.enumerated() {
        let cell = Rect(
          x, rect.minY + Self.heading + pitch * Double(i), box.width, box.height)
        canvas.put(entry.tag(self.cell(entry)), in: cell, index: 2 * i + 1)
        guard isWide else { continue }
        let outside =
          isRight ? Rect(cell.maxX, cell.minY, rect.maxX - cell.maxX, cell.height) : cell.leftOf(rect)
        canvas.put(
          FittingText(entry.label, .note.painted(.muted), align: isRight ? .leading : .trailing)
            .padding(isRight ? Insets(left: 12) : Insets(right: 12)), in: outside, index: 2 * i + 2)
      }
    }
  }

  private func cell(_ entry: Entry) -> Node {
    let stroke: Stroke = entry.isEvent ? .strong : Stroke(.line)
    return Node.filling { rect, canvas in
      canvas.outline(
        .rectangle(rect, radius: min(4, rect.height / 3)), fill: isHalted ? .idle : .plain(.panel),
        stroke: stroke)
      canvas.put(FittingText([Phrase("\(entry.block)")], .data, onPlate: isHalted), in: rect, index: 0)
    }
  }
}

extension Rect {
  /// What of a room lies on the left of it, at its height.
  fileprivate func leftOf(_ room: Rect) -> Rect { Rect(room.minX, minY, minX - room.minX, height) }
}
