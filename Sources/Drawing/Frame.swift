import Geometry

/// A finished picture: a flat display list in paint order, positions resolved, words in one language,
/// colours still by meaning. Everything before it is layout and motion; everything after only reads it.
public struct Frame: Sendable, Equatable {
  /// Canvas size in points.
  public var size: Size
  /// The elements that marks belong to, parents before children; the first is the whole figure.
  public var groups: [Group]
  /// What is drawn, from back to front.
  public var marks: [Mark]

  /// Creates a frame; without groups it gets the root.
  public init(size: Size, groups: [Group] = [Group(identity: .root, parent: -1)], marks: [Mark] = []) {
    self.size = size
    self.groups = groups
    self.marks = marks
  }

  /// The opacity of a mark with those of all its groups.
  public func opacity(of mark: Mark) -> Double {
    var (k, g) = (mark.opacity, mark.group)
    while g >= 0 {
      k *= groups[g].opacity
      g = groups[g].parent
    }
    return k
  }

  /// The map from a group's coordinates to the canvas.
  public func transform(of group: Int) -> Affine {
    var (m, g) = (Affine.identity, group)
    while g >= 0 {
      m = m.then(groups[g].transform)
      g = groups[g].parent
    }
    return m
  }

  /// All text, line by line in paint order.
  public var lines: [TextLine] {
    marks.compactMap { if case .text(let line) = $0.shape { line } else { nil } }
  }
}

/// An element of the picture that has an identity: a request, a block, a dot.
public struct Group: Sendable, Equatable {
  /// Who it is.
  public var identity: Identity
  /// Index of the element around it; −1 for the root.
  public var parent: Int
  /// What it is, in the reader's language; empty when it needs no name.
  public var meaning: String
  /// The rectangle that layout gave it, in the coordinates of its parent.
  public var bounds: Rect
  /// From its own coordinates to its parent's.
  public var transform: Affine
  /// Opacity of the whole, 0…1.
  public var opacity: Double
  /// Where in the figure's source it was made.
  public var source: SourceLine
  /// What few elements have; nil where all of it is as usual.
  @Apart @usableFromInline var special: Special?

  /// What few elements have.
  @usableFromInline struct Special: Sendable, Equatable {
    var origin, destiny: Identity?
    var clip: Outline?
    var movement = Movement.standard
  }

  /// Creates an element.
  @inlinable public init(
    identity: Identity, origin: Identity? = nil, destiny: Identity? = nil, parent: Int, meaning: String = "",
    bounds: Rect = .zero, transform: Affine = .identity, opacity: Double = 1, clip: Outline? = nil,
    movement: Movement = .standard, source: SourceLine = SourceLine()
  ) {
    self.identity = identity
    self.parent = parent
    self.meaning = meaning
    self.bounds = bounds
    self.transform = transform
    self.opacity = opacity
    self.source = source
    if origin != nil || destiny != nil || clip != nil || movement != .standard {
      self.origin = origin
      self.destiny = destiny
      self.clip = clip
      self.movement = movement
    }
  }

  /// What it comes out of when it enters: it is a copy or a part of something else.
  public var origin: Identity? {
    get { special?.origin }
    set { change { $0.origin = newValue } }
  }
  /// What it goes into when it leaves.
  public var destiny: Identity? {
    get { special?.destiny }
    set { change { $0.destiny = newValue } }
  }
  /// What of it is seen, in its own coordinates; nil for all.
  public var clip: Outline? {
    get { special?.clip }
    set { change { $0.clip = newValue } }
  }
  /// How it moves where the standard does not fit.
  public var movement: Movement {
    get { special?.movement ?? .standard }
    set { change { $0.movement = newValue } }
  }

  private mutating func change(_ body: (inout Special) -> Void) {
    var changed = special ?? Special()
    body(&changed)
    special = changed == Special() ? nil : changed
  }

  /// Whether both are the same; source lines do not count.
  public static func == (a: Group, b: Group) -> Bool {
    a.identity == b.identity && a.parent == b.parent && a.bounds == b.bounds && a.transform == b.transform
      && a.opacity == b.opacity && a._special == b._special && sameText(a.meaning, b.meaning)
  }
}

/// The two elements that a connector joins, so that it stays attached while they move.
public struct Ends: Hashable, Sendable {
  /// Where it starts.
  public let from: Identity
  /// Where it ends.
  public let to: Identity

  /// Creates a pair.
  public init(from: Identity, to: Identity) {
    self.from = from
    self.to = to
  }
}

/// One thing drawn.
public struct Mark: Sendable, Equatable {
  /// Who it is; unique in a frame.
  public var identity: Identity
  /// Index of the group that it belongs to.
  public var group: Int
  /// What is drawn, in the coordinates of its group.
  public var shape: Shape
  /// Opacity, 0…1.
  public var opacity: Double
  /// The elements that it joins, when it is a connector.
  public var ends: Ends?
  /// Where in the figure's source it was made.
  public var source: SourceLine

  /// Creates a mark.
  @inlinable public init(
    identity: Identity, group: Int = 0, shape: Shape, opacity: Double = 1, ends: Ends? = nil,
    source: SourceLine = SourceLine()
  ) {
    self.ends = ends
    self.identity = identity
    self.group = group
    self.shape = shape
    self.opacity = opacity
    self.source = source
  }

  /// Whether both are the same; source lines do not count.
  public static func == (a: Mark, b: Mark) -> Bool {
    a.identity == b.identity && a.group == b.group && a.opacity == b.opacity && a.ends == b.ends
      && a.shape == b.shape
  }
}

/// What a mark draws.
public enum Shape: Sendable, Equatable {
  /// An area or a line: filled first, then stroked.
  case outline(Outline, fill: Fill?, stroke: Stroke?)
  /// A line of text.
  case text(TextLine)
  /// A grid of heat.
  case raster(Raster)

  /// The rectangle around it, line widths left out.
  public var bounds: Rect {
    switch self {
    case .outline(let outline, _, _): return outline.bounds
    case .text(let line): return line.bounds
    case .raster(let raster): return raster.rect
    }
  }

  /// The same shape elsewhere.
  public func offset(by d: Point) -> Shape {
    switch self {
    case .outline(let outline, let fill, let stroke):
      return .outline(outline.offset(by: d), fill: fill, stroke: stroke)
    case .text(var line):
      line.origin = line.origin + d
      return .text(line)
    case .raster(var raster):
      raster.rect = raster.rect.offset(by: d)
      return .raster(raster)
    }
  }
}

/// The form of an area or a line.
public enum Outline: Hashable, Sendable {
  /// A rectangle with rounded corners.
  case rectangle(Rect, radius: Double)
  /// An ellipse in a rectangle.
  case ellipse(Rect)
  /// Anything else.
  case path(Path)

  /// The rectangle around it.
  public var bounds: Rect {
    switch self {
    case .rectangle(let r, _), .ellipse(let r): return r
    case .path(let p): return p.bounds
    }
  }

  /// The same form as segments.
  public var path: Path {
    switch self {
    case .rectangle(let r, let radius): return .rectangle(r, radius: radius)
    case .ellipse(let r): return .ellipse(in: r)
    case .path(let p): return p
    }
  }

  /// The same form elsewhere.
  public func offset(by d: Point) -> Outline {
    switch self {
    case .rectangle(let r, let radius): return .rectangle(r.offset(by: d), radius: radius)
    case .ellipse(let r): return .ellipse(r.offset(by: d))
    case .path(let p): return .path(p.mapped { $0 + d })
    }
  }

  /// Both forms ready to be mixed: of one kind, paths with the same steps.
  public func matched(with other: Outline) -> (Outline, Outline) {
    switch (self, other) {
    case (.rectangle, .rectangle), (.ellipse, .ellipse): return (self, other)
    default:
      let (a, b) = path.matched(with: other.path)
      return (.path(a), .path(b))
    }
  }
}

extension Outline: Interpolatable {
  /// The value a share `t` of the way to another; forms of two kinds meet as paths.
  public func mixed(with other: Outline, at t: Double) -> Outline {
    switch (self, other) {
    case (.rectangle(let a, let r), .rectangle(let b, let s)):
      return .rectangle(a.mixed(with: b, at: t), radius: r.mixed(with: s, at: t))
    case (.ellipse(let a), .ellipse(let b)): return .ellipse(a.mixed(with: b, at: t))
    default:
      if t <= 0 { return self }
      if t >= 1 { return other }
      return .path(path.mixed(with: other.path, at: t))
    }
  }
}

/// A grid of values drawn as one image, each cell one flat colour.
public struct Raster: Hashable, Sendable {
  /// Which colours the values stand for.
  public enum Ramp: Int, Sendable {
    /// 0…1 from pale to strong.
    case sequential
    /// −1…1 through neutral.
    case diverging
  }

  /// Where it is drawn.
  public var rect: Rect
  /// Cells across and down.
  public var columns, rows: Int
  /// Values row by row; `columns * rows` of them.
  public var values: [Float]
  /// Their colours.
  public var ramp: Ramp

  /// Creates a raster; missing values count as 0, surplus ones are dropped.
  public init(rect: Rect, columns: Int, rows: Int, values: [Float], ramp: Ramp = .sequential) {
    self.rect = rect
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.ramp = ramp
    let n = self.columns * self.rows
    self.values = Array(values.prefix(n)) + Array(repeating: 0, count: max(0, n - values.count))
  }

  /// The tint of one value.
  public func tint(_ value: Float) -> Tint {
    ramp == .sequential ? .scale(Double(value)) : .diverging(Double(value))
  }
}

extension Raster: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with o: Raster, at t: Double) -> Raster {
    guard columns == o.columns && rows == o.rows && ramp == o.ramp else { return t < 0.5 ? self : o }
    var out = self
    out.rect = rect.mixed(with: o.rect, at: t)
    for i in values.indices {
      out.values[i] = Float(Double(values[i]).mixed(with: Double(o.values[i]), at: t))
    }
    return out
  }
}
