import Drawing
import Geometry
import Typography

/// A laid-out picture and what layout found wrong with it.
public struct LayoutResult: Sendable {
  /// The picture.
  public let frame: Frame
  /// Empty when the composition is sound.
  public let problems: [LayoutProblem]
}

/// Lays a node out on a canvas of a size, its words in one language.
public func layOut<N: NodeConvertible>(_ piece: N, size: Size, language: Language) -> LayoutResult {
  var canvas = Canvas(language: language, size: size)
  canvas.put(piece, in: Rect(origin: .zero, size: size), index: 0)
  canvas.finish()
  return LayoutResult(
    frame: Frame(size: size, groups: canvas.groups, marks: canvas.marks),
    problems: canvas.problems)
}
