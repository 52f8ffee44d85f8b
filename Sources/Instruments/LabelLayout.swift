import Figures

/// Finds places for labels one after the other, so that none lies on another, on a line that carries
/// meaning, or outside the room. The first placed has the first choice.
public struct LabelLayout: Sendable {
  /// Where a label stands, and the line that leads to its point when it had to move away.
  public struct Spot: Sendable, Equatable {
    /// Where it stands.
    public let rect: Rect
    /// On which side of its point.
    public let side: LabelSide
    /// From beside the point to beside the label; nil when the label is near enough to need none.
    public let leader: (from: Point, to: Point)?

    /// Whether both stand at the same place and lead to it alike.
    public static func == (a: Spot, b: Spot) -> Bool {
      a.rect == b.rect && a.side == b.side && a.leader?.from == b.leader?.from && a.leader?.to == b.leader?.to
    }
  }

  private let room: Rect
  /// What is drawn, and the labels placed so far.
  private var boxes: [Rect] = [], labels: [Rect] = []
  private var lines: [(from: Point, to: Point)] = []

  /// How much further than its clearance a label may move, in points.
  private static let steps = [0.0, 8, 18, 30, 44, 60, 78, 98, 120, 150, 180]
  /// From this distance on a leader says which point is meant.
  private static let leaderFrom = 18.0
  /// How far a label straight above or below may slide along, as shares of its width.
  private static let slides = [0, -0.2, 0.2, -0.4, 0.4]
  /// What moving on to the next preferred side costs, in points of distance.
  private static let sideCost = 9.0

  /// Creates an empty layout.
  public init(room: Rect) { self.room = room }

  /// Keeps labels off a rectangle.
  public mutating func avoid(_ box: Rect) { boxes.append(box) }

  /// Keeps labels off a straight line.
  public mutating func avoid(from: Point, to: Point) { lines.append((from, to)) }

  /// Places a label beside a point, `clearance` points from its middle, on the first of `sides` that is
  /// free near by; what is placed is kept free for the rest. Without a free place it takes the least bad,
  /// or none when it is optional. Without `hasLeader` it looks no further than it needs none.
  public mutating func place(
    _ size: Size, beside point: Point, clearance: Double, sides: [LabelSide] = LabelSide.allCases,
    isOptional: Bool = false, hasLeader: Bool = true
  ) -> Spot? {
    var best = Spot(rect: Rect(center: point, size: size), side: .right, leader: nil)
    var (least, trouble) = (Double.infinity, 0.0)
    // What is drawn at the point itself, a label is clear of by its distance.
    let others = boxes.filter { !$0.contains(point) } + labels
    for (rank, side) in sides.enumerated() {
      for step in Self.steps where hasLeader || step < Self.leaderFrom {
        for slide in side.direction.x == 0 ? Self.slides : [0] {
          let liking = step + Double(rank) * Self.sideCost + slide.magnitude * 8
          guard liking < least else { continue }
          let spot = spot(size, point, clearance, side, step, slide)
          let conflicts = conflicts(spot, with: others)
          if liking + conflicts < least { (best, least, trouble) = (spot, liking + conflicts, conflicts) }
        }
      }
    }
    if isOptional && trouble > 0 { return nil }
    labels.append(best.rect)
    if let leader = best.leader { lines.append((leader.from, leader.to)) }
    return best
  }

  /// The first of several rectangles that is free, or the one with the fewest conflicts; it is kept
  /// free for the rest. Nil when there is nothing to choose from.
  public mutating func choose(_ rects: [Rect]) -> Rect? {
    var best: Rect?
    var least = Double.infinity
    for rect in rects {
      let cost = conflicts(rect, with: boxes + labels)
      if cost < least { (best, least) = (rect, cost) }
    }
    if let best { labels.append(best) }
    return best
  }

  /// Whether a line runs through a rectangle.
  public func isCrossed(_ rect: Rect) -> Bool {
    lines.contains { rect.overlap(from: $0.from, to: $0.to) > 0 }
  }

  private func spot(
    _ size: Size, _ p: Point, _ clearance: Double, _ side: LabelSide, _ step: Double, _ slide: Double
  ) -> Spot {
    let straight = side.rect(size, beside: p, distance: clearance + step)
    let rect = straight.offset(by: Point(slide * size.width, 0))
    guard step >= Self.leaderFrom else { return Spot(rect: rect, side: side, leader: nil) }
    let near = Point(p.x.clamped(to: rect.minX...rect.maxX), p.y.clamped(to: rect.minY + 3...rect.maxY - 3))
    let out = (near - p).unit
    return Spot(rect: rect, side: side, leader: (p + out * clearance, near - out * 3))
  }

  private func conflicts(_ spot: Spot, with others: [Rect]) -> Double {
    var cost = conflicts(spot.rect, with: others)
    guard let leader = spot.leader else { return cost }
    for box in others {
      let length = box.overlap(from: leader.from, to: leader.to)
      if length > 0 { cost += 60 + 10 * length }
    }
    for line in lines where crosses(leader, line) { cost += 40 }
    return cost
  }

  private func conflicts(_ rect: Rect, with others: [Rect]) -> Double {
    var cost = 0.0
    let inside = room.intersection(rect).map { $0.width * $0.height } ?? 0
    let outside = rect.width * rect.height - inside
    // Less than a hundredth of a square point is rounding.
    if outside > 0.01 { cost += 20 + outside }
    // Words side by side need a space between them to read as two.
    let roomy = rect.inset(by: Insets(horizontal: -Spacing.s, vertical: -1))
    for box in others {
      if let common = roomy.intersection(box) { cost += 20 + common.width * common.height }
    }
    for line in lines {
      let length = rect.overlap(from: line.from, to: line.to)
      if length > 0 { cost += 20 + 4 * length }
    }
    return cost
  }

  private func crosses(_ a: (from: Point, to: Point), _ b: (from: Point, to: Point)) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0
      && side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  }
}

extension Rect {
  /// The length of a straight line inside the rectangle (Liang and Barsky, 1984).
  func overlap(from a: Point, to b: Point) -> Double {
    var (enter, leave) = (0.0, 1.0)
    let d = b - a
    for (start, step, low, high) in [(a.x, d.x, minX, maxX), (a.y, d.y, minY, maxY)] {
      if step == 0 {
        if start <= low || start >= high { return 0 }
      } else {
        let (p, q) = ((low - start) / step, (high - start) / step)
        enter = max(enter, min(p, q))
        leave = min(leave, max(p, q))
      }
    }
    return max(0, leave - enter) * d.length
  }
}
