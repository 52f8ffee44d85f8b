import Geometry
import Typography

/// A parameter of a figure: its name, what it accepts, and where a control for it starts.
public struct Parameter: Sendable {
  /// What a parameter accepts.
  public enum Domain: Sendable {
    /// A whole number from `low` to `high` in steps.
    case int(low: Int, high: Int, step: Int, start: Int)
    /// A whole number from `low` to `high` that doubles from step to step.
    case doubling(low: Int, high: Int, start: Int)
    /// A number from `low` to `high` in steps.
    case real(low: Double, high: Double, step: Double, start: Double)
    /// One of several words.
    case choice([Choice], start: Int)
    /// On or off.
    case flag(start: Bool)
    /// A seed of the random sequence, 0 to 4,294,967,295.
    case seed(start: UInt32)
  }

  /// One word of a choice.
  public struct Choice: Sendable {
    /// As the command line writes it.
    public let name: String
    /// As a reader reads it.
    public let label: Phrase

    /// Creates a word.
    public init(_ name: String, _ label: Phrase) {
      self.name = name
      self.label = label
    }
  }

  /// Its name in commands and addresses.
  public let name: String
  /// Its name for a reader.
  public let label: Phrase
  /// What it accepts.
  public let domain: Domain

  /// What it accepts, in words.
  public var accepts: String {
    switch domain {
    case .int(let low, let high, let step, _):
      return step == 1
        ? "a whole number from \(low) to \(high)" : "a number from \(low) to \(high) in steps of \(step)"
    case .doubling(let low, let high, _):
      return "one of " + list(Parameter.doublings(low, high).map { "\($0)" })
    case .real(let low, let high, let step, _):
      return "a number from \(decimalText(low)) to \(decimalText(high)) in steps of \(decimalText(step))"
    case .choice(let choices, _): return "one of " + list(choices.map { $0.name })
    case .flag: return "on or off"
    case .seed: return "a whole number from 0 to 4294967295"
    }
  }

  /// Its default, as the command line writes it.
  public var start: String {
    switch domain {
    case .int(_, _, _, let n), .doubling(_, _, let n): return "\(n)"
    case .real(_, _, _, let x): return decimalText(x)
    case .choice(let choices, let i): return choices.indices.contains(i) ? choices[i].name : ""
    case .flag(let on): return on ? "on" : "off"
    case .seed(let n): return "\(n)"
    }
  }

  /// The values at the ends of its range, as the command line writes them: what a check must try.
  public var extremes: [String] {
    switch domain {
    case .int(let low, let high, _, _), .doubling(let low, let high, _): return ["\(low)", "\(high)"]
    case .real(let low, let high, _, _): return [decimalText(low), decimalText(high)]
    case .choice(let choices, _): return choices.map { $0.name }
    case .flag: return ["on", "off"]
    case .seed: return ["0", "4294967295"]
    }
  }

  static func doublings(_ low: Int, _ high: Int) -> [Int] {
    var out: [Int] = []
    var n = max(1, low)
    while n <= high && out.count < 31 {
      out.append(n)
      n *= 2
    }
    return out
  }
}

/// Words in a list: `a, b, c`.
func list(_ words: [String]) -> String {
  var out = ""
  for (i, word) in words.enumerated() { out += (i == 0 ? "" : ", ") + word }
  return out
}
