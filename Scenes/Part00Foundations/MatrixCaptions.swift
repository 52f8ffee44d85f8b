import Figures
import Mechanisms

/// The sentences of the default story.
enum MatrixCaptions {
  static let still = Phrase(
    "The columns say where e_{1} and e_{2} land; everything else follows by linearity.",
    zh: "两列说明 e_{1}、e_{2} 落在哪里；其余一切由线性决定。")
  static let rest = Phrase(
    "The basis vectors e_{1} and e_{2} at rest; every point is a mix of the two.",
    zh: "基向量 e_{1}、e_{2} 还没动；每个点都是两者的组合。")
  static let glide = Phrase(
    "e_{1} and e_{2} glide to the columns of A; grid lines stay straight and evenly spaced.",
    zh: "e_{1}、e_{2} 滑到 A 的两列；网格线始终笔直、平行、等距。")
  static let mix = Phrase(
    "x rides along as the same mix: \(number(MatrixReading.x.x)) of column 1 and \(number(MatrixReading.x.y)) of column 2, all the way.",
    zh: "x 随之移动，组合不变：\(number(MatrixReading.x.x)) 份第 1 列加 \(number(MatrixReading.x.y)) 份第 2 列。")
  static let second = Phrase(
    "A second matrix B acts on the result: the composition BA, read from right to left.",
    zh: "第二个矩阵 B 接着作用：复合 BA，从右往左读。")
  static let flatten = Phrase(
    "Shrink σ_{2} to 0: BA and AB fall onto a line, ellipses to a segment; no inverse leads back.",
    zh: "把 σ_{2} 缩到 0：BA、AB 塌成直线，椭圆成线段；行列式为 0，回不去。")

  static func ellipse(_ m: PlaneMatrix) -> Phrase {
    let sigma = m.svd.sigma.map { number($0) }
    return m.rank < 2
      ? Phrase(
        "The unit circle is pressed flat onto a segment: σ_{1} = \(sigma[0]), σ_{2} = \(sigma[1]).",
        zh: "单位圆被压成一条线段：σ_{1} = \(sigma[0])，σ_{2} = \(sigma[1])。")
      : Phrase(
        "The unit circle becomes an ellipse with half-axes σ_{1} = \(sigma[0]) and σ_{2} = \(sigma[1]).",
        zh: "单位圆变成椭圆，半轴为 σ_{1} = \(sigma[0])、σ_{2} = \(sigma[1])。")
  }

  static func swap(_ r: MatrixReading) -> Phrase {
    r.commutes
      ? Phrase(
        "First B, then A: it lands on the same place. These two commute, AB = BA.",
        zh: "先 B 后 A：落在同一处。这两个矩阵可交换，AB = BA。")
      : Phrase(
        "First B, then A: it lands elsewhere (dashed: the other order). AB is not BA.",
        zh: "先 B 后 A：落点不同（虚线为另一顺序）。AB 不等于 BA。")
  }
}
