import Figures
import Instruments
import Mechanisms

/// The rows that one iteration computes: as a padded rectangle, and as the flat strip of selective batching.
public struct RowsState: Sendable {
  /// How far the strip has come.
  enum Step: Int, Sendable {
    case padded, flat, linear, attention
  }

  let schedule: BatchSchedule
  let iteration: Int
  let followed: Int
  var step = Step.attention

  /// What the iteration computes, by slot.
  var batch: SelectiveBatch {
    SelectiveBatch(schedule.selectiveBatch(in: iteration).entries.sorted { slot($0) < slot($1) })
  }

  /// The prompts of the static batch that the followed request belongs to.
  init(_ runs: BatchingRuns) {
    schedule = runs.fixed
    iteration = runs.fixed.placement(of: runs.followed)?.start ?? 0
    followed = runs.followed
  }

  /// The iteration of the continuous schedule that the followed request enters; the second when it
  /// never waits.
  init(mixed runs: BatchingRuns) {
    schedule = runs.continuous
    iteration = max(1, runs.continuous.placement(of: runs.followed)?.start ?? 1)
    followed = runs.followed
  }

  func slot(_ entry: SelectiveBatch.Entry) -> Int { schedule.placement(of: entry.request)?.slot ?? 0 }

  /// The same rows at another step.
  func at(_ step: Step) -> RowsState {
    var state = self
    state.step = step
    return state
  }
}

extension RowsState {
  /// The widest token, in points.
  private static let widest = 88.0

  var stage: Stage {
    let batch = batch
    let columns = Double(max(batch.flatRows, batch.paddedWidth))
    let room = BatchingAxis.time(1)
    let width = min(Self.widest, room.length(1) / columns)
    let place = Scale(.linear, 0...columns, from: room.start, to: room.start + width * columns)
    let headlines = [RowsWords.padded, RowsWords.selective]
    return Stage(subtitle: RowsWords.subtitle(self), telemetry: RowsWords.telemetry(batch)) {
      Column(spacing: Spacing.s, align: .stretch) {
        Headline(headlines[0], RowsWords.rectangle(batch), among: headlines)
        rectangle(batch, place).flex(Double(batch.entries.count))
        Headline(headlines[1], RowsWords.strip, among: headlines)
        strip(batch, place).flex(1)
        shown(linear(batch, place), from: .linear).flex(1)
        shown(attention(batch, place), from: .attention).flex(1.2)
      }
    }
  }

  /// A part that appears at a step; its room is there from the start.
  private func shown(_ part: Lanes, from first: Step) -> Node {
    step.rawValue >= first.rawValue ? part.node : part.hidden()
  }

  private func bar(_ entry: SelectiveBatch.Entry) -> TokenBar {
    TokenBar(
      Phrase(requestName(entry.request)), tokens: entry.rows, role: .compute,
      isFollowed: entry.request == followed)
  }

  /// One lane for each request, all as long as the longest.
  private func rectangle(_ batch: SelectiveBatch, _ place: Scale) -> Lanes {
    let width = batch.paddedWidth
    let shortest = batch.entries.min { $0.rows < $1.rows }?.request
    let names = batch.entries.map { BatchingWords.slot(slot($0)) }
    return Lanes(names, time: place) {
      for (row, entry) in batch.entries.enumerated() {
        LaneItem(
          row, from: Double(entry.rows), to: Double(width),
          IdleSpan(entry.request == shortest ? [RowsWords.padding] : []).same("padding", entry.request))
        LaneItem(row, from: 0, to: Double(entry.rows), bar(entry).same("rows", entry.request))
      }
      // Beside it, in the room that the strip below needs.
      LaneItem(
        from: Double(width), to: place.domain.upperBound, RowsWords.arithmetic(batch).same("arithmetic"))
    }
  }

  /// The same rows one after the other.
  private func strip(_ batch: SelectiveBatch, _ place: Scale) -> Lanes {
    Lanes([RowsWords.rows], time: place) {
      if step == .padded {
        LaneItem(0, from: 0, to: Double(batch.flatRows), Box(.absent).padding(RowsState.inset).same("strip"))
      } else {
        for (entry, span) in zip(batch.entries, batch.spans) {
          LaneItem(
            0, from: Double(span.lowerBound), to: Double(span.upperBound),
            bar(entry).copy(1, of: "rows", entry.request))
        }
      }
    }
  }

  private func linear(_ batch: SelectiveBatch, _ place: Scale) -> Lanes {
    Lanes([RowsWords.linear], time: place) {
      LaneItem(
        0, from: 0, to: Double(batch.flatRows),
        labelled(.rest(.block), RowsWords.product(batch)).same("linear"))
    }
  }

  private func attention(_ batch: SelectiveBatch, _ place: Scale) -> Lanes {
    Lanes([RowsWords.attention], time: place) {
      for (entry, span) in zip(batch.entries, batch.spans) {
        LaneItem(
          0, from: Double(span.lowerBound), to: Double(span.upperBound),
          labelled(entry.request == followed ? .solid(.compute) : .rest(.compute), RowsWords.scores(entry))
            .same("scores", entry.request))
      }
    }
  }

  private static let inset = Insets(horizontal: 1.5)

  private func labelled(_ surface: Surface, _ words: [Phrase]) -> Node {
    Overlay {
      Box(surface).padding(RowsState.inset)
      FittingText(words, .note.painted(surface.words)).padding(Insets(horizontal: Spacing.s))
    }.node
  }
}
