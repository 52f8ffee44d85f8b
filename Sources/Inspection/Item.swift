import Figures

/// The fixed places of the sheet around a stage.
public enum SheetPart: Sendable {
  /// Between title and caption: what the figure draws itself.
  case stage
  /// The title and the line under it.
  case title
  /// The measured values, top right.
  case telemetry
  /// The sentence at the bottom.
  case caption
}

/// A mark as it is seen: in canvas coordinates, with the opacity and the clip of all its groups.
public struct Item: Sendable {
  /// What is drawn.
  public enum Form: Sendable {
    /// A line of text.
    case words(Words)
    /// An area or a line.
    case outline(PlacedOutline)
    /// A grid of heat.
    case raster(Raster, Rect)
  }

  /// Its index among the marks of the frame.
  public let mark: Int
  /// Which part of the sheet it belongs to.
  public let part: SheetPart
  /// How opaque it is with its groups, 0…1.
  public let opacity: Double
  /// What is seen of it; nil for all.
  public let clip: Rect?
  /// The rectangle around it, as far as it is seen; a line's width left out.
  public let bounds: Rect
  /// What is drawn.
  public let form: Form

  /// Its words, when it is text.
  public var words: Words? { if case .words(let words) = form { words } else { nil } }
  /// Its outline, when it is an area or a line.
  public var outline: PlacedOutline? { if case .outline(let outline) = form { outline } else { nil } }
}

/// A line of text on the canvas.
public struct Words: Sendable {
  /// The text as it was set.
  public let line: TextLine
  /// Its characters.
  public let text: String
  /// How much its groups enlarge it.
  public let scale: Double
  /// The rectangle that its glyphs can touch: tighter than the line's advance and height. Of turned words
  /// it is the rectangle around them.
  public let ink: Rect
  /// The same for each run.
  public let runs: [Rect]
  /// Those boxes before the groups moved and turned them.
  let ownInk: Rect, ownRuns: [Rect]
  /// From there to the canvas.
  let map: Affine
}

/// An area or a line on the canvas.
public struct PlacedOutline: Sendable {
  /// The form in canvas coordinates.
  public let shape: Outline
  /// Its contours as straight pieces, first point to last.
  public let contours: [[Point]]
  /// Whether all contours return to their start.
  public let isClosed: Bool
  /// How the area is filled; nil where nothing can be seen.
  public let fill: Fill?
  /// How the outline is drawn, with its width on the canvas; nil where nothing can be seen.
  public let stroke: Stroke?
  /// What it joins, when it is a connector.
  public let ends: Ends?

  /// Whether the filled area has a point in it (even-odd).
  public func contains(_ p: Point) -> Bool {
    switch shape {
    case .rectangle(let r, _): return r.contains(p)
    case .ellipse(let r):
      guard r.width > 0 && r.height > 0 else { return false }
      let (x, y) = ((p.x - r.midX) * 2 / r.width, (p.y - r.midY) * 2 / r.height)
      return x * x + y * y <= 1
    case .path:
      var inside = false
      for contour in contours {
        var a = contour.last ?? .zero
        for b in contour {
          if (a.y > p.y) != (b.y > p.y), p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
            inside.toggle()
          }
          a = b
        }
      }
      return inside
    }
  }

  /// Distance from a point to the nearest piece of the outline.
  public func distance(to p: Point) -> Double {
    var best = Double.infinity
    forEachPiece { a, b in best = min(best, pieceDistance(p, a, b)) }
    return best
  }

  /// Calls `body` with each straight piece.
  public func forEachPiece(_ body: (Point, Point) -> Void) {
    for contour in contours { for i in contour.indices.dropFirst() { body(contour[i - 1], contour[i]) } }
  }
}

private func pieceDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
  let d = b - a
  let n = d.x * d.x + d.y * d.y
  let t = n > 0 ? (((p.x - a.x) * d.x + (p.y - a.y) * d.y) / n).clamped(to: 0...1) : 0
  return p.distance(to: a + d * t)
}
