import Drawing
import Geometry

/// A mark at one moment, without the groups around it but those that fade or clip.
struct FlatMark {
  /// Who it is: marks of one key at two moments can be one element of the drawing.
  struct Key: Hashable {
    let identity: Identity
    let form: Form
    /// The wrappers around it, from the outermost.
    let wrappers: [WrapperKey]
  }

  /// How it looks.
  struct Look: Equatable {
    var shape: Shape
    var opacity: Double
    /// From the coordinates of the shape to the canvas.
    var transform: Affine
  }

  let key: Key
  let look: Look
}

/// What of a mark no animation can change.
enum Form: Hashable {
  struct Finish: Hashable {
    var hatch: Paint?
    var isRound = false
    var dashes = 0
  }
  struct Run: Hashable {
    let face: Face
    let text: String
    /// Its size and its place in thousandths of the size of the first.
    let size, x, y: Int
    var paint: Paint?
  }

  case rectangle(Finish), ellipse(Finish), path([Path.Verb], Finish)
  case text([Run], halo: Double)
  case raster(Raster)

  init(_ shape: Shape) {
    switch shape {
    case .outline(let outline, let fill, let stroke):
      var finish = Finish()
      if case .hatch(let line, _) = fill {
        finish.hatch = line
        finish.hatch?.opacity = 1
      }
      finish.isRound = stroke?.cap == .round
      finish.dashes = stroke?.dash.count ?? 0
      switch outline {
      case .rectangle: self = .rectangle(finish)
      case .ellipse: self = .ellipse(finish)
      case .path(let path): self = .path(path.verbs, finish)
      }
    case .text(let line):
      let first = line.runs.first
      let unit = 1000 / max(0.001, first?.size ?? 1)
      // Colours inside a line can't be animated apart, nor below a rim that is drawn first.
      let isPlain =
        line.runs.count == 1 || line.halo == 0 && line.runs.allSatisfy { $0.paint == first?.paint }
      self = .text(
        line.runs.map { run in
          Run(
            face: run.face, text: run.text, size: Int((run.size * unit).rounded()),
            x: Int((run.offset.x * unit).rounded()), y: Int((run.offset.y * unit).rounded()),
            paint: isPlain ? nil : run.paint)
        }, halo: line.halo)
    case .raster(var raster):
      raster.rect = .zero
      self = .raster(raster)
    }
  }
}

/// A group that fades or clips what is in it, at some moment of the story.
struct WrapperKey: Hashable {
  /// The kind of its clip.
  enum Clip: Hashable { case none, rectangle, ellipse, path([Path.Verb]) }
  let identity: Identity
  let clip: Clip
}

/// A wrapper at one moment.
struct FlatWrapper {
  struct Look: Equatable {
    var opacity: Double
    /// What of it is seen, on the canvas.
    var clip: Outline?
  }
  let key: WrapperKey
  let look: Look
}

extension Frame {
  /// The groups that fade or clip here.
  var wrapping: [Identity] {
    groups.filter { ($0.opacity < 1 || $0.clip != nil) && $0.identity != .root }.map { $0.identity }
  }

  /// The marks and wrappers of the frame; `active` names the groups that ever wrap.
  func flat(_ active: Set<Identity>) -> (marks: [FlatMark], wrappers: [FlatWrapper]) {
    var maps: [Affine] = []
    var chains: [[WrapperKey]] = []
    var wrappers: [FlatWrapper] = []
    var isHidden: [Bool] = []
    for group in groups {
      let up = group.parent
      let map = up >= 0 ? group.transform.then(maps[up]) : group.transform
      var chain = up >= 0 ? chains[up] : []
      maps.append(map)
      isHidden.append(group.opacity <= 0 || up >= 0 && isHidden[up])
      if active.contains(group.identity) {
        let clip = group.clip.map { $0.mapped(by: map) }
        let key = WrapperKey(identity: group.identity, clip: WrapperKey.Clip(clip))
        wrappers.append(FlatWrapper(key: key, look: .init(opacity: group.opacity, clip: clip)))
        chain.append(key)
      }
      chains.append(chain)
    }
    var out: [FlatMark] = []
    out.reserveCapacity(marks.count)
    for mark in marks where mark.opacity > 0 && !isHidden[mark.group] {
      let m = maps[mark.group]
      let isShift = m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1
      let shape = isShift && (m.tx != 0 || m.ty != 0) ? mark.shape.offset(by: Point(m.tx, m.ty)) : mark.shape
      for (identity, part) in layers(of: shape, mark.identity) {
        out.append(
          FlatMark(
            key: .init(identity: identity, form: Form(part), wrappers: chains[mark.group]),
            look: .init(shape: part, opacity: mark.opacity, transform: isShift ? .identity : m)))
      }
    }
    return (out, wrappers)
  }

  /// A hatched area as its ground and the lines over it, so that each can change its colour.
  private func layers(of shape: Shape, _ identity: Identity) -> [(Identity, Shape)] {
    guard case .outline(let outline, .hatch(let line, let ground)?, let stroke) = shape else {
      return [(identity, shape)]
    }
    return [
      (identity.part(-2), .outline(outline, fill: .plain(ground), stroke: nil)),
      (identity, .outline(outline, fill: .hatch(line: line, ground: ground.faded(0)), stroke: stroke)),
    ]
  }
}

extension WrapperKey.Clip {
  fileprivate init(_ outline: Outline?) {
    switch outline {
    case nil: self = .none
    case .rectangle: self = .rectangle
    case .ellipse: self = .ellipse
    case .path(let path): self = .path(path.verbs)
    }
  }
}

extension Outline {
  /// The form as a map shows it.
  fileprivate func mapped(by m: Affine) -> Outline {
    if m == .identity { return self }
    guard m.isAxisAligned else { return .path(path.mapped { m.apply($0) }) }
    switch self {
    case .rectangle(let r, let radius):
      return .rectangle(m.bounds(of: r), radius: radius * min(m.a.magnitude, m.d.magnitude))
    case .ellipse(let r): return .ellipse(m.bounds(of: r))
    case .path(let path): return .path(path.mapped { m.apply($0) })
    }
  }
}
