import Drawing
import Geometry

/// How one group of a transition gets from state to state, with everything worked out that does not depend
/// on the moment.
struct GroupMotion: Sendable {
  /// What becomes of it as a whole.
  enum Fade: Sendable {
    /// It is there all the time.
    case none
    /// It appears, it vanishes.
    case appears, vanishes
    /// It comes out of another, it goes into another: there but for a moment of its way.
    case emerges, merges
    /// Others come out of it and it is gone; others go into it and it is there.
    case dissolves, forms
  }

  /// The share of its way in which what comes out of another appears, and the other goes.
  private static let moment = 0.25

  /// As it is where it rests: at the end, or at the start when it leaves.
  private(set) var rest: Group
  /// Its rectangle at both ends.
  let start, end: Rect
  let fade: Fade
  private var journey: Journey?
  private var bow: Bow?
  private var opacities: (Double, Double)
  private var clips: (Outline, Outline)?
  private var frames: (Rect, Rect)?
  private var window: Window?
  private var slide = Point.zero

  init(_ g: Int, _ cast: Cast, from: Frame, to: Frame, swaps: Bool) {
    let parent = cast.parents[g]
    switch cast.parts[g] {
    case .stays(let i, let j):
      let (a, b) = (from.groups[i], to.groups[j])
      self.init(b, a.bounds, b.bounds, .none, (a.opacity, b.opacity))
      journey = Journey(from: a.transform, a.bounds, to: b.transform, b.bounds, isLens: true)
      let loose =
        (a.clip == nil) == (b.clip == nil) ? nil : (cast.old.extent(i, from), cast.new.extent(j, to))
      clip(a.clip, b.clip, loose)
    case .changes(let i, let j):
      let (a, b) = (from.groups[i], to.groups[j])
      self.init(b, a.bounds, b.bounds, .none, (cast.old.opacities[i], cast.new.opacities[j]))
      travel(cast.old.maps[i], cast.new.maps[j])
      let loose =
        (a.clip == nil) == (b.clip == nil) ? nil : (cast.old.extent(i, from), cast.new.extent(j, to))
      clip(a.clip, b.clip, loose)
      window = Window(
        cast.old.window(i, on: a.bounds), of: a.bounds, cast.new.window(j, on: b.bounds), of: b.bounds)
    case .carries(let i, let j):
      let (a, b) = (from.marks[i], to.marks[j])
      let (p, q) = (a.shape.bounds, b.shape.bounds)
      let wrapper = Group(identity: b.identity.place(-1), parent: 0, bounds: q, source: b.source)
      self.init(wrapper, p, q, .none, (cast.old.opacities[a.group], cast.new.opacities[b.group]))
      travel(cast.old.maps[a.group], cast.new.maps[b.group])
    case .enters(let j, let alone):
      let b = to.groups[j]
      let fade: Fade = !alone ? .none : cast.families[g] == nil ? .appears : .forms
      self.init(b, b.bounds, b.bounds, fade, (b.opacity, b.opacity))
      if let side = b.movement.entry { slide = GroupMotion.slide(side, b.bounds) }
    case .leaves(let i, let alone):
      let a = from.groups[i]
      let fade: Fade = !alone ? .none : cast.families[g] == nil ? .vanishes : .dissolves
      self.init(a, a.bounds, a.bounds, fade, (a.opacity, a.opacity))
      if let side = a.movement.exit { slide = GroupMotion.slide(side, a.bounds) }
    case .emerges(let j, let place):
      let b = to.groups[j]
      let opacity = cast.new.opacities[j]
      self.init(b, b.bounds, b.bounds, .emerges, (opacity, opacity))
      travel(place, cast.new.maps[j])
    case .merges(let i, let place):
      let a = from.groups[i]
      let opacity = cast.old.opacities[i]
      self.init(a, a.bounds, a.bounds, .merges, (opacity, opacity))
      travel(cast.old.maps[i], place)
    }
    rest.parent = parent
    if case .none = fade { rest.opacity = opacities.1 }
    let share = rest.movement.bow ?? (swaps ? Bow.swap : 0)
    if share != 0 && fade == .none { bend(share, g, cast, to.size) }
  }

  private init(_ rest: Group, _ start: Rect, _ end: Rect, _ fade: Fade, _ opacities: (Double, Double)) {
    (self.rest, self.start, self.end, self.fade, self.opacities) = (rest, start, end, fade, opacities)
  }

  /// Whether it is the same at every moment.
  var isStill: Bool {
    if case .none = fade {
      return start == end && journey == nil && bow == nil && opacities.0 == opacities.1 && clips == nil
        && frames == nil && window == nil && slide == .zero
    }
    return false
  }

  /// Whether it or its map leaves the straight way.
  var wanders: Bool { journey != nil || bow != nil }

  /// Sets the group a share `t` of its way; `ride` is how far what carries it still is from its rest.
  func apply(_ t: Double, ride: Point, to group: inout Group) {
    group.bounds = start.mixed(with: end, at: t)
    if let journey { group.transform = journey.map(at: t, middle: group.bounds.center) }
    var d = ride
    if let bow { d = d + bow.offset(at: t) }
    group.opacity = opacities.0.mixed(with: opacities.1, at: t)
    switch fade {
    case .none: break
    case .appears:
      d = d + slide * (1 - t)
      group.opacity *= t
    case .vanishes:
      d = d + slide * t
      group.opacity *= 1 - t
    case .emerges: group.opacity *= min(1, t / GroupMotion.moment)
    case .merges: group.opacity *= min(1, (1 - t) / GroupMotion.moment)
    case .dissolves: group.opacity *= max(0, 1 - t / GroupMotion.moment)
    case .forms: group.opacity *= max(0, 1 - (1 - t) / GroupMotion.moment)
    }
    if let (a, b) = clips { group.clip = a.mixed(with: b, at: t) }
    if let (a, b) = frames, let back = group.transform.inverse {
      group.clip = .rectangle(back.bounds(of: a.mixed(with: b, at: t)), radius: 0)
    } else if let hole = window?.clip(at: t, group.bounds), clips == nil {
      group.clip = .rectangle(hole, radius: 0)
    }
    if d != .zero { group.transform = group.transform.then(.translation(d.x, d.y)) }
  }

  /// Takes it from one place on the canvas to another, outside of all other groups.
  private mutating func travel(_ a: Affine, _ b: Affine) {
    rest.transform = b
    journey = Journey(from: a, start, to: b, end, isLens: false)
  }

  /// Lets what is seen of it change from one form to another; a side without one shows all of `loose`. Where
  /// its map changes as well, rectangles are mixed outside of it: what a lens is framed by stands still.
  private mutating func clip(_ a: Outline?, _ b: Outline?, _ loose: (Rect, Rect)?) {
    if a == b { return }
    let (p, q) = (
      a ?? .rectangle((loose?.0 ?? start).union(b?.bounds ?? start), radius: 0),
      b ?? .rectangle((loose?.1 ?? end).union(a?.bounds ?? end), radius: 0)
    )
    if let journey, case .rectangle(let r, 0) = p, case .rectangle(let s, 0) = q, journey.isUpright {
      frames = (
        journey.map(at: 0, middle: .zero).bounds(of: r), journey.map(at: 1, middle: .zero).bounds(of: s)
      )
    } else {
      clips = p.matched(with: q)
    }
  }

  private mutating func bend(_ share: Double, _ g: Int, _ cast: Cast, _ canvas: Size) {
    switch cast.parts[g] {
    case .changes(let i, let j): bow = Bow(share, from: cast.old.rect(i), to: cast.new.rect(j), on: canvas)
    case .stays(let i, let j) where cast.old.maps[i] == .identity && cast.new.maps[j] == .identity:
      bow = Bow(share, from: start, to: end, on: canvas)
    default: break
    }
  }

  /// What slides comes from its own length away, at most this many points.
  private static let farthest = 48.0

  private static func slide(_ side: Movement.Side, _ rect: Rect) -> Point {
    let d = side.direction
    return d * min(farthest, d.x != 0 ? rect.width : rect.height)
  }
}
