import Figures
import Instruments
import Mechanisms

/// Two schedules of one workload above each other, on one axis.
public struct ComparisonState: Sendable {
  let upper, lower: BatchSchedule
  let followed: Int

  var stage: Stage {
    let words = BatchingWords.self
    let horizon = max(upper.iterations, lower.iterations)
    let time = BatchingAxis.time(horizon)
    let headlines = [words.name(upper.policy), words.name(lower.policy)]
    let (n, slots) = (upper.placements.count, upper.slots)
    let subtitle = Phrase(
      "\(n) requests in the waiting queue, \(slots) slots", zh: "等待队列中 \(n) 个请求，\(slots) 个 slot（槽位）")
    let saved = upper.iterations - lower.iterations
    let hasRoom = time.length(Double(saved)) >= 200
    return Stage(
      subtitle: subtitle,
      telemetry: Telemetry(
        words.readings([upper.progress(at: upper.iterations), lower.progress(at: lower.iterations)]),
        rows: [words.row(upper.policy), words.row(lower.policy)]),
      caption: BatchingCaptions.finding(upper, lower)
    ) {
      Column(spacing: Spacing.xs, align: .stretch) {
        Headline(headlines[0], words.rule(upper.policy), among: headlines)
        lanes(upper, time, isTwin: true).flex()
        Spacer().frame(height: EventLine.foot - Spacing.xs)
        Overlay(align: .trailing) {
          Headline(headlines[1], words.rule(lower.policy), among: headlines)
          if !hasRoom { Text(words.saved(saved), .note.bold) }
        }
        lanes(lower, time, isTwin: false, saved: hasRoom ? saved : 0).same("slots").flex()
        TimeAxis(words.iteration, time: time, events: [lower.iterations, upper.iterations])
      }
    }
  }

  private func lanes(_ schedule: BatchSchedule, _ time: Scale, isTwin: Bool, saved: Int = 0) -> Lanes {
    let drawing = ScheduleDrawing(schedule, followed: followed)
    return Lanes((0..<schedule.slots).map { BatchingWords.slot($0) }, time: time) {
      for slot in 0..<schedule.slots {
        for (i, run) in schedule.idleRuns(slot: slot).enumerated() {
          let span = drawing.idle(run)
          LaneItem(
            slot, from: Double(run.start), to: Double(run.end),
            isTwin ? span.same("idle above", slot, i) : span.same("idle", slot, i))
        }
        for p in schedule.lane(slot) {
          let remark = p.id == followed ? BatchingWords.entry(p) : nil
          LaneItem(
            slot, from: Double(p.start), to: Double(p.start + p.request.output),
            isTwin ? drawing.twin(p, remark: remark) : drawing.bar(p, remark: remark))
        }
      }
      let room = schedule.batches.map { time.length(Double($0.end - $0.start)) }.min() ?? 0
      for (i, batch) in schedule.batches.enumerated() {
        LaneItem(
          from: Double(batch.start), to: Double(batch.end),
          EventLine(BatchingWords.batch(i, room: room)).same("batch", i))
      }
      if schedule.batches.isEmpty {
        LaneItem(from: 0, to: Double(schedule.iterations), EventLine(below: 8).same("now"))
      }
      if saved > 0 {
        LaneItem(
          from: Double(schedule.iterations), to: Double(schedule.iterations + saved),
          SavedTime([BatchingWords.saved(saved)], remark: [BatchingWords.onlyTheTail]).same("saved"))
      }
    }
  }
}
