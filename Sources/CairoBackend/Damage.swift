import Encoding

/// Rectangles of a picture that have to be drawn anew.
struct Damage {
  /// The rectangles, none of them empty; some may overlap.
  private(set) var rects: [PixelRect] = []
  private let canvas: PixelRect

  /// More rectangles than this cost more to look after than they spare.
  private static let most = 48

  /// Nothing yet, of a picture of some size.
  init(width: Int, height: Int) { canvas = PixelRect(left: 0, top: 0, right: width, bottom: height) }

  /// Pixels to be drawn; those in two rectangles count twice.
  var area: Int { rects.reduce(0) { $0 + $1.area } }

  /// Adds a rectangle, and joins those that are cheaper to draw as one.
  mutating func add(_ rect: PixelRect) {
    var rect = rect.intersection(canvas)
    guard !rect.isEmpty else { return }
    while let i = rects.firstIndex(where: { Self.belongTogether($0, rect) }) {
      rect = rect.union(rects.remove(at: i))
    }
    rects.append(rect)
    if rects.count > Self.most { joinNearest() }
  }

  /// Whether two rectangles are hardly smaller than the one around both.
  private static func belongTogether(_ a: PixelRect, _ b: PixelRect) -> Bool {
    4 * a.union(b).area <= 5 * (a.area + b.area)
  }

  /// Joins the last rectangle with the one that it wastes least with.
  private mutating func joinNearest() {
    guard let last = rects.popLast() else { return }
    let waste = rects.map { $0.union(last).area - $0.area }
    guard let i = waste.indices.min(by: { waste[$0] < waste[$1] }) else { return }
    rects[i] = rects[i].union(last)
  }
}
