import Drawing
import Geometry
import Typography

/// Where nodes draw: collects the marks of one frame, and knows who is being drawn.
public struct Canvas {
  /// The language that texts are set in.
  public let language: Language
  var groups: [Group]
  var marks: [LayeredMark] = []
  /// The groups of elements by identity.
  private var elements: [Identity: Int] = [:]
  var deferred: [Deferred] = []
  var problems: [LayoutProblem] = []
  private var group = 0
  private var place = Identity.root
  private var part = 0
  private var layer = 0
  var source = SourceLine("", 0)
  /// What the marks being drawn join.
  var ends: Ends?
  /// Where in the paint order deferred drawing goes; nil while drawing in order.
  private var slot: Int?

  init(language: Language, size: Size) {
    self.language = language
    groups = [Group(identity: .root, parent: -1, bounds: Rect(origin: .zero, size: size), source: source)]
  }

  // MARK: Drawing

  /// Draws an area or a line.
  public mutating func outline(_ outline: Outline, fill: Fill? = nil, stroke: Stroke? = nil) {
    append(.outline(outline, fill: fill, stroke: stroke))
  }

  /// Draws a straight line through points.
  public mutating func line(_ points: Point..., stroke: Stroke) {
    append(.outline(.path(.polyline(points)), fill: nil, stroke: stroke))
  }

  /// Draws a measured line of text with the left end of its baseline at a point.
  public mutating func text(
    _ line: MeasuredLine, at origin: Point, anchor: Double = 0, halo: Double = 0, counter: Counter? = nil
  ) {
    guard !line.runs.isEmpty else { return }
    append(
      .text(
        TextLine(
          origin: origin, runs: line.runs, width: line.width, anchor: anchor, halo: halo, counter: counter)))
  }

  /// Draws a grid of heat.
  public mutating func raster(_ raster: Raster) { append(.raster(raster)) }

  /// Draws a node of its natural size so that the point of it named by `alignment` falls on `point`.
  /// `index` tells apart what one element draws this way.
  public mutating func put<N: NodeConvertible>(
    _ piece: N, at point: Point, _ alignment: Alignment = .center, index: Int
  ) {
    let node = piece.node
    let size = node.measure(Size(.infinity, .infinity), language).size
    put(
      node,
      in: Rect(
        point.x - size.width * alignment.x, point.y - size.height * alignment.y, size.width, size.height),
      index: index)
  }

  /// Draws a node into a rectangle. `index` tells apart what one element draws this way.
  public mutating func put<N: NodeConvertible>(_ piece: N, in rect: Rect, index: Int) {
    let saved = (place, part)
    place = place.place(index)
    part = 0
    piece.node.draw(rect, &self)
    (place, part) = saved
  }

  // MARK: Elements

  /// Draws an element: everything inside belongs to it and follows it when it moves.
  mutating func element(
    _ tag: Tag, in rect: Rect, _ body: @Sendable (Rect, inout Canvas) -> Void
  ) {
    let saved = (group, place, part, source)
    if let s = tag.source { source = s }
    var identity = tag.identity ?? place.place(0)
    if tag.identity != nil, elements[identity] != nil {
      problems.append(.duplicate(identity, tag.meaning?[language] ?? "", source))
      identity = place.place(part + 1_000_000)
    }
    let map = tag.transform?(rect) ?? .identity
    groups.append(
      Group(
        identity: identity, origin: tag.origin, destiny: tag.destiny, parent: group,
        meaning: tag.meaning?[language] ?? "", bounds: rect, transform: map, opacity: tag.opacity,
        clip: tag.clip(rect, map), movement: tag.movement, source: source))
    group = groups.count - 1
    place = identity
    part = 0
    elements[identity] = group
    body(rect, &self)
    (group, place, part, source) = saved
  }

  /// Draws something above (or below, when negative) the rest of the canvas.
  mutating func layered(_ offset: Int, _ body: (inout Canvas) -> Void) {
    let saved = layer
    layer += offset
    body(&self)
    layer = saved
  }

  /// The rectangle of an element that is already drawn, in the coordinates that are drawn in here: around
  /// its image where either is turned or seen through a lens.
  public func rect(of identity: Identity) -> Rect? {
    guard let element = elements[identity] else { return nil }
    let map = map(from: element, to: group)
    return map == .identity ? groups[element].bounds : map.bounds(of: groups[element].bounds)
  }

  /// The map from a group's coordinates to another's, by way of the nearest group around both.
  private func map(from g: Int, to h: Int) -> Affine {
    var (there, back) = (Affine.identity, Affine.identity)
    var (a, b) = (g, h)
    // Parents come before children, so the later of two is never around the other.
    while a != b {
      if a > b {
        there = there.then(groups[a].transform)
        a = groups[a].parent
      } else {
        back = back.then(groups[b].transform)
        b = groups[b].parent
      }
    }
    return back == .identity ? there : there.then(back.inverse ?? .identity)
  }

  /// Draws when everything else has its place, at this place of the paint order. `body` says false
  /// when an element that it refers to is not there (yet).
  public mutating func afterwards(
    _ what: StaticString, _ body: @escaping @Sendable (inout Canvas) -> Bool
  ) {
    deferred.append(
      Deferred(
        what: what, slot: slot ?? marks.count, group: group, place: place.place(-1 - part), layer: layer,
        source: source, body: body))
    part += 1
  }

  // MARK: Finishing

  /// Runs what was deferred, again and again while it still finds new elements.
  mutating func finish() {
    var late: [(slot: Int, marks: [LayeredMark])] = []
    let early = marks
    while !deferred.isEmpty {
      let round = deferred
      deferred = []
      var progressed = false
      for task in round {
        (group, place, part, layer, source, slot) = (
          task.group, task.place, 0, task.layer, task.source, task.slot
        )
        marks = []
        if task.body(&self) {
          progressed = true
          late.append((task.slot, marks))
        } else {
          deferred.append(task)
        }
      }
      guard progressed else {
        for task in deferred { problems.append(.unresolved(task.what, task.source)) }
        break
      }
    }
    marks = merge(early, late)
  }

  private func merge(_ early: [LayeredMark], _ late: [(slot: Int, marks: [LayeredMark])]) -> [LayeredMark] {
    var out = late.isEmpty ? early : []
    if !late.isEmpty {
      for slot in 0...early.count {
        for batch in late where batch.slot == slot { out += batch.marks }
        if slot < early.count { out.append(early[slot]) }
      }
    }
    guard out.contains(where: { $0.layer != 0 }) else { return out }
    var layers = out.map { $0.layer }
    layers.sort()
    var sorted: [LayeredMark] = []
    var last: Int?
    for layer in layers where layer != last {
      sorted += out.filter { $0.layer == layer }
      last = layer
    }
    return sorted
  }

  private mutating func append(_ shape: Shape) {
    marks.append(
      LayeredMark(
        mark: Mark(identity: place.part(part), group: group, shape: shape, ends: ends, source: source),
        layer: layer))
    part += 1
  }
}

/// A mark and its layer; layers only order the marks.
struct LayeredMark: Sendable {
  var mark: Mark
  var layer: Int
}

/// Drawing that waits until the elements that it refers to have a place.
struct Deferred: Sendable {
  let what: StaticString
  let slot: Int
  let group: Int
  let place: Identity
  let layer: Int
  let source: SourceLine
  let body: @Sendable (inout Canvas) -> Bool
}

/// What layout found wrong with a composition.
public enum LayoutProblem: Sendable {
  /// Two elements with one identity.
  case duplicate(Identity, String, SourceLine)
  /// A connector or a relative placement that refers to an element that is not there.
  case unresolved(StaticString, SourceLine)

  /// One sentence: what, and where in the figure's source.
  public var text: String {
    switch self {
    case .duplicate(_, let meaning, let source):
      return "two elements share one identity" + (meaning.utf8.isEmpty ? "" : " (“\(meaning)”)")
        + ", \(source.file):\(source.line); give one of them another, or declare it with .copy(of:)"
    case .unresolved(let what, let source):
      return "\(what) refers to an element that is not in the picture, \(source.file):\(source.line)"
    }
  }
}
