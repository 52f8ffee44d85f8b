import Figures
import Mechanisms

/// The stories of the planes in a row.
extension MatrixChain {
  static func composeStory(_ r: MatrixReading) -> Story<MatrixFigure.State> {
    func at(_ done: Int, compares: Bool = false) -> MatrixFigure.State {
      .chain(MatrixChain(r, .compose, done: done, compares: compares))
    }
    return Story {
      Beat(
        "start", at(0),
        Phrase(
          "Two matrices, two orders: above A will act first, below B.", zh: "两个矩阵，两种顺序：上排 A 先作用，下排 B 先作用。"))
      Beat(
        "first factor", at(1),
        Phrase("The factor next to the vector acts first: the right one.", zh: "紧挨向量的因子先作用：右边那个。"),
        continuous: 2)
      Beat(
        "second factor", at(2),
        Phrase(
          "The other acts on what is there: products BA and AB, by their columns.",
          zh: "另一个接着作用：得到乘积 BA 和 AB，按列读。"), continuous: 2)
      Beat("compare", at(2, compares: true), composeLesson(r))
    }
  }

  static func composeLesson(_ r: MatrixReading) -> Phrase {
    let cost = MatrixProductCost(m: 2, k: 2, n: 2)
    return r.commutes
      ? Phrase("The composition is the same in both orders: these two commute.", zh: "两种顺序的复合相同：这两个矩阵可交换。")
      : Phrase(
        "Order matters in a composition (dashed: the other); each costs \(number(cost.multiplyAdds)) multiply-adds.",
        zh: "复合的顺序有别（虚线为另一个）；每个乘积要 \(number(cost.multiplyAdds)) 次乘加。")
  }

  static func ellipseStory(_ r: MatrixReading) -> Story<MatrixFigure.State> {
    func at(_ done: Int, compares: Bool = false) -> MatrixFigure.State {
      .chain(MatrixChain(r, .ellipse, done: done, compares: compares))
    }
    return Story {
      Beat(
        "circle", at(0),
        Phrase(
          "A unit circle, and in it the perpendicular pair v_{1}, v_{2}.", zh: "一个单位圆，以及其中相互垂直的 v_{1}、v_{2}。")
      )
      Beat(
        "turn", at(1),
        Phrase("V^{T} turns them onto the axes; a circle stays a circle.", zh: "V^{T} 把它们转到坐标轴上；圆还是圆。"),
        continuous: 2)
      Beat("stretch", at(2), MatrixCaptions.ellipse(r.a()), continuous: 2)
      Beat("turn into place", at(3), ellipseLesson(r), continuous: 2)
      Beat("kept directions", at(3, compares: true), keptLesson(r))
    }
  }

  static func ellipseLesson(_ r: MatrixReading) -> Phrase {
    Phrase(
      "U brings the axes into place: every matrix is a turn, a stretch, and a turn or flip.",
      zh: "U 把两轴转到位：任何矩阵都是旋转、拉伸，再旋转或翻转。")
  }

  private static func keptLesson(_ r: MatrixReading) -> Phrase {
    r.a().eigenDirections.isEmpty
      ? Phrase("No real eigenvector: this matrix turns every direction.", zh: "没有实特征向量：这个矩阵把每个方向都转动了。")
      : Phrase(
        "An eigenvector (dashed) keeps its direction; the ellipse’s axes need not be one.",
        zh: "特征向量（虚线）保持方向；椭圆的轴不一定是特征向量。")
  }
}
