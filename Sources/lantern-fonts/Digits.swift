/// Writes signed integers in the digits that the table's reader knows.
struct Digits {
  private(set) var text = ""
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

  mutating func add(_ number: Int) {
    var rest = number.magnitude << 1 | (number < 0 ? 1 : 0)
    repeat {
      let digit = Int(rest & 31)
      rest >>= 5
      text.unicodeScalars.append(Digits.alphabet[rest > 0 ? digit | 32 : digit])
    } while rest > 0
  }

  mutating func add(_ numbers: Int...) { for n in numbers { add(n) } }

  /// Each number less the one before and less `step`.
  static func differences(_ numbers: [Int], step: Int = 0) -> Digits {
    var out = Digits()
    var last = 0
    for n in numbers {
      out.add(n - last - step)
      last = n
    }
    return out
  }

  /// Rising numbers as gaps and counts, with one more value for each stretch of equal ones.
  static func ranges(_ numbers: [(scalar: UInt32, value: Int?)]) -> Digits {
    var out = Digits()
    var (end, i): (UInt32, Int) = (0, 0)
    while i < numbers.count {
      var e = i + 1
      while e < numbers.count && numbers[e].scalar == numbers[e - 1].scalar + 1
        && numbers[e].value == numbers[i].value
      { e += 1 }
      out.add(Int(numbers[i].scalar - end), e - i)
      if let value = numbers[i].value { out.add(value) }
      end = numbers[e - 1].scalar + 1
      i = e
    }
    return out
  }

  /// As a Swift literal of several lines.
  var literal: String {
    guard !text.isEmpty else { return "\"\"" }
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(100))
      rest = rest.dropFirst(100)
    }
    return "\"\"\"\n" + lines.map { "      \($0)\n" }.joined() + "      \"\"\""
  }
}
