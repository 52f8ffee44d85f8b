import Figures

extension Rule {
  /// Words stay inside the box that they are written in.
  static let textOverflow = Rule(
    "text-overflow", "Words stay inside the box, and inside the clip, that holds them.",
    basis:
      "Palmer, Common region (1992): an edge says what belongs together; WCAG 2.2, 1.4.12: no clipped text",
    .picture { picture in
      var out: [Flaw] = []
      for (item, words) in picture.texts {
        if let box = item.clip, let by = excess(words.ink, over: box) {
          out.append(
            Flaw(
              picture.element(item), "is cut off by \(points(by)) points: shorten it or widen what clips it"))
        } else if let box = picture.holder(of: item, words), let by = excess(words.ink, over: box.bounds) {
          let holder = box.bounds
          out.append(
            Flaw(
              picture.element(item),
              "sticks out of its box of \(points(holder.width)) × \(points(holder.height)) by "
                + "\(points(by)) points: shorten it, widen the box, or write it beside"))
        }
      }
      return out
    })

  /// By how much a rectangle sticks out of another; nil when it does not.
  private static func excess(_ inner: Rect, over outer: Rect) -> Double? {
    let by = max(
      outer.minX - inner.minX, inner.maxX - outer.maxX, outer.minY - inner.minY, inner.maxY - outer.maxY)
    return by > 0.75 ? by : nil
  }
}

extension Picture {
  /// The area that a text is written in: the smallest closed one below it, of the same element or of one
  /// around it, that holds its middle.
  fileprivate func holder(of text: Item, _ words: Words) -> Item? {
    guard words.line.halo < 1.5, words.isUpright else { return nil }
    let middle = words.ink.center
    var best: Item?
    for item in items where item.mark < text.mark && item.bounds.contains(middle) {
      guard let outline = item.outline, outline.isClosed, outline.contains(middle),
        item.bounds.height >= words.ink.height * 0.6,
        isInside(frame.marks[text.mark].group, of: frame.marks[item.mark].group)
      else { continue }
      if let held = best, held.bounds.width * held.bounds.height < item.bounds.width * item.bounds.height {
        continue
      }
      best = item
    }
    return best
  }
}
