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
      let written = clearEvents(canvas.language)
      canvas.put(Axis.horizontal(time, ticks(written, canvas.language)), in: rect, index: 1)
      // A number of their own, so that the boundary reached counts on as it goes along the axis.
      for (i, event) in written.enumerated() {
        let number = Quantity(Double(event), NumberFormat(digits: 0), .data)
        canvas.put(number, at: Point(rect.minX + time(Double(event)), rect.minY + 7), .top, index: 2 + i)
      }
    }
    .frame(height: TimeAxis.height)
    .same("time axis")
  }

  /// Where a number stands clear of another.
  private func clear(_ a: Int, _ b: Int, _ language: Language) -> Bool {
    func width(_ n: Int) -> Double { measure("\(n)", .data, language).width }
    return Double(a - b).magnitude * time.length(1) >= (width(a) + width(b)) / 2 + 6
  }

  /// The events whose numbers are written: the last, and those clear of it.
  private func clearEvents(_ language: Language) -> [Int] {
    var written: [Int] = []
    for event in events.reversed() where written.allSatisfy({ clear($0, event, language) }) {
      written.append(event)
    }
    return written
  }

  private func ticks(_ written: [Int], _ language: Language) -> [Axis.Tick] {
    let unit = time.length(1)
    let last = Int(time.domain.upperBound)
    let room = measure("\(last)", .data, language).width + 16
    let step = [1, 2, 5, 10, 20, 50, 100].first { Double($0) * unit >= room } ?? 200
    let every = unit >= 5 ? 1 : step
    return stride(from: 0, through: last, by: every).map { n in
      if written.contains(n) { return Axis.Tick(Double(n), nil, isEvent: true) }
      let round = n % step == 0 && written.allSatisfy { clear($0, n, language) }
      return Axis.Tick(Double(n), round ? Phrase("\(n)") : nil)
    }
  }
}
