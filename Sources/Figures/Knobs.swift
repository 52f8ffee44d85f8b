import Geometry
import Typography

/// Input that a figure or command does not accept: one sentence that says what, where, and what is valid.
public struct InputError: Error, Sendable {
  /// The sentence.
  public let sentence: String

  /// Creates an error.
  public init(_ sentence: String) { self.sentence = sentence }
}

/// Where a figure declares its parameters and reads their values, in one place.
///
/// A value that is refused reads as its default, and the refusal is reported by the command.
public struct Knobs: Sendable {
  /// The parameters declared so far, in order.
  public private(set) var parameters: [Parameter] = []
  /// What was wrong with the values given.
  public private(set) var errors: [InputError] = []
  /// The values that differ from the defaults, in the order of the parameters, each in its one spelling.
  public private(set) var settings: [(name: String, text: String)] = []
  private let given: [(name: String, text: String)]

  /// Creates knobs with the values given, as texts.
  public init(given: [(name: String, text: String)] = []) { self.given = given }

  /// A whole number.
  public mutating func int(
    _ name: String, _ range: ClosedRange<Int>, default start: Int, step: Int = 1, label: Phrase? = nil
  ) -> Int {
    let step = max(1, step)
    let parameter = declare(
      name, label, .int(low: range.lowerBound, high: range.upperBound, step: step, start: start))
    return read(parameter, start) { text in
      guard let n = wholeNumber(text) else { return .garbage }
      let inside = n.clamped(to: range)
      let near = range.lowerBound + (inside - range.lowerBound + step / 2) / step * step
      return near == n ? .accepted(n, "\(n)") : .nearest("\(min(near, range.upperBound))")
    }
  }

  /// A whole number that doubles from step to step.
  public mutating func doubling(
    _ name: String, _ range: ClosedRange<Int>, default start: Int, label: Phrase? = nil
  ) -> Int {
    let parameter = declare(
      name, label, .doubling(low: range.lowerBound, high: range.upperBound, start: start))
    let steps = Parameter.doublings(range.lowerBound, range.upperBound)
    return read(parameter, start) { text in
      guard let n = wholeNumber(text) else { return .garbage }
      var near = steps.first ?? start
      for s in steps where Double(s - n).magnitude < Double(near - n).magnitude { near = s }
      return near == n ? .accepted(n, "\(n)") : .nearest("\(near)")
    }
  }

  /// A number.
  public mutating func real(
    _ name: String, _ range: ClosedRange<Double>, default start: Double, step: Double, label: Phrase? = nil
  ) -> Double {
    let parameter = declare(
      name, label, .real(low: range.lowerBound, high: range.upperBound, step: step, start: start))
    return read(parameter, start) { text in
      guard let x = decimal(text) else { return .garbage }
      let steps = ((x.clamped(to: range) - range.lowerBound) / step).rounded()
      let near = (range.lowerBound + steps * step).clamped(to: range)
      return (near - x).magnitude < 1e-9 ? .accepted(near, decimalText(near)) : .nearest(decimalText(near))
    }
  }

  /// One of several words; gives its index.
  public mutating func choice(
    _ name: String, _ choices: [Parameter.Choice], default start: Int = 0, label: Phrase? = nil
  ) -> Int {
    let parameter = declare(name, label, .choice(choices, start: start))
    return read(parameter, start) { text in
      for (i, choice) in choices.enumerated() where sameText(choice.name, text) {
        return .accepted(i, choice.name)
      }
      return nearest(text, choices.map { $0.name }).map { .nearest($0) } ?? .garbage
    }
  }

  /// On or off.
  public mutating func flag(_ name: String, default start: Bool, label: Phrase? = nil) -> Bool {
    let parameter = declare(name, label, .flag(start: start))
    return read(parameter, start) { text in
      if sameText(text, "on") || sameText(text, "true") { return .accepted(true, "on") }
      if sameText(text, "off") || sameText(text, "false") { return .accepted(false, "off") }
      return .garbage
    }
  }

  /// A seed of the random sequence.
  public mutating func seed(_ name: String, default start: UInt32, label: Phrase? = nil) -> UInt32 {
    let parameter = declare(name, label, .seed(start: start))
    return read(parameter, start) { text in
      guard let x = decimal(text), x == x.rounded(), x >= 0, x < 4_294_967_296 else { return .garbage }
      return .accepted(UInt32(x), "\(UInt32(x))")
    }
  }

  /// States a limit between parameters; when it does not hold, the sentence is reported.
  public mutating func require(_ holds: Bool, _ sentence: String) {
    if !holds { errors.append(InputError(sentence)) }
  }

  /// Reports values given for parameters that were never declared.
  mutating func close() {
    for value in given where !parameters.contains(where: { sameText($0.name, value.name) }) {
      let names = parameters.map { $0.name }
      let known = names.isEmpty ? "this figure has no parameters" : "choose from \(list(names))"
      errors.append(
        InputError("there is no parameter “\(value.name)”: \(known)" + didYouMean(value.name, names)))
    }
  }

  private enum Verdict<Value> {
    /// The value and its one spelling.
    case accepted(Value, String)
    case nearest(String)
    case garbage
  }

  private mutating func declare(_ name: String, _ label: Phrase?, _ domain: Parameter.Domain) -> Parameter {
    let parameter = Parameter(name: name, label: label ?? Phrase(name), domain: domain)
    parameters.append(parameter)
    return parameter
  }

  private mutating func read<Value>(
    _ parameter: Parameter, _ start: Value, _ parse: (String) -> Verdict<Value>
  ) -> Value {
    var value = start
    for entry in given where sameText(entry.name, parameter.name) {
      switch parse(entry.text) {
      case .accepted(let v, let text):
        value = v
        settings.removeAll { sameText($0.name, parameter.name) }
        if !sameText(text, parameter.start) { settings.append((parameter.name, text)) }
      case .nearest(let near):
        errors.append(
          InputError(
            "\(parameter.name) cannot be “\(entry.text)”: it takes \(parameter.accepts); the nearest is \(near)"
          ))
      case .garbage:
        errors.append(
          InputError(
            "\(parameter.name) cannot be “\(entry.text)”: it takes \(parameter.accepts), and is \(parameter.start) by default"
          ))
      }
    }
    return value
  }
}
