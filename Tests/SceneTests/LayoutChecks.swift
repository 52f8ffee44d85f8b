import Figures

/// A line of text as it stands on the canvas.
struct TextBox {
  let text: String
  let rect: Rect
}

extension Frame {
  /// Every visible line of text with its box in canvas coordinates.
  var textBoxes: [TextBox] {
    marks.compactMap { mark in
      guard case .text(let line) = mark.shape, opacity(of: mark) > 0.01 else { return nil }
      return TextBox(text: line.text, rect: transform(of: mark.group).bounds(of: line.bounds))
    }
  }

  /// Pairs of texts that lie on each other by more than half a point both ways.
  var overlappingTexts: [String] {
    let boxes = textBoxes
    var found: [String] = []
    for (i, a) in boxes.enumerated() {
      for b in boxes[(i + 1)...] {
        if let common = a.rect.intersection(b.rect), common.width > 0.5, common.height > 0.5 {
          found.append("“\(a.text)” on “\(b.text)”")
        }
      }
    }
    return found
  }

  /// Texts nearer to the edge of the canvas than a distance in points (a caption with subscripts reaches
  /// 22 points from the lower one).
  func textsNearEdge(_ distance: Double = 21) -> [String] {
    let room = Rect(origin: .zero, size: size).outset(by: -distance)
    return textBoxes.filter { box in
      box.rect.minX < room.minX || box.rect.maxX > room.maxX || box.rect.minY < room.minY
        || box.rect.maxY > room.maxY
    }.map { $0.text }
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
