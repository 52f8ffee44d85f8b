import Figures
import Instruments
import Mechanisms

/// The same product read by rows: each row measures the vector.
public struct MatrixRows: Sendable {
  let reading: MatrixReading
  /// How many rows have measured.
  let counted: Int

  init(_ reading: MatrixReading, counted: Int) {
    self.reading = reading
    self.counted = counted
  }

  static func story(_ r: MatrixReading) -> Story<MatrixFigure.State> {
    let y = r.a()(MatrixReading.x)
    func at(_ counted: Int) -> MatrixFigure.State { .rows(MatrixRows(r, counted: counted)) }
    func row(_ k: Int, _ value: Double) -> Phrase {
      Phrase(
        "Row \(k) numbers the lines across it; x lies on line \(number(value)): that is entry \(k) of Ax.",
        zh: "第 \(k) 行给直线编号；x 在 \(number(value)) 号线上：即 Ax 的第 \(k) 项。")
    }
    return Story {
      Beat(
        "rows", at(0),
        Phrase("Read by rows, A is two rulers; each will measure x.", zh: "按行读，A 是两把尺子；各自去量 x。"))
      Beat("row one", at(1), row(1, y.x))
      Beat("row two", at(2), row(2, y.y))
      Beat(
        "product", at(3), lesson(r),
        description: Phrase("The lines of both rows cross where x ends.", zh: "两行的线在 x 的终点相交。"))
    }
  }

  private static func lesson(_ r: MatrixReading) -> Phrase {
    let cost = MatrixProductCost(m: 2, k: 2, n: 1)
    let y = pair(r.a()(MatrixReading.x))
    return Phrase(
      "Two dot products give Ax = \(y): \(number(cost.multiplyAdds)) multiply-adds, \(number(cost.flops)) FLOPs.",
      zh: "两个点积得 Ax = \(y)：\(number(cost.multiplyAdds)) 次乘加，\(number(cost.flops)) FLOPs。")
  }

  var stage: Stage {
    let r = reading
    let m = r.a()
    let unit = min(48, r.unit(152, [m]), 152 / (m.rows.map { $0.length }.max() ?? 1))
    let ring = counted == 1 || counted == 2 ? counted - 1 : nil
    return Stage(
      subtitle: Phrase("entry i of Ax is the dot product of row i with x", zh: "Ax 的第 i 项是第 i 行与 x 的点积"),
      telemetry: r.telemetry(m), caption: Self.lesson(r)
    ) {
      MatrixPlane(unit: unit, items(m)).node
        .frame(width: 432, height: 368).same("plane", 0, named: Phrase("the plane of x", zh: "x 所在的平面"))
      Column(spacing: Spacing.l) {
        Row(spacing: Spacing.s) {
          Text("A x =", .label)
          MatrixTile(m, ring: ring)
          MatrixTile(MatrixReading.x)
          Text("=", .label)
          MatrixTile(m(MatrixReading.x), ring: ring)
        }.same("product", named: Phrase("A times x", zh: "A 乘 x"))
        for k in [0, 1] {
          MatrixMeasure(row: m.rows[k], k: k, x: MatrixReading.x, isThere: counted > k).node
        }
      }.padding(Insets(left: 464, top: 8))
    }
  }

  /// The rows as arrows, named on the side away from x, the lines that each numbers, and x.
  private func items(_ m: PlaneMatrix) -> [MatrixPlaneItem] {
    let reached = [m(MatrixReading.x).x, m(MatrixReading.x).y]
    // While one row measures, the numbers of its lines are there; then only what both rows read.
    let isOpen = counted < 3
    let rulers = m.rows.enumerated().map { k, row in
      MatrixRuler(
        row, tint: MatrixMeasure.tint(k), dash: k == 0 ? [2, 4] : [7, 4],
        distance: isOpen ? 118 + 26 * Double(k) : k == 0 ? 132 : 168, awayFrom: MatrixReading.x)
    }
    var out: [MatrixPlaneItem] = []
    for (k, ruler) in rulers.enumerated() where counted > k {
      out.append(
        ruler.lines(except: reached[k], numbered: counted == k + 1).same(
          "lines", k, named: Phrase("lines numbered by row \(k + 1)", zh: "第 \(k + 1) 行编号的直线")))
    }
    for (k, ruler) in rulers.enumerated() where counted > k {
      out.append(
        ruler.line(
          at: reached[k],
          isOpen
            ? Phrase(number(reached[k]))
            : Phrase(
              "line \(number(reached[k])) of row \(k + 1)", zh: "第 \(k + 1) 行的 \(number(reached[k])) 号线")
        ).same(
          "reached", k,
          named: Phrase("line \(number(reached[k])), on which x lies", zh: "x 所在的 \(number(reached[k])) 号线")))
    }
    for (k, row) in m.rows.enumerated() {
      let isRightOfX = row.x * MatrixReading.x.y > row.y * MatrixReading.x.x
      out.append(
        MatrixPlaneItem.arrow(
          to: row, Stroke(.category(MatrixMeasure.tint(k), .edge), width: 3),
          label: Phrase("row \(k + 1)", zh: "第 \(k + 1) 行"), side: k == 1 ? 0 : isRightOfX ? 3 : -3
        ).same("row", k, named: Phrase("row \(k + 1) at \(pair(row))", zh: "第 \(k + 1) 行在 \(pair(row))")))
    }
    return out + [reading.vector(.identity, in: 0, Phrase("x"))]
  }
}
