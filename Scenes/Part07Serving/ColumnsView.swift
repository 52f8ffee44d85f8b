import Figures
import Instruments
import Mechanisms

extension ColumnsState {
  var stage: Stage {
    let words = BatchingWords.self
    let time = BatchingAxis.time(horizon)
    let headlines = [words.name(shown.policy), ColumnsWords.columns]
    let schedules = shown.policy == reference.policy ? [shown] : [reference, shown]
    return Stage(
      subtitle: ColumnsWords.subtitle(shown),
      telemetry: Telemetry(
        words.readings(schedules.map { $0.progress(at: $0.iterations) }),
        rows: schedules.map { words.row($0.policy) })
    ) {
      Column(spacing: Spacing.xs, align: .stretch) {
        Headline(headlines[0], ColumnsWords.rule(shown.policy), among: headlines)
        slots(time).flex(Double(shown.slots))
        Headline(headlines[1], ColumnsWords.taller, among: headlines)
        Column(spacing: 0, align: .stretch) {
          columns(time).padding(Insets(top: 6)).flex()
          TimeAxis(words.iteration, time: time, events: [reference.iterations, shown.iterations])
        }.flex(Double(shown.slots) * 0.7 + 4.6)
      }
    }
  }

  private func slots(_ time: Scale) -> Lanes {
    Lanes((0..<shown.slots).map { BatchingWords.slot($0) }, time: time) {
      for slot in 0..<shown.slots {
        for (i, run) in shown.idleRuns(slot: slot).enumerated() {
          LaneItem(slot, from: Double(run.start), to: Double(run.end), IdleSpan().same("idle", slot, i))
        }
        for p in shown.lane(slot) {
          if p.request.output > 1 {
            let decode = TokenBar(
              "", tokens: p.request.output - 1, isFollowed: p.id == followed,
              remark: p.id == followed ? "decode" : nil)
            LaneItem(
              slot, from: Double(p.firstToken + 1), to: Double(p.lastToken),
              decode.copy(3, of: "request", p.id))
          }
          for (i, chunk) in p.chunks.enumerated() {
            LaneItem(
              slot, from: Double(chunk.iteration), to: Double(chunk.iteration + 1), prefill(p, piece: i))
          }
        }
      }
    }
  }

  /// The iteration of a chunk; it bears the name of the request.
  private func prefill(_ p: BatchPlacement, piece: Int) -> Node {
    let bar = TokenBar(
      Phrase(requestName(p.id)), tokens: 1, role: .compute, isFollowed: p.id == followed)
    return piece == 0
      ? bar.same("request", p.id, named: BatchingWords.request(p.request))
      : bar.copy(3 + piece, of: "request", p.id)
  }

  private func columns(_ time: Scale) -> TokenColumns {
    let (whole, heights) = heights
    let ceiling = max(whole.max() ?? 0, heights.max() ?? 0, budget ?? 0)
    var marks = [Axis.Tick(0, "0")]
    if ceiling != budget { marks.append(Axis.Tick(Double(ceiling), Phrase("\(ceiling)"))) }
    if let budget { marks.append(Axis.Tick(Double(budget), Phrase("\(budget)"), isEvent: true)) }
    return TokenColumns(time: time, ceiling: ceiling, marks: marks) {
      if let budget {
        let line = CeilingLine(ColumnsWords.budget(budget), isBelow: budget * 10 >= ceiling * 9)
        ColumnItem(from: 0, to: Double(horizon), bottom: 0, top: Double(budget), line.same("budget"))
      }
      for i in 0..<horizon {
        let taller = max(0, whole[i] - heights[i])
        let ghost = Box(taller > 0 ? .absent : Surface()).padding(Insets(horizontal: 1.5))
        ColumnItem(i, above: heights[i], tokens: taller, ghost.same("whole", i))
        stack(shown.load(of: i))
      }
      notes(whole, ceiling)
    }
  }

  /// One iteration: a token for each decode, then the chunks.
  private func stack(_ load: IterationLoad) -> [ColumnItem] {
    var items: [ColumnItem] = []
    for (height, id) in load.decodes.enumerated() {
      let token = shown.placement(of: id)?.emitted(by: load.iteration) ?? 0
      let block = TokenBlock(Phrase(requestName(id)), tokens: 1, role: .cache, isFollowed: id == followed)
      items.append(ColumnItem(load.iteration, above: height, tokens: 1, block.same("decode", id, token)))
    }
    var height = load.decodes.count
    for chunk in load.chunks {
      let block = TokenBlock(
        Phrase(requestName(chunk.request)), tokens: chunk.tokens, role: .compute,
        isFollowed: chunk.request == followed)
      let pieces = shown.placement(of: chunk.request)?.chunks ?? []
      let piece = pieces.firstIndex { $0.iteration == load.iteration } ?? 0
      let node =
        piece == 0 ? block.same("chunk", chunk.request) : block.copy(piece, of: "chunk", chunk.request)
      items.append(ColumnItem(load.iteration, above: height, tokens: chunk.tokens, node))
      height += chunk.tokens
    }
    return items
  }

  /// Words in the room to the right of the first column, which is the tallest as a rule.
  private func notes(_ whole: [Int], _ ceiling: Int) -> [ColumnItem] {
    switch note {
    case .none: return []
    case .stall:
      guard let stall else { return [] }
      let above = whole[stall.iteration...].max() ?? 0
      let words = FittingText(ColumnsWords.stall(stall, followed), align: .bottomLeading, halo: 4)
      return [
        ColumnItem(
          from: Double(stall.iteration), to: Double(horizon), bottom: Double(above), top: Double(ceiling),
          words.padding(Insets(bottom: 2)).same("note", 0))
      ]
    case .cut, .price:
      let lines = ColumnsWords.notes(self)
      let free = freeRoom(whole, ceiling)
      return [
        ColumnItem(
          from: Double(free.lowerBound), to: Double(free.upperBound), bottom: Double(budget ?? 0),
          top: Double(ceiling), FittingLines(lines).padding(Insets(left: Spacing.s)))
      ]
    }
  }

  /// The longest run of iterations whose columns leave the upper two fifths free.
  private func freeRoom(_ whole: [Int], _ ceiling: Int) -> Range<Int> {
    var (best, start) = (0..<0, 0)
    for i in whole.indices {
      if whole[i] * 5 > ceiling * 3 { start = i + 1 }
      if i + 1 - start > best.count { best = start..<i + 1 }
    }
    return best
  }
}
