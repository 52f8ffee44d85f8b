import Figures

extension Rule {
  /// Every parameter matters.
  static let parameterIdle = Rule(
    "parameter-idle",
    "Each parameter, at an end of its range, changes a picture and not only the measured values.",
    basis:
      "Mayer (2009), coherence: what does not bear on the mechanism is left out; VISUAL: parameter relevance",
    .figure { exposure in
      exposure.parameters.compactMap { parameter in
        let told = exposure.summaries.filter { $0.place.settings.first?.name == parameter.name }
        let matters = told.contains { other in
          exposure.summaries.contains {
            $0.place.settings.isEmpty && $0.place.mode == other.place.mode
              && $0.place.language == other.place.language
              && ($0.still != other.still || $0.rests != other.rests)
          }
        }
        guard !told.isEmpty, !matters else { return nil }
        return Flaw(
          Element("the parameter \(parameter.name)"),
          "changes no picture in any mode: draw what it does, or take it away")
      }
    })

  /// Every mode matters.
  static let modeIdle = Rule(
    "mode-idle", "Each mode has a still and a story of its own.",
    basis:
      "Tufte, Beautiful Evidence (2006): every comparison shows a difference; DESIGN: a mode is a named story",
    .figure { exposure in
      let told = exposure.summaries.filter { $0.place.settings.isEmpty && $0.place.language == .en }
      var out: [Flaw] = []
      for (i, b) in told.enumerated() {
        for a in told[..<i] {
          let stills = a.still == b.still
          let stories = a.rests == b.rests && !a.rests.isEmpty
          guard stills || stories else { continue }
          let what = stills ? (stories ? "still and the story" : "still") : "story"
          out.append(
            Flaw(
              Element("the mode \(b.place.mode)"),
              "has the \(what) of \(a.place.mode): compose one that shows what is different", place: b.place))
        }
      }
      return out
    })

  /// What is measured varies.
  static let telemetryConstant = Rule(
    "telemetry-constant", "Each measured value changes with a beat, a mode or a parameter.",
    basis:
      "Tufte, The Visual Display of Quantitative Information (1983): data ink; a constant belongs in a sentence",
    .figure { exposure in
      // What a parameter does to it must be known.
      guard exposure.parameters.isEmpty || exposure.summaries.contains(where: { !$0.place.settings.isEmpty })
      else { return [] }
      var order: [String] = []
      var values: [String: Set<String>] = [:]
      for summary in exposure.summaries where summary.place.language == .en {
        for reading in summary.telemetry.flatMap({ $0.readings }) {
          let name = plainText(reading.name[.en])
          if values[name] == nil { order.append(name) }
          values[name, default: []].insert(reading.values.map { $0.text }.joined(separator: ", "))
        }
      }
      // Nothing can be said of a figure with one picture.
      guard exposure.summaries.reduce(0, { $0 + $1.rests.count }) > 2 else { return [] }
      return order.compactMap { name in
        guard let only = values[name], only.count == 1, let value = only.first else { return nil }
        return Flaw(
          Element("the measured “\(name)”"),
          "is \(value) in every beat, mode and parameter: say it in words, or measure what changes")
      }
    })

  /// Quantities have units.
  static let unitMissing = Rule(
    "unit-missing", "A measured time, size, rate or amount of work has a unit.",
    basis:
      "BIPM, The International System of Units (2019), 5.4: the value of a quantity is a number and a unit",
    .figure { exposure in
      var known: Set<String> = []
      var out: [Flaw] = []
      for summary in exposure.summaries {
        for reading in summary.telemetry.flatMap({ $0.readings }) {
          let name = plainText(reading.name[.en])
          guard reading.unit == nil, case .number(let x, let format)? = reading.values.first,
            needsUnit(name, x, format),
            known.insert(name).inserted
          else { continue }
          out.append(
            Flaw(
              Element("the measured “\(name)”"), "has no unit: give it one, unit: “…”", place: summary.place))
        }
      }
      return out
    })

  /// Whether a name speaks of something that has a dimension, or a value looks as if it had one: it is no
  /// share and no count.
  private static func needsUnit(_ name: String, _ value: Double, _ format: NumberFormat) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    // What is counted, shared or compared is a pure number, and a name may hold its unit: “tokens/s”.
    guard !name.contains("/"), !words.contains(where: { pure.contains($0) }) else { return false }
    if words.contains(where: { dimensional.contains($0) }) { return true }
    // A count bears the name of what is counted, in the plural.
    let isCount = format.digits == 0 && (value.magnitude < 10 || words.contains { $0.hasSuffix("s") })
    return value.magnitude > 1 && !isCount
  }

  private static let dimensional: Set<String> = [
    "time", "latency", "ttft", "tpot", "duration", "bytes", "memory", "traffic", "bandwidth", "throughput",
    "flops", "flop", "work", "compute", "power", "energy", "intensity", "entropy", "capacity", "size",
    "cache",
    "weights", "footprint", "cost", "speed", "frequency",
  ]
  private static let pure: Set<String> = [
    "share", "ratio", "count", "number", "times", "hits", "misses", "batch", "tokens", "steps", "iterations",
    "blocks",
    "speedup",
    "rank", "group", "factor", "requests", "slots", "layers", "heads", "gpus", "page", "pages",
    "rate",
    "window", "block", "table", "entries",
  ]
}

extension Telemetry.Value {
  /// As it is written in English.
  fileprivate var text: String {
    switch self {
    case .number(let x, let format): plainText(format.text(x))
    case .word(let word): plainText(word[.en])
    }
  }
}
