import Geometry

/// A decimal number such as `-12.5` or `1e-3`; nil for anything else, not-a-number and infinities included.
func decimal(_ text: String) -> Double? {
  let bytes = Array(text.utf8)
  var i = 0
  func digit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
  func sign() -> Double {
    guard i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") else { return 1 }
    i += 1
    return bytes[i - 1] == UInt8(ascii: "-") ? -1 : 1
  }
  let negative = sign()
  var mantissa = 0.0
  var exponent = 0
  var digits = 0
  while i < bytes.count, digit(bytes[i]) {
    mantissa = mantissa * 10 + Double(bytes[i] - 48)
    (i, digits) = (i + 1, digits + 1)
  }
  if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
    i += 1
    while i < bytes.count, digit(bytes[i]) {
      mantissa = mantissa * 10 + Double(bytes[i] - 48)
      (i, digits, exponent) = (i + 1, digits + 1, exponent - 1)
    }
  }
  guard digits > 0 && digits < 40 else { return nil }
  if i < bytes.count, bytes[i] == UInt8(ascii: "e") || bytes[i] == UInt8(ascii: "E") {
    i += 1
    let s = sign()
    var n = 0
    let start = i
    while i < bytes.count, digit(bytes[i]), n < 1000 {
      n = n * 10 + Int(bytes[i] - 48)
      i += 1
    }
    guard i > start else { return nil }
    exponent += s < 0 ? -n : n
  }
  guard i == bytes.count else { return nil }
  let scale = Maths.pow(10, Double(exponent.magnitude))
  let value = exponent < 0 ? mantissa / scale : mantissa * scale
  return value.isFinite ? negative * value : nil
}

/// A number as `decimal` reads it: at most nine digits after the point, trailing zeros dropped.
func decimalText(_ x: Double) -> String {
  let magnitude = NumberFormat(digits: 9, grouped: false).text(x.magnitude)
  var kept = magnitude.utf8.count
  for byte in magnitude.utf8.reversed() {
    guard byte == UInt8(ascii: "0") || byte == UInt8(ascii: ".") else { break }
    kept -= 1
    if byte == UInt8(ascii: ".") { break }
  }
  let text = String(decoding: magnitude.utf8.prefix(kept), as: UTF8.self)
  return x < 0 && !sameText(text, "0") ? "-" + text : text
}

/// A whole number within ±10⁹; nil for anything else.
func wholeNumber(_ text: String) -> Int? {
  guard let x = decimal(text), x == x.rounded(), x.magnitude <= 1e9 else { return nil }
  return Int(x)
}

/// The word most like `text`, when at most half of it would have to change.
public func nearest(_ text: String, _ words: [String]) -> String? {
  var best: (word: String, distance: Int)?
  for word in words {
    let d = editDistance(text, word)
    if d <= max(1, max(text.utf8.count, word.utf8.count) / 2), d < best?.distance ?? Int.max {
      best = (word, d)
    }
  }
  return best?.word
}

/// `; did you mean …?` when a word is near, else nothing.
public func didYouMean(_ text: String, _ words: [String]) -> String {
  nearest(text, words).map { "; did you mean “\($0)”?" } ?? ""
}

/// Edits (insert, delete, replace, swap neighbours) between two words, case aside.
private func editDistance(_ a: String, _ b: String) -> Int {
  func fold(_ s: String) -> [UInt8] { s.utf8.prefix(64).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 } }
  let (x, y) = (fold(a), fold(b))
  var before = [Int](repeating: 0, count: y.count + 1)
  var last = Array(0...y.count)
  for i in x.indices {
    var row = [i + 1]
    for j in y.indices {
      var d = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
      if i > 0 && j > 0 && x[i] == y[j - 1] && x[i - 1] == y[j] { d = min(d, before[j - 1] + 1) }
      row.append(d)
    }
    (before, last) = (last, row)
  }
  return last[y.count]
}
