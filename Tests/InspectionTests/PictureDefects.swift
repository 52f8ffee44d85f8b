import Figures

@testable import Inspection

/// Defects of single pictures, by the rule that must find them.
enum PictureDefects {
  static let all: [(rule: Rule, defects: [PictureDefect])] = [
    (.textOverlap, [textOnText]), (.textCrossed, [lineThroughWords, hatchUnderWords]),
    (.textOverflow, [wordsLongerThanTheirBox]), (.outside, [pushedOverTheEdge]), (.textSmall, [smallerWords]),
    (.textContrast, [paleWords, fadedWords]), (.lineContrast, [paleLine]),
    (.glyphMissing, [unknownCharacter]),
    (.connectorLoose, [arrowThatStopsShort]), (.stageEmpty, [halfOfTheStage]),
    (.misaligned, [boxOutOfLine, boxOfAnotherWidth, baselineOff]), (.numberFormat, [rawNumber]),
    (.identityTwice, [sharedIdentity]), (.descriptionMissing, [speechless]), (.colorPairs, [colourAlone]),
  ]

  static let textOnText: PictureDefect = { picture, random in
    let texts = picture.plainTexts.filter { $0.words.isUpright && $0.words.ink.width > 8 }
    guard let a = random.pick(texts), let b = random.pick(texts), a.item.mark < b.item.mark else {
      return nil
    }
    // What hides the first would hide the overlap.
    guard picture.isInSight(a.item, a.words.ink.center) else { return nil }
    let x = random.between(-0.4, 0.4) * min(a.words.ink.width, b.words.ink.width)
    let y = random.between(-0.35, 0.35) * min(a.words.ink.height, b.words.ink.height)
    let d = a.words.ink.center + Point(x, y) - b.words.ink.center
    return picture.frame.moving(b.item.mark, by: d)
  }

  static let lineThroughWords: PictureDefect = { picture, random in
    guard let (item, words) = random.pick(picture.plainTexts.filter { $0.words.ink.width > 8 }) else {
      return nil
    }
    let (c, angle) = (
      words.ink.point(random.between(0.2, 0.8), random.between(0.35, 0.65)), random.between(0, Maths.pi)
    )
    let d = Point(Maths.cos(angle), Maths.sin(angle)) * random.between(20, 120)
    let stroke = random.pick([Stroke.arrow, .hair, .strong, .edge(.compute), .absent]) ?? .arrow
    return picture.frame.adding(.outline(.path(.polyline([c - d, c + d])), fill: nil, stroke: stroke))
  }

  static let hatchUnderWords: PictureDefect = { picture, random in
    let boxed = picture.plainTexts.compactMap { item, words -> Int? in
      guard words.line.halo == 0 else { return nil }
      return picture.items.last {
        $0.mark < item.mark && $0.outline?.isClosed == true && $0.paint(at: words.ink.center) != nil
      }?.mark
    }
    guard let mark = random.pick(boxed) else { return nil }
    return picture.frame.painting(mark, fill: .idle, stroke: nil)
  }

  static let wordsLongerThanTheirBox: PictureDefect = { picture, random in
    let boxed = picture.plainTexts.compactMap { item, words -> (Item, Words, Rect)? in
      guard words.line.halo == 0, words.line.runs.count == 1 else { return nil }
      let group = picture.frame.marks[item.mark].group
      let box = picture.items.last {
        $0.mark < item.mark && $0.outline?.isClosed == true && $0.bounds.contains(words.ink.center)
          && $0.bounds.width >= words.ink.width && picture.frame.marks[$0.mark].group == group
      }
      return box.map { (item, words, $0.bounds) }
    }
    guard let (item, words, box) = random.pick(boxed), let run = words.line.runs.first else { return nil }
    var text = run.text
    while FontTable.width(of: text, face: run.face, size: run.size) < box.width + random.between(4, 20) {
      text += "m"
    }
    let middle = words.ink.midX
    return picture.frame.saying(text, item.mark).setting(item.mark) { $0.origin.x = middle - $0.width / 2 }
  }

  static let pushedOverTheEdge: PictureDefect = { picture, random in
    guard let item = random.pick(picture.items.filter { $0.part == .stage && $0.clip == nil }) else {
      return nil
    }
    let (box, size) = (item.bounds, picture.frame.size)
    let by = random.between(2, 40)
    let d = random.pick([
      Point(-box.minX - by + 20, 0), Point(size.width - box.maxX + by - 20, 0), Point(0, -box.minY - by + 20),
      Point(0, size.height - box.maxY + by - 20),
    ])
    return d.map { picture.frame.moving(item.mark, by: $0) }
  }

  static let smallerWords: PictureDefect = { picture, random in
    guard let (item, _) = random.pick(picture.plainTexts) else { return nil }
    let k = random.between(0.5, 0.95)
    return picture.frame.setting(item.mark) { line in
      for i in line.runs.indices {
        line.runs[i].size = min(line.runs[i].size, 15) * k
        line.runs[i].width *= k
        line.runs[i].offset = line.runs[i].offset * k
      }
      line.width *= k
    }
  }

  static let paleWords: PictureDefect = { picture, random in
    guard let (item, _) = random.pick(picture.plainTexts) else { return nil }
    let paint =
      random.pick([Paint.faint, .line, .role(.cache, .edge), .role(.compute, .fill), .panel]) ?? .faint
    return picture.frame.setting(item.mark) { line in
      for i in line.runs.indices { line.runs[i].paint = paint }
    }
  }

  static let fadedWords: PictureDefect = { picture, random in
    guard let (item, _) = random.pick(picture.plainTexts) else { return nil }
    var out = picture.frame
    out.marks[item.mark].opacity *= random.between(0.1, 0.45)
    return out
  }

  static let paleLine: PictureDefect = { picture, random in
    let lines = picture.plainOutlines.filter { item, outline in
      guard let stroke = outline.stroke, !stroke.isBlank, !stroke.isQuiet,
        item.bounds.width + item.bounds.height > 20
      else { return false }
      // On a strong ground a pale line is a strong one, and a line under others is none.
      if let fill = outline.fill, case .plain(let paint) = fill, paint.tint.isStrong { return false }
      let isOnAnother = picture.plainOutlines.contains { other, shape in
        guard other.mark != item.mark, let wide = shape.stroke, let p = outline.contours.first?.first else {
          return false
        }
        return wide.width >= stroke.width && shape.distance(to: p) < 2
      }
      return !isOnAnother && outline.contours.joined().contains { picture.isInSight(item, $0) }
    }
    guard let (item, outline) = random.pick(lines), var stroke = outline.stroke else { return nil }
    stroke.paint =
      random.pick([.role(.compute, .fill), .role(.cache, .fill), Paint.muted.faded(0.35)]) ?? .panel
    return picture.frame.painting(item.mark, fill: outline.fill, stroke: stroke)
  }

  static let unknownCharacter: PictureDefect = { picture, random in
    guard let (item, words) = random.pick(picture.plainTexts) else { return nil }
    let sign = random.pick(["□", "🚀", "\u{10FFFF}", "ༀ"]) ?? "□"
    return picture.frame.saying(words.text + sign, item.mark)
  }

  static let arrowThatStopsShort: PictureDefect = { picture, random in
    let heads = picture.plainOutlines.filter { $0.outline.arrowTip != nil }
    guard let (item, outline) = random.pick(heads), let points = outline.contours.first else { return nil }
    let back = (points[2] - points[0]).unit * random.between(25, 60)
    let tip = points[0] + back
    func isShaft(_ line: PlacedOutline) -> Bool {
      line.contours.contains { contour in
        [contour.first, contour.last].contains { ($0?.distance(to: points[2]) ?? 9) < 2 }
      }
    }
    let isFree = !picture.items.contains { other in
      guard other.mark != item.mark, other.bounds.outset(by: 16).contains(tip) else { return false }
      guard let line = other.outline, !line.isClosed else { return true }
      // A line may be what an arrow points at; its own, and other connectors, may not.
      return !isShaft(line) && line.ends == nil && line.distance(to: tip) < 16
    }
    guard isFree else { return nil }
    // The head with its line.
    var out = picture.frame.moving(item.mark, by: back)
    for (line, shape) in picture.plainOutlines where !shape.isClosed && isShaft(shape) {
      out = out.moving(line.mark, by: back)
    }
    return out
  }

  static let halfOfTheStage: PictureDefect = { picture, random in
    guard picture.place.moment == .still else { return nil }
    let (horizontal, low) = (random.next() < 0.7, random.next() < 0.5)
    let stage = Rect(40, 92, picture.frame.size.width - 80, picture.frame.size.height - 152)
    var out = picture.frame
    for item in picture.items where item.part == .stage {
      let (near, far, middle) =
        horizontal
        ? (item.bounds.minX, item.bounds.maxX, stage.point(0.42, 0).x)
        : (item.bounds.minY, item.bounds.maxY, stage.point(0, 0.42).y)
      let other = horizontal ? stage.point(0.58, 0).x : stage.point(0, 0.58).y
      if low ? far > middle : near < other { out.marks[item.mark].opacity = 0 }
    }
    return out
  }

  static let boxOutOfLine: PictureDefect = { picture, random in
    let boxes = peers(picture)
    guard let (item, _) = random.pick(boxes.filter { $0.neighbours >= 1 }.map { ($0.item, $0.neighbours) })
    else { return nil }
    let by = random.between(0.3, 2.8) * (random.next() < 0.5 ? -1 : 1)
    return picture.frame.moving(item.mark, by: Point(0, by))
  }

  static let boxOfAnotherWidth: PictureDefect = { picture, random in
    guard let box = random.pick(peers(picture).filter { $0.equals >= 3 }),
      case .outline(.rectangle(var rect, let radius), let fill, let stroke) = picture.frame.marks[
        box.item.mark
      ].shape
    else { return nil }
    rect.size.width += random.between(0.3, 2.8)
    var out = picture.frame
    out.marks[box.item.mark].shape = .outline(.rectangle(rect, radius: radius), fill: fill, stroke: stroke)
    return out
  }

  /// Rectangles that have others of their size and look beside them, and how many of their row are as wide.
  private static func peers(_ picture: Picture) -> [(item: Item, neighbours: Int, equals: Int)] {
    let boxes = picture.plainOutlines.compactMap { item, outline -> (Item, Rect, PlacedOutline)? in
      guard case .rectangle(let r, _) = outline.shape, r.width > 4, r.height > 4 else { return nil }
      return (item, r, outline)
    }
    return boxes.map { item, r, outline in
      let row = boxes.filter { other, q, look in
        other.mark != item.mark && q.minY == r.minY && q.height == r.height && look.fill == outline.fill
          && look.stroke == outline.stroke
      }
      let twins = row.filter { ($0.1.width - r.width).magnitude < 0.01 }
      let reach = 1.5 * max(r.width, r.height)
      let near = twins.filter { max($0.1.minX - r.maxX, r.minX - $0.1.maxX) < reach }
      return (item, near.count, twins.count == row.count ? twins.count : 0)
    }
  }

  static let baselineOff: PictureDefect = { picture, random in
    let rows = picture.plainTexts.filter { item, words in
      let row = picture.plainTexts.filter { other in
        guard other.item.mark != item.mark, let a = other.words.line.runs.first, let b = words.line.runs.first
        else { return false }
        return other.words.line.origin.y == words.line.origin.y && a.face == b.face && a.size == b.size
      }
      let isNear = row.contains {
        let gap = max($0.words.ink.minX - words.ink.maxX, words.ink.minX - $0.words.ink.maxX)
        return gap > 0 && gap < 40
      }
      return row.count >= 3 && isNear && !picture.isBoxed(item, words)
    }
    guard let (item, _) = random.pick(rows) else { return nil }
    return picture.frame.moving(item.mark, by: Point(0, random.between(0.3, 2.5)))
  }

  static let rawNumber: PictureDefect = { picture, random in
    guard let (item, _) = random.pick(picture.plainTexts.filter { $0.words.text.contains { $0.isNumber } })
    else { return nil }
    let number =
      random.pick(["2147483648 bytes", "3.14159265", "12345.678 ms", "16384 tokens", "0.333333"]) ?? "1e9"
    return picture.frame.saying(number, item.mark)
  }

  static let sharedIdentity: PictureDefect = { picture, random in
    var out = picture.frame
    let (i, j) = (Int(random.next() * Double(out.marks.count)), Int(random.next() * Double(out.marks.count)))
    guard i != j else { return nil }
    out.marks[j].identity = out.marks[i].identity
    return out
  }

  static let speechless: PictureDefect = { picture, _ in
    var out = picture.frame
    for (item, _) in picture.texts where item.part == .stage { out.marks[item.mark].opacity = 0 }
    for i in out.groups.indices { out.groups[i].meaning = "" }
    return out
  }

  static let colourAlone: PictureDefect = { picture, random in
    let mute = picture.plainOutlines.filter { item, outline in
      guard outline.fill != nil, item.bounds.width > 6, item.bounds.height > 6, outline.arrowTip == nil else {
        return false
      }
      let group = picture.frame.marks[item.mark].group
      // What lies under another thing shows no colour.
      return group > 0 && picture.isInSight(item, item.bounds.center)
        && !picture.texts.contains { text in
          text.words.ink.intersects(item.bounds.outset(by: 20))
            || picture.isInside(picture.frame.marks[text.item.mark].group, of: group)
            || picture.frame.marks[text.item.mark].group > 0
              && picture.isInside(group, of: picture.frame.marks[text.item.mark].group)
        }
    }
    guard let a = random.pick(mute), let b = random.pick(mute), a.item.mark != b.item.mark,
      !a.item.bounds.contains(b.item.bounds.center), !b.item.bounds.contains(a.item.bounds.center)
    else { return nil }
    let (i, j) = random.pick([(1, 4), (3, 5), (0, 6), (2, 7)]) ?? (1, 4)
    return picture.frame.painting(a.item.mark, fill: .plain(.category(i, .solid)), stroke: nil)
      .painting(b.item.mark, fill: .plain(.category(j, .solid)), stroke: nil)
  }
}

extension Tint {
  /// Whether it is dark or saturated enough to be the ground of a pale line.
  fileprivate var isStrong: Bool {
    switch self {
    case .neutral(.ink), .neutral(.muted), .neutral(.line), .role(_, .solid), .role(_, .edge),
      .role(_, .text):
      true
    case .scale(let t): t > 0.4
    case .category(_, let part): part != .fill
    default: false
    }
  }
}
