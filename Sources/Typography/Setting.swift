import Drawing
import Geometry

/// A text set on one endless line: each character's face and place.
struct Setting {
  /// One character.
  struct Letter {
    var scalar: Unicode.Scalar
    var look: Look
    var face: Face
    /// Where it starts in `bytes`.
    var start: Int
    /// Where it starts on the line, and the furthest that the line reaches with it, in points.
    var x = 0.0
    var end = 0.0
    /// Height of its baseline above the line's, as a share of the style's size.
    var lift = 0.0
  }

  let style: TextStyle
  let size: Double
  private(set) var letters: [Letter] = []
  /// The characters in UTF-8.
  private var bytes: [UInt8] = []

  /// Height above the baseline that a line takes at least, as a share of the size.
  static let ascent = 0.78
  /// Depth below the baseline that a line takes at least, as a share of the size.
  static let descent = 0.22

  init(_ markup: String, _ style: TextStyle, _ language: Language) {
    self.style = style
    size = style.size(in: language)
    let text = MarkedText(markup)
    let weight = style.weight(in: language)
    let chinese = language == .zh && text.scalars.contains { isChinese($0) }
    // What the style is already, a mark can't add; equal looks then make one run.
    let mask =
      ~((weight == .semibold ? Look.strongBit : 0) | (style.family == .mono ? Look.monoBit : 0))
    letters.reserveCapacity(text.scalars.count)
    bytes.reserveCapacity(text.scalars.count + 8)
    var faces = FaceChoice(family: style.family, weight: weight)
    var look = Look.plain
    var i = 0
    while i < text.scalars.count {
      let next = Look(bits: text.looks[i].bits & mask)
      if (next.strong, next.mono) != (look.strong, look.mono) {
        faces = FaceChoice(
          family: next.mono ? .mono : style.family, weight: next.strong ? .semibold : weight)
      }
      look = next
      let scalar = text.scalars[i]
      let mark = i + 1 < text.scalars.count && isMark(text.scalars[i + 1]) ? text.scalars[i + 1] : nil
      let wide = chinese && style.family == .sans && !look.mono && isWide(text.scalars, i)
      if let mark, let face = faces.face(scalar, mark: mark, wide: wide) {
        append(scalar, look, face)
        append(mark, look, face)
        i += 2
      } else {
        append(scalar, look, faces, wide: wide)
        i += 1
      }
    }
    place()
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ look: Look, _ faces: FaceChoice, wide: Bool) {
    if scalar == "\n" || scalar == " " {
      append(scalar, look, faces.face(" ", wide: false) ?? .sans)
    } else if let face = faces.face(scalar, wide: wide) {
      append(scalar, look, face)
    } else {
      append(missing, look, faces.face(missing, wide: false) ?? .sans)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ look: Look, _ face: Face) {
    letters.append(Letter(scalar: scalar, look: look, face: face, start: bytes.count))
    bytes.append(contentsOf: UTF8.encode(scalar == "\n" ? " " : scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Sets letter after letter.
  private mutating func place() {
    var x = 0.0
    var stacking = Stacking()
    var i = 0
    while i < letters.count {
      let look = letters[i].look
      var e = i + 1
      while e < letters.count && letters[e].look == look && letters[e].face == letters[i].face { e += 1 }
      let before = i > 0 ? letters[i - 1].look.path : 1
      if look.path != before {
        let step = stacking.move(from: before, to: look.path, at: i, reached: i > 0 ? letters[i - 1].end : 0)
        for k in step.moved { letters[k].lift += step.by }
        x = step.x
      }
      for k in i..<e { letters[k].lift = look.rise + stacking.spread }
      place(i..<e, at: &x)
      i = e
    }
  }

  private mutating func place(_ range: Range<Int>, at x: inout Double) {
    let table = FontTable.table(letters[range.lowerBound].face)
    let scale = size * letters[range.lowerBound].look.scale / table.unitsPerEm
    var reached = range.lowerBound > 0 ? letters[range.lowerBound - 1].end : 0
    let scalars = letters[range].map { $0.scalar == "\n" ? " " : $0.scalar }
    var pen = 0
    for spot in table.set(scalars[...]) {
      pen = spot.x + spot.advance
      reached = max(reached, x + Double(pen) * scale)
      for k in 0..<spot.count {
        letters[range.lowerBound + spot.index + k].x = x + Double(spot.x) * scale
        letters[range.lowerBound + spot.index + k].end = reached
      }
    }
    x += Double(pen) * scale
  }

  /// The line from one letter to before another, starting at x = 0.
  func line(_ range: Range<Int>) -> MeasuredLine {
    var line = MeasuredLine(
      runs: [], width: 0, ascent: Setting.ascent * size, descent: Setting.descent * size)
    guard let first = range.first else { return line }
    let left = letters[first].x
    var runs: [TextRun] = []
    var i = first
    while i < range.upperBound {
      let (look, face, lift) = (letters[i].look, letters[i].face, letters[i].lift)
      var e = i + 1
      while e < range.upperBound && letters[e].look == look && letters[e].face == face
        && letters[e].lift == lift
      {
        e += 1
      }
      let text = String(
        decoding: bytes[letters[i].start..<(e < letters.count ? letters[e].start : bytes.count)],
        as: UTF8.self)
      let run = TextRun(
        face: face, size: size * look.scale, text: text, paint: paint(look),
        offset: Point(letters[i].x - left, lift == 0 ? 0 : -lift * size),
        width: FontTable.width(of: text, face: face, size: size * look.scale))
      runs.append(run)
      line.ascent = max(line.ascent, Setting.ascent * run.size - run.offset.y)
      line.descent = max(line.descent, Setting.descent * run.size + run.offset.y)
      line.width = max(line.width, run.offset.x + run.width)
      i = e
    }
    line.runs = Few(runs)
    return line
  }

  private func paint(_ look: Look) -> Paint {
    guard look.quiet else { return style.paint }
    return style.paint == .ink ? .muted : style.paint.faded(quietness)
  }
}

/// What is drawn for a character that no face has.
private let missing: Unicode.Scalar = "□"

/// Opacity of quiet words that aren't ink; ink turns muted instead.
private let quietness = 0.75
