import Drawing
import Geometry
import Typography

/// Where nodes draw: collects the marks of one frame, and knows who is being drawn.
public struct Canvas {
  /// The language that texts are set in.
  public let language: Language
  var groups: [Group]
  /// What is drawn, and for each mark its layer, which only orders it among the others.
  private(set) var marks: [Mark] = []
  private var layers: [Int] = []
  private var elements = ElementIndex()
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
    // Most pictures have fewer, and need not grow again and again.
    groups.reserveCapacity(128)
    marks.reserveCapacity(256)
    layers.reserveCapacity(256)
  }

  // MARK: Drawing

  /// Draws an area or a line.
  public mutating func outline(
    _ outline: consuming Outline, fill: consuming Fill? = nil, stroke: consuming Stroke? = nil
  ) {
    append(.outline(outline, fill: fill, stroke: stroke))
  }

  /// Draws a straight line through points.
  public mutating func line(_ points: Point..., stroke: Stroke) {
    append(.outline(.path(.polyline(points)), fill: nil, stroke: stroke))
  }

  /// Draws a measured line of text with the left end of its baseline at a point.
  public mutating func text(
    _ line: consuming MeasuredLine, at origin: Point, anchor: Double = 0, halo: Double = 0,
    counter: Counter? = nil
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
  @inlinable public mutating func put<N: NodeConvertible>(_ piece: N, in rect: Rect, index: Int) {
    put(piece.node, in: rect, index: index)
  }

  /// Draws a node into a rectangle. `index` tells apart what one element draws this way.
  public mutating func put(_ node: Node, in rect: Rect, index: Int) {
    inside(index) { node.draw(rect, &$0) }
  }

  /// Draws at a place of its own below this one.
  @inline(__always) mutating func inside(_ index: Int, _ body: (inout Canvas) -> Void) {
    let saved = (place, part)
    place = place.place(index)
    part = 0
    body(&self)
    (place, part) = saved
  }

  // MARK: Elements

  /// Draws an element: everything inside belongs to it and follows it when it moves.
  mutating func element(_ element: Element, in rect: Rect) {
    let saved = (group, place, part, source)
    if let s = element.tag.source { source = s }
    var identity = element.tag.identity ?? place.place(0)
    if element.tag.identity != nil, elements.group(of: identity) != nil {
      problems.append(.duplicate(identity, element.tag.meaning(language), source))
      identity = place.place(part + 1_000_000)
    }
    groups.append(element.tag.group(identity, in: group, rect, language, source))
    group = groups.count - 1
    place = identity
    part = 0
    elements.set(identity, to: group)
    element.inner.draw(rect, &self)
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
    guard let element = elements.group(of: identity) else { return nil }
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

  /// Runs what was deferred, again and again while it still finds new elements, and puts the marks in order.
  mutating func finish() {
    if !deferred.isEmpty { drawDeferred() }
    if layers.contains(where: { $0 != 0 }) { sortLayers() }
  }

  private mutating func drawDeferred() {
    var late: [(slot: Int, marks: [Mark], layers: [Int])] = []
    let (early, earlyLayers) = (marks, layers)
    while !deferred.isEmpty {
      let round = deferred
      deferred = []
      var progressed = false
      for task in round {
        (group, place, part, layer, source, slot) = (
          task.group, task.place, 0, task.layer, task.source, task.slot
        )
        (marks, layers) = ([], [])
        if task.body(&self) {
          progressed = true
          late.append((task.slot, marks, layers))
        } else {
          deferred.append(task)
        }
      }
      guard progressed else {
        for task in deferred { problems.append(.unresolved(task.what, task.source)) }
        break
      }
    }
    (marks, layers) = ([], [])
    for slot in 0...early.count {
      for batch in late where batch.slot == slot {
        marks += batch.marks
        layers += batch.layers
      }
      if slot < early.count {
        marks.append(early[slot])
        layers.append(earlyLayers[slot])
      }
    }
  }

  /// Puts lower layers first, and leaves the order within each.
  private mutating func sortLayers() {
    var sorted: [Mark] = []
    sorted.reserveCapacity(marks.count)
    var last: Int?
    for layer in layers.sorted() where layer != last {
      for i in marks.indices where layers[i] == layer { sorted.append(marks[i]) }
      last = layer
    }
    marks = sorted
  }

  @inline(__always) private mutating func append(_ shape: consuming Shape) {
    marks.append(
      Mark(identity: place.part(part), group: group, shape: shape, ends: ends, source: source))
    layers.append(layer)
    part += 1
  }
}

/// The groups of elements by identity.
private struct ElementIndex {
  /// A table with free places: an identity stands at the place that its hash names, or soon after. No group is −1.
  private var entries: [(identity: Identity, group: Int)] = []
  private var count = 0

  /// The group of an element; nil for what is not there.
  func group(of identity: Identity) -> Int? {
    guard !entries.isEmpty else { return nil }
    let entry = entries[place(of: identity)]
    return entry.group < 0 ? nil : entry.group
  }

  /// Says which group an element has.
  mutating func set(_ identity: Identity, to group: Int) {
    if 2 * count >= entries.count { grow() }
    let place = place(of: identity)
    if entries[place].group < 0 { count += 1 }
    entries[place] = (identity, group)
  }

  /// Where an identity stands, or could.
  private func place(of identity: Identity) -> Int {
    let mask = entries.count - 1
    // The hash is a good one, so any of its bits will do.
    var place = Int(truncatingIfNeeded: identity.hash >> 32) & mask
    while entries[place].group >= 0 && entries[place].identity != identity { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: (.root, -1), count: max(16, 4 * old.count))
    for entry in old where entry.group >= 0 { entries[place(of: entry.identity)] = entry }
  }
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
