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

  init(_ schedule: BatchSchedule, iteration: Int, followed: Int) {
    self.schedule = schedule
    self.iteration = iteration
    self.followed = followed
  }

  /// The prompts of the static batch that the followed request belongs to.
  static func prompts(_ runs: BatchingRuns) -> RowsState {
    let start = runs.fixed.placement(of: runs.followed)?.start ?? 0
    return RowsState(runs.fixed, iteration: start, followed: runs.followed)
  }

  /// The iteration of the continuous schedule that the followed request enters; the second when it
  /// never waits.
  static func mixed(_ runs: BatchingRuns) -> RowsState {
    let start = runs.continuous.placement(of: runs.followed)?.start ?? 0
    return RowsState(runs.continuous, iteration: max(1, start), followed: runs.followed)
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
  /// The widest token, and the room that the words beside the rectangle need, in points.
  private static let widest = 88.0, words = 300.0

  var stage: Stage {
    let batch = batch
    let columns = Double(max(batch.flatRows, batch.paddedWidth))
    let room = BatchingAxis.time(1)
    let width = min(
      Self.widest, room.length(1) / columns, (room.length(1) - Self.words) / Double(max(1, batch.paddedWidth))
    )
    let place = Scale(.linear, 0...columns, from: room.start, to: room.start + width * columns)
    let headlines = [RowsWords.padded, RowsWords.selective]
    return Stage(subtitle: RowsWords.subtitle(self), telemetry: RowsWords.telemetry(batch)) {
      Column(spacing: Spacing.s, align: .stretch) {
        Headline(headlines[0], RowsWords.rectangle(batch), among: headlines)
        rectangle(batch, place).flex(Double(batch.entries.count))
        Headline(headlines[1], RowsWords.strip, among: headlines)
        row(RowsWords.rows, from: .flat, place, strip(batch)).flex(1)
        row(RowsWords.linear, from: .linear, place, linear(batch)).flex(1)
        row(RowsWords.attention, from: .attention, place, attention(batch)).flex(1.2)
      }
    }
  }

  /// A row as long as the strip: an empty place until its step comes.
  private func row(_ name: Phrase, from first: Step, _ place: Scale, _ items: [LaneItem]) -> Lanes {
    Lanes([name], time: place) {
      if step.rawValue >= first.rawValue {
        items
      } else {
        LaneItem(
          0, from: 0, to: Double(batch.flatRows),
          Box(.absent).padding(RowsState.inset).same("place", first.rawValue))
      }
    }
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
  private func strip(_ batch: SelectiveBatch) -> [LaneItem] {
    zip(batch.entries, batch.spans).map { entry, span in
      LaneItem(
        0, from: Double(span.lowerBound), to: Double(span.upperBound),
        bar(entry).copy(1, of: "rows", entry.request))
    }
  }

  private func linear(_ batch: SelectiveBatch) -> [LaneItem] {
    let product = labelled(.rest(.block), RowsWords.product(batch)).same("linear")
    return [LaneItem(0, from: 0, to: Double(batch.flatRows), product)]
  }

  private func attention(_ batch: SelectiveBatch) -> [LaneItem] {
    zip(batch.entries, batch.spans).map { entry, span in
      let look: Surface = entry.request == followed ? .solid(.compute) : .rest(.compute)
      return LaneItem(
        0, from: Double(span.lowerBound), to: Double(span.upperBound),
        labelled(look, RowsWords.scores(entry)).same("scores", entry.request))
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
