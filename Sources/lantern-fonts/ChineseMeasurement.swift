/// What HarfBuzz says of a Chinese face: widths by ranges, and the glyphs that `cmap` doesn't tell.
struct ChineseMeasurement {
  let shaper: Shaper

  func data() throws -> [(String, Digits)] {
    var widths: [(scalar: UInt32, value: Int?)] = []
    var exceptions = Digits()
    var singles: [UInt32: Shaper.Glyph] = [:]
    for c in Repertoire.chinese.flatMap({ $0 }) {
      guard let nominal = shaper.nominal(c) else { continue }
      let glyphs = shaper.shape(c)
      guard glyphs.count == 1, glyphs[0].dx == 0, glyphs[0].dy == 0 else {
        throw Failure("\(shaper.file.file): U+\(String(c, radix: 16)) isn't one glyph on the baseline.")
      }
      singles[c] = glyphs[0]
      widths.append((c, glyphs[0].advance))
      if glyphs[0].glyph != nominal { exceptions.add(Int(c), Int(glyphs[0].glyph)) }
    }
    return [
      ("clusters", try clusters(singles)), ("ranges", Digits.ranges(widths)), ("exceptions", exceptions),
    ]
  }

  /// Pairs that make one glyph; ideographs and syllables, of which a few stand for all, make none.
  private func clusters(_ singles: [UInt32: Shaper.Glyph]) throws -> Digits {
    let samples: Set<UInt32> = [0x3400, 0x4E00, 0x4E2D, 0x9F8D, 0xAC00]
    let characters = singles.keys.filter {
      samples.contains($0) || !(0x3400...0x9FFF).contains($0) && !(0xAC00...0xD7A3).contains($0)
    }.sorted()
    var out = Digits()
    var last = 0
    for a in characters {
      for b in characters {
        let pair = shaper.shape(a, b)
        guard let l = singles[a], let r = singles[b] else { continue }
        if pair == [l, r] { continue }
        guard a == b, pair.count == 1, pair[0].advance == 2 * l.advance else {
          throw Failure(
            "\(shaper.file.file): U+\(String(a, radix: 16)) U+\(String(b, radix: 16)) is more than set side by side."
          )
        }
        out.add(Int(a) - last, Int(b), 1, Int(pair[0].glyph))
        last = Int(a)
      }
    }
    return out
  }
}
