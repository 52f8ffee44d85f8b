import Figures

/// Relations between the places of a track as arcs above it, each as wide as it is heavy.
///
/// Ends that meet at one place stand side by side in an order that keeps arcs from crossing near it, so
/// that the widths there can be seen to add up.
public struct ArcDiagram: NodeConvertible {
  /// One relation.
  public struct Arc: Sendable {
    let from, to: Int
    let stroke: Stroke
    let fill: Paint?
    let head: Bool

    /// Creates an arc between two places, from 0; the same place twice gives a loop. With `fill` it is a
    /// band of that colour whose outline is painted as the stroke says; `head` puts the arrowhead at
    /// its end.
    public init(from: Int, to: Int, stroke: Stroke, fill: Paint? = nil, head: Bool = false) {
      self.from = from
      self.to = to
      self.stroke = stroke
      self.fill = fill
      self.head = head
    }
  }

  private let arcs: [Arc]
  private let track: Track
  private let height: Double
  private let tag: @Sendable (Node, Int) -> Node

  /// Room between neighbouring ends, inside a loop, and for an arrowhead, in points.
  private static let gap = 1.0, loop = 11.0, headRoom = 9.0
  /// Width of a band's outline, in points.
  private static let outline = 1.25
  /// How high a loop rises, as a share of the height.
  private static let lowest = 0.35

  /// Creates arcs above a track, the longest `height` points high. `tag` says who each arc is.
  public init(
    _ arcs: [Arc], on track: Track, height: Double,
    tag: @escaping @Sendable (_ arc: Node, _ index: Int) -> Node = { arc, _ in arc }
  ) {
    self.arcs = arcs
    self.track = track
    self.height = height
    self.tag = tag
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(width: track.length, height: height) { rect, canvas in
      let ends = ends
      for (i, arc) in arcs.enumerated() {
        let from = Point(rect.minX + ends[i].from, rect.maxY)
        let to = Point(rect.minX + ends[i].to, rect.maxY)
        canvas.put(tag(piece(arc, from, to), i), in: rect, index: i)
      }
    }
  }

  /// Outline, inside and head: always the first two, so that an arrow can become a band.
  private func piece(_ arc: Arc, _ from: Point, _ to: Point) -> Node {
    let route = Route.arc(rise(arc))
    return Node.filling { _, canvas in
      let up = Point(0, -1)
      let gap = arc.head ? 2.0 : 0
      let tip = Port(to + up * gap, out: up)
      let end = Port(tip.point + up * (arc.head ? Arrowhead.notch : 0), out: up)
      let start = Port(from + up * gap, out: up)
      canvas.arrow(from: start, to: end, route: route, stroke: arc.stroke, head: false)
      var inside = arc.stroke
      inside.width = arc.fill == nil ? 0 : max(0, inside.width - 2 * Self.outline)
      inside.paint = arc.fill ?? inside.paint
      canvas.arrow(from: start, to: end, route: route, stroke: inside, head: false)
      if arc.head {
        canvas.outline(
          .path(Arrowhead.path(tip: tip.point, along: up * -1)), fill: .plain(arc.stroke.paint))
      }
    }
  }

  /// Height of an arc's middle line: grows evenly with the distance, and leaves room for its width.
  private func rise(_ arc: Arc) -> Double {
    let span = Double((arc.from - arc.to).magnitude) / Double(max(1, track.count - 1))
    return (height - 1) * (Self.lowest + (1 - Self.lowest) * span) - arc.stroke.width / 2
  }

  /// Where each arc starts and ends, in points along the track.
  private var ends: [(from: Double, to: Double)] {
    var out = arcs.map { _ in (from: 0.0, to: 0.0) }
    for place in 0..<track.count {
      let row = touching(place)
      let room = row.reduce(0) { $0 + $1.room } + Self.gap * Double(max(0, row.count - 1))
      // Where ends don't fit side by side they overlap evenly.
      let k = room > track.size ? track.size / room : 1
      var x = -room / 2
      for end in row {
        let middle = track.center(place) + k * (x + end.room / 2)
        if end.isStart { out[end.arc].from = middle } else { out[end.arc].to = middle }
        x += end.room + Self.gap
      }
    }
    return out
  }

  private struct End {
    let arc: Int
    let isStart: Bool
    /// Where the arc goes from here: −1 left, 0 a loop, 1 right.
    let side: Int
    let other: Int
    let room: Double
  }

  /// The ends at a place from left to right: those of arcs to the left, loops, those of arcs to the
  /// right; on either side the farther the arc goes, the nearer it keeps to the outside of its bundle.
  private func touching(_ place: Int) -> [End] {
    var row: [End] = []
    for (i, arc) in arcs.enumerated() {
      let width = max(arc.stroke.width, arc.head ? Self.headRoom : 0)
      if arc.from == arc.to && arc.from == place {
        row.append(End(arc: i, isStart: true, side: 0, other: 1, room: width + Self.loop / 2))
        row.append(End(arc: i, isStart: false, side: 0, other: 0, room: width + Self.loop / 2))
      } else if arc.from == place {
        row.append(End(arc: i, isStart: true, side: arc.to < place ? -1 : 1, other: arc.to, room: width))
      } else if arc.to == place {
        row.append(End(arc: i, isStart: false, side: arc.from < place ? -1 : 1, other: arc.from, room: width))
      }
    }
    return row.sorted { a, b in
      if a.side != b.side { return a.side < b.side }
      if a.other != b.other { return a.other > b.other }
      // Two arcs between the same places: parallel, not crossing.
      return a.side < 0 ? a.arc < b.arc : a.arc > b.arc
    }
  }
}
