import Drawing
import Geometry

/// Turns tracks into elements and the keyframes that move them.
struct TrackWriter {
  /// An element that is animated.
  struct Element {
    var shape: Shape
    var opacity: Double
    /// Its animations and what else stands at it, with a space before each.
    var attributes = ""
  }

  /// The time of each moment, and whether something may start or end to move there.
  let moments: [(time: Double, isJoint: Bool)]
  let duration: Double
  var keyframes: Keyframes
  var colorist: Colorist

  /// The names of animations as an attribute.
  static func style(_ names: [String]) -> String {
    names.isEmpty ? "" : " style=\"animation-name:\(names.joined(separator: ","))\""
  }

  // MARK: Marks

  /// The element of a mark.
  mutating func element(_ track: Track<FlatMark.Key, FlatMark.Look>) -> Element {
    let looks = track.runs.map { $0.look }
    var names: [String] = []
    // A circle has other properties than an ellipse, so an ellipse starts as one.
    let start = looks.first { !$0.shape.isRound } ?? looks[0]
    var element = Element(shape: start.shape, opacity: start.opacity)
    var maps = looks.map { $0.shape.map(from: start.shape) }
    let isHatched = track.key.form.isHatched
    if case .outline = start.shape, isHatched || maps.contains(where: { $0 == nil }) {
      // A hatch lies on the canvas, so what is hatched can't be carried along.
      let outlines = looks.compactMap { $0.shape.outline }
      let motion = OutlineMotion(outlines)
      let name = animation(
        track, OutlineMotion.tolerance(outlines[0]),
        { OutlineMotion.numbers($0.shape.outline ?? outlines[0]) },
        { look, _ in motion.declarations(look.shape.outline ?? outlines[0]) })
      if let name { names.append(name) }
      maps = looks.map { _ in Affine.identity }
    }
    let totals = zip(maps, looks).map { ($0 ?? .identity).then($1.transform) }
    names += place(track, totals, &element)
    paint(track, looks, &element, &names)
    let isFading = looks.contains { $0.opacity != start.opacity }
    if isFading {
      element.opacity = 1
      let name = animation(
        track, [1.0 / 255], { [$0.opacity] }, { look, _ in "opacity:\(Grid(digits: 3).text(look.opacity))" })
      if let name { names.append(name) }
    }
    if let name = presence(track) { names.append(name) }
    element.attributes += Self.style(names)
    return element
  }

  /// Where the element is carried, as an attribute when it is always the same.
  private mutating func place(
    _ track: Track<FlatMark.Key, FlatMark.Look>, _ totals: [Affine], _ element: inout Element
  ) -> [String] {
    guard let first = totals.first else { return [] }
    if totals.allSatisfy({ $0 == first }) {
      if first != .identity { element.attributes += " transform=\"\(Self.matrix(first))\"" }
      return []
    }
    let name = animation(
      track, [2e-4, 2e-4, 2e-4, 2e-4, 0.12, 0.12],
      numbered: {
        let m = totals[$0]; return [m.a, m.b, m.c, m.d, m.tx, m.ty]
      },
      { run, _ in "transform:\(Self.function(totals[run]))" })
    return name.map { [$0] } ?? []
  }

  private static func function(_ m: Affine) -> String {
    if m == .identity { return "none" }
    if m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1 { return "translate(\(pixels(m.tx)),\(pixels(m.ty)))" }
    return matrix(m)
  }

  private static func matrix(_ m: Affine) -> String {
    let linear = [m.a, m.b, m.c, m.d].map { Grid.finest.text($0) }
    return "matrix(\((linear + [Grid.fine.text(m.tx), Grid.fine.text(m.ty)]).joined(separator: ",")))"
  }

  private mutating func paint(
    _ track: Track<FlatMark.Key, FlatMark.Look>, _ looks: [FlatMark.Look], _ element: inout Element,
    _ names: inout [String]
  ) {
    func animate(_ property: String, _ paint: @escaping (Shape) -> Paint?) -> Paint? {
      let paints = looks.map { paint($0.shape) }
      guard let motion = PaintMotion(property, paints) else { return nil }
      let name = animation(
        track, PaintMotion.tolerance, { motion.values(paint($0.shape)) },
        { motion.declarations(paint($0.shape), &$1) })
      if let name { names.append(name) }
      return motion.base(paints)
    }
    switch element.shape {
    case .outline(let outline, var fill, var stroke):
      if track.key.form.isHatched {
        if let line = animate("fill", { $0.hatch }) {
          fill = .hatch(line: line, ground: Paint(.neutral(.paper), opacity: 0))
        }
      } else {
        fill = animate("fill", { $0.plainFill }).map { .plain($0) }
      }
      if let base = animate("stroke", { $0.stroke?.paint }) {
        let strokes = looks.compactMap { $0.shape.stroke }
        stroke = strokes.first
        stroke?.paint = base
        stroke?.width = strokes.map { $0.width }.max() ?? 0
        if strokes.contains(where: { $0.width != strokes[0].width }), strokes.count == looks.count {
          let name = animation(
            track, [0.02], { [$0.shape.stroke?.width ?? 0] },
            { look, _ in "stroke-width:\(pixels(look.shape.stroke?.width ?? 0))" })
          if let name { names.append(name) }
        }
        if strokes.contains(where: { $0.dash != strokes[0].dash }), strokes.count == looks.count {
          let name = animation(
            track, strokes[0].dash.map { _ in 0.12 }, { $0.shape.stroke?.dash ?? [] },
            { look, _ in
              let dash = (look.shape.stroke?.dash ?? []).map { pixels(max(0, $0)) }
              return "stroke-dasharray:\(dash.joined(separator: " "))"
            })
          if let name { names.append(name) }
        }
      }
      element.shape = .outline(outline, fill: fill, stroke: stroke)
    case .text(var line):
      guard track.key.form.hasOnePaint, let base = animate("fill", { $0.textPaint }) else { return }
      for i in line.runs.indices { line.runs[i].paint = base }
      element.shape = .text(line)
    case .raster: break
    }
  }

  // MARK: Wrappers

  /// The opacity, the clip and the attributes of both for a group that fades or clips.
  mutating func wrapper(
    _ track: Track<WrapperKey, FlatWrapper.Look>
  ) -> (opacity: Double, attributes: String, clip: Outline?, clipAttributes: String) {
    let looks = track.runs.map { $0.look }
    var (opacity, names, clipNames) = (looks[0].opacity, [String](), [String]())
    if looks.contains(where: { $0.opacity != opacity }) {
      let name = animation(
        track, [1.0 / 255], { [$0.opacity] }, { look, _ in "opacity:\(Grid(digits: 3).text(look.opacity))" })
      if let name { names.append(name) }
      opacity = 1
    }
    let clips = looks.compactMap { $0.clip }
    if let first = clips.first(where: { $0.bounds.width != $0.bounds.height }) ?? clips.first {
      let motion = OutlineMotion(clips)
      let name = animation(
        track, OutlineMotion.tolerance(first), { OutlineMotion.numbers($0.clip ?? first) },
        { look, _ in motion.declarations(look.clip ?? first) })
      if let name { clipNames.append(name) }
      return (opacity, Self.style(names), first, Self.style(clipNames))
    }
    return (opacity, Self.style(names), nil, "")
  }
}

extension Form {
  /// Whether it has hatch lines.
  fileprivate var isHatched: Bool {
    switch self {
    case .rectangle(let f), .ellipse(let f), .path(_, let f): return f.hatch != nil
    case .text, .raster: return false
    }
  }

  /// Whether all letters change colour together.
  fileprivate var hasOnePaint: Bool {
    if case .text(let runs, _) = self { runs.allSatisfy { $0.paint == nil } } else { false }
  }
}

extension Shape {
  fileprivate var outline: Outline? { if case .outline(let o, _, _) = self { o } else { nil } }
  fileprivate var stroke: Stroke? { if case .outline(_, _, let s) = self { s } else { nil } }
  fileprivate var plainFill: Paint? { if case .outline(_, .plain(let p)?, _) = self { p } else { nil } }
  fileprivate var hatch: Paint? { if case .outline(_, .hatch(let l, _)?, _) = self { l } else { nil } }
  fileprivate var textPaint: Paint? { if case .text(let line) = self { line.runs.first?.paint } else { nil } }

  fileprivate var isRound: Bool {
    if case .outline(.ellipse(let r), _, _) = self { r.width == r.height } else { false }
  }

  /// The map that brings another shape of the same form onto this one; nil when none does.
  fileprivate func map(from other: Shape) -> Affine? {
    switch (other, self) {
    case (.outline(let a, _, _), .outline(let b, _, _)):
      return b.shift(from: a).map { .translation($0.x, $0.y) }
    case (.text(let a), .text(let b)):
      guard let p = a.runs.first?.size, let q = b.runs.first?.size, p > 0 else { return .identity }
      let k = q / p
      return Affine(k, 0, 0, k, b.origin.x - k * a.origin.x, b.origin.y - k * a.origin.y)
    case (.raster(let a), .raster(let b)): return .fitting(a.rect, into: b.rect)
    default: return .identity
    }
  }
}
