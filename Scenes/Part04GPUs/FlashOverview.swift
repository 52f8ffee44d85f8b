import Figures
import Instruments
import Mechanisms

/// The whole picture: two memories, the matrix that is never stored between them, what one row keeps, and
/// the traffic.
public struct FlashOverview: Sendable {
  let at: FlashMoment
  /// Whether the traffic of both schedules is compared.
  var compares = false
  /// Whether everything is shown that the story shows one after the other.
  var isStill = false

  private var reading: FlashReading { at.reading }

  /// The picture that explains the mode alone: the moment after the maximum has jumped, and the whole bill.
  static func still(_ reading: FlashReading) -> Stage {
    var stage = FlashOverview(at: FlashMoment(reading, visit: reading.told, .added), isStill: true).stage
    stage.caption = FlashCaptions(reading: reading).still
    return stage
  }

  var stage: Stage {
    Stage(subtitle: reading.subtitle, telemetry: isStill ? reading.telemetry(ended: true) : at.telemetry) {
      Column(spacing: 14) {
        Row(spacing: 22, align: .start) {
          part(
            Headline("HBM", Phrase("large, slow", zh: "大而慢")),
            [Phrase("band in Q: \(reading.rowName[.en])", zh: "Q 里的色带：\(reading.rowName[.zh])")],
            FlashHBM.width
          ) { FlashHBM(at: at) }
          middle
          part(Headline("SRAM", small), operation, FlashSRAM.width) { FlashSRAM(at: at) }
        }
        Row(spacing: 22, align: .start) {
          FlashBars(heading: FlashWords.traffic, bars: bars, most: reading.mostTraffic).node
            .frame(width: FlashHBM.width + 22 + FlashHBM.height, align: .leading)
          FlashSnapshots(reading: reading, taken: taken)
        }
      }
    }
  }

  /// What standard attention moves, as a place until it is compared, and what the tiles have moved so far.
  private var bars: [FlashBars.Bar] {
    var standard = reading.standardBar()
    standard.isPlace = !compares && !isStill
    standard.fromGrid = true
    return [standard, reading.tiledBar(isStill || compares ? nil : at.moves)]
  }

  /// How many tiles the followed row has taken in.
  private var taken: Int {
    if isStill || at.isWritten(reading.tile) { return reading.steps.count }
    guard at.tile == reading.tile, at.phase >= .scores else { return 0 }
    return at.visit + (at.phase == .added ? 1 : 0)
  }

  /// A memory with its name and a remark, in the first wording that has room, over it.
  private func part<H: NodeConvertible, N: NodeConvertible>(
    _ name: H, _ remark: [Phrase], _ width: Double, _ body: () -> N
  ) -> Node {
    Column(spacing: 0) {
      name
      FittingText(remark, .note.painted(.muted), align: .leading).frame(width: width, height: 22)
      body()
    }.frame(width: width, align: .topLeading)
  }

  /// What SRAM is like, and which moment of the run a still shows beside the numbers of the end.
  private var small: Phrase {
    let (now, all) = (grouped(at.tilesDone), grouped(at.run.computed))
    return isStill
      ? Phrase("small, fast; shown after tile \(now) of \(all)", zh: "小而快；图为 \(all) 块中第 \(now) 块之后")
      : Phrase("small, fast", zh: "小而快")
  }

  /// The line of the algorithm that runs.
  private var operation: [Phrase] {
    switch at.phase {
    case .empty: return [Phrase("room for one tile of each", zh: "每样只放得下一块")]
    case .queries: return [Phrase("the Q tile stays; m, ℓ and O start empty", zh: "Q 的分块留下；m、ℓ、O 从空开始")]
    case .scores: return [Phrase("S = Q K^{T} / √d")]
    case .rescaled:
      return [
        Phrase(
          "\(FlashWords.factor):  the old ℓ and O become a ℓ and a O",
          zh: "\(FlashWords.factor)：旧的 ℓ、O 变成 a ℓ、a O")
      ]
    case .added:
      let update = "\(FlashWords.factor), ℓ ← a ℓ + Σ P, O ← a O + P V"
      return [
        Phrase("\(update); end: O / ℓ", zh: "\(update)；最后 O/ℓ"),
        Phrase("\(update); O / ℓ", zh: "\(update)；末 O/ℓ"), Phrase(update),
      ]
    case .written: return [Phrase("O / ℓ has left, once", zh: "O / ℓ 已写回，只写一次")]
    }
  }

  private var middle: Node {
    part(
      Text("S = Q K^{T} ~`[\(reading.square)]`~", .label),
      [Phrase("never materialised in HBM", zh: "从不落 HBM")], FlashHBM.height
    ) {
      Column(spacing: 0) {
        (compares ? Node.empty : FlashGrid.key).frame(
          width: FlashHBM.height, height: FlashHBM.names, align: .topLeading)
        if compares {
          saved.frame(width: FlashHBM.height, height: FlashHBM.height)
        } else {
          Overlay(align: .topLeading) {
            FlashGrid.queries(left: 11)
            FlashGrid(at, side: FlashHBM.height)
          }
        }
      }
    }
  }

  /// What stands where the matrix was.
  private var saved: Node {
    let (saving, square) = (reading.saving, reading.standard.elements(of: .scores, .weights))
    return Column(spacing: 4, align: .center) {
      Text(Phrase("÷ \(fixed(saving, 2))"), .title)
      Text(
        saving > 1
          ? Phrase("fewer elements moved", zh: "搬运的元素少了")
          : Phrase("more moved: B_{r} is small", zh: "反而更多：B_{r} 太小"), align: 0.5)
      Text(
        Phrase("\(grouped(Int(square))) of S and P stayed", zh: "S 和 P 的 \(grouped(Int(square))) 个"),
        align: 0.5)
      Text(Phrase("on the chip", zh: "没有离开芯片"), align: 0.5)
    }.node
  }
}
