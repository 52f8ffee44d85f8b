import Figures
import Instruments

/// f now beside f at the start: a bar to scale, its top with an arrow when it is higher.
struct GradientBar: NodeConvertible {
  let value, first: Double

  var node: Node {
    Node.filling { rect, canvas in
      let track = Rect(rect.midX - 11, rect.minY + 28, 22, rect.height - 78)
      let name = Text(Phrase("f now", zh: "当前 f"), .note.painted(.muted))
      canvas.put(name, at: Point(track.midX, rect.minY), .top, index: 0)
      canvas.put(Box(Surface(stroke: .absent, radius: 2)), in: track, index: 1)
      let share = first > 0 ? min(1, value / first) : 0
      let bar = Rect(track.minX, track.maxY - track.height * share, 22, track.height * share)
      canvas.put(
        Box(.rest(.cache, radius: 2)).same("bar", named: Phrase("bar of f", zh: "f 的高度条")), in: bar, index: 2)
      if value > first * 1.000_001 {
        let tip = Point(track.midX, track.minY + 4)
        canvas.arrow(
          from: Port(tip + Point(0, 26), out: Point(0, -1)), to: Port(tip, out: Point(0, 1)), stroke: .strong)
      }
    }
  }
}
