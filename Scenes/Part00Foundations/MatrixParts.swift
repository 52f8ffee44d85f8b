import Figures
import Instruments
import Mechanisms

/// What is drawn in the planes: who is who is the same in all of them.
extension MatrixReading {
  /// e₁ and e₂ where a matrix takes them, `prefix` before their names; labels look along `facing`. The shorter lies
  /// on the longer where both point the same way.
  func basis(_ m: PlaneMatrix, in plane: Int, _ prefix: String = "", facing: PlaneMatrix? = nil)
    -> [MatrixPlaneItem]
  {
    let seen = (facing ?? m).columns
    return (seen[0].length < seen[1].length - 1e-9 ? [1, 0] : [0, 1]).map { k in
      MatrixPlaneItem.arrow(
        to: m.columns[k], Stroke(.category(k, .edge), width: 3), label: Phrase("\(prefix)e_{\(k + 1)}"),
        facing: seen[k], side: k == 0 ? 1 : -1
      ).same(
        "basis", plane, k,
        named: Phrase(
          "basis vector \(k + 1) at \(pair(m.columns[k]))", zh: "基向量 \(k + 1) 在 \(pair(m.columns[k]))"))
    }
  }

  /// The image of the unit square.
  func square(_ m: PlaneMatrix, in plane: Int) -> MatrixPlaneItem {
    MatrixPlaneItem.area(
      Self.square.map { m($0) }, .plain(.category(2, .fill)), Stroke(.category(2, .edge), width: 1.5),
      // The arrows are the other two sides.
      edge: Self.square.dropFirst().map { m($0) }
    ).same(
      "square", plane,
      named: Phrase("unit square, area \(number(m.determinant))", zh: "单位正方形，面积 \(number(m.determinant))"))
  }

  /// The image of the unit square under the other order, dashed; once there and not back where it is flat.
  func ghost(_ m: PlaneMatrix, in plane: Int) -> MatrixPlaneItem {
    let corners = Self.square.map { m($0) }
    let diagonal =
      corners[1].distance(to: corners[3]) > corners[2].length
      ? [corners[1], corners[3]] : [corners[0], corners[2]]
    let isFlat = m.determinant.magnitude < 1e-9
    return MatrixPlaneItem.area(
      corners, nil, Stroke(.ink, width: 1.5, dash: [5, 4]), edge: isFlat ? diagonal : nil
    ).same("ghost", plane, named: Phrase("where the other order lands", zh: "另一顺序的落点"))
  }

  /// The followed vector.
  func vector(_ m: PlaneMatrix, in plane: Int, _ name: Phrase) -> MatrixPlaneItem {
    MatrixPlaneItem.arrow(to: m(Self.x), Stroke(.ink, width: 2.5), label: name)
      .same("x", plane, named: Phrase("x at \(pair(m(Self.x)))", zh: "x 在 \(pair(m(Self.x)))"))
  }

  /// The followed vector as its mix: so much of column 1, then so much of column 2, each with its share where
  /// there is room for words.
  func mix(_ m: PlaneMatrix, in plane: Int, unit: Double) -> [MatrixPlaneItem] {
    let corner = m.columns[0] * Self.x.x
    let ends = [(Point.zero, corner), (corner, m(Self.x))]
    let arrows = ends.enumerated().map { k, way in
      MatrixPlaneItem.arrow(
        from: way.0, to: way.1, Stroke(.category(k, .edge), width: 2, dash: k == 0 ? [6, 3] : [2, 3])
      )
      .same("mix", plane, k, named: Phrase("its part of column \(k + 1)", zh: "第 \(k + 1) 列的份额"))
    }
    guard unit >= 48 && a().determinant > 0.2 else { return arrows }
    let shares = [Self.x.x, Self.x.y]
    return arrows
      + ends.enumerated().map { k, way in
        MatrixPlaneItem.words(
          Phrase("\(number(shares[k]))×"), .category(k, .edge), beside: way.0, way.1, onLeft: true
        ).same("share", plane, k)
      }
  }

  /// The image of the unit circle.
  func ellipse(_ m: PlaneMatrix, in plane: Int) -> MatrixPlaneItem {
    MatrixPlaneItem.area(Self.circle.map { m($0) }, nil, Stroke(.ink, width: 1.5))
      .same("circle", plane, named: Phrase("the unit circle’s image", zh: "单位圆的像"))
  }

  /// The directions that A keeps.
  func kept(in plane: Int) -> [MatrixPlaneItem] {
    kept.enumerated().map { k, direction in
      MatrixPlaneItem.line(through: .zero, along: direction, Stroke(.ink, width: 1.5, dash: [6, 4]))
        .same("kept", plane, k, named: Phrase("direction \(pair(direction))", zh: "方向 \(pair(direction))"))
    }
  }

  /// Where a matrix takes the perpendicular v₁ and v₂ that become the axes of A's ellipse. Names stand beyond the
  /// tips, or beside them on a way on which an axis has no length for a moment.
  func axes(
    _ m: PlaneMatrix, of target: PlaneMatrix, in plane: Int, _ names: [String], beside: Bool = false
  ) -> [MatrixPlaneItem] {
    let (u, v) = (target.svd.u.columns, target.svd.v)
    return [0, 1].map { k in
      let out = m(v[k]).length > 0.02 ? m(v[k]) : u[k]
      return MatrixPlaneItem.arrow(
        to: m(v[k]), Stroke(.category(4 + k, .edge), width: 2.5), label: Phrase(names[k]),
        facing: beside ? v[k].normal : out
      ).same("axis", plane, k, named: Phrase("axis \(k + 1)", zh: "轴 \(k + 1)"))
    }
  }
}
