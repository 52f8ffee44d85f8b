import Drawing
import Geometry
import Typography

extension Mark {
  /// This mark a share `t` of the way from an earlier one of the same identity. Words that change are
  /// two marks while the old ones go and the new ones come.
  /// A connector's two ends may be at different shares of the way.
  func tweened(from a: Mark, at t: Double, ends: (Double, Double)? = nil) -> [Mark] {
    if let (t0, t1) = ends, t0 != t1, case .outline(.path(let p), let f, let s) = a.shape,
      case .outline(.path(let q), let g, let r) = shape
    {
      var mark = self
      mark.opacity = a.opacity.mixed(with: opacity, at: t)
      mark.shape = .outline(
        .path(p.mixed(with: q, from: t0, to: t1)), fill: mix(f, g, at: t), stroke: mix(s, r, at: t))
      return [mark]
    }
    if t >= 1 || a.shape == shape && a.opacity == opacity { return [self] }
    var mark = self
    mark.opacity = a.opacity.mixed(with: opacity, at: t)
    switch (a.shape, shape) {
    case (.outline(let p, let f, let s), .outline(let q, let g, let r)):
      mark.shape = .outline(
        p.mixed(with: q, at: t), fill: mix(f, g, at: t), stroke: mix(s, r, at: t))
      return [mark]
    case (.raster(let p), .raster(let q)):
      mark.shape = .raster(p.mixed(with: q, at: t))
      return [mark]
    case (.text(let p), .text(let q)):
      if p.hasSameWords(as: q) || p.counter != nil && q.counter != nil {
        mark.shape = .text(p.moved(to: q, at: t))
        return [mark]
      }
      return swapped(a, p, q, at: t)
    default:
      return crossfaded(a, at: t)
    }
  }

  /// The old words leave in the first two fifths, the new ones come in the last three.
  private func swapped(_ a: Mark, _ p: TextLine, _ q: TextLine, at t: Double) -> [Mark] {
    let pivot = p.pivot.mixed(with: q.pivot, at: t)
    var (old, new) = (a, self)
    old.group = group
    if t < 0.4 {
      old.shape = .text(p.placed(pivot))
      old.opacity *= 1 - t / 0.4
      return [old]
    }
    new.shape = .text(q.placed(pivot))
    new.opacity *= (t - 0.4) / 0.6
    return new.opacity > 0 ? [new] : []
  }

  private func crossfaded(_ a: Mark, at t: Double) -> [Mark] {
    var (old, new) = (a, self)
    old.group = group
    old.identity = identity.part(-1)
    old.opacity *= 1 - t
    new.opacity *= t
    return [old, new].filter { $0.opacity > 0 }
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

extension TextLine {
  /// Whether only place, size, weight and colour differ.
  fileprivate func hasSameWords(as other: TextLine) -> Bool {
    runs.count == other.runs.count && zip(runs, other.runs).allSatisfy { sameText($0.text, $1.text) }
  }

  fileprivate func placed(_ pivot: Point) -> TextLine {
    var line = self
    line.origin = Point(pivot.x - anchor * width, pivot.y)
    return line
  }

  /// This line on its way to another with the same words or another number.
  fileprivate func moved(to other: TextLine, at t: Double) -> TextLine {
    var line = other
    if let a = counter, let b = other.counter, a.value != b.value, other.runs.indices.contains(b.run) {
      let value = a.value.mixed(with: b.value, at: t)
      let old = line.runs[b.run]
      let text = b.format.text(value) + remainder(of: old.text, after: b.format.text(b.value))
      let width = FontTable.width(of: text, face: old.face, size: old.size)
      line.runs[b.run].text = text
      line.runs[b.run].width = width
      for i in line.runs.indices where i > b.run { line.runs[i].offset.x += width - old.width }
      line.width += width - old.width
      line.counter?.value = value
    } else if runs.count == line.runs.count {
      line.width = width.mixed(with: other.width, at: t)
      for i in line.runs.indices {
        line.runs[i].size = runs[i].size.mixed(with: other.runs[i].size, at: t)
        line.runs[i].offset = runs[i].offset.mixed(with: other.runs[i].offset, at: t)
        line.runs[i].width = runs[i].width.mixed(with: other.runs[i].width, at: t)
        line.runs[i].face = t < 0.5 ? runs[i].face : other.runs[i].face
      }
    }
    for i in line.runs.indices where i < runs.count {
      line.runs[i].paint = runs[i].paint.mixed(with: other.runs[i].paint, at: t)
    }
    line.halo = halo.mixed(with: other.halo, at: t)
    line.anchor = anchor.mixed(with: other.anchor, at: t)
    return line.placed(pivot.mixed(with: other.pivot, at: t))
  }
}

/// What a counter's run says behind its number: the space before a unit.
private func remainder(of text: String, after number: String) -> String {
  guard text.utf8.starts(with: number.utf8) else { return "" }
  return String(decoding: text.utf8.dropFirst(number.utf8.count), as: UTF8.self)
}
