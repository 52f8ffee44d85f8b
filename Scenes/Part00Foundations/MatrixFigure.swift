import Figures
import Instruments
import Mechanisms

/// The columns of a matrix say where the basis vectors land; everything else follows by linearity
/// (Strang 2016, ch. 7–8).
public struct MatrixFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// The whole chapter.
    case overview
    /// Where the basis vectors land, and what follows.
    case columns
    /// Each row measures a vector.
    case rowDotProducts = "row-dot-products"
    /// Two matrices in both orders.
    case compose
    /// A turn, a stretch, a turn.
    case ellipseSVD = "ellipse-svd"
  }

  /// One state, in the terms of its mode.
  public enum State: Sendable {
    /// The default mode.
    case overview(MatrixOverview)
    /// One large plane.
    case columns(MatrixColumns)
    /// The rows.
    case rows(MatrixRows)
    /// Planes in a row, a factor each.
    case chain(MatrixChain)
  }

  /// Its name, place and title.
  public static let about = About(
    "matrix-transforms", chapter: "0.4", part: "00-foundations",
    title: Phrase("A matrix moves the whole grid", zh: "矩阵移动整个网格"))

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> MatrixInputs {
    let presets: [Parameter.Choice] = [
      Parameter.Choice("shear", Phrase("shear", zh: "剪切")),
      Parameter.Choice("rotate", Phrase("rotate", zh: "旋转")),
      Parameter.Choice("scale", Phrase("scale", zh: "缩放")),
      Parameter.Choice("reflect", Phrase("reflect", zh: "反射")),
      Parameter.Choice("project", Phrase("project", zh: "投影")),
      Parameter.Choice("symmetric", Phrase("symmetric", zh: "对称")),
    ]
    return MatrixInputs(
      preset: MatrixPreset.allCases[knobs.choice("preset", presets, label: Phrase("matrix", zh: "矩阵"))],
      t: knobs.real("t", 0...1, default: 1, step: 0.02, label: Phrase("share of the way t", zh: "进度 t")),
      degrees: knobs.int(
        "theta", -180...180, default: 90, step: 5, label: Phrase("angle θ [°]", zh: "角度 θ [°]")))
  }

  /// Applies the matrix and tells the beats.
  public static func story(_ inputs: MatrixInputs, _ mode: Mode) -> Story<State> {
    let reading = MatrixReading(inputs)
    switch mode {
    case .overview: return MatrixOverview.story(reading)
    case .columns: return MatrixColumns.story(reading)
    case .rowDotProducts: return MatrixRows.story(reading)
    case .compose: return MatrixChain.composeStory(reading)
    case .ellipseSVD: return MatrixChain.ellipseStory(reading)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .overview(let state): state.stage(at.progress)
    case .columns(let state): state.stage(at.progress)
    case .rows(let state): state.stage
    case .chain(let state): state.stage(at.progress)
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: MatrixInputs, _ mode: Mode) -> Stage {
    let reading = MatrixReading(inputs)
    switch mode {
    case .overview: return MatrixOverview(reading, .mix).stage(1)
    case .columns: return MatrixColumns(reading, .mix).stage(1, isStill: true)
    case .rowDotProducts: return MatrixRows(reading, counted: 3).stage
    case .compose: return MatrixChain(reading, .compose, done: 2, compares: true).stage(1)
    case .ellipseSVD: return MatrixChain(reading, .ellipse, done: 3, compares: true).stage(1)
    }
  }
}

/// What a reader chooses.
public struct MatrixInputs: Sendable {
  /// The matrix.
  let preset: MatrixPreset
  /// How far the way to it is gone, 0…1.
  let t: Double
  /// The angle of the turn, in degrees.
  let degrees: Int
}
