import Figures

extension Rule {
  /// What is meant to be aligned or equal is.
  static let misaligned = Rule(
    "misaligned",
    "Edges, sizes and baselines of neighbours that are meant to be equal are, not off by under 3 points.",
    basis:
      "Müller-Brockmann, Grid Systems (1981); Westheimer (1979): vernier offsets of seconds of arc are seen",
    .picture { picture in
      let boxes = picture.boxes
      return pairs(boxes, picture) + outliers(boxes, picture) + baselines(picture)
    })

  /// Off by so little that it was not meant: more than rounding, less than three points.
  private static func isOff(_ d: Double) -> Bool { d > 0.05 && d < 3 }

  /// Neighbours of one size and look, side by side or one above the other, that are not quite in line.
  private static func pairs(_ boxes: [Box], _ picture: Picture) -> [Flaw] {
    var out: [Flaw] = []
    for (j, b) in boxes.enumerated() {
      for a in boxes[..<j] where a.isTwin(of: b) {
        let (p, q) = (a.rect, b.rect)
        let (gapX, gapY) = (max(q.minX - p.maxX, p.minX - q.maxX), max(q.minY - p.maxY, p.minY - q.maxY))
        let (offX, offY) = ((q.minX - p.minX).magnitude, (q.minY - p.minY).magnitude)
        let reach = 1.5 * max(p.width, p.height)
        if isOff(offY), gapX >= -0.5, gapX < reach {
          out.append(flaw(picture, b, a, offY, "its top"))
        } else if isOff(offX), gapY >= -0.5, gapY < reach {
          out.append(flaw(picture, b, a, offX, "its left edge"))
        }
      }
    }
    return out
  }

  /// Among four or more of one look in a row or a column, one whose length is not quite that of the others.
  private static func outliers(_ boxes: [Box], _ picture: Picture) -> [Flaw] {
    var out: [Flaw] = []
    let kinds = Dictionary(grouping: boxes) { $0.look }
    for b in boxes {
      guard let kind = kinds[b.look], kind.count > 3 else { continue }
      let row = kind.filter { $0.rect.minY == b.rect.minY && $0.rect.height == b.rect.height }
      let column = kind.filter { $0.rect.minX == b.rect.minX && $0.rect.width == b.rect.width }
      for (peers, length, name) in [
        (row, \Box.width, "width"), (column, \Box.height, "height"),
      ] {
        let others = peers.filter { $0.mark != b.mark }
        guard others.count >= 3, let usual = others.first?[keyPath: length],
          others.allSatisfy({ ($0[keyPath: length] - usual).magnitude < 0.01 }),
          isOff((b[keyPath: length] - usual).magnitude)
        else { continue }
        out.append(
          Flaw(
            picture.element(b.item),
            "has a \(name) of \(trimmed(b[keyPath: length], 2)) points among \(others.count) of "
              + "\(trimmed(usual, 2)): make them equal"))
      }
    }
    return out
  }

  /// A text beside three or more of its kind that stand on one line, itself not quite on it.
  private static func baselines(_ picture: Picture) -> [Flaw] {
    let texts = picture.texts.filter {
      $0.item.part == .stage && $0.words.isUpright && !picture.isBoxed($0.item, $0.words)
    }
    var out: [Flaw] = []
    for b in texts {
      let row = texts.filter { a in
        a.item.mark != b.item.mark && a.words.isOfKind(b.words)
          && (a.words.baseline - b.words.baseline).magnitude < 3
      }
      let near = row.first { a in
        let gap = max(b.words.ink.minX - a.words.ink.maxX, a.words.ink.minX - b.words.ink.maxX)
        return gap > 0 && gap < 40
      }
      guard let near, row.allSatisfy({ isOff(($0.words.baseline - b.words.baseline).magnitude) }),
        row.count(where: { ($0.words.baseline - near.words.baseline).magnitude < 0.05 }) >= 3
      else { continue }
      let off = (b.words.baseline - near.words.baseline).magnitude
      out.append(
        Flaw(
          picture.element(b.item),
          "has its baseline \(points(max(0.1, off))) points off that of “\(near.words.text)” beside it: align them"
        ))
    }
    return out
  }

  private static func flaw(_ picture: Picture, _ b: Box, _ a: Box, _ off: Double, _ what: String) -> Flaw {
    Flaw(
      picture.element(b.item),
      "has \(what) \(points(max(0.1, off))) points off that of \(picture.element(a.item).name) of the same size: align them"
    )
  }
}

/// A rectangle of the stage and its look.
private struct Box {
  let item: Item
  let rect: Rect
  let look: Look
  var mark: Int { item.mark }
  var width: Double { rect.width }
  var height: Double { rect.height }

  struct Look: Hashable {
    let fill: Fill?
    let stroke: Stroke?
  }

  /// Whether it is as large as another and looks like it.
  func isTwin(of other: Box) -> Bool {
    look == other.look && (rect.width - other.rect.width).magnitude < 0.05
      && (rect.height - other.rect.height).magnitude < 0.05
  }
}

extension Picture {
  /// Whether words stand in an area of their own element: they are aligned with that.
  func isBoxed(_ item: Item, _ words: Words) -> Bool {
    let group = frame.marks[item.mark].group
    return items.contains {
      $0.mark < item.mark && frame.marks[$0.mark].group == group && $0.outline?.isClosed == true
        && $0.bounds.contains(words.ink.center)
    }
  }

  fileprivate var boxes: [Box] {
    items.compactMap { item in
      guard item.part == .stage, let outline = item.outline, case .rectangle(let rect, _) = outline.shape,
        rect.width > 4, rect.height > 4
      else { return nil }
      return Box(item: item, rect: rect, look: Box.Look(fill: outline.fill, stroke: outline.stroke))
    }
  }
}

extension Words {
  /// Where the baseline stands on the canvas.
  fileprivate var baseline: Double { map.apply(line.origin).y }

  /// Whether they are set like others.
  fileprivate func isOfKind(_ other: Words) -> Bool {
    guard let a = line.runs.first, let b = other.line.runs.first else { return false }
    return a.face == b.face && a.size == b.size && scale == other.scale
  }
}
