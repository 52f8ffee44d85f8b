import Figures
import Instruments
import Mechanisms

/// What each precision moves and reaches: the bits of a number to scale, the ridge, and the batch there.
struct RooflineWidths: NodeConvertible {
  let subject: RooflineCase
  /// The roof that holds.
  let roof: Roofline

  private static let bit = 15.0, gap = 2.0

  var node: Node {
    Column(spacing: Spacing.margin) {
      for precision in Precision.allCases { row(precision).same("width", precision.bits) }
    }.padding(Insets(top: Spacing.xl)).node
  }

  private func row(_ precision: Precision) -> Node {
    let own = subject.roofs.first { $0.precision == precision }
    let isChosen = precision == roof.precision
    let ink: Paint = own == nil ? .role(.masked, .text) : .ink
    return Column(spacing: Spacing.s) {
      Row(spacing: Spacing.s, align: .guide) {
        Text(Phrase(precision.name), (isChosen ? TextStyle.note.bold : .note).painted(ink))
        if let own {
          Text(Phrase("\(fixed(own.peak / 1e12)) TFLOP/s"), .data)
        } else {
          Text(Phrase("none on \(subject.gpu)", zh: "\(subject.gpu) 不支持"), .note.painted(ink))
        }
      }
      Row(spacing: Self.gap) {
        for _ in 0..<precision.bits {
          Box(surface(own != nil, isChosen)).frame(width: Self.bit, height: 18)
        }
      }
      if let own { crossing(own) }
    }.node
  }

  private func surface(_ exists: Bool, _ isChosen: Bool) -> Surface {
    if !exists { return .absent }
    var surface = Surface.rest(.storage, radius: 2)
    if isChosen { surface.stroke = Stroke(.ink, width: 1.5) }
    return surface
  }

  private func crossing(_ roof: Roofline) -> Node {
    let ridge = wholeOrTenth(roof.ridge)
    let batch = roof.crossingBatch(width: subject.width).map { fixed($0) } ?? "–"
    return Text(
      Phrase("ridge at \(ridge) FLOP/B, **batch \(batch)**", zh: "拐点 \(ridge) FLOP/B，**batch \(batch)**"),
      .note
    ).node
  }
}
