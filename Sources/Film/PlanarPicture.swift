import Encoding

/// A picture as video encoders take it: Y′CbCr of BT.709 in the video range, chroma at half the resolution (4:2:0).
///
/// Rounded to the nearest value (ITU-R BT.709-6, 3.2–3.4 and 4.6). A chroma sample is the mean of four pixels and lies in
/// their middle, as in JPEG: players that do not ask where it lies take it so. A picture of odd width or height shows its
/// last column or row twice.
public struct PlanarPicture: Sendable {
  /// Columns and rows, both even.
  public let width, height: Int
  /// The plane of Y′, row by row, then Cb, then Cr.
  public private(set) var bytes: [UInt8]

  /// A picture for pixels of some size, of which none are known.
  public init(width: Int, height: Int) {
    (self.width, self.height) = (width + width % 2, height + height % 2)
    bytes = [UInt8](repeating: 0, count: self.width * self.height / 2 * 3)
  }

  /// Takes over from an opaque picture what changed in some rectangles. Pixels beside them are read, too, where they share
  /// chroma samples.
  public mutating func take(_ rects: [PixelRect], from picture: Pixmap) {
    guard picture.width > 0 && picture.height > 0 else { return }
    let whole = PixelRect(left: 0, top: 0, right: picture.width, bottom: picture.height)
    let (columns, size) = (width / 2, width * height)
    bytes.withUnsafeMutableBufferPointer { bytes in
      picture.pixels.withUnsafeBufferPointer { pixels in
        guard let luma = bytes.baseAddress, let pixels = pixels.baseAddress else { return }
        for rect in rects {
          let rect = rect.intersection(whole)
          if rect.isEmpty { continue }
          let (left, right) = (rect.left / 2, (rect.right + 1) / 2)
          for y in rect.top / 2..<(rect.bottom + 1) / 2 {
            let pair = RowPair(pixels, y, of: picture)
            pair.luma(2 * left..<2 * right, to: luma + 2 * y * width, below: width)
            let (cb, cr) = (luma + size + y * columns, luma + size + size / 4 + y * columns)
            for x in left..<right { (cb[x], cr[x]) = pair.chroma(x) }
          }
        }
      }
    }
  }
}

/// Two rows of pixels that share their chroma.
private struct RowPair {
  private let upper, lower: UnsafePointer<UInt32>
  /// The last column.
  private let last: Int

  init(_ pixels: UnsafePointer<UInt32>, _ y: Int, of picture: Pixmap) {
    upper = pixels + 2 * y * picture.width
    lower = pixels + min(2 * y + 1, picture.height - 1) * picture.width
    last = picture.width - 1
  }

  /// Writes Y′ of some columns, the lower row so many bytes below the upper one.
  func luma(_ columns: Range<Int>, to out: UnsafeMutablePointer<UInt8>, below: Int) {
    for x in columns.lowerBound..<min(columns.upperBound, last + 1) {
      out[x] = Self.luma(upper[x])
      out[below + x] = Self.luma(lower[x])
    }
    if columns.upperBound > last + 1 {
      out[last + 1] = out[last]
      out[below + last + 1] = out[below + last]
    }
  }

  /// Cb and Cr of the pixels in the columns `2 * x` and `2 * x + 1`.
  func chroma(_ x: Int) -> (UInt8, UInt8) {
    let (left, right) = (2 &* x, min(2 &* x &+ 1, last))
    // Four times red and blue in one word, green in another.
    var (redBlue, green): (UInt32, UInt32) = (0, 0)
    func add(_ pixel: UInt32) {
      redBlue &+= pixel & 0xFF_00FF
      green &+= pixel &>> 8 & 0xFF
    }
    add(upper[left])
    add(upper[right])
    add(lower[left])
    add(lower[right])
    let (r, g, b) = (Int32(redBlue &>> 16), Int32(green), Int32(redBlue & 0xFFFF))
    // 65,536 times 0.5 · 224/255 and the weights of the others in R′ − Y′ and B′ − Y′, each sum being 0.
    let cb = 28785 &* b &- 22189 &* g &- 6596 &* r
    let cr = 28785 &* r &- 26145 &* g &- 2640 &* b
    return (Self.round(cb, bits: 18, from: 128), Self.round(cr, bits: 18, from: 128))
  }

  /// Y′: 65,536 times 0.2126, 0.7152 and 0.0722 of 219/255.
  private static func luma(_ p: UInt32) -> UInt8 {
    let (r, g, b) = (Int32(p &>> 16 & 0xFF), Int32(p &>> 8 & 0xFF), Int32(p & 0xFF))
    return round(11966 &* r &+ 40254 &* g &+ 4064 &* b, bits: 16, from: 16)
  }

  private static func round(_ value: Int32, bits: Int32, from zero: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: (value &+ 1 &<< (bits &- 1)) &>> bits &+ zero)
  }
}
