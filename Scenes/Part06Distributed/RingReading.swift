import Figures
import Instruments
import Mechanisms

/// A ring all-reduce, what it costs, and how its parts are named.
struct RingReading: Sendable {
  /// The run.
  let run: RingAllReduce
  /// Bytes of the vector, bytes a second of a link, seconds of latency.
  let bytes, bandwidth, latency: Double

  init(_ run: RingAllReduce, bytes: Double, bandwidth: Double, latency: Double) {
    self.run = run
    self.bytes = bytes
    self.bandwidth = bandwidth
    self.latency = latency
  }

  init(_ inputs: RingFigure.Inputs) {
    self.init(
      RingAllReduce(ranks: inputs.ranks), bytes: Double(inputs.megabytes) * 1e6,
      bandwidth: Double(inputs.bandwidth) * 1e9, latency: Double(inputs.latency) * 1e-6)
  }

  /// How many ranks and chunks there are.
  var ranks: Int { run.ranks }
  /// Steps of one phase.
  var half: Int { ranks - 1 }
  /// The chunk that is followed.
  static let followed = 0
  /// A chunk's letter.
  func letter(_ chunk: Int) -> Phrase {
    var text = ""
    text.unicodeScalars.append(Unicode.Scalar(UInt8(65 + chunk % 26)))
    return Phrase(text)
  }

  /// What a scheme costs.
  func cost(_ scheme: AllReduceScheme) -> AllReduceCost {
    AllReduceCost(scheme, ranks: ranks, bytes: bytes, bandwidth: bandwidth, latency: latency)
  }

  /// The sum that a rank holds of a chunk after some steps.
  func piece(_ rank: Int, _ chunk: Int, after step: Int) -> PartialSum { run.states[step][rank][chunk] }

  /// What is measured after some steps of a scheme.
  func telemetry(_ step: Int, of scheme: AllReduceScheme = .ring) -> Telemetry {
    let cost = cost(scheme)
    let milliseconds = 1e3 * Double(step) * (latency + cost.bytesPerStep / bandwidth)
    let sent = Double(step) * cost.bytesPerStep / 1e6
    return Telemetry([
      Telemetry.Reading(Phrase("step", zh: "步"), Phrase("\(step)/\(cost.steps)")),
      Telemetry.Reading(
        scheme == .root ? Phrase("through the root", zh: "经过根端口") : Phrase("sent per rank", zh: "每 rank 发送"),
        sent,
        digits: sent < 10 ? 2 : 0, unit: "MB"),
      Telemetry.Reading(
        Phrase("time", zh: "时间"), milliseconds, digits: milliseconds < 100 ? 2 : 0, unit: "ms"),
      Telemetry.Reading(
        Phrase("bus bandwidth", zh: "总线带宽"), cost.busBandwidth / 1e9,
        digits: cost.busBandwidth < 1e10 ? 2 : 0,
        unit: "GB/s"),
      Telemetry.Reading(
        Phrase("latency share", zh: "延迟占比"), 100 * cost.latencyShare, digits: 1, unit: "%"),
    ])
  }
}

/// Bytes in the one unit of the figure, in which its size is chosen, decimal: `1,536 MB`, `1.88 MB`.
func amount(_ bytes: Double) -> String {
  let megabytes = bytes / 1e6
  let isWhole = megabytes >= 10 || megabytes == megabytes.rounded()
  return NumberFormat(digits: isWhole ? 0 : 2).text(megabytes) + " MB"
}

/// Seconds as a person would say them: `3.44 ms`.
func duration(_ seconds: Double) -> String {
  for (unit, name) in [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs")] where seconds >= unit * 0.9995 {
    return three(seconds / unit) + " " + name
  }
  return seconds > 0 ? three(seconds / 1e-6) + " µs" : "0 µs"
}

/// A number with three digits that count.
private func three(_ x: Double) -> String { trimmed(x, x >= 99.95 ? 0 : x >= 9.995 ? 1 : 2) }
