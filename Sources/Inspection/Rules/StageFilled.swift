import Figures

extension Rule {
  /// The room is used.
  static let stageEmpty = Rule(
    "stage-empty",
    "No empty rectangle takes half of the stage of a still, or three quarters of that of a beat.",
    basis:
      "VISUAL: a figure that leaves half of the canvas empty is wrongly composed; Tufte (1983), shrink or fill",
    .picture { picture in
      let stage = Rect(
        from: Point(Spacing.margin, 92),
        to: Point(picture.frame.size.width - Spacing.margin, picture.frame.size.height - 60))
      guard stage.width > 0, stage.height > 0 else { return [] }
      let share = largestEmpty(picture, stage)
      let isStill = picture.place.moment == .still
      guard share > (isStill ? 0.5 : 0.75) else { return [] }
      return [
        Flaw(
          Element("the stage", box: stage),
          "has an empty rectangle of \(fixed(share * 100)) % of it: enlarge or spread what stands there")
      ]
    })

  private static let columns = 48, rows = 24

  /// The largest share of the stage that a rectangle can have in which nothing is drawn.
  private static func largestEmpty(_ picture: Picture, _ stage: Rect) -> Double {
    var full = [Bool](repeating: false, count: columns * rows)
    let (w, h) = (stage.width / Double(columns), stage.height / Double(rows))
    func mark(_ box: Rect) {
      let x0 = max(0, Int((box.minX - stage.minX) / w)),
        x1 = min(columns - 1, Int((box.maxX - stage.minX) / w))
      let y0 = max(0, Int((box.minY - stage.minY) / h)), y1 = min(rows - 1, Int((box.maxY - stage.minY) / h))
      guard x0 <= x1, y0 <= y1, box.maxX >= stage.minX, box.maxY >= stage.minY else { return }
      for y in y0...y1 { for x in x0...x1 { full[y * columns + x] = true } }
    }
    for item in picture.items where item.part == .stage {
      if let outline = item.outline {
        // An area, or the frame around one, fills its room, a line only its course.
        if outline.fill != nil || outline.isClosed && outline.ends == nil {
          mark(item.bounds)
        } else {
          outline.forEachPiece { a, b in
            let steps = max(1, Int(a.distance(to: b) / min(w, h)) + 1)
            for k in 0...steps {
              mark(Rect(origin: a.mixed(with: b, at: Double(k) / Double(steps)), size: .zero))
            }
          }
        }
      } else {
        mark(item.bounds)
      }
    }
    return Double(largestRectangle(full)) / Double(columns * rows)
  }

  /// Cells of the largest rectangle without a full one: row by row, the largest under a skyline.
  private static func largestRectangle(_ full: [Bool]) -> Int {
    var heights = [Int](repeating: 0, count: columns)
    var best = 0
    for y in 0..<rows {
      for x in 0..<columns { heights[x] = full[y * columns + x] ? 0 : heights[x] + 1 }
      for x in 0..<columns where heights[x] > 0 {
        var lowest = heights[x]
        for end in x..<columns {
          lowest = min(lowest, heights[end])
          if lowest == 0 { break }
          best = max(best, lowest * (end - x + 1))
        }
      }
    }
    return best
  }
}
