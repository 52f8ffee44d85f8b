import Figures
import Instruments
import Mechanisms

/// The bill: what both schedules move, how it falls with taller tiles of Q, and what was measured.
public struct FlashTraffic: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case standard, tiled, taller, measured
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: FlashReading
  let step: Step

  static let left = 596.0, right = 260.0, gap = 24.0, heights = 1...16

  private var run: TiledAttention { reading.run }

  var stage: Stage {
    Stage(
      subtitle: reading.subtitle,
      telemetry: step == .standard ? reading.telemetry(moved: 0, rescales: 0, tiles: 0) : reading.telemetry()
    ) {
      Row(spacing: Self.gap, align: .start) {
        Column(spacing: 22) {
          FlashBars(
            heading: FlashWords.traffic, bars: bars, most: reading.mostTraffic, length: 452, height: 28)
          chart
        }.frame(width: Self.left, align: .topLeading)
        measured.same("measured")
      }
    }
  }

  private var bars: [FlashBars.Bar] {
    var tiled = reading.tiledBar()
    tiled.isPlace = step < .tiled
    return [reading.standardBar(byTrip: true), tiled]
  }

  // MARK: Taller tiles

  private func traffic(_ height: Int) -> Double {
    AttentionTraffic.tiled(
      run.count, width: run.width, queryTile: height, keyTile: run.keyTiles.size, causal: run.causal
    ).total
  }

  /// A column for each height of a Q tile, the chosen one solid, and a line at the standard schedule.
  private var chart: Node {
    let totals = Self.heights.map(traffic)
    let most = totals.reduce(reading.standard.total) { max($0, $1) }
    return Column(spacing: Spacing.xs) {
      Text(
        Phrase(
          "tiled, by rows of a Q tile B_{r}: taller tiles read K and V less often",
          zh: "分块时，随 Q 分块的行数 B_{r}：块越高，K、V 读得越少"), .note.bold)
      Node(width: Self.left, height: 206) { rect, canvas in
        let room = Rect(rect.minX, rect.minY + 4, rect.width, rect.height - 30)
        let track = Track(totals.count, size: 26, gap: 11)
        let height = Scale(.linear, 0...most, from: room.maxY, to: room.minY)
        for (i, total) in totals.enumerated() {
          let isChosen = i + 1 == run.queryTiles.size
          let x = room.minX + track.start(i)
          let shown = step >= .taller || isChosen && step >= .tiled
          let top = shown ? height(total) : room.maxY
          let look: Surface = !shown ? .absent : isChosen ? .solid(.storage) : .rest(.storage)
          let column = Rect(x, top, track.size, room.maxY - top)
          if shown { canvas.put(Box(look).same("column", i), in: column, index: i) }
          canvas.put(
            Text(Phrase("\(i + 1)"), isChosen ? .data.bold : .data.painted(.muted), align: 0.5),
            at: Point(x + track.size / 2, room.maxY + 4), .top, index: 100 + i)
        }
        canvas.line(
          Point(room.minX, room.maxY), Point(room.minX + track.length, room.maxY), stroke: Stroke(.line))
        let level = height(reading.standard.total)
        canvas.line(Point(room.minX, level), Point(room.minX + track.length, level), stroke: .strong)
        canvas.put(
          Text(
            Phrase(
              "standard \(grouped(Int(reading.standard.total)))",
              zh: "标准 \(grouped(Int(reading.standard.total)))"), .note.bold, halo: 4),
          at: Point(room.minX + track.length, level + 4), .topTrailing, index: 1000)
      }
    }.node
  }

  // MARK: Measured

  /// Published numbers of a whole layer: less traffic, more arithmetic.
  private var measured: Node {
    let numbers = MeasuredAttention.gpt2Medium
    return Column(spacing: Spacing.l) {
      Column(spacing: 0) {
        Text(Phrase("measured on an A100", zh: "A100 实测"), .note.bold)
        Text(Phrase("GPT-2 medium, forward + backward", zh: "GPT-2 medium，前向 + 反向"), .note.painted(.muted))
      }
      pair(Phrase("HBM traffic", zh: "HBM 往来"), numbers.traffic, "GB", .storage)
      pair(Phrase("arithmetic: more, not less", zh: "计算量：更多，不是更少"), numbers.work, "GFLOP", .compute)
      if step >= .measured {
        Text(
          Phrase("The backward pass computes S\nagain instead of reading it.", zh: "反向时重算 S，\n而不是读回来。"),
          .note.painted(.muted))
      }
    }.frame(width: Self.right, align: .topLeading)
  }

  private func pair(
    _ name: Phrase, _ values: (standard: Double, tiled: Double), _ unit: Phrase, _ role: Role
  ) -> Node {
    let most = max(values.standard, values.tiled)
    return Column(spacing: Spacing.xs) {
      Text(name, .note)
      for (name, value) in [(FlashWords.standard, values.standard), (FlashWords.tiled, values.tiled)] {
        Row(spacing: Spacing.s) {
          Text(name, .note.painted(.muted)).frame(width: 66, align: .leading)
          Overlay(align: .leading) {
            Box(step < .measured ? .absent : .rest(role)).frame(width: 172 * value / most, height: 28)
            if step >= .measured {
              Quantity(value, NumberFormat(digits: 1), unit: unit, .data)
                .padding(Insets(left: value < most / 3 ? 172 * value / most + 8 : 8))
            }
          }.frame(width: 172, align: .leading)
        }
      }
    }.node
  }
}
