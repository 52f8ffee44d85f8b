import Drawing
import Geometry

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
