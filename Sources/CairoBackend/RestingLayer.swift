import Encoding

/// A picture of what lies below all that moves, so that it need not be drawn again where something moves over it.
///
/// It is only ever written by copying whole tiles that were drawn right, because shapes reach out of the rectangles for
/// which they are drawn; so all that has to be remembered is which tiles are right. Memory that no tile was copied to is
/// never touched.
struct RestingLayer {
  private var grid = TileGrid(width: 0, height: 0)
  /// For each tile, whether it is right.
  private var isKnown: [Bool] = []
  private var memory: Memory?

  /// The pixels of all tiles, one tile after the other.
  private final class Memory {
    let start: UnsafeMutablePointer<UInt32>

    init(_ count: Int) { start = .allocate(capacity: count) }

    deinit { start.deallocate() }
  }

  /// Forgets everything; without an extent, the memory too.
  mutating func reset(width: Int = 0, height: Int = 0) {
    if grid.width != width || grid.height != height {
      grid = TileGrid(width: width, height: height)
      memory = grid.count > 0 ? Memory(grid.count * TileGrid.side * TileGrid.side) : nil
    }
    isKnown = Array(repeating: false, count: grid.count)
  }

  /// Forgets what lies in a rectangle.
  mutating func forget(_ rect: PixelRect) {
    grid.forEachTile(of: rect) { tile, _, _ in isKnown[tile] = false }
  }

  /// The smallest rectangle of whole tiles that holds all that is not known of a rectangle; nil when all is known.
  func unknown(in rect: PixelRect) -> PixelRect? {
    var found: PixelRect?
    grid.forEachTile(of: rect) { tile, area, _ in
      if !isKnown[tile] { found = found.map { $0.union(area) } ?? area }
    }
    return found
  }

  /// Takes over rectangles of whole tiles, in which a picture shows what rests and nothing else.
  mutating func learn(_ rects: [PixelRect], from pixels: UnsafeMutableBufferPointer<UInt32>) {
    guard let memory, let pixels = pixels.baseAddress else { return }
    for rect in rects {
      grid.forEachTile(of: rect) { tile, area, part in
        grid.forEachRow(of: part, area, tile) { own, place, count in
          (memory.start + own).update(from: pixels + place, count: count)
        }
        isKnown[tile] = true
      }
    }
  }

  /// Gives rectangles that are known to a picture.
  func show(_ rects: [PixelRect], on pixels: UnsafeMutableBufferPointer<UInt32>) {
    guard let memory, let pixels = pixels.baseAddress else { return }
    for rect in rects {
      grid.forEachTile(of: rect) { tile, area, part in
        grid.forEachRow(of: part, area, tile) { own, place, count in
          (pixels + place).update(from: memory.start + own, count: count)
        }
      }
    }
  }
}

/// A picture cut into square tiles, numbered row by row; those at its right and lower edge may be smaller.
private struct TileGrid {
  /// Extent of a tile in pixels.
  static let side = 32

  /// Extent of the picture in pixels.
  let width, height: Int
  /// Tiles in a row.
  private let columns: Int
  /// Tiles.
  let count: Int

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    columns = (width + Self.side - 1) / Self.side
    count = columns * ((height + Self.side - 1) / Self.side)
  }

  /// Goes through the tiles that a rectangle touches: which, where it lies, and the part of it in the rectangle.
  func forEachTile(of rect: PixelRect, _ body: (_ tile: Int, _ area: PixelRect, _ part: PixelRect) -> Void) {
    let picture = PixelRect(left: 0, top: 0, right: width, bottom: height)
    let rect = rect.intersection(picture)
    guard !rect.isEmpty else { return }
    for row in rect.top / Self.side...(rect.bottom - 1) / Self.side {
      for column in rect.left / Self.side...(rect.right - 1) / Self.side {
        let (left, top) = (column * Self.side, row * Self.side)
        let area = PixelRect(left: left, top: top, right: left + Self.side, bottom: top + Self.side)
          .intersection(picture)
        body(row * columns + column, area, area.intersection(rect))
      }
    }
  }

  /// Goes through the rows of a part of a tile: where each begins among the pixels of all tiles and among those of the
  /// picture, and how many pixels it has.
  @inline(__always) func forEachRow(
    of part: PixelRect, _ area: PixelRect, _ tile: Int,
    _ body: (_ own: Int, _ place: Int, _ count: Int) -> Void
  ) {
    for y in part.top..<part.bottom {
      let own = (tile * Self.side + y - area.top) * Self.side + part.left - area.left
      body(own, y * width + part.left, part.right - part.left)
    }
  }
}
