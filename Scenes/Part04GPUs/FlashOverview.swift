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
    Stage(subtitle: reading.subtitle, telemetry: isStill ? reading.telemetry() : at.telemetry) {
      Column(spacing: 14) {
        Row(spacing: 22, align: .start) {
          part("HBM", Phrase("large, slow", zh: "大而慢"), FlashHBM.width) { FlashHBM(at: at) }
          middle
          part("SRAM", operation, FlashSRAM.width) { FlashSRAM(at: at) }
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
    return [standard, reading.tiledBar(isStill ? nil : at.moves)]
  }

  /// How many tiles the followed row has taken in.
  private var taken: Int {
    if isStill || at.isWritten(reading.tile) { return reading.steps.count }
    guard at.tile == reading.tile, at.phase >= .scores else { return 0 }
    return at.visit + (at.phase == .added ? 1 : 0)
  }

  /// A memory with its name and a remark over it.
  private func part<N: NodeConvertible>(
    _ name: Phrase, _ remark: Phrase, _ width: Double, _ body: () -> N
  ) -> Node {
    Column(spacing: 0) {
      Text(name, .label)
      Text(remark, .note.painted(.muted)).frame(height: 22)
      body()
    }.frame(width: width, align: .topLeading)
  }

  /// The line of the algorithm that runs.
  private var operation: Phrase {
    switch at.phase {
    case .empty: Phrase("small, fast: room for one tile of each", zh: "小而快：每样只放得下一块")
    case .queries: Phrase("the Q tile stays; m, ℓ and O start empty", zh: "Q 的分块留下；m、ℓ、O 从空开始")
    case .scores: Phrase("S = Q K^{T} / √d")
    case .rescaled:
      Phrase("new m,  a = e^{m − m′},  ℓ ← a ℓ,  O ← a O", zh: "新的 m，a = e^{m − m′}，ℓ ← a ℓ，O ← a O")
    case .added:
      Phrase("P = e^{S − m},  ℓ ← ℓ + Σ P,  O ← O + P V", zh: "P = e^{S − m}，ℓ ← ℓ + Σ P，O ← O + P V")
    case .written: Phrase("O / ℓ has left, once", zh: "O / ℓ 已写回，只写一次")
    }
  }

  private var middle: Node {
    part(
      "S = Q K^{T} ~`[\(reading.square)]`~", Phrase("never materialised in HBM", zh: "从不落 HBM"),
      FlashHBM.height
    ) {
      Column(spacing: 0) {
        Text(compares ? "" : Phrase("keys →", zh: "key →"), .note.painted(.muted))
          .frame(height: FlashHBM.names)
        if compares {
          saved.frame(width: FlashHBM.height, height: FlashHBM.height)
        } else {
          FlashGrid(at, side: FlashHBM.height)
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
