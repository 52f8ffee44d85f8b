import Drawing
import Geometry
import Typography

/// A mark that is in both states, with everything worked out that does not depend on the moment. It is a class
/// because marks are large: a picture would copy each of them several times.
final class MarkTween: Sendable {
  /// The mark in both states, in one group.
  let from, to: Mark
  /// The forms that are mixed: paths with the same steps.
  private let start, end: Shape
  private let text: TextTween?

  /// Whether its outline or image changes to another kind, so that one is laid over the other.
  let isRedrawn: Bool

  init(from: Mark, to: Mark) {
    self.from = from
    self.to = to
    var (a, b, text, redrawn) = (from.shape, to.shape, TextTween?.none, false)
    switch (from.shape, to.shape) {
    case (.outline(let p, let f, let s), .outline(let q, let g, let r)):
      let (p, q) = p.matched(with: q)
      (a, b) = (.outline(p, fill: f, stroke: s), .outline(q, fill: g, stroke: r))
    case (.text(let p), .text(let q)): text = TextTween(p, q)
    case (.raster(let p), .raster(let q)):
      redrawn = p.columns != q.columns || p.rows != q.rows || p.ramp != q.ramp
    default: redrawn = true
    }
    (start, end, self.text, isRedrawn) = (a, b, text, redrawn)
  }

  /// Whether its words are replaced by others.
  var isRelabelled: Bool { text?.isSwap ?? false }

  /// How far it moves.
  var displacement: Double {
    if case .text(let p) = from.shape, case .text(let q) = to.shape { return p.pivot.distance(to: q.pivot) }
    return from.shape.bounds.origin.distance(to: to.shape.bounds.origin)
  }

  /// Whether it moves or grows.
  var isGeometric: Bool {
    if displacement > 0.5 { return true }
    if case .text = to.shape { return false }
    let (p, q) = (from.shape.bounds, to.shape.bounds)
    return (p.width - q.width).magnitude > 0.5 || (p.height - q.height).magnitude > 0.5
  }

  /// Adds it a share `t` of the way. The two ends of a connector may be at different shares of their ways
  /// (`ends`) and off their straight ways (`drift`).
  func add(
    at t: Double, ends: (Double, Double)? = nil, drift: (Point, Point)? = nil, to marks: inout [Mark]
  ) {
    if let (t0, t1) = ends, case .outline(.path(let p), let f, let s) = start,
      case .outline(.path(let q), let g, let r) = end, drift != nil || t0 != t1
    {
      var path = p.mixed(with: q, from: t0, to: t1)
      if let (d0, d1) = drift { path = path.bent(d0, d1) }
      let shape = Shape.outline(.path(path), fill: mix(f, g, at: t), stroke: mix(s, r, at: t))
      return marks.append(mark(shape, from.opacity.mixed(with: to.opacity, at: t)))
    }
    if t >= 1 { return marks.append(to) }
    if t <= 0 { return marks.append(mark(from.shape, from.opacity)) }
    let opacity = from.opacity.mixed(with: to.opacity, at: t)
    if case .outline(let p, let f, let s) = start, case .outline(let q, let g, let r) = end {
      marks.append(
        mark(.outline(p.mixed(with: q, at: t), fill: mix(f, g, at: t), stroke: mix(s, r, at: t)), opacity))
    } else if case .text(let p) = start, case .text(let q) = end, let text {
      text.add(p, q, mark(end, opacity), at: t, to: &marks)
    } else if case .raster(let p) = start, case .raster(let q) = end, !isRedrawn {
      marks.append(mark(.raster(p.mixed(with: q, at: t)), opacity))
    } else {
      var old = mark(from.shape, from.opacity * (1 - t))
      old.identity = to.identity.part(-1)
      marks.append(old)
      marks.append(mark(to.shape, to.opacity * t))
    }
  }

  private func mark(_ shape: Shape, _ opacity: Double) -> Mark {
    Mark(
      identity: to.identity, group: to.group, shape: shape, opacity: opacity, ends: to.ends, source: to.source
    )
  }
}

extension Path {
  /// The path with its start displaced by one and its end by another displacement.
  fileprivate func bent(_ d0: Point, _ d1: Point) -> Path {
    if d0 == d1 { return mapped { $0 + d0 } }
    let last = Double(max(1, points.count - 1))
    var k = -1.0
    return mapped { p in
      k += 1
      return p + d0.mixed(with: d1, at: k / last)
    }
  }
}

private func mix(_ a: Fill?, _ b: Fill?, at t: Double) -> Fill? {
  switch (a, b) {
  case (let a?, let b?): return a.mixed(with: b, at: t)
  case (nil, .plain(let b)?): return .plain(b.faded(t))
  case (.plain(let a)?, nil): return .plain(a.faded(1 - t))
  case (nil, .hatch(let l, let g)?): return .hatch(line: l.faded(t), ground: g.faded(t))
  case (.hatch(let l, let g)?, nil): return .hatch(line: l.faded(1 - t), ground: g.faded(1 - t))
  case (nil, nil): return nil
  }
}

private func mix(_ a: Stroke?, _ b: Stroke?, at t: Double) -> Stroke? {
  switch (a, b) {
  case (let a?, let b?): return a.mixed(with: b, at: t)
  case (nil, let b?):
    var stroke = b
    stroke.paint = b.paint.faded(t)
    return stroke
  case (let a?, nil):
    var stroke = a
    stroke.paint = a.paint.faded(1 - t)
    return stroke
  case (nil, nil): return nil
  }
}
