import Figures

extension Rule {
  /// Numbers are written as a person would say them.
  static let numberFormat = Rule(
    "number-format",
    "A number has at most four digits after its point, groups its thousands, and is rounded when it is large.",
    basis: "Ehrenberg, Rudiments of numeracy (1977): two or three digits that vary; ISO 80000-1, 7.3.1",
    .picture { picture in
      picture.texts.compactMap { item, words in
        guard let (number, fault) = badNumber(words.text) else { return nil }
        return Flaw(picture.element(item), "writes \(number) \(fault)")
      }
    })

  /// The first number in a text that is hard to read, and what to do.
  private static func badNumber(_ text: String) -> (String, String)? {
    var number = ""
    var before: Character?
    func verdict() -> (String, String)? {
      defer { number = "" }
      // Part of a name, an address or a version (“H100”, “0x7f”, “layer_12”, “1.2.3”).
      if let before, before.isLetter || before == "_" || before == "#" { return nil }
      while number.last == "." || number.last == "," { number.removeLast() }
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let whole = parts.first else { return nil }
      let digits = whole.filter { $0.isNumber }
      if parts.count == 2 {
        let after = parts[1].count
        let significant = (digits + parts[1]).drop { $0 == "0" }.count
        if after > 4 { return (number, "with \(after) digits after the point: round it") }
        if digits.count > 2 && significant > 5 || after > 2 && digits.count > 1 {
          return (number, "with \(significant) digits that count: round it")
        }
      }
      if digits.count >= 5 && !whole.contains(",") {
        return digits.count >= 8
          ? (number, "in full: round it, with a unit such as 2.1 GiB")
          : (number, "without groups of thousands: write \(grouped(Int(digits) ?? 0))")
      }
      if digits.count >= 10 { return (number, "in full: round it, with a unit such as 2.1 GiB") }
      return nil
    }
    var last: Character?
    var depth = 0
    for character in text {
      // Shapes are written as code: [4096 × 16384].
      if character == "[" { depth += 1 }
      if character == "]" { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      let isPart =
        character.isASCII && character.isNumber || !number.isEmpty && (character == "." || character == ",")
      if isPart {
        if number.isEmpty { before = last }
        number.append(character)
      } else if !number.isEmpty, let found = verdict() {
        return found
      }
      last = character
    }
    return number.isEmpty ? nil : verdict()
  }
}
