import Figures

/// A line of text as a reader sees it: its words, and the four corners of its box on the canvas.
struct SeenText {
  let words: String
  let corners: [Point]

  /// Whether two boxes share more than a rim of `slack` points.
  func overlaps(_ other: SeenText, slack: Double = 1.5) -> Bool {
    // Two convex boxes are apart when a side of one separates them.
    for box in [corners, other.corners] {
      for i in 0..<2 {
        let axis = (box[i + 1] - box[i]).unit
        let (a, b) = (span(corners, axis), span(other.corners, axis))
        if a.upperBound - slack <= b.lowerBound || b.upperBound - slack <= a.lowerBound { return false }
      }
    }
    return true
  }

  private func span(_ points: [Point], _ axis: Point) -> ClosedRange<Double> {
    let along = points.map { $0.x * axis.x + $0.y * axis.y }
    return (along.min() ?? 0)...(along.max() ?? 0)
  }
}

extension Frame {
  /// The texts that can be seen, with their ink's height rather than the line's.
  var seenTexts: [SeenText] {
    marks.compactMap { mark in
      guard case .text(let line) = mark.shape, opacity(of: mark) > 0.01 else { return nil }
      let size = line.runs.first?.size ?? 0
      let box = Rect(line.origin.x, line.origin.y - 0.73 * size, line.width, 0.93 * size)
      let map = transform(of: mark.group)
      return SeenText(
        words: line.text,
        corners: [box.point(0, 0), box.point(1, 0), box.point(1, 1), box.point(0, 1)].map { map.apply($0) })
    }
  }

  /// Pairs of texts that lie on each other.
  var overlappingTexts: [String] {
    let texts = seenTexts
    var out: [String] = []
    for (i, a) in texts.enumerated() {
      for b in texts[(i + 1)...] where a.overlaps(b) { out.append("“\(a.words)” lies on “\(b.words)”") }
    }
    return out
  }

  /// Texts nearer to the edge of the canvas than a distance in points (a caption with subscripts reaches
  /// 22 points from the lower one).
  func textsNearEdge(_ distance: Double = 21) -> [String] {
    let room = Rect(origin: .zero, size: size).outset(by: -distance)
    return seenTexts.filter { text in text.corners.contains { !room.contains($0) } }.map { $0.words }
  }

  /// What a reader could not read: texts on each other, or nearer to the edge than `margin`.
  func unreadable(margin: Double) -> [String] {
    var out = overlappingTexts
    let inside = Rect(margin, 0, size.width - 2 * margin, size.height - margin / 2)
    for a in seenTexts {
      for p in a.corners where !inside.outset(by: 1).contains(p) {
        out.append("“\(a.words)” leaves the canvas at \(Int(p.x)), \(Int(p.y))")
        break
      }
    }
    return out
  }

  /// Whether some text holds the words, which may be broken over lines.
  func says(_ words: String) -> Bool {
    var all = ""
    for line in lines { all += line.text + " " }
    return all.contains(words)
  }

  /// What is drawn without words, the sheet around the stage left out: the geometry and its colours.
  var drawing: [Shape] {
    marks.compactMap { mark in
      if case .text = mark.shape { return nil }
      return mark.shape
    }
  }
}

extension Prepared {
  /// The still and the rest of every beat.
  func rests(_ language: Language) -> [(place: String, frame: Frame)] {
    let board = storyboard(language)
    return [("still", still(language))]
      + beats.indices.compactMap { i in board.frame(beat: i, progress: 1).map { (beats[i].name, $0) } }
  }
}

extension Catalogue.Entry {
  /// The settings that a check must try: the defaults, and every parameter at each of its extremes.
  var extremeSettings: [[(name: String, text: String)]] {
    [[]] + parameters.flatMap { p in p.extremes.map { [(name: p.name, text: $0)] } }
  }
}

extension Phrase {
  /// How many characters of it are read, its marks left out.
  func length(_ language: Language) -> Int { plainText(self[language]).unicodeScalars.count }
}
