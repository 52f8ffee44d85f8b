import Figures

/// What a plot has along one direction.
public struct PlotAxis: Sendable {
  let kind: Scale.Kind
  let domain: ClosedRange<Double>
  let title: Phrase
  let digits: Int?
  let powers: Bool
  let marked, noted: [Axis.Tick]
  let clearOf: [Double]

  /// Creates an axis with round ticks and its title; `marked` are values to be written besides, which
  /// take the place of round ones that are too near, `noted` those that give way to them. `digits` are
  /// those after the point, as many as the round values need if not given; `powers` writes the round
  /// values as powers of ten. Where a line stands at one of `clearOf`, no grid line runs into it.
  public init(
    _ kind: Scale.Kind = .linear, _ domain: ClosedRange<Double>, _ title: Phrase, digits: Int? = nil,
    powers: Bool = false, marked: [Axis.Tick] = [], noted: [Axis.Tick] = [], clearOf: [Double] = []
  ) {
    self.kind = kind
    self.domain = domain
    self.title = title
    self.digits = digits
    self.powers = powers
    (self.marked, self.noted, self.clearOf) = (marked, noted, clearOf)
  }

  /// The scale between two places; `unit` points a unit of a linear one, if given, about the middle.
  func scale(from start: Double, to end: Double, unit: Double? = nil) -> Scale {
    guard let unit, kind == .linear else { return Scale(kind, domain, from: start, to: end) }
    let middle = (domain.lowerBound + domain.upperBound) / 2
    let half = (end - start).magnitude / unit / 2
    return Scale(.linear, middle - half...middle + half, from: start, to: end)
  }

  /// The length of the domain, for a linear axis.
  var span: Double { max(domain.upperBound - domain.lowerBound, 1e-12) }

  private func words(_ value: Double, _ digits: Int) -> Phrase {
    guard powers else { return Phrase(fixed(value, digits)) }
    return Phrase("10^{\(fixed(Maths.log10(value)))}")
  }

  /// The fewest digits after the point, up to 3, that tell round values apart exactly.
  private static func digits(_ values: [Double]) -> Int {
    (0..<3).first { digits in
      let unit = Maths.pow(10, Double(digits))
      return values.allSatisfy { ($0 * unit - ($0 * unit).rounded()).magnitude < 1e-6 }
    } ?? 3
  }

  /// Whether a grid line may stand at a value: none so near to another line that both would look like one.
  func isClear(_ value: Double, _ scale: Scale) -> Bool {
    clearOf.allSatisfy { (scale($0) - scale(value)).magnitude >= 4 }
  }

  /// The round ticks, without words where a marked one stands within `room`, then the marked and the noted.
  func ticks(_ scale: Scale, room: (Phrase) -> Double) -> [Axis.Tick] {
    var taken: [(at: Double, half: Double)] = []
    func fits(_ value: Double, _ words: Phrase) -> Bool {
      let (at, half) = (scale(value), room(words) / 2)
      if taken.contains(where: { ($0.at - at).magnitude < $0.half + half }) { return false }
      taken.append((at, half))
      return true
    }
    func fitting(_ tick: Axis.Tick) -> Axis.Tick {
      Axis.Tick(tick.value, tick.label.flatMap { fits(tick.value, $0) ? $0 : nil }, isEvent: tick.isEvent)
    }
    let events = marked.map(fitting)
    let values = scale.ticks()
    let digits = digits ?? Self.digits(values)
    let round = values.map { value in
      let words = words(value, digits)
      return Axis.Tick(value, fits(value, words) ? words : nil)
    }
    return round + events + noted.map(fitting)
  }
}

/// Two axes with a grid behind, and things drawn in data: areas, curves, dots and words, which the plot
/// places so that they hide nothing.
public struct Plot: NodeConvertible {
  private let x, y: PlotAxis
  private let isEqual: Bool
  private let items: [PlotItem]

  /// Room above for the upper title, and below for ticks and the lower one, in points.
  static let top = 28.0, bottom = 50.0

  /// Creates a plot that fills its room. With `equal`, one unit is as long along both (linear) axes, so that
  /// right angles stay right; the domain of one of them is widened about its middle to fill the room.
  public init(x: PlotAxis, y: PlotAxis, equal: Bool = false, @PlotBuilder _ items: () -> [PlotItem]) {
    (self.x, self.y, isEqual) = (x, y, equal)
    self.items = items()
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let inner = rect.inset(
        by: Insets(left: numbers(rect, canvas.language), top: Self.top, bottom: Self.bottom))
      let unit = isEqual ? min(inner.width / x.span, inner.height / y.span) : nil
      let area = PlotArea(
        rect: inner, x: x.scale(from: inner.minX, to: inner.maxX, unit: unit),
        y: y.scale(from: inner.maxY, to: inner.minY, unit: unit))
      grid(area, &canvas)
      for (i, item) in items.enumerated() {
        canvas.put(
          element(item, Node.filling { _, canvas in item.draw(area, &canvas) }), in: item.bounds(area),
          index: 100 + i)
      }
      axes(area, rect, &canvas)
      let title = measure(y.title[canvas.language], .note, canvas.language)
      PlotWords(
        items, area, title: Rect(rect.minX, rect.minY, title.width, TextStyle.note.lineHeight)
      ).draw(&canvas)
    }
  }

  /// Room for the numbers of the y axis.
  private func numbers(_ rect: Rect, _ language: Language) -> Double {
    let up = y.scale(from: rect.height - Self.top - Self.bottom, to: 0)
    let ticks = y.ticks(up) { _ in 0 }.compactMap { $0.label }
    return ticks.reduce(0) { max($0, measure($1[language], .data, language).width) } + 10
  }

  private func element(_ item: PlotItem, _ node: Node) -> Node {
    item.identity.map { node.same($0, named: item.meaning) } ?? node
  }

  /// Upright and level lines apart, so that none becomes one of the others where their number changes; one
  /// that is left out has no length, so that the others keep their order.
  private func grid(_ area: PlotArea, _ canvas: inout Canvas) {
    let upright = Node.filling { rect, canvas in
      for value in area.x.ticks() {
        let at = area.x(value)
        let end = x.isClear(value, area.x) ? rect.maxY : rect.minY
        canvas.line(Point(at, rect.minY), Point(at, end), stroke: .hair)
      }
    }
    let level = Node.filling { rect, canvas in
      for value in area.y.ticks() {
        let at = area.y(value)
        let end = y.isClear(value, area.y) ? rect.maxX : rect.minX
        canvas.line(Point(rect.minX, at), Point(end, at), stroke: .hair)
      }
    }
    canvas.put(upright, in: area.rect, index: 4)
    canvas.put(level, in: area.rect, index: 5)
  }

  private func axes(_ area: PlotArea, _ rect: Rect, _ canvas: inout Canvas) {
    let language = canvas.language
    let (w, h) = (area.rect.width, area.rect.height)
    let across = Scale(x.kind, area.x.domain, from: 0, to: w)
    let xTicks = x.ticks(across) { measure($0[language], .data, language).width + Spacing.m }
    canvas.put(Axis.horizontal(across, xTicks), in: Rect(area.rect.minX, area.rect.maxY, w, 30), index: 0)
    let up = Scale(y.kind, area.y.domain, from: h, to: 0)
    let yTicks = y.ticks(up) { _ in TextStyle.data.lineHeight }
    canvas.put(
      Axis.vertical(up, yTicks), in: Rect(rect.minX, area.rect.minY, area.rect.minX - rect.minX, h), index: 1)
    let title = TextStyle.note.painted(.muted)
    canvas.put(Text(y.title, title), at: rect.origin, .topLeading, index: 2)
    canvas.put(Text(x.title, title), at: rect.point(1, 1), .bottomTrailing, index: 3)
  }
}
