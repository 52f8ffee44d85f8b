import Figures

extension Rule {
  /// Everything stays on the canvas and off its margin.
  static let outside = Rule(
    "outside", "Nothing lies outside of the canvas or within 24 points of its edge.",
    basis: "Tschichold, The Form of the Book (1975): the margin; VISUAL: margin 40, lint at 24",
    .picture { picture in
      let canvas = Rect(origin: .zero, size: picture.frame.size)
      let room = canvas.inset(by: Insets(all: margin - 0.5))
      var out: [Flaw] = []
      for item in picture.items {
        let half = (item.outline?.stroke?.width ?? 0) / 2
        let box = item.bounds.outset(by: half)
        // What covers the whole canvas is a background.
        if box.width >= canvas.width && box.height >= canvas.height { continue }
        if let by = excess(box, canvas) {
          out.append(Flaw(picture.element(item), "lies \(by) of the canvas: move or shrink it"))
        } else if let by = excess(box, room) {
          out.append(
            Flaw(picture.element(item), "reaches \(by) of the margin of \(points(margin)): move or shrink it")
          )
        }
      }
      return out
    })

  /// Free at each edge of the canvas, in points.
  private static let margin = 24.0

  /// `3 points outside at the left`, or nil.
  private static func excess(_ box: Rect, _ room: Rect) -> String? {
    let sides = [
      (room.minX - box.minX, "left"), (box.maxX - room.maxX, "right"), (room.minY - box.minY, "top"),
      (box.maxY - room.maxY, "bottom"),
    ]
    guard let worst = sides.max(by: { $0.0 < $1.0 }), worst.0 > 0.01 else { return nil }
    return "\(points(max(0.1, worst.0))) points outside, at the \(worst.1),"
  }
}
