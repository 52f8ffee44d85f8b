import Figures

/// Whether letters reach high or low in their line, so that a box around them need not be taller than they.
private func reach(_ text: String) -> (above: Double, below: Double) {
  var (above, below) = (0.0, 0.0)
  for scalar in text.unicodeScalars {
    switch scalar {
    case " ", "\u{A0}": continue
    case "a", "c", "e", "m", "n", "o", "r", "s", "u", "v", "w", "x", "z", "·", "→", "×", "+", "−", "-", "=":
      above = max(above, 0.56)
    case "g", "p", "q", "y": (above, below) = (max(above, 0.56), max(below, 0.2))
    case "j", ",", ";", "(", ")", "[", "]", "{", "}", "|", "/", "Q":
      (above, below) = (max(above, 0.75), max(below, 0.18))
    case ".", ":", "_": (above, below) = (max(above, 0.1), max(below, 0.02))
    case "\u{2E80}"..."\u{9FFF}", "\u{FF00}"..."\u{FFEF}":
      (above, below) = (max(above, 0.84), max(below, 0.1))
    default: above = max(above, 0.74)
    }
  }
  return (above, below)
}

extension TextRun {
  /// The box that its glyphs can touch, relative to the origin of its line. Heights are those of Inter,
  /// JetBrains Mono and Noto Sans CJK, as shares of the size.
  var ink: Rect {
    let (above, below) = reach(text)
    var (left, right) = (0.0, width)
    // Spaces at its ends leave no trace.
    let space = FontTable.advance(" ", face: face, size: size)
    for scalar in text.unicodeScalars { if scalar == " " { left += space } else { break } }
    for scalar in text.unicodeScalars.reversed() { if scalar == " " { right -= space } else { break } }
    return Rect(
      offset.x + left, offset.y - above * size, max(0, right - left), (above + below) * size)
  }
}

extension Words {
  /// Places a line of text; nil when it has no glyph that could be seen.
  init?(_ line: TextLine, _ map: Affine) {
    let boxes = line.runs.map { $0.ink.offset(by: line.origin) }
    guard let first = boxes.first(where: { $0.width > 0 }) else { return nil }
    let own = boxes.reduce(first) { $1.width > 0 ? $0.union($1) : $0 }
    self.init(
      line: line, text: line.text, scale: map.enlargement, ink: map.bounds(of: own),
      runs: boxes.map { map.bounds(of: $0) }, ownInk: own, ownRuns: boxes, map: map)
  }

  /// Whether they stand level, or turned by quarters, so that boxes around them are tight.
  var isUpright: Bool { map.isAxisAligned || (map.a.magnitude < 1e-9 && map.d.magnitude < 1e-9) }

  /// How deep their glyph boxes run into those of other words, along the shortest way out and across it;
  /// nil when they are apart by `slack` or more.
  func overlap(_ other: Words, slack: Double) -> Size? {
    guard ink.intersects(other.ink) else { return nil }
    var best: Size?
    for (i, p) in runs.enumerated() where p.width > 0 {
      for (j, q) in other.runs.enumerated() where q.width > 0 {
        var depth: Size?
        if isUpright && other.isUpright {
          depth = p.intersection(q)?.size
        } else {
          depth = penetration(corners(ownRuns[i], map), corners(other.ownRuns[j], other.map)).map {
            Size($0, $0)
          }
        }
        guard let depth, depth.width > slack, depth.height > slack else { continue }
        if depth.width * depth.height > (best.map { $0.width * $0.height } ?? 0) { best = depth }
      }
    }
    return best
  }

  /// The part of a straight piece of a line that runs through the words' box less `margin`.
  func crossing(_ a: Point, _ b: Point, margin: Double) -> (Point, Point)? {
    let box = ownInk.inset(by: Insets(all: margin))
    guard let back = map.inverse, let (p, q) = clipped(back.apply(a), back.apply(b), to: box) else {
      return nil
    }
    return (map.apply(p), map.apply(q))
  }
}

private func corners(_ r: Rect, _ map: Affine) -> [Point] {
  [r.point(0, 0), r.point(1, 0), r.point(1, 1), r.point(0, 1)].map { map.apply($0) }
}

/// How far one convex polygon must move to be clear of another; nil when it is (separating axes).
private func penetration(_ p: [Point], _ q: [Point]) -> Double? {
  var least = Double.infinity
  for polygon in [p, q] {
    for (i, a) in polygon.enumerated() {
      let normal = (polygon[(i + 1) % polygon.count] - a).unit.normal
      func span(_ points: [Point]) -> (Double, Double) {
        let along = points.map { $0.x * normal.x + $0.y * normal.y }
        return (along.min() ?? 0, along.max() ?? 0)
      }
      let (s, t) = (span(p), span(q))
      let depth = min(s.1, t.1) - max(s.0, t.0)
      if depth <= 0 { return nil }
      least = min(least, depth)
    }
  }
  return least
}
