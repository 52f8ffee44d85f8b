import Encoding

/// GIF89a: at most 255 colours, no transparency; for places that take nothing better.
///
/// Pictures are not dithered, because areas are flat. A frame is the rectangle around what changed, in which
/// the pixels that did not are “as before”.
public struct AnimatedGIF: FilmEncoder {
  /// Players treat shorter delays than a fiftieth of a second as a tenth.
  public static let mostFPS = 50

  private let fps: Int
  private let once: Bool
  private let palette: GIFPalette
  private var nearest: [UInt32: UInt8] = [:]
  private var blocks: [UInt8] = []
  private var shown: (picture: Pixmap, change: Change, before: Pixmap?, from: Int)?
  private static let asBefore = UInt8(GIFPalette.most)

  /// Starts a film of at most `mostFPS` frames a second; `once` when it does not repeat.
  public init(fps: Int, palette: GIFPalette, once: Bool) {
    self.fps = fps
    self.palette = palette
    self.once = once
  }

  /// Shows a picture from a frame on.
  public mutating func show(_ picture: Pixmap, changed _: [PixelRect], from frame: Int) throws(FilmError) {
    guard let last = shown else {
      shown = (picture, Change(all: picture), nil, frame)
      return
    }
    guard let change = Change(from: last.picture, to: picture) else { return }
    write(until: frame)
    shown = (picture, change, last.picture, frame)
  }

  /// Ends the film after some frames, and gives its file.
  public mutating func finish(frames: Int) throws(FilmError) -> [UInt8] {
    guard let picture = shown?.picture else { throw .empty }
    guard max(picture.width, picture.height) <= Int(UInt16.max) else {
      throw .library("GIF", "a film of \(picture.width) × \(picture.height) pixels is too large")
    }
    write(until: frames)
    // A global table of 256 colours.
    var file = Array("GIF89a".utf8) + word(picture.width) + word(picture.height) + [0xF7, 0, 0]
    for i in 0..<256 {
      let color = palette.colors.indices.contains(i) ? palette.colors[i] : 0
      file += [16, 8, 0].map { UInt8(color >> $0 & 255) }
    }
    if !once { file += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0] }
    return file + blocks + [0x3B]
  }

  private func hundredths(_ frame: Int) -> Int { (frame * 100 + fps / 2) / fps }

  private mutating func write(until frame: Int) {
    guard let shown else { return }
    let c = shown.change
    let codes = indices(shown.picture, c, unlike: shown.before)
    var rest = hundredths(frame) - hundredths(shown.from)
    var isFirst = true
    while rest > 0 {
      let delay = min(rest, Int(UInt16.max))
      // The picture stays when the next one comes; the last index is transparent.
      blocks += [0x21, 0xF9, 4, 0b101] + word(delay) + [Self.asBefore, 0]
      let (rect, content) = isFirst ? (c, codes) : (Change(pixel: 0), [Self.asBefore])
      blocks += [0x2C] + word(rect.x) + word(rect.y) + word(rect.width) + word(rect.height) + [0, 8]
      LZW.encode(content, to: &blocks)
      rest -= delay
      isFirst = false
    }
  }

  /// A rectangle of a picture in indices of the palette.
  private mutating func indices(_ picture: Pixmap, _ c: Change, unlike old: Pixmap?) -> [UInt8] {
    var out = [UInt8](repeating: Self.asBefore, count: c.width * c.height)
    var (color, index): (UInt32, UInt8) = (0xFFFF_FFFF, 0)
    for y in 0..<c.height {
      for x in 0..<c.width {
        let i = (c.y &+ y) &* picture.width &+ c.x &+ x
        let pixel = picture.pixels[i]
        if let old, old.pixels[i] == pixel { continue }
        if pixel & 0xFF_FFFF != color {
          color = pixel & 0xFF_FFFF
          index = self.index(of: color)
        }
        out[y &* c.width &+ x] = index
      }
    }
    return out
  }

  private mutating func index(of color: UInt32) -> UInt8 {
    if let known = nearest[color] { return known }
    var (best, least) = (0, Int.max)
    for (i, other) in palette.colors.enumerated() {
      let red = Int(color >> 16 & 255) - Int(other >> 16 & 255)
      let green = Int(color >> 8 & 255) - Int(other >> 8 & 255)
      let blue = Int(color & 255) - Int(other & 255)
      let distance = 6 * red * red + 10 * green * green + 4 * blue * blue
      if distance < least { (best, least) = (i, distance) }
    }
    nearest[color] = UInt8(best)
    return UInt8(best)
  }

  private func word(_ n: Int) -> [UInt8] { [UInt8(n & 255), UInt8(n >> 8 & 255)] }
}

extension Change {
  /// One pixel in the corner.
  fileprivate init(pixel: Int) { (x, y, width, height) = (pixel, pixel, 1, 1) }
}

/// GIF's variant of Lempel, Ziv and Welch's compression, for 8-bit indices.
enum LZW {
  private static let clear = 256, end = 257, most = 4096

  /// Appends the compressed indices in sub-blocks of up to 255 bytes, and the empty block that ends them.
  static func encode(_ indices: [UInt8], to out: inout [UInt8]) {
    var block: [UInt8] = []
    var (bits, count): (UInt32, UInt32) = (0, 0)
    var width: UInt32 = 9
    func flush(_ out: inout [UInt8]) {
      out.append(UInt8(block.count))
      out += block
      block.removeAll(keepingCapacity: true)
    }
    func put(_ code: Int, _ out: inout [UInt8]) {
      bits |= UInt32(code) << count
      count += width
      while count >= 8 {
        block.append(UInt8(bits & 255))
        bits >>= 8
        count -= 8
        if block.count == 255 { flush(&out) }
      }
    }
    // The code of a known string followed by a byte.
    var table = [UInt16](repeating: 0, count: most * 256)
    var next = end + 1
    put(clear, &out)
    var prefix = -1
    for byte in indices {
      if prefix < 0 {
        prefix = Int(byte)
        continue
      }
      let known = table[prefix &* 256 &+ Int(byte)]
      if known != 0 {
        prefix = Int(known)
        continue
      }
      put(prefix, &out)
      if next < most {
        table[prefix &* 256 &+ Int(byte)] = UInt16(next)
        if next == 1 << width { width += 1 }
        next += 1
      } else {
        put(clear, &out)
        table.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        next = end + 1
        width = 9
      }
      prefix = Int(byte)
    }
    if prefix >= 0 { put(prefix, &out) }
    // The decoder has one entry less, and widens one code later: the same rule once more.
    if next == 1 << width && next < most { width += 1 }
    put(end, &out)
    if count > 0 { block.append(UInt8(bits & 255)) }
    if !block.isEmpty { flush(&out) }
    out.append(0)
  }
}
