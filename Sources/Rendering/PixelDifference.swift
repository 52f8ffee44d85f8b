import CairoBackend
import Encoding

/// How the pixels of two pictures of one size differ.
public struct PixelDifference: Sendable, Equatable {
  /// Pixels that differ, and pixels in all.
  public let changed, count: Int
  /// The largest difference in one channel, 0…255.
  public let largest: Int
  /// Left, top, width and height of the rectangle around what differs, in pixels.
  public let box: [Int]

  /// Compares two PNG files; nil when their sizes differ or one cannot be read.
  public init?(_ old: [UInt8], _ new: [UInt8]) {
    guard let a = try? Pixmap(png: old), let b = try? Pixmap(png: new), a.width == b.width,
      a.height == b.height
    else { return nil }
    var (changed, largest) = (0, 0)
    var (x0, y0, x1, y1) = (Int.max, Int.max, -1, -1)
    for i in a.pixels.indices where a.pixels[i] != b.pixels[i] {
      changed += 1
      largest = max(largest, channelDifference(a.pixels[i], b.pixels[i]))
      let (x, y) = (i % a.width, i / a.width)
      (x0, y0, x1, y1) = (min(x0, x), min(y0, y), max(x1, x), max(y1, y))
    }
    (self.changed, count, self.largest) = (changed, a.pixels.count, largest)
    box = changed > 0 ? [x0, y0, x1 - x0 + 1, y1 - y0 + 1] : [0, 0, 0, 0]
  }

  /// A PNG of the new picture, pale, with what differs in one strong colour: the stronger, the more.
  public static func picture(_ old: [UInt8], _ new: [UInt8]) -> [UInt8]? {
    guard let a = try? Pixmap(png: old), let b = try? Pixmap(png: new), a.width == b.width,
      a.height == b.height
    else { return nil }
    var out = Pixmap(width: b.width, height: b.height)
    out.withPixels { pixels in
      for i in b.pixels.indices {
        let d = channelDifference(a.pixels[i], b.pixels[i])
        // A quarter of the new picture's brightness on white, or magenta of at least half its strength.
        let p = b.pixels[i]
        let brightness = ((p >> 16 & 255) + (p >> 8 & 255) + (p & 255)) / 3
        let grey = 191 + brightness / 4
        let rest = UInt32(max(0, 128 - d))
        pixels[i] = d == 0 ? 0xFF00_0000 | grey << 16 | grey << 8 | grey : 0xFFD6_006C | rest << 8
      }
    }
    return try? PNG.encode(out, alpha: false)
  }
}

/// The largest difference among the four channels of two pixels.
private func channelDifference(_ a: UInt32, _ b: UInt32) -> Int {
  [24, 16, 8, 0].map { shift in abs(Int(a >> UInt32(shift) & 255) - Int(b >> UInt32(shift) & 255)) }.max()
    ?? 0
}
