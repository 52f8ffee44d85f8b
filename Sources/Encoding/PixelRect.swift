/// A rectangle of whole pixels: columns `left..<right` of rows `top..<bottom`.
public struct PixelRect: Hashable, Sendable {
  /// Its edges, counted in pixels from the upper left corner of the picture.
  public var left, top, right, bottom: Int

  /// Creates a rectangle; with `right <= left` or `bottom <= top` it is empty.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// Whether it holds no pixel.
  public var isEmpty: Bool { right <= left || bottom <= top }

  /// Its pixels.
  public var area: Int { isEmpty ? 0 : (right - left) * (bottom - top) }

  /// Whether the two have a pixel in common.
  public func intersects(_ other: PixelRect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The pixels in both.
  public func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// The rectangle around both, neither of which is empty.
  public func union(_ other: PixelRect) -> PixelRect {
    PixelRect(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
