import Drawing
import Geometry
import Motion
import Typography

extension Telemetry {
  /// The values a share `t` of the way to those of another state, as the sheet shows them: numbers count,
  /// words swap.
  func mixed(with other: Telemetry, at t: Double) -> Telemetry {
    if t <= 0 { return self }
    if t >= 1 { return other }
    var readings: [Reading] = []
    for (i, b) in other.readings.enumerated() {
      guard self.readings.indices.contains(i), self.readings[i].name == b.name else {
        readings.append(b)
        continue
      }
      let a = self.readings[i]
      let values = b.values.indices.map { row -> Value in
        guard a.values.indices.contains(row) else { return b.values[row] }
        if case .number(let x, let old) = a.values[row], case .number(let y, let new) = b.values[row] {
          let now = Counter(value: x, format: old).mixed(with: Counter(value: y, format: new), at: t)
          return .number(now.value, now.format)
        }
        return t < Transition.wordsSwap ? a.values[row] : b.values[row]
      }
      readings.append(Reading(b.name, values: values, unit: b.unit))
    }
    return Telemetry(readings, rows: other.rows)
  }
}
