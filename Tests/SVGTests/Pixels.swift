import CCairo
import Encoding
import Foundation

/// A picture to compare: opaque pixels, 0xAARRGGBB.
struct Pixels {
  let width, height: Int
  private var words: [UInt32]

  init(_ pixmap: Pixmap) { (width, height, words) = (pixmap.width, pixmap.height, pixmap.pixels) }

  private init(width: Int, height: Int, words: [UInt32]) {
    (self.width, self.height, self.words) = (width, height, words)
  }

  init(png path: String) throws {
    let surface = cairo_image_surface_create_from_png(path)
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else {
      throw Browser.Failure("There is no picture at \(path).")
    }
    let (width, height) = (
      Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
    )
    (self.width, self.height) = (width, height)
    words = [UInt32](repeating: 0, count: width * height)
    let stride = Int(cairo_image_surface_get_stride(surface))
    words.withUnsafeMutableBytes { to in
      for y in 0..<height {
        let row = UnsafeRawBufferPointer(start: data + y * stride, count: width * 4)
        UnsafeMutableRawBufferPointer(rebasing: to[(y * width * 4)...]).copyMemory(from: row)
      }
    }
  }

  /// Some rows of the picture, as far as `columns` from the left.
  func rows(_ range: Range<Int>, columns: Int) -> Pixels {
    let cut = range.flatMap { words[$0 * width..<$0 * width + min(columns, width)] }
    return Pixels(width: min(columns, width), height: range.count, words: cut)
  }

  /// How two pictures of one size differ.
  struct Difference: CustomStringConvertible {
    /// Mean over all channels, 0…255.
    var mean = 0.0
    /// Share of pixels in which a channel differs by more than 48 of 255.
    var strong = 0.0
    var description: String { String(format: "mean %.3f of 255, strong %.3f %%", mean, 100 * strong) }
  }

  /// Nil when the sizes differ.
  func difference(_ other: Pixels) -> Difference? {
    guard width == other.width && height == other.height else { return nil }
    var (sum, strong) = (0, 0)
    words.withUnsafeBufferPointer { a in
      other.words.withUnsafeBufferPointer { b in
        var i = 0
        while i < a.count {
          if (a[i] ^ b[i]) & 0xFFFFFF != 0 {
            let (s, most) = Self.distance(a[i], b[i])
            sum += s
            if most > 48 { strong += 1 }
          }
          i += 1
        }
      }
    }
    let count = Double(words.count)
    return Difference(mean: Double(sum) / count / 3, strong: Double(strong) / count)
  }

  private static func distance(_ a: UInt32, _ b: UInt32) -> (sum: Int, most: Int) {
    let red = abs(Int(a >> 16 & 255) - Int(b >> 16 & 255))
    let green = abs(Int(a >> 8 & 255) - Int(b >> 8 & 255))
    let blue = abs(Int(a & 255) - Int(b & 255))
    return (red + green + blue, max(red, green, blue))
  }

  /// Writes the picture as a PNG.
  func write(_ path: String) {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    guard let data = cairo_image_surface_get_data(surface) else { return }
    words.withUnsafeBytes { from in
      UnsafeMutableRawPointer(data).copyMemory(
        from: from.baseAddress ?? UnsafeRawPointer(data), byteCount: from.count)
    }
    cairo_surface_mark_dirty(surface)
    cairo_surface_write_to_png(surface, path)
  }
}

/// Keeps two pictures to look at, in $LANTERN_KEEP when it is set.
func keep(_ name: String, _ cairo: Pixels, _ other: Pixels, _ program: String) {
  guard let folder = ProcessInfo.processInfo.environment["LANTERN_KEEP"] else { return }
  cairo.write("\(folder)/\(name).cairo.png")
  other.write("\(folder)/\(name).\(program).png")
}
