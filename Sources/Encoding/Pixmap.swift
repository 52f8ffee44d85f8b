import CMemory

/// A picture in memory, rows from the top, without gaps between them.
///
/// A pixel is one word 0xAARRGGBB whose colours are multiplied by its alpha: what Cairo calls ARGB32.
public struct Pixmap: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The pixels, row by row; always `width * height` of them.
  public private(set) var pixels: [UInt32]

  /// Creates a picture of one colour (premultiplied, 0xAARRGGBB); negative extents count as 0.
  public init(width: Int, height: Int, filledWith pixel: UInt32 = 0) {
    self.width = max(0, width)
    self.height = max(0, height)
    pixels = Array(unsafeUninitializedCapacity: self.width * self.height) { memory, count in
      lantern_large_pages(memory.baseAddress, memory.count * 4)
      memory.initialize(repeating: pixel)
      count = memory.count
    }
  }

  /// One pixel; both coordinates count from 0 and must lie inside.
  public subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }

  /// Lends the pixels for drawing; `width` of them make a row.
  public mutating func withPixels<T, E: Error>(
    _ body: (UnsafeMutableBufferPointer<UInt32>) throws(E) -> T
  ) throws(E) -> T {
    try pixels.withUnsafeMutableBufferPointer { buffer throws(E) in try body(buffer) }
  }

  /// Takes over rectangles, all inside, of a picture of the same size; from one of another size it takes everything.
  public mutating func take(_ rects: [PixelRect], from other: Pixmap) {
    guard width == other.width && height == other.height else {
      self = Pixmap(width: other.width, height: other.height)
      return take([PixelRect(left: 0, top: 0, right: width, bottom: height)], from: other)
    }
    let width = width
    pixels.withUnsafeMutableBufferPointer { pixels in
      other.pixels.withUnsafeBufferPointer { fresh in
        for rect in rects {
          for y in rect.top..<rect.bottom {
            let row = y * width + rect.left..<y * width + rect.right
            _ = UnsafeMutableBufferPointer(rebasing: pixels[row]).update(fromContentsOf: fresh[row])
          }
        }
      }
    }
  }
}
