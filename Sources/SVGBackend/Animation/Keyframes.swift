/// The keyframe rules of a drawing; equal ones are written once.
struct Keyframes {
  private let prefix: String
  private let duration: Double
  private var numbers: [String: Int] = [:]
  private var bodies: [String] = []

  /// `id` is that of the drawing: names of keyframes hold for a whole page.
  init(id: String, duration: Double) {
    prefix = "k" + shortHash(Array(id.utf8)) + "-"
    self.duration = duration
  }

  /// A rule's name for declarations at times, in order of time.
  mutating func name(_ keys: [(time: Double, declarations: String)]) -> String {
    var steps = keys.map { step($0.time) }
    // Two keys at one place, as at a cut, would hide each other: the first comes a moment earlier.
    for i in steps.indices.dropLast().reversed() { steps[i] = min(steps[i], steps[i + 1] - 1) }
    var order: [String] = []
    var places: [String: [String]] = [:]
    for (key, step) in zip(keys, steps) where step >= 0 {
      if places[key.declarations] == nil { order.append(key.declarations) }
      places[key.declarations, default: []].append(Self.grid.text(step: step) + "%")
    }
    let body = order.map { "\((places[$0] ?? []).joined(separator: ",")){\($0)}" }.joined()
    if let n = numbers[body] { return prefix + "\(n)" }
    numbers[body] = bodies.count
    bodies.append(body)
    return prefix + "\(bodies.count - 1)"
  }

  /// Percent of the whole: 0.0001 % of a minute are 60 µs.
  private static let grid = Grid(digits: 4)

  /// A time in steps of the grid.
  private func step(_ time: Double) -> Int {
    Self.grid.step(duration > 0 ? min(max(time / duration, 0), 1) * 100 : 0)
  }

  /// All rules.
  var text: String {
    bodies.enumerated().map { "@keyframes \(prefix)\($0.offset){\($0.element)}\n" }.joined()
  }
}
