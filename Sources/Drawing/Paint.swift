import Geometry

/// The greys that carry text, lines and surfaces.
public enum Neutral: Int, Sendable, CaseIterable {
  /// Text, the ring of the followed thing, boundaries that are events.
  case ink
  /// Secondary text, units, arrows at rest.
  case muted
  /// Axes and edges of empty places: the lightest line that may carry meaning.
  case line
  /// Grid lines and separators only; never text, never meaning.
  case faint
  /// The background.
  case paper
  /// A quiet surface.
  case panel
}

/// What a coloured thing is; the same in every figure.
public enum Role: Int, Sendable, CaseIterable {
  /// Arithmetic, prefill, SM.
  case compute
  /// KV cache, intermediates, decode.
  case cache
  /// HBM, weights at rest.
  case storage
  /// Layers, heads.
  case block
  /// Barriers, all-reduce.
  case sync
  /// Masked, idle, wasted.
  case masked
  /// Violation, rejected.
  case alarm
  /// The reader's own pointer; figures never use it.
  case focus
}

/// Which strength of a role: tint says what it is, edge says where it ends, solid says look here.
public enum Part: Int, Sendable, CaseIterable {
  /// Tint of a thing at rest.
  case fill
  /// Its outline, and data lines of that role.
  case edge
  /// Coloured words of that role.
  case text
  /// The one focused thing.
  case solid
  /// Words on the tint.
  case onFill
  /// Words on the solid.
  case onSolid
}

/// A colour by meaning; a theme makes it a colour of light.
public enum Tint: Hashable, Sendable {
  /// A grey.
  case neutral(Neutral)
  /// A role in one of its strengths.
  case role(Role, Part)
  /// Who is who: one of eight categories (taken modulo 8) in one of its strengths.
  case category(Int, Part)
  /// Heat from 0 to 1.
  case scale(Double)
  /// Words on that heat.
  case onScale(Double)
  /// Signed heat from −1 to 1.
  case diverging(Double)
  /// Words on that signed heat.
  case onDiverging(Double)
  /// A fixed colour, for the rare thing whose colour is its own.
  case literal(FixedColor)

  /// A fixed colour, for the rare thing whose colour is its own.
  public static func literal(_ color: Color) -> Tint { .literal(FixedColor(color)) }
}

/// A colour of light: sRGB with components 0…1, not premultiplied.
public struct Color: Hashable, Sendable {
  /// Red, green, blue and opacity, 0…1.
  public var red, green, blue, alpha: Double

  /// Creates a colour from components 0…1.
  public init(_ red: Double, _ green: Double, _ blue: Double, _ alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// Creates an opaque colour from 0xRRGGBB.
  public init(hex: UInt32) {
    self.init(
      Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255)
  }

  /// The nearest 0xRRGGBB.
  public var hex: UInt32 {
    func byte(_ x: Double) -> UInt32 { UInt32((x.clamped(to: 0...1) * 255).rounded()) }
    return byte(red) << 16 | byte(green) << 8 | byte(blue)
  }
}

extension Color: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with o: Color, at t: Double) -> Color {
    Color(
      red.mixed(with: o.red, at: t), green.mixed(with: o.green, at: t),
      blue.mixed(with: o.blue, at: t), alpha.mixed(with: o.alpha, at: t))
  }
}

/// What a surface or a line is painted with: a tint, or a blend of two on the way between them.
public struct Paint: Hashable, Sendable {
  /// Opacity, 0…1.
  public var opacity: Double
  private var blend: Blend

  private enum Blend: Hashable, Sendable {
    case rest(Tint)
    /// Kept apart: few paints turn, and every mark that is copied has several.
    indirect case turn(Tint, into: Tint, share: Double)
  }

  /// Creates a paint at rest.
  public init(_ tint: Tint, opacity: Double = 1) {
    self.opacity = opacity
    blend = .rest(tint)
  }

  /// Creates a paint on its way between two colours.
  public init(_ tint: Tint, into target: Tint, share: Double, opacity: Double = 1) {
    self.opacity = opacity
    blend = .turn(tint, into: target, share: share)
  }

  /// The colour at rest.
  public var tint: Tint {
    switch blend {
    case .rest(let tint), .turn(let tint, _, _): return tint
    }
  }

  /// The colour it is turning into; equal to `tint` at rest.
  public var target: Tint {
    switch blend {
    case .rest(let tint): return tint
    case .turn(_, let target, _): return target
    }
  }

  /// How far it has turned, 0…1.
  public var share: Double { if case .turn(_, _, let share) = blend { share } else { 0 } }

  /// Text and the ring of the followed thing.
  public static let ink = Paint(.neutral(.ink))
  /// Secondary text and arrows at rest.
  public static let muted = Paint(.neutral(.muted))
  /// Axes and edges of empty places.
  public static let line = Paint(.neutral(.line))
  /// Grid lines.
  public static let faint = Paint(.neutral(.faint))
  /// The background.
  public static let paper = Paint(.neutral(.paper))
  /// A quiet surface.
  public static let panel = Paint(.neutral(.panel))

  /// A role in one of its strengths.
  public static func role(_ role: Role, _ part: Part) -> Paint { Paint(.role(role, part)) }
  /// One of eight categories in one of its strengths.
  public static func category(_ index: Int, _ part: Part) -> Paint { Paint(.category(index, part)) }
  /// Heat from 0 to 1.
  public static func scale(_ value: Double) -> Paint { Paint(.scale(value)) }
  /// Words on that heat.
  public static func onScale(_ value: Double) -> Paint { Paint(.onScale(value)) }

  /// The same paint, `k` times as opaque.
  public func faded(_ k: Double) -> Paint {
    var paint = self
    paint.opacity *= k
    return paint
  }
}

extension Paint: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Paint, at t: Double) -> Paint {
    if t <= 0 { return self }
    if t >= 1 { return other }
    var paint = Paint(tint, opacity: opacity.mixed(with: other.opacity, at: t))
    if case .scale(let a) = tint, case .scale(let b) = other.tint {
      paint = Paint(.scale(a.mixed(with: b, at: t)), opacity: paint.opacity)
    } else if case .diverging(let a) = tint, case .diverging(let b) = other.tint {
      paint = Paint(.diverging(a.mixed(with: b, at: t)), opacity: paint.opacity)
    } else if tint != other.tint {
      paint = Paint(tint, into: other.tint, share: t, opacity: paint.opacity)
    }
    return paint
  }
}

/// How an area is filled.
public enum Fill: Hashable, Sendable {
  /// One colour.
  case plain(Paint)
  /// Lines at 45° from the canvas origin, so that neighbouring areas join, over a ground. (Kept apart: it is rarer than
  /// one colour and twice as large.)
  indirect case hatch(line: Paint, ground: Paint)

  /// Hatch of the masked role: paid for and unused.
  public static let idle = Fill.hatch(line: .role(.masked, .edge), ground: .role(.masked, .fill))

  /// A role in one of its strengths.
  public static func role(_ role: Role, _ part: Part) -> Fill { .plain(.role(role, part)) }

  /// Distance between hatch lines and their width, in points.
  public static let hatchPitch = 7.0, hatchWidth = 1.1
}

extension Fill: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Fill, at t: Double) -> Fill {
    switch (self, other) {
    case (.plain(let a), .plain(let b)): return .plain(a.mixed(with: b, at: t))
    case (.hatch(let l, let g), .hatch(let m, let h)):
      return .hatch(line: l.mixed(with: m, at: t), ground: g.mixed(with: h, at: t))
    case (.hatch(let l, let g), .plain(let b)):
      if t >= 1 { return other }
      return .hatch(line: l.mixed(with: l.faded(0), at: t), ground: g.mixed(with: b, at: t))
    case (.plain(let a), .hatch(let l, let g)):
      if t <= 0 { return self }
      return .hatch(line: l.faded(0).mixed(with: l, at: t), ground: a.mixed(with: g, at: t))
    }
  }
}

/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
  /// How a line ends.
  public enum Cap: Int, Sendable {
    /// At its end point.
    case butt
    /// With a half circle.
    case round
  }

  // The paint stands behind what is whole words, so that there is no gap.

  /// Width in points.
  public var width: Double
  /// Lengths drawn and left out in turn; empty for a full line.
  public var dash: [Double]
  /// Colour.
  public var paint: Paint
  /// How it ends.
  public var cap: Cap

  /// Creates a line style.
  public init(_ paint: Paint, width: Double = 1.25, dash: [Double] = [], cap: Cap = .butt) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.cap = cap
  }

  /// A grid line that carries no meaning.
  public static let hair = Stroke(.faint, width: 1)
  /// A relation at rest.
  public static let arrow = Stroke(.muted, width: 1.5)
  /// An event or the thing followed.
  public static let strong = Stroke(.ink, width: 2)
  /// A place with nothing in it.
  public static let absent = Stroke(.line, width: 1.25, dash: [3, 3])

  /// Outline of a role's thing.
  public static func edge(_ role: Role) -> Stroke { Stroke(.role(role, .edge)) }
}

extension Stroke: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Stroke, at t: Double) -> Stroke {
    if t <= 0 { return self }
    if t >= 1 { return other }
    return Stroke(
      paint.mixed(with: other.paint, at: t), width: width.mixed(with: other.width, at: t),
      dash: Stroke.mixed(dash, other.dash, at: t), cap: t < 0.5 ? cap : other.cap)
  }

  /// A pattern on the way to another. A full line is the same pattern without gaps, so that they open; of
  /// two patterns, the shorter is repeated.
  private static func mixed(_ a: [Double], _ b: [Double], at t: Double) -> [Double] {
    if a == b { return a }
    func full(_ pattern: [Double]) -> [Double] {
      let even = pattern.count % 2 == 0 ? pattern : pattern + pattern
      return even.indices.map { $0 % 2 == 0 ? even[$0] + even[$0 + 1] : 0 }
    }
    let (p, q) = (a.isEmpty ? full(b) : a, b.isEmpty ? full(a) : b)
    let n = max(p.count, q.count)
    return (0..<(n % 2 == 0 ? n : 2 * n)).map { p[$0 % p.count].mixed(with: q[$0 % q.count], at: t) }
  }
}
