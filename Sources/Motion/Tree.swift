import Drawing
import Geometry

/// The groups of one state as seen from its root: what stands where on the canvas.
struct Tree: Sendable {
  let groups: [Group]
  /// For each group, the map from its coordinates to the canvas (the root's own left out).
  let maps: [Affine]
  /// For each group, its opacity times those above it, the root's left out.
  let opacities: [Double]

  init(_ frame: Frame) {
    groups = frame.groups
    var maps: [Affine] = []
    var opacities: [Double] = []
    maps.reserveCapacity(groups.count)
    opacities.reserveCapacity(groups.count)
    for (i, group) in groups.enumerated() {
      let inside = i > 0 && group.parent > 0
      maps.append(i == 0 ? .identity : inside ? group.transform.then(maps[group.parent]) : group.transform)
      opacities.append(i == 0 ? 1 : inside ? group.opacity * opacities[group.parent] : group.opacity)
    }
    self.maps = maps
    self.opacities = opacities
  }

  /// The rectangle of a group on the canvas.
  func rect(_ i: Int) -> Rect {
    maps[i] == .identity ? groups[i].bounds : maps[i].bounds(of: groups[i].bounds)
  }

  /// Who is around a group; nil for the root.
  func parent(_ i: Int) -> Identity? {
    groups[i].parent >= 0 ? groups[groups[i].parent].identity : nil
  }

  /// The part of a rectangle of a group that the groups around it let through, in the group's coordinates;
  /// nil for all of it.
  func window(_ i: Int, on rect: Rect) -> Rect? {
    var seen: Rect?
    var up = groups[i].parent
    while up > 0 {
      if let clip = groups[up].clip, let back = maps[i].inverse {
        let hole = maps[up].then(back).bounds(of: clip.bounds)
        seen = seen.map { ($0.intersection(hole)) ?? Rect(center: hole.center, size: .zero) } ?? hole
      }
      up = groups[up].parent
    }
    guard let seen else { return nil }
    let (p, q) = (
      Point(seen.minX.clamped(to: rect.minX...rect.maxX), seen.minY.clamped(to: rect.minY...rect.maxY)),
      Point(seen.maxX.clamped(to: rect.minX...rect.maxX), seen.maxY.clamped(to: rect.minY...rect.maxY))
    )
    let part = Rect(from: p, to: q)
    return part == rect ? nil : part
  }

  /// The rectangle around all that a group draws, in its own coordinates, with room for lines.
  func extent(_ i: Int, _ frame: Frame) -> Rect {
    var box = groups[i].bounds
    guard let back = maps[i].inverse else { return box }
    for mark in frame.marks {
      var up = mark.group
      while up > i { up = groups[up].parent }
      if up == i { box = box.union(maps[mark.group].then(back).bounds(of: mark.shape.bounds)) }
    }
    return box.outset(by: 12)
  }
}
