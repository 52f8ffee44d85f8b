import Figures

/// A counted axis below lanes or columns: a tick for each step where there is room, round numbers, and
/// the numbers of events in ink.
public struct TimeAxis: NodeConvertible {
  private let name: Phrase
  private let time: Scale
  private let events: [Int]

  /// Height that it takes, in points.
  public static let height = 27.0

  /// Creates an axis; `time` gives x from the left of the room, whose first points the name takes.
  public init(_ name: Phrase, time: Scale, events: [Int] = []) {
    self.name = name
    self.time = time
    self.events = events
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let words = Text(name, .note.painted(.muted)).frame(height: 20, align: .leading)
      canvas.put(words, at: Point(rect.minX, rect.minY + 7), .topLeading, index: 0)
      canvas.put(Axis.horizontal(time, ticks(canvas.language)), in: rect, index: 1)
    }
    .frame(height: TimeAxis.height)
  }

  private func ticks(_ language: Language) -> [Axis.Tick] {
    let unit = time.length(1)
    func width(_ n: Int) -> Double { measure("\(n)", .data, language).width }
    func clear(_ a: Int, _ b: Int) -> Bool {
      Double(a - b).magnitude * unit >= (width(a) + width(b)) / 2 + 6
    }
    var written: [Int] = []
    for event in events.reversed() where written.allSatisfy({ clear($0, event) }) { written.append(event) }
    let last = Int(time.domain.upperBound)
    let step = [1, 2, 5, 10, 20, 50, 100].first { Double($0) * unit >= width(last) + 16 } ?? 200
    let every = unit >= 5 ? 1 : step
    return stride(from: 0, through: last, by: every).map { n in
      if written.contains(n) { return Axis.Tick(Double(n), Phrase("\(n)"), isEvent: true) }
      let round = n % step == 0 && written.allSatisfy { clear($0, n) }
      return Axis.Tick(Double(n), round ? Phrase("\(n)") : nil)
    }
  }
}
