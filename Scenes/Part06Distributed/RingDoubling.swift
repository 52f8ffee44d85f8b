import Figures
import Instruments
import Mechanisms

/// Recursive doubling: partners at distances 1, 2, 4 … exchange whole vectors; few steps, many bytes.
public struct RingDoubling: Sendable {
  let reading: RingReading
  /// How many steps are done.
  let steps: Int
  /// Whether bytes are compared with the ring.
  let compares: Bool
  private let run: RecursiveDoubling

  init(_ reading: RingReading, steps: Int, compares: Bool = false) {
    self.reading = reading
    self.steps = steps
    self.compares = compares
    run = RecursiveDoubling(ranks: reading.ranks)
  }

  static func story(_ r: RingReading) -> Story<RingFigure.State> {
    let all = r.cost(.recursiveDoubling).steps
    func at(_ steps: Int, compares: Bool = false) -> RingFigure.State {
      .doubling(RingDoubling(r, steps: steps, compares: compares))
    }
    return Story {
      Beat(
        "start", at(0),
        Phrase("Each rank holds its own whole vector; nothing is cut.", zh: "每个 rank 拿着自己的整个向量，不切分。"))
      Beat(
        "exchange", at(1),
        Phrase(
          "Pairs exchange everything they hold, so that the sums hold twice as many ranks.",
          zh: "两两交换手里的全部，部分和所含的 rank 翻倍。"))
      Beat(
        "double", run: all > 1 ? (2...all).map { at($0) } : [at(all)],
        Phrase(
          "Partners stand 1, 2, 4 … apart: \(RingCaptions.count(all, "step")) instead of the ring’s \(r.run.steps).",
          zh: "伙伴相距 1、2、4……：只要 \(all) 步，环要 \(r.run.steps) 步。"))
      Beat("bytes", at(all, compares: true), lesson(r))
    }
  }

  private static func lesson(_ r: RingReading) -> Phrase {
    let (ring, doubling) = (r.cost(.ring), r.cost(.recursiveDoubling))
    return ring.time < doubling.time
      ? Phrase(
        "Fewer latencies, but whole vectors: here the ring is faster, \(duration(ring.time)).",
        zh: "延迟次数少，但每次都传整个向量：这里环更快，\(duration(ring.time))。")
      : Phrase(
        "Whole vectors, but few latencies: here doubling is not slower, \(duration(doubling.time)).",
        zh: "每次传整个向量，但延迟次数少：这里倍增不比环慢，\(duration(doubling.time))。")
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "A cell is a whole vector, filled as ranks are added to it", zh: "一格是整个向量，加进的 rank 越多越满"),
      telemetry: reading.telemetry(steps, of: .recursiveDoubling), caption: Self.lesson(reading)
    ) {
      butterfly.same("butterfly")
      reading.bars(
        compares ? [.ring, .recursiveDoubling] : [.recursiveDoubling], of: [.ring, .recursiveDoubling],
        timeOf: .recursiveDoubling
      )
      .padding(Insets(top: 292)).same("bars")
    }
  }

  // MARK: Who exchanges with whom

  private var butterfly: Node {
    let columns = run.states.count
    let width = min(132, 0.6 * (880 - RingReading.rowNames) / Double(columns))
    let pitch = (880 - RingReading.rowNames - width) / Double(max(1, columns - 1))
    let row = 236 / Double(reading.ranks)
    let size = Size(width, min(34, row * 0.72))
    @Sendable func box(_ step: Int, _ rank: Int, _ rect: Rect) -> Rect {
      let x = rect.minX + RingReading.rowNames + (Double(step)) * pitch + size.width / 2
      return Rect(center: Point(x, rect.minY + 30 + (Double(rank) + 0.5) * row), size: size)
    }
    return Node(width: 880, height: 280) { rect, canvas in
      heads(rect, pitch, size, &canvas)
      let every = row >= 15 ? 1 : 2
      for k in stride(from: 0, to: reading.ranks, by: every) {
        let name = Text(Phrase("rank \(k)"), .note.painted(.muted))
        canvas.put(name, at: Point(rect.minX, box(0, k, rect).midY), .leading, index: 20 + k)
      }
      for t in 0..<steps {
        for (i, pair) in run.steps[t].pairs.enumerated() {
          let (a, b) = (box(t, pair.from, rect), box(t + 1, pair.to, rect))
          let isFollowed = pair.to == 0
          let line = Node.filling { _, canvas in
            canvas.arrow(
              from: Port(Point(a.maxX, a.midY), out: Point(1, 0)),
              to: Port(Point(b.minX, b.midY), out: Point(-1, 0)),
              route: .straight, stroke: isFollowed ? .strong : .arrow, head: reading.ranks <= 8, gap: 2)
          }
          canvas.put(
            line.same("exchange", t, pair.from), in: Rect(from: a.center, to: b.center),
            index: 100 + 40 * t + i)
        }
      }
      for step in 0...steps {
        for k in 0..<reading.ranks {
          let cell = vector(run.states[step][k], isFollowed: k == 0).same("vector", step, k)
          canvas.put(
            step > 0 ? cell.emerging(from: "vector", step - 1, k) : cell, in: box(step, k, rect),
            index: 1000 + 40 * step + k)
        }
      }
    }
  }

  private func heads(_ rect: Rect, _ pitch: Double, _ size: Size, _ canvas: inout Canvas) {
    let left = rect.minX + RingReading.rowNames
    for step in 0..<run.states.count {
      var words = Phrase("start", zh: "开始")
      if step > 0 {
        let (kind, first) = (run.steps[step - 1].kind, run.steps[step - 1].pairs[0])
        switch kind {
        case .foldIn: words = Phrase("fold in", zh: "并入")
        case .foldOut: words = Phrase("fold out", zh: "送回")
        case .exchange:
          let distance = abs(first.to - first.from)
          words = Phrase("\(distance) apart", zh: "相距 \(distance)")
        }
      }
      let at = Point(left + Double(step) * pitch + size.width / 2, rect.minY + 12)
      canvas.put(Text(words, .note.painted(step <= steps ? .ink : .muted), align: 0.5), at: at, index: step)
    }
  }

  private func vector(_ holds: UInt32, isFollowed: Bool) -> Node {
    let n = reading.ranks
    let share = Double(holds.nonzeroBitCount) / Double(n)
    let isComplete = holds.nonzeroBitCount == n
    return Node.filling { rect, canvas in
      let level = Rect(rect.minX, rect.minY, rect.width * share, rect.height)
      let radius = min(4, rect.height / 4)
      let amount = Node.filling { level, canvas in
        canvas.outline(
          .rectangle(level, radius: radius),
          fill: .plain(.role(.sync, isComplete && isFollowed ? .solid : .fill)))
      }
      canvas.put(amount.named(Phrase("\(holds.nonzeroBitCount)/\(n)")), in: level, index: 1)
      canvas.outline(
        .rectangle(rect, radius: radius),
        stroke: Stroke(isFollowed ? .ink : .role(.sync, .edge), width: isComplete ? 2.5 : 1.25))
      let words = [
        Phrase("\(holds.nonzeroBitCount)/\(n) ranks", zh: "\(holds.nonzeroBitCount)/\(n) 个 rank"),
        Phrase("\(holds.nonzeroBitCount)/\(n)"),
      ]
      let paint: Paint = .role(.sync, isComplete && isFollowed ? .onSolid : .onFill)
      canvas.put(FittingText(words, TextStyle.data.painted(paint)), in: rect, index: 0)
    }
  }
}
