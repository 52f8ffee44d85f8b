import Drawing
import Geometry

/// The words of a text without its marks: what a reader hears. Controls and joiners, which can't be
/// drawn, are left out; `\n` stays.
public func plainText(_ markup: String) -> String {
  var bytes: [UInt8] = []
  for scalar in MarkedText(markup).scalars {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The characters of a text that no face of a style has, each as often as it occurs; an empty box is
/// drawn in their place. A mark is missing when no face can put it on the letter before it.
public func missingCharacters(in markup: String, _ style: TextStyle = .label) -> [Unicode.Scalar] {
  let scalars = MarkedText(markup).scalars
  let set = Setting(markup, style, .en).letters
  var out: [Unicode.Scalar] = []
  for i in scalars.indices where set[i].scalar != scalars[i] { out.append(scalars[i]) }
  return out
}

/// Sets a text on one line; line ends in it become spaces.
public func measure(_ markup: String, _ style: TextStyle, _ language: Language) -> MeasuredLine {
  if let line = plainLine(markup, style, language) { return line }
  let setting = Setting(markup, style, language)
  return setting.line(setting.letters.indices)
}

/// The line of a text that is ASCII without marks, its words with one space between them, as `measure` sets it,
/// and `breakLines` where there is room; nil for any other text. The short way for most labels.
public func plainLine(_ text: String, _ style: TextStyle, _ language: Language) -> MeasuredLine? {
  let size = style.size(in: language)
  let face = FaceChoice(family: style.family, weight: style.weight(in: language)).main
  guard let width = FontTable.plainWidth(of: text, face: face, size: size) else { return nil }
  return MeasuredLine(
    runs: Few(
      TextRun(face: face, size: size, text: text, paint: style.paint, offset: .zero, width: width)),
    width: width, ascent: Setting.ascent * size, descent: Setting.descent * size)
}
