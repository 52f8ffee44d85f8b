import Figures
import Instruments
import Mechanisms

/// When each request arrives and gets its tokens: a dot for each, the measured stretches bracketed.
struct GanttRows: NodeConvertible {
  let state: GanttState
  let run: ServingRun
  let time: Scale
  let now: Double
  let scope: Int

  var node: Node {
    // Names start where those of the lanes do.
    let lead = time.start / time.length(1)
    return Lanes(state.rows.map { _ in "" }, time: time) {
      for (row, id) in state.rows.enumerated() {
        LaneItem(
          row, from: -lead, to: 0,
          Name(words: DisaggWords.row(id, isLong: state.rows.count == 1)).same("name", scope, id))
        let tokens = run.tokens(of: id)
        let arrival = run.requests[id].arrival
        if let first = tokens.first, arrival < now {
          let end = min(first, now)
          LaneItem(
            row, from: arrival, to: end,
            Wait(isMeasured: state.measure == .firstTokens, id == state.followed).same("wait", scope, id))
        }
        for (k, token) in tokens.enumerated() where token <= now + 1e-9 {
          LaneItem(
            row, from: token, to: token,
            Dot(isFirst: k == 0, isFollowed: id == state.followed).same("dot", scope, id, k))
        }
        if state.runs.count > 1, state.measure == .gaps, let last = tokens.last {
          LaneItem(row, from: last, to: time.domain.upperBound, remarks(id).same("remarks", scope))
        }
        if let span = measured(id) {
          LaneItem(
            row, from: span.from, to: span.to,
            Span(words: span.words, isFollowed: id == state.followed).same("span", scope, id))
        }
      }
    }.node
  }

  /// What the bracket and the tokens of a row come to, where the row is high enough for words.
  private func remarks(_ id: Int) -> Node {
    let lines = [
      run.gapParts(id).map { DisaggWords.gap($0) } ?? [],
      DisaggWords.pace(id, run, isFirst: scope == 0),
    ]
    return Node.filling { rect, canvas in
      let shown = lines.prefix(rect.height >= 34 ? 2 : rect.height >= 18 ? 1 : 0)
      for (i, words) in shown.enumerated() {
        let y = rect.midY + 20 * (Double(i) - Double(shown.count) / 2)
        let room = Rect(rect.minX + Spacing.xl, y, rect.width - Spacing.xl, 20)
        canvas.put(FittingText(words, align: .leading), in: room, index: i)
      }
    }
  }

  private func measured(_ id: Int) -> (from: Double, to: Double, words: [Phrase])? {
    switch state.measure {
    case .none: return nil
    case .gaps:
      guard let gap = run.longestGap(id) else { return nil }
      return (gap.from, gap.to, DisaggWords.milliseconds(gap.to - gap.from))
    case .firstTokens:
      guard let first = run.tokens(of: id).first else { return nil }
      return (run.requests[id].arrival, first, DisaggWords.milliseconds(run.ttft(id)))
    }
  }
}

/// The time to the first token.
private struct Wait: NodeConvertible {
  let isMeasured, isFollowed: Bool

  init(isMeasured: Bool, _ isFollowed: Bool) { (self.isMeasured, self.isFollowed) = (isMeasured, isFollowed) }

  var node: Node {
    Node.filling { rect, canvas in
      let stroke = Stroke(isFollowed ? .ink : .line, width: isFollowed ? 2 : 1.25)
      let y = rect.tokens
      canvas.line(Point(rect.minX, y), Point(rect.maxX, y), stroke: stroke)
      let tick = min(5, rect.height / 3)
      canvas.line(Point(rect.minX, y - tick), Point(rect.minX, y + tick), stroke: stroke)
    }
  }
}

/// A token: the first, which the prefill emits, as a square.
private struct Dot: NodeConvertible {
  let isFirst, isFollowed: Bool

  var node: Node {
    Node.filling { rect, canvas in
      let r = min(isFollowed ? 5 : 4, max(1, rect.height / 2 - 1))
      let role: Role = isFirst ? .compute : .cache
      let look: Surface = isFollowed ? .solid(role) : .rest(role)
      let box = Rect(center: Point(rect.minX, rect.tokens), size: Size(2 * r, 2 * r))
      canvas.outline(
        .rectangle(box, radius: isFirst ? 1 : r), fill: look.fill,
        stroke: isFollowed ? Stroke(.ink, width: 1.5) : look.stroke)
    }
  }
}

/// A stretch of time with its length on a plate in the middle of it, where it fits.
private struct Span: NodeConvertible {
  let words: [Phrase]
  let isFollowed: Bool

  var node: Node {
    Node.filling { rect, canvas in
      let y = rect.tokens - min(8, rect.height / 3)
      let path = Path.polyline([
        Point(rect.minX, y + 4), Point(rect.minX, y), Point(rect.maxX, y), Point(rect.maxX, y + 4),
      ])
      canvas.outline(.path(path), stroke: Stroke(isFollowed ? .ink : .muted, width: isFollowed ? 2 : 1.25))
      // The lower edge of a line of words is a little below their feet, and they may reach into the gap above.
      let room = Rect(rect.minX - 2, rect.minY - 4, rect.width + 4, y + 5.5 - rect.minY)
      canvas.put(
        FittingText(words, isFollowed ? .note.bold : .note, align: .bottom, halo: 1.5), in: room, index: 0)
    }
  }
}

/// The name of a row, level with its tokens.
private struct Name: NodeConvertible {
  let words: Phrase

  var node: Node {
    Node.filling { rect, canvas in
      canvas.put(
        Text(words, .note.painted(.muted)), at: Point(rect.minX, min(rect.tokens, rect.maxY - 7)), .leading,
        index: 0)
    }
  }
}

extension Rect {
  /// Where the tokens of a row stand: low, so that a bracket and its words have room above them.
  fileprivate var tokens: Double { maxY - min(5, height / 2) }
}
