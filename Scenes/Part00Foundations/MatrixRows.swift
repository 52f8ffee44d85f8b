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
    return Phrase(
      "Two dot products give Ax = \(pair(r.a()(MatrixReading.x))): \(number(cost.multiplyAdds)) multiply-adds, \(number(cost.flops)) FLOPs.",
      zh:
        "两个点积给出 Ax = \(pair(r.a()(MatrixReading.x)))：\(number(cost.multiplyAdds)) 次乘加，\(number(cost.flops)) FLOPs。"
    )
  }

  var stage: Stage {
    let r = reading
    let m = r.a()
    let unit = min(48, r.unit(152, [m]), 152 / (m.rows.map { $0.length }.max() ?? 1))
    return Stage(
      subtitle: Phrase("entry i of Ax is the dot product of row i with x", zh: "Ax 的第 i 项是第 i 行与 x 的点积"),
      telemetry: r.telemetry(m), caption: Self.lesson(r)
    ) {
      MatrixPlane(unit: unit, columns: PlaneMatrix.identity.columns, items(m)).node
        .frame(width: 432, height: 368).same("plane", 0, named: Phrase("the plane of x", zh: "x 所在的平面"))
      Column(spacing: Spacing.l) {
        Row(spacing: Spacing.s) {
          MatrixTile(m, ring: counted == 1 || counted == 2 ? counted - 1 : nil, isColoured: false)
          MatrixTile(MatrixReading.x)
          Text(Phrase("="), .label)
          MatrixTile(m(MatrixReading.x), ring: counted == 1 || counted == 2 ? counted - 1 : nil)
        }.same("product", named: Phrase("A times x", zh: "A 乘 x"))
        measure(m, 0)
        measure(m, 1)
      }.padding(Insets(left: 464, top: 8))
    }
  }

  /// The rows as arrows, the lines that each numbers, and x.
  private func items(_ m: PlaneMatrix) -> [MatrixPlaneItem] {
    var out: [MatrixPlaneItem] = []
    for (k, row) in m.rows.enumerated() where counted == k + 1 || counted == 3 {
      let squared = max(1e-12, row.x * row.x + row.y * row.y)
      let reached = k == 0 ? m(MatrixReading.x).x : m(MatrixReading.x).y
      for value in -6...6 where (Double(value) - reached).magnitude > 1e-6 {
        out.append(
          MatrixPlaneItem.line(
            through: row * (Double(value) / squared), along: row.normal,
            Stroke(.category(5 + k, .edge), width: value == 0 ? 1.5 : 1, dash: value == 0 ? [] : [2, 4])
          ).same("level", k, value))
      }
      out.append(
        MatrixPlaneItem.line(
          through: row * (reached / squared), along: row.normal,
          Stroke(.category(5 + k, .edge), width: 2.5)
        ).same("reached", k, named: Phrase("the line that x lies on", zh: "x 所在的线")))
    }
    for (k, row) in m.rows.enumerated() {
      out.append(
        MatrixPlaneItem.arrow(
          to: row, Stroke(.category(5 + k, .edge), width: 3),
          label: Phrase("row \(k + 1)", zh: "第 \(k + 1) 行"),
          side: k == 0 ? 1 : 0
        ).same("row", k, named: Phrase("row \(k + 1) at \(pair(row))", zh: "第 \(k + 1) 行在 \(pair(row))")))
    }
    return out + [reading.vector(.identity, in: 0, Phrase("x"))]
  }

  /// A dot product as two lengths, one after the other, along a line of numbers.
  private func measure(_ m: PlaneMatrix, _ k: Int) -> Node {
    let (row, x) = (m.rows[k], MatrixReading.x)
    let parts = [row.x * x.x, row.y * x.y]
    let isThere = counted > k
    let words = Phrase("**row \(k + 1)** · x = \(sum(row))", zh: "**第 \(k + 1) 行** · x = \(sum(row))")
    return Node(width: 416, height: 112) { rect, canvas in
      let scale = Scale(.linear, -5...5, from: rect.minX + 12, to: rect.maxX - 12)
      canvas.put(Text(words, .note.painted(isThere ? .ink : .muted)), at: rect.origin, .topLeading, index: 0)
      let y = rect.minY + 78
      canvas.line(Point(scale(-5), y), Point(scale(5), y), stroke: Stroke(.line, width: 1.25))
      for tick in -5...5 {
        canvas.line(
          Point(scale(Double(tick)), y - 4), Point(scale(Double(tick)), y + 4),
          stroke: Stroke(.line, width: 1.25))
        canvas.put(
          Text(Phrase("\(tick < 0 ? "−" : "")\(tick.magnitude)"), .data.painted(.muted), align: 0.5),
          at: Point(scale(Double(tick)), y + 18), index: 10 + tick + 5)
      }
      let ends = isThere ? [parts[0], parts[0] + parts[1]] : [0, 0]
      for (i, from) in [0, ends[0]].enumerated() {
        let top = y - 46 + 20 * Double(i)
        let bar = Rect(from: Point(scale(from), top), to: Point(scale(ends[i]), top + 18))
        canvas.outline(
          .rectangle(bar, radius: 2), fill: .plain(.category(i, .fill)),
          stroke: Stroke(.category(i, .edge), width: isThere ? 1.25 : 0))
        canvas.put(
          Text(isThere ? Phrase(number(parts[i])) : "", TextStyle.data.painted(.category(i, .text))),
          at: Point(max(bar.maxX, scale(0)) + 8, bar.midY), .leading, index: 40 + i)
      }
      let dot = Rect(center: Point(scale(ends[1]), y), size: isThere ? Size(12, 12) : .zero)
      canvas.outline(.path(.ellipse(in: dot)), fill: .plain(.ink))
    }.same("measure", k, named: Phrase("dot product with row \(k + 1)", zh: "与第 \(k + 1) 行的点积"))
  }

  private func sum(_ row: Point) -> String {
    let x = MatrixReading.x
    func factor(_ v: Double) -> String { v < 0 ? "(\(number(v)))" : number(v) }
    let products = "\(factor(row.x)) · \(factor(x.x)) + \(factor(row.y)) · \(factor(x.y))"
    return counted == 0 ? products : products + " = " + number(row.x * x.x + row.y * x.y)
  }
}
