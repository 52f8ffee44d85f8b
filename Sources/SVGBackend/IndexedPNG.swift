import CZlib

/// A PNG of `0xRRGGBB` pixels, row by row: indexed where 256 colours are enough, else RGB.
///
/// Packed by zlib, whose bytes are the same on every processor.
func indexedPNG(_ columns: Int, _ rows: Int, _ pixels: [UInt32]) -> [UInt8] {
  var palette: [UInt32] = []
  var numbers: [UInt32: UInt8] = [:]
  for color in pixels where numbers[color] == nil && palette.count < 257 {
    numbers[color] = UInt8(truncatingIfNeeded: palette.count)
    palette.append(color)
  }
  let isIndexed = palette.count <= 256
  var plain: [UInt8] = []
  for row in 0..<rows {
    plain.append(0)  // filter: none
    for color in pixels[row * columns..<(row + 1) * columns] {
      plain += isIndexed ? [numbers[color] ?? 0] : channels(color)
    }
  }
  var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  chunk("IHDR", bytes(UInt32(columns)) + bytes(UInt32(rows)) + [8, isIndexed ? 3 : 2, 0, 0, 0], to: &file)
  if isIndexed { chunk("PLTE", palette.flatMap { channels($0) }, to: &file) }
  chunk("IDAT", deflated(plain), to: &file)
  chunk("IEND", [], to: &file)
  return file
}

private func channels(_ color: UInt32) -> [UInt8] {
  [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
}

private func deflated(_ plain: [UInt8]) -> [UInt8] {
  var size = compressBound(UInt(plain.count))
  var out = [UInt8](repeating: 0, count: Int(size))
  // It can only fail for want of memory, in which Swift would have stopped before.
  guard compress2(&out, &size, plain, UInt(plain.count), Z_BEST_COMPRESSION) == Z_OK else { return [] }
  return Array(out.prefix(Int(size)))
}

private func chunk(_ type: String, _ body: [UInt8], to file: inout [UInt8]) {
  let content = Array(type.utf8) + body
  file += bytes(UInt32(body.count)) + content + bytes(UInt32(crc32(0, content, UInt32(content.count))))
}
