import Encoding

/// A picture of what lies below all that moves, so that it need not be drawn again where something moves over it.
///
/// It is only ever written by copying whole tiles that were drawn right, because shapes reach out of the rectangles for
/// which they are drawn; so all that has to be remembered is which tiles are right.
struct RestingLayer {
  /// Extent of a tile in pixels.
  private static let side = 32

  private var pixmap = Pixmap(width: 0, height: 0)
  /// Tiles in a row.
  private var columns = 0
  /// For each tile, row by row, whether it is right.
  private var isKnown: [Bool] = []

  /// Forgets everything; without an extent, the memory too.
  mutating func reset(width: Int = 0, height: Int = 0) {
    if pixmap.width != width || pixmap.height != height { pixmap = Pixmap(width: width, height: height) }
    columns = (width + Self.side - 1) / Self.side
    isKnown = Array(repeating: false, count: columns * ((height + Self.side - 1) / Self.side))
  }

  /// Forgets what lies in a rectangle.
  mutating func forget(_ rect: PixelRect) {
    let tiles = tiles(of: rect)
    for row in tiles.top..<max(tiles.top, tiles.bottom) {
      for column in tiles.left..<max(tiles.left, tiles.right) { isKnown[row * columns + column] = false }
    }
  }

  /// The smallest rectangle of whole tiles that holds all that is not known of a rectangle; nil when all is known.
  func unknown(in rect: PixelRect) -> PixelRect? {
    let tiles = tiles(of: rect)
    var found: PixelRect?
    for row in tiles.top..<max(tiles.top, tiles.bottom) {
      for column in tiles.left..<max(tiles.left, tiles.right) where !isKnown[row * columns + column] {
        let tile = PixelRect(left: column, top: row, right: column + 1, bottom: row + 1)
        found = found.map { $0.union(tile) } ?? tile
      }
    }
    return found.map {
      PixelRect(
        left: $0.left * Self.side, top: $0.top * Self.side, right: min($0.right * Self.side, pixmap.width),
        bottom: min($0.bottom * Self.side, pixmap.height))
    }
  }

  /// Takes over rectangles of whole tiles, in which a picture shows what rests and nothing else.
  mutating func learn(_ rects: [PixelRect], from pixels: UnsafeMutableBufferPointer<UInt32>) {
    let width = pixmap.width
    pixmap.withPixels { own in
      for rect in rects { copy(rect, width, from: UnsafeBufferPointer(pixels), to: own) }
    }
    for rect in rects {
      let tiles = tiles(of: rect)
      for row in tiles.top..<tiles.bottom {
        for column in tiles.left..<tiles.right { isKnown[row * columns + column] = true }
      }
    }
  }

  /// Gives rectangles that are known to a picture.
  func show(_ rects: [PixelRect], on pixels: UnsafeMutableBufferPointer<UInt32>) {
    pixmap.pixels.withUnsafeBufferPointer { own in
      for rect in rects { copy(rect, pixmap.width, from: own, to: pixels) }
    }
  }

  /// The tiles that a rectangle touches, in columns and rows.
  private func tiles(of rect: PixelRect) -> PixelRect {
    let r = rect.intersection(PixelRect(left: 0, top: 0, right: pixmap.width, bottom: pixmap.height))
    return PixelRect(
      left: r.left / Self.side, top: r.top / Self.side, right: (r.right + Self.side - 1) / Self.side,
      bottom: (r.bottom + Self.side - 1) / Self.side)
  }
}

private func copy(
  _ rect: PixelRect, _ width: Int, from source: UnsafeBufferPointer<UInt32>,
  to target: UnsafeMutableBufferPointer<UInt32>
) {
  for y in rect.top..<rect.bottom {
    let row = y * width + rect.left..<y * width + rect.right
    _ = UnsafeMutableBufferPointer(rebasing: target[row]).update(fromContentsOf: source[row])
  }
}
