import CBrotli

/// Packs an OpenType font as WOFF 2.0 (W3C Recommendation of 10 March 2022).
///
/// Tables stay as they are ("null transform"): most of what Lantern ships are CFF fonts, for which the
/// format has no transform.
func woff2(_ font: [UInt8]) throws(SVGError) -> [UInt8] {
  let tables = try sfntTables(font)
  var plain: [UInt8] = []
  var directory: [UInt8] = []
  for table in tables {
    // Bits 6 and 7 name the transform: none is 3 for `glyf` and `loca`, 0 for all others.
    let known = knownTables.firstIndex { tag($0) == table.tag }
    let isOutline = table.tag == tag("glyf") || table.tag == tag("loca")
    directory.append(UInt8(known ?? 63) | (isOutline ? 0xC0 : 0))
    if known == nil { directory += bytes(table.tag) }
    directory += base128(UInt32(table.range.count))
    var content = Array(font[table.range])
    // Bit 11 of the flags of `head`: the font went through a conversion that loses nothing.
    if table.tag == tag("head") && content.count > 17 { content[16] |= 0x08 }
    plain += content
  }
  let packed = try brotli(plain)
  let length = 48 + directory.count + packed.count
  let padding = (4 - length % 4) % 4
  let restored = 12 + tables.reduce(16 * tables.count) { $0 + ($1.range.count + 3) / 4 * 4 }
  var file = bytes(tag("wOF2")) + font.prefix(4)
  file += bytes(UInt32(length + padding)) + [UInt8(tables.count >> 8), UInt8(tables.count & 255), 0, 0]
  file += bytes(UInt32(restored)) + bytes(UInt32(packed.count))
  // Version of the file, then no metadata and no private data.
  file += [0, 1, 0, 0] + [UInt8](repeating: 0, count: 20)
  return file + directory + packed + [UInt8](repeating: 0, count: padding)
}

/// Tables that the format knows by number, as far as subset fonts have them.
private let knownTables = [
  "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep",
  "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE",
  "GDEF", "GPOS", "GSUB",
]

private struct SfntTable {
  let tag: UInt32
  let range: Range<Int>
}

/// The tables of a font in the order of their tags, except that `loca` follows `glyf`.
private func sfntTables(_ font: [UInt8]) throws(SVGError) -> [SfntTable] {
  func word(_ at: Int) -> UInt32 { font[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
  let broken = SVGError.font("HarfBuzz cut a font that cannot be read.")
  guard font.count >= 12 else { throw broken }
  let count = Int(word(4) >> 16)
  guard count > 0 && font.count >= 12 + 16 * count else { throw broken }
  var tables: [SfntTable] = []
  for i in 0..<count {
    let entry = 12 + 16 * i
    let (start, length) = (Int(word(entry + 8)), Int(word(entry + 12)))
    guard start + length <= font.count else { throw broken }
    tables.append(SfntTable(tag: word(entry), range: start..<start + length))
  }
  let loca = tag("loca")
  tables.sort { ($0.tag == loca ? tag("glyg") : $0.tag) < ($1.tag == loca ? tag("glyg") : $1.tag) }
  return tables
}

private func brotli(_ bytes: [UInt8]) throws(SVGError) -> [UInt8] {
  var out = [UInt8](repeating: 0, count: BrotliEncoderMaxCompressedSize(bytes.count) + 64)
  var size = out.count
  let done = BrotliEncoderCompress(
    BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_FONT, bytes.count, bytes, &size, &out)
  guard done == BROTLI_TRUE else { throw .font("Brotli could not compress a font.") }
  return Array(out.prefix(size))
}

/// A number in the byte order of the network.
func bytes(_ n: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) } }

/// A number in the format's variable length: seven bits a byte, the highest first, no leading zeros.
private func base128(_ n: UInt32) -> [UInt8] {
  var out = [UInt8(n & 127)]
  var rest = n >> 7
  while rest > 0 {
    out.insert(UInt8(rest & 127) | 128, at: 0)
    rest >>= 7
  }
  return out
}
