import Drawing
import Geometry

/// What is seen of an element on its way out of one clip and into another: the clip opens at once, and
/// closes before it arrives.
struct Window: Sendable {
  /// The parts seen at both ends, as shares of the element's rectangle; nil for all.
  let start, end: Rect?
  /// Room for line widths, in points.
  private static let margin = 12.0
  /// The share of the way that opening takes, and closing.
  private static let reach = 0.35

  /// A window; nil when all is seen all the time.
  init?(_ start: Rect?, of p: Rect, _ end: Rect?, of q: Rect) {
    if start == nil && end == nil { return nil }
    self.start = start.map { Window.shares($0, of: p) }
    self.end = end.map { Window.shares($0, of: q) }
  }

  /// What is seen a share `t` of the way, of a rectangle that is then `rect`; nil for all.
  func clip(at t: Double, _ rect: Rect) -> Rect? {
    if let start, t < Window.reach { return opened(start, t / Window.reach, rect) }
    if let end, t > 1 - Window.reach { return opened(end, (1 - t) / Window.reach, rect) }
    return nil
  }

  private func opened(_ s: Rect, _ open: Double, _ rect: Rect) -> Rect {
    func edge(_ share: Double) -> Double { share > 0 ? share * (1 - open) : 0 }
    func room(_ share: Double) -> Double { share > 0 ? Window.margin * open : Window.margin }
    let (l, r, t, b) = (s.minX, 1 - s.maxX, s.minY, 1 - s.maxY)
    return rect.inset(
      by: Insets(
        left: rect.width * edge(l) - room(l), top: rect.height * edge(t) - room(t),
        right: rect.width * edge(r) - room(r), bottom: rect.height * edge(b) - room(b)))
  }

  private static func shares(_ seen: Rect, of rect: Rect) -> Rect {
    let (w, h) = (rect.width > 0 ? rect.width : 1, rect.height > 0 ? rect.height : 1)
    return Rect(
      (seen.minX - rect.minX) / w, (seen.minY - rect.minY) / h, seen.width / w, seen.height / h)
  }
}
