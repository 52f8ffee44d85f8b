import CZlib
import Encoding

/// Animated PNG (in ISO/IEC 15948 since its third edition): RGBA, 8 bits a channel, lossless.
///
/// What does not change is not written again: a frame is the rectangle around what changed, in it the
/// pixels that did not are transparent, and a picture that stays gets a longer delay.
public struct AnimatedPNG: FilmEncoder {
  private let fps: Int
  private let hasAlpha: Bool
  private let plays: UInt32
  private var chunks: [UInt8] = []
  private var shown: (picture: Pixmap, change: Change, before: Pixmap?, from: Int)?
  private var frames: UInt32 = 0
  private var sequence: UInt32 = 0

  /// Starts a film; `hasAlpha` when pixels of its pictures may be transparent, `once` when it does not repeat.
  public init(fps: Int, hasAlpha: Bool, once: Bool) {
    self.fps = fps
    self.hasAlpha = hasAlpha
    plays = once ? 1 : 0
  }

  /// Shows a picture from a frame on.
  public mutating func show(_ picture: Pixmap, changed _: [PixelRect], from frame: Int) throws(FilmError) {
    guard let last = shown else {
      shown = (picture, Change(all: picture), nil, frame)
      return
    }
    guard let change = Change(from: last.picture, to: picture) else { return }
    try write(until: frame)
    shown = (picture, change, last.picture, frame)
  }

  /// Ends the film after some frames, and gives its file.
  public mutating func finish(frames count: Int) throws(FilmError) -> [UInt8] {
    guard let picture = shown?.picture else { throw .empty }
    try write(until: count)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    Self.chunk(
      "IHDR", bytes(UInt32(picture.width)) + bytes(UInt32(picture.height)) + [8, 6, 0, 0, 0], to: &file)
    Self.chunk("sRGB", [0], to: &file)
    Self.chunk("acTL", bytes(frames) + bytes(plays), to: &file)
    file += chunks
    Self.chunk("IEND", [], to: &file)
    return file
  }

  private mutating func write(until frame: Int) throws(FilmError) {
    guard let shown else { return }
    let c = shown.change
    // Over the picture before, unless that would show through what is transparent.
    let isOver = shown.before != nil && !hasAlpha
    let data = try compressed(shown.picture, c, unlike: isOver ? shown.before : nil)
    // A delay is a fraction of two 16-bit numbers: what is longer takes several frames of one pixel.
    var rest = frame - shown.from
    var (rect, content, blend) = (c, data, isOver)
    while rest > 0 {
      let delay = min(rest, Int(UInt16.max))
      control(rect, delay: delay, over: blend)
      if frames == 0 {
        Self.chunk("IDAT", content, to: &chunks)
      } else {
        Self.chunk("fdAT", next() + content, to: &chunks)
      }
      frames += 1
      rest -= delay
      if rest > 0 {
        rect = Change(pixelOf: shown.picture)
        content = try compressed(shown.picture, rect, unlike: nil)
        blend = false
      }
    }
  }

  private mutating func control(_ c: Change, delay: Int, over: Bool) {
    var body = next()
    for n in [c.width, c.height, c.x, c.y] { body += bytes(UInt32(n)) }
    for n in [delay, fps] { body += [UInt8(n >> 8 & 255), UInt8(n & 255)] }
    // The picture stays when the next one comes.
    body += [0, over ? 1 : 0]
    Self.chunk("fcTL", body, to: &chunks)
  }

  private mutating func next() -> [UInt8] {
    defer { sequence += 1 }
    return bytes(sequence)
  }

  /// A rectangle of a picture as a zlib stream of unfiltered rows; pixels that are as in `old` become transparent.
  private func compressed(_ picture: Pixmap, _ c: Change, unlike old: Pixmap?) throws(FilmError) -> [UInt8] {
    let row = 1 + 4 * c.width
    var raw = [UInt8](repeating: 0, count: row * c.height)
    raw.withUnsafeMutableBytes { out in
      for y in 0..<c.height {
        for x in 0..<c.width {
          let i = (c.y &+ y) &* picture.width &+ c.x &+ x
          let pixel = picture.pixels[i]
          if let old, old.pixels[i] == pixel { continue }
          out.storeBytes(
            of: straight(pixel).bigEndian, toByteOffset: y &* row &+ 1 &+ 4 &* x, as: UInt32.self)
        }
      }
    }
    var length = compressBound(uLong(raw.count))
    var out = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&out, &length, raw, uLong(raw.count), 6)
    guard status == Z_OK else { throw .library("zlib", "status \(status)") }
    return Array(out.prefix(Int(length)))
  }

  /// Appends a chunk: length, type, body, and the CRC of type and body.
  private static func chunk(_ type: String, _ body: [UInt8], to file: inout [UInt8]) {
    let content = Array(type.utf8) + body
    file += bytes(UInt32(body.count)) + content + bytes(UInt32(crc32(0, content, uInt(content.count))))
  }
}

extension Change {
  /// The first pixel.
  fileprivate init(pixelOf picture: Pixmap) { (x, y, width, height) = (0, 0, 1, 1) }
}

/// A number as four bytes, the highest first.
private func bytes(_ n: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) } }

/// A pixel 0xAARRGGBB whose colours are multiplied by its alpha, as 0xRRGGBBAA without that.
private func straight(_ p: UInt32) -> UInt32 {
  let alpha = p >> 24
  if alpha == 255 { return p << 8 | 255 }
  if alpha == 0 { return 0 }
  func part(_ shift: UInt32) -> UInt32 { min(255, ((p >> shift & 255) * 255 + alpha / 2) / alpha) }
  return part(16) << 24 | part(8) << 16 | part(0) << 8 | alpha
}
