import Figures

/// Bands that flow from their own places into one, side by side, so that their widths add up there.
public struct Ribbons: NodeConvertible {
  /// One band.
  public struct Band: Sendable {
    let start: Double
    let width: Double
    let fill: Paint
    let edge: Paint

    /// Creates a band whose middle leaves at `start`, in points along the near side, `width` points wide.
    public init(
      from start: Double, width: Double, fill: Paint, edge: Paint = .role(.compute, .edge)
    ) {
      self.start = start
      self.width = max(0, width)
      self.fill = fill
      self.edge = edge
    }
  }

  /// Which way bands flow.
  public enum Direction: Int, Sendable {
    /// From the top of their room to its bottom.
    case down
    /// From the left of their room to its right.
    case right
  }

  private let bands: [Band]
  private let target: Double
  private let merged: Bool
  private let direction: Direction
  private let tag: @Sendable (Node, Int) -> Node

  /// How far bands that don't flow yet stick out, in points.
  private static let stub = 8.0

  /// Creates bands that meet around `target`, in points along the far side, in their order. Before they
  /// are `merged` they only stick out of their places. `tag` says who each band is.
  public init(
    _ bands: [Band], into target: Double, merged: Bool = true, direction: Direction = .down,
    tag: @escaping @Sendable (_ band: Node, _ index: Int) -> Node = { band, _ in band }
  ) {
    self.bands = bands
    self.target = target
    self.merged = merged
    self.direction = direction
    self.tag = tag
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      var edge = target - bands.reduce(0) { $0 + $1.width } / 2
      for (i, band) in bands.enumerated() {
        canvas.put(tag(piece(band, arrivesAt: edge + band.width / 2), i), in: rect, index: i)
        edge += band.width
      }
    }
  }

  private func piece(_ band: Band, arrivesAt end: Double) -> Node {
    let (merged, direction) = (merged, direction)
    return Node.filling { rect, canvas in
      let length = direction == .down ? rect.height : rect.width
      let start = (x: band.start, y: 0.0)
      let path =
        merged
        ? Path.ribbon(from: start, to: (end, length), width: band.width)
        : Path.ribbon(from: start, to: (band.start, min(Self.stub, length)), width: band.width)
      let placed = path.mapped { p in
        rect.origin + (direction == .down ? p : Point(p.y, p.x))
      }
      // An outline may not make a hair look like a band, nor show a band of no width.
      let stroke = Stroke(band.edge, width: min(1.25, band.width))
      canvas.outline(.path(placed), fill: .plain(band.fill), stroke: stroke)
    }
  }
}
