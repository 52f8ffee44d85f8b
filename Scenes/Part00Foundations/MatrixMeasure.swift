import Figures
import Instruments
import Mechanisms

/// A dot product as lengths along a line of numbers: the second product starts where the first ends.
struct MatrixMeasure: NodeConvertible {
  let row: Point
  /// Which row it is, from 0.
  let k: Int
  let x: Point
  /// Whether the row has measured.
  let isThere: Bool

  /// The colour of a row.
  static func tint(_ k: Int) -> Int { 3 + k }

  var node: Node {
    let (words, name) = (sum, Phrase("dot product with row \(k + 1)", zh: "与第 \(k + 1) 行的点积"))
    return Node(width: 416, height: 116) { rect, canvas in
      let scale = Scale(.linear, -5...5, from: rect.minX + 12, to: rect.maxX - 12)
      canvas.put(Text(words, .note.painted(isThere ? .ink : .muted)), at: rect.origin, .topLeading, index: 0)
      let y = rect.minY + 82
      canvas.line(Point(scale(-5), y), Point(scale(5), y), stroke: Stroke(.line))
      for tick in -5...5 {
        let at = Point(scale(Double(tick)), y)
        canvas.line(at - Point(0, 4), at + Point(0, 4), stroke: Stroke(.line))
        canvas.put(
          Text(Phrase(number(Double(tick))), .data.painted(.muted), align: 0.5), at: at + Point(0, 18),
          index: 10 + tick)
      }
      bars(scale, y, &canvas)
    }.same("measure", k, named: name)
  }

  /// Both products, and a dot where they end; of no length until the row measures.
  private func bars(_ scale: Scale, _ y: Double, _ canvas: inout Canvas) {
    let parts = isThere ? [row.x * x.x, row.y * x.y] : [0, 0]
    let tint = Self.tint(k)
    for (i, from) in [0, parts[0]].enumerated() {
      let (start, end) = (scale(from), scale(from + parts[i]))
      let bar = Rect(from: Point(start, y - 50), to: Point(end, y - 30)).offset(by: Point(0, Double(i) * 22))
      canvas.outline(
        .rectangle(bar, radius: 2), fill: .plain(.category(tint, .fill)),
        stroke: Stroke(.category(tint, .edge), width: isThere ? 1.25 : 0))
      canvas.put(
        Text(isThere ? Phrase(number(parts[i])) : "", TextStyle.data.painted(.category(tint, .text))),
        at: Point(max(bar.maxX, scale(0)) + 8, bar.midY), .leading, index: 40 + i)
    }
    let dot = Rect(center: Point(scale(parts[0] + parts[1]), y), size: isThere ? Size(12, 12) : .zero)
    canvas.outline(.path(.ellipse(in: dot)), fill: .plain(.ink))
  }

  private var sum: Phrase {
    func factor(_ v: Double) -> String { v < 0 ? "(\(number(v)))" : number(v) }
    let products = "\(factor(row.x)) · \(factor(x.x)) + \(factor(row.y)) · \(factor(x.y))"
    let all = isThere ? products + " = **" + number(row.x * x.x + row.y * x.y) + "**" : products
    return Phrase("**row \(k + 1)** times x = \(all)", zh: "**第 \(k + 1) 行**乘 x = \(all)")
  }
}
