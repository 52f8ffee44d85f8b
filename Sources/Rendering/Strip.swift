import Figures

/// The rests of all beats side by side, to print: each panel with its number and caption, on one sheet or on
/// pages of A4; or each on a slide of its own.
struct Strip {
  private let telling: Telling
  private let without: [SheetPart]
  private var figure: Prepared { telling.figure }
  private var language: Language { telling.language }

  init(_ telling: Telling, _ without: [SheetPart]) { (self.telling, self.without) = (telling, without) }

  // A page of A4 is so many units wide that texts have the sizes of the scale.
  private static let width = 1328.0, margin = 48.0, gutter = 40.0, columns = 2, rowsOnPage = 2
  private static let top = 108.0, rowGap = 28.0, captionGap = 30.0, indent = 34.0
  private static let panel = Size((width - 2 * margin - gutter) / 2, 298)
  /// A4, landscape, in points.
  private static let paper = Size(841.89, 595.28)

  /// From the top of a panel to the lower edge of the longest caption below any.
  private var cell: Double {
    let lines = figure.beats.indices.reduce(1) { max($0, caption($1).count) }
    return Self.panel.height + Self.captionGap + Double(lines - 1) * TextStyle.caption.lineHeight + 12
  }

  /// The size of the whole strip.
  var size: Size {
    let rows = Double((figure.beats.count + Self.columns - 1) / Self.columns)
    return Size(Self.width, Self.top + rows * cell + (rows - 1) * Self.rowGap + Self.margin)
  }

  /// All beats on one sheet.
  var whole: Frame { sheet(figure.beats.indices, size: size, page: nil) }

  /// All beats on pages.
  var pages: [Frame] {
    let each = Self.columns * Self.rowsOnPage
    let count = (figure.beats.count + each - 1) / each
    let scale = Self.paper.width / Self.width
    return (0..<count).map { page in
      let beats = page * each..<min((page + 1) * each, figure.beats.count)
      let size = Size(Self.width, Self.paper.height / scale)
      var out = Frame(size: Self.paper)
      let place = Group(identity: .root.part(page), parent: 0, transform: .scale(scale, scale))
      out.append(sheet(beats, size: size, page: count > 1 ? (page + 1, count) : nil), in: place)
      return out
    }
  }

  /// Each beat where it rests, with its number.
  var slides: [Frame] {
    figure.beats.indices.map { beat in
      var frame = telling.frame(beat: beat, progress: 1).without(without)
      let words = measure(
        "\(beat + 1) / \(figure.beats.count)", TextStyle.data.painted(.muted), language)
      let corner = Point(frame.size.width - Spacing.margin, frame.size.height - 28)
      frame.write(words, at: corner, anchor: 1, Self.numbers.part(beat))
      return frame
    }
  }

  private static let numbers = Identity("lantern.number")

  private func sheet(_ beats: Range<Int>, size: Size, page: (Int, Int)?) -> Frame {
    var out = Frame(size: size)
    let name = Identity("lantern.strip")
    out.write(
      measure(figure.about.title[language], .title, language), at: Point(Self.margin, 76), name.part(0))
    if let page {
      out.write(
        measure("\(page.0) / \(page.1)", TextStyle.data.painted(.muted), language),
        at: Point(Self.width - Self.margin, 76), anchor: 1, name.part(1))
    }
    for (i, beat) in beats.enumerated() {
      let x = Self.margin + Double(i % Self.columns) * (Self.panel.width + Self.gutter)
      let y = Self.top + Double(i / Self.columns) * (cell + Self.rowGap)
      add(beat, at: Point(x, y), to: &out)
    }
    return out
  }

  private func caption(_ beat: Int) -> [MeasuredLine] {
    breakLines(
      figure.beats[beat].caption[language], .caption, language, width: Self.panel.width - Self.indent)
  }

  /// A panel: the stage and its measured values; the caption stands below, where it can be read.
  private func add(_ beat: Int, at origin: Point, to out: inout Frame) {
    let frame = telling.frame(beat: beat, progress: 1).without([.title, .caption] + without)
    let shown = Rect(16, 12, frame.size.width - 32, frame.size.height - 72)
    let scale = min(Self.panel.width / shown.width, Self.panel.height / shown.height)
    let rect = Rect(origin: origin, size: Self.panel)
    let corner = rect.center - shown.center * scale
    let identity = Identity("lantern.panel").part(beat)
    let place = Group(
      identity: identity, parent: 0, meaning: plainText(figure.beats[beat].caption[language]), bounds: rect,
      transform: Affine.scale(scale, scale).then(.translation(corner.x, corner.y)),
      clip: .rectangle(shown, radius: 0))
    out.append(frame, in: place)
    out.marks.append(
      Mark(
        identity: identity.part(0),
        shape: .outline(
          .rectangle(rect, radius: 6), fill: nil, stroke: Stroke(.line, width: 1))))
    guard !without.contains(.caption) else { return }
    let y = rect.maxY + Self.captionGap
    let number = measure("\(beat + 1)", .label, language)
    out.write(number, at: Point(origin.x, y), identity.part(1))
    for (k, line) in caption(beat).enumerated() {
      let start = Point(origin.x + Self.indent, y + Double(k) * TextStyle.caption.lineHeight)
      out.write(line, at: start, identity.part(2 + k))
    }
  }
}

extension Frame {
  /// Draws another frame inside a new group; its identities become parts of the group's.
  fileprivate mutating func append(_ other: Frame, in place: Group) {
    let base = groups.count
    groups.append(place)
    for group in other.groups.dropFirst() {
      var copy = group
      copy.parent = group.parent > 0 ? base + group.parent : base
      groups.append(copy)
    }
    for mark in other.marks {
      var copy = mark
      copy.group = base + mark.group
      marks.append(copy)
    }
  }

  fileprivate mutating func write(
    _ line: MeasuredLine, at pivot: Point, anchor: Double = 0, _ identity: Identity
  ) {
    marks.append(Mark(identity: identity, shape: .text(line.placed(at: pivot, anchor: anchor))))
  }
}
