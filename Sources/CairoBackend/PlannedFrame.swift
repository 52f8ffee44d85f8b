import Drawing
import Geometry

/// A frame as it is drawn: planned, and with its layers.
struct PlannedFrame {
  let frame: Frame
  let plan: Plan
  let tree: DrawingTree

  /// Plans a frame that follows another, if any, planned with the same scale.
  init(_ frame: Frame, scale: Double, after last: PlannedFrame? = nil) throws(DrawingError) {
    self.frame = frame
    plan = try Plan(frame, scale: scale, after: last)
    tree = try DrawingTree(frame, plan)
  }

  /// Who a node is: the mark, or the group of the layer.
  func identity(_ node: DrawingTree.Node) -> Identity {
    switch node {
    case .mark(let i, _): return frame.marks[i].identity
    case .layer(let layer): return frame.groups[layer.group].identity
    }
  }

  /// The canvas rectangle that holds all ink of a node.
  func ink(_ node: DrawingTree.Node) -> Rect? {
    switch node {
    case .mark(let i, _): return plan.ink[i]
    case .layer(let layer): return layer.ink
    }
  }
}

extension PlannedFrame {
  /// For each mark of a frame that follows this one, the place of one here with the same shape, opacity and map to the
  /// canvas; −1 where none is found. It is looked for as far from the start as the mark stands, or as far from the end.
  func places(ofMarksIn next: Frame, under transforms: [Affine]) -> [Int] {
    let (count, shift) = (frame.marks.count, next.marks.count - frame.marks.count)
    // Marks are compared where they stand: copying them costs more.
    return frame.marks.withUnsafeBufferPointer { olds in
      next.marks.withUnsafeBufferPointer { news in
        guard let old = olds.baseAddress, let new = news.baseAddress else { return news.map { _ in -1 } }
        return news.indices.map { j in
          let isNear = j < count && (old + j).pointee.identity == (new + j).pointee.identity
          let i = isNear ? j : j - shift
          guard i >= 0 && i < count else { return -1 }
          return isSame(old + i, new + j, transforms) ? i : -1
        }
      }
    }
  }

  private func isSame(_ old: UnsafePointer<Mark>, _ new: UnsafePointer<Mark>, _ transforms: [Affine]) -> Bool
  {
    transforms.indices.contains(new.pointee.group) && old.pointee.identity == new.pointee.identity
      && old.pointee.opacity == new.pointee.opacity
      && plan.transforms[old.pointee.group] == transforms[new.pointee.group]
      && old.pointee.shape == new.pointee.shape
  }
}
