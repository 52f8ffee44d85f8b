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
    pixels = Array(repeating: pixel, count: self.width * self.height)
  }

  /// One pixel; both coordinates count from 0 and must lie inside.
  public subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }

  /// Lends the pixels for drawing; `width` of them make a row.
  public mutating func withPixels<T, E: Error>(
    _ body: (UnsafeMutableBufferPointer<UInt32>) throws(E) -> T
  ) throws(E) -> T {
    try pixels.withUnsafeMutableBufferPointer { buffer throws(E) in try body(buffer) }
  }
}
