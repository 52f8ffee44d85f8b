import Drawing
import Geometry

/// What drawing a frame needs to know beforehand, with everything checked that would upset Cairo.
struct Plan {
  /// For each group, the map from its coordinates to the canvas.
  let transforms: [Affine]
  /// For each group, the nearest one at or above it that fades or clips; −1 for none.
  let layers: [Int]
  /// For each group that fades or clips, the next such group above it; −1 for none.
  let outer: [Int]
  /// For each mark, the canvas rectangle that holds all its ink; nil when nothing of it is seen.
  let ink: [Rect?]
  /// For each mark, the place of one in the frame before that has the same shape, opacity and map to the canvas; −1
  /// where none was found. Empty without such a frame.
  let before: [Int]

  /// How deeply fading and clipping groups may be nested.
  static let deepest = 128
  /// How far from the canvas ink may reach, in points.
  let reach: Double

  /// Checks a frame that will be drawn with `scale` pixels a point. Cairo counts 256ths of a pixel in
  /// 32 bits; half of that is left for what it computes on the way.
  ///
  /// What is known of the frame before, planned with the same scale, is taken over for marks that are the same. Nothing
  /// bad gets past the checks that way: what is not a number equals nothing, so such a mark is always checked.
  init(_ frame: Frame, scale: Double, after last: PlannedFrame? = nil) throws(DrawingError) {
    let reach = min(500_000, 4_000_000 / scale)
    var transforms: [Affine] = []
    var layers: [Int] = []
    var outer: [Int] = []
    var depths: [Int] = []
    transforms.reserveCapacity(frame.groups.count)
    // Groups and marks are looked at where they stand: copying them costs more.
    try frame.groups.withUnsafeBufferPointer { groups throws(DrawingError) in
      for i in groups.indices {
        let parent = groups[i].parent
        guard parent < i && parent >= -1 else { throw .unknownGroup(parent) }
        try Self.check(groups[i])
        transforms.append(
          parent < 0 ? groups[i].transform : groups[i].transform.then(transforms[parent]))
        let above = parent < 0 ? -1 : layers[parent]
        let depth = above < 0 ? 0 : depths[above]
        let matters = groups[i].opacity < 1 || groups[i].clip != nil
        layers.append(matters ? i : above)
        outer.append(above)
        depths.append(matters ? depth + 1 : depth)
        guard depths[i] <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
      }
    }
    let canvas = Rect(origin: .zero, size: frame.size)
    let known = last.flatMap { $0.frame.size == frame.size ? $0 : nil }
    let before = known?.places(ofMarksIn: frame, under: transforms)
    var ink: [Rect?] = []
    ink.reserveCapacity(frame.marks.count)
    try frame.marks.withUnsafeBufferPointer { marks throws(DrawingError) in
      for i in marks.indices {
        if let known, let before, before[i] >= 0 {
          ink.append(known.plan.ink[before[i]])
          continue
        }
        let group = marks[i].group
        guard transforms.indices.contains(group) else { throw .unknownGroup(group) }
        try marks[i].checkNumbers()
        ink.append(try Self.ink(of: marks[i], under: transforms[group], on: canvas, reach: reach))
      }
    }
    self.reach = reach
    self.transforms = transforms
    self.layers = layers
    self.outer = outer
    self.ink = ink
    self.before = before ?? []
  }

  /// Whether a mark whose layer is `layer` lies in `ancestor` or in a layer inside it.
  func isLayer(_ layer: Int, within ancestor: Int) -> Bool {
    var l = layer
    while l > ancestor { l = outer[l] }
    return l == ancestor
  }

  /// The layer directly inside `ancestor` on the way to `layer`, or nil when it is not inside.
  func step(from ancestor: Int, towards layer: Int) -> Int? {
    var l = layer
    while l > ancestor {
      if outer[l] == ancestor { return l }
      l = outer[l]
    }
    return nil
  }

  private static func check(_ group: Group) throws(DrawingError) {
    let m = group.transform
    var sum = Finite(m.a, m.b, m.c, m.d)
    sum.add(m.tx, m.ty)
    sum.add(group.opacity)
    if let clip = group.clip { sum.add(clip) }
    guard sum.isFinite else { throw .notFinite(group.source) }
  }

  private static func ink(
    of mark: Mark, under m: Affine, on canvas: Rect, reach: Double
  ) throws(DrawingError) -> Rect? {
    guard mark.opacity > 0 && m.isInvertible else { return nil }
    let box = m.bounds(of: mark.shape.inkBounds)
    guard box.minX.isFinite && box.minY.isFinite && box.maxX.isFinite && box.maxY.isFinite else {
      throw .outOfRange(mark.source)
    }
    guard
      box.minX <= canvas.maxX && box.maxX >= canvas.minX && box.minY <= canvas.maxY
        && box.maxY >= canvas.minY
    else { return nil }
    guard box.minX > -reach && box.minY > -reach && box.maxX < reach && box.maxY < reach else {
      throw .outOfRange(mark.source)
    }
    return box
  }
}

extension Affine {
  /// Whether areas keep a visible area.
  var isInvertible: Bool { (a * d - b * c).magnitude > 1e-9 }
}
