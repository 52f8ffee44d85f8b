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
    var order: [String] = []
    var places: [String: [String]] = [:]
    for key in keys {
      if places[key.declarations] == nil { order.append(key.declarations) }
      let place = percent(key.time)
      if places[key.declarations]?.last != place { places[key.declarations, default: []].append(place) }
    }
    let body = order.map { "\((places[$0] ?? []).joined(separator: ",")){\($0)}" }.joined()
    if let n = numbers[body] { return prefix + "\(n)" }
    numbers[body] = bodies.count
    bodies.append(body)
    return prefix + "\(bodies.count - 1)"
  }

  /// A time as a share of the whole, to a tenth of a millisecond in a minute.
  private func percent(_ time: Double) -> String {
    Grid(digits: 4).text(duration > 0 ? min(max(time / duration, 0), 1) * 100 : 0) + "%"
  }

  /// All rules.
  var text: String {
    bodies.enumerated().map { "@keyframes \(prefix)\($0.offset){\($0.element)}\n" }.joined()
  }
}
