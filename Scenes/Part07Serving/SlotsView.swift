import Figures
import Instruments
import Mechanisms

extension SlotsState {
  var stage: Stage {
    let words = BatchingWords.self
    let time = BatchingAxis.time(horizon)
    let waiting = schedule.waiting
    let headlines = [words.waitingQueue, words.name(schedule.policy)]
    return Stage(
      subtitle: words.workload(schedule),
      telemetry: Telemetry(words.readings([schedule.progress(at: boundary, settled: settled)]))
    ) {
      Overlay(align: .topLeading) {
        boundaries(time)
        Column(spacing: Spacing.xs, align: .stretch) {
          Headline(headlines[0], waiting.isEmpty ? words.nobodyWaits : words.firstCome, among: headlines)
          queue(waiting, time).same("queue").flex(queueShare)
          Headline(headlines[1], words.rule(schedule.policy), among: headlines)
          slots(time).same("slots").flex(Double(schedule.slots))
          returned(time).frame(height: 20)
          TimeAxis(words.iteration, time: time, events: boundary > 0 ? [boundary] : [])
        }
      }
    }
  }

  /// Height of the queue in slots: its rows are lower, and many are lower still.
  private var queueShare: Double { min(0.6 * Double(schedule.waiting.count), 4 + Double(schedule.slots) / 2) }

  private var drawing: ScheduleDrawing { ScheduleDrawing(schedule, followed: followed, until: boundary) }

  private func queue(_ waiting: [BatchPlacement], _ time: Scale) -> Node {
    Lanes(waiting.map { Phrase(requestName($0.id)) }, time: time, trailingNames: true) {
      for (row, p) in waiting.enumerated() {
        let until = Double(min(boundary, p.start))
        LaneItem(
          row, from: Double(p.request.arrival), to: until,
          WaitLine(isFollowed: p.id == followed).same("wait", p.id))
        LaneItem(row, from: until, to: until, Overlay { Node.empty.same("wait end", p.id) })
        if p.start == schedule.queueEmpty && row == waiting.count - 1 && row > 0 && happened(p.start) {
          LaneItem(
            row, from: until, to: Double(horizon),
            FittingText(BatchingWords.empty(schedule.policy), .note.painted(.muted), align: .leading, halo: 4)
              .padding(Insets(left: Spacing.m)).same("empty"))
        }
        if !happened(p.start) {
          LaneItem(row, from: until, to: until + Double(p.request.output), drawing.chip(p))
        }
        if p.id == followed && happened(p.start) {
          LaneItem(
            row, from: until, to: Double(horizon),
            FittingText(BatchingWords.entrance(p, schedule), align: .leading, halo: 4)
              .padding(Insets(left: Spacing.m)).same("entrance"))
        }
      }
    }.node
  }

  private func slots(_ time: Scale) -> Node {
    // At the door of its slot a chip stands to the left of the axis.
    let door = 32 / time.length(1)
    return Lanes((0..<schedule.slots).map { BatchingWords.slot($0) }, time: time) {
      for slot in 0..<schedule.slots {
        for (i, run) in schedule.idleRuns(slot: slot).enumerated() {
          LaneItem(
            slot, from: Double(min(boundary, run.start)), to: Double(min(boundary, run.end)),
            drawing.idle(run).same("idle", slot, i))
        }
        for p in schedule.lane(slot) {
          if happened(p.start) {
            LaneItem(slot, from: Double(p.start), to: Double(p.start + p.request.output), drawing.bar(p))
          } else if p.wait == 0 {
            LaneItem(slot, from: -door, to: door * Double(p.request.output - 1), drawing.chip(p))
          }
        }
      }
    }.node
  }

  /// The names of those that have left, before the boundary where they did; only their number where the
  /// names don't fit.
  private func returned(_ time: Scale) -> Node {
    let ends = (0...schedule.iterations).filter { k in schedule.placements.contains { $0.end == k } }
    let room = 14 / time.length(1)
    var previous = 0
    var named = true
    for k in ends {
      let count = schedule.placements.filter { $0.end == k }.count
      if (Double(count) + 0.6) * room > Double(k - previous) { named = false }
      previous = k
    }
    return Lanes([Phrase("returned", zh: "已返回")], time: time) {
      for k in ends where happened(k) {
        let left = schedule.placements.filter { $0.end == k }
        for (i, p) in left.enumerated() where named {
          let right = Double(k) - room * (Double(left.count - 1 - i) + 0.3)
          LaneItem(
            0, from: right - room, to: right,
            Text(Phrase(requestName(p.id)), .note.bold, align: 0.5).copy(1, of: "request", p.id))
        }
        if !named {
          LaneItem(
            0, from: Double(k) - room, to: Double(k) - 0.3 * room,
            Text(Phrase("\(left.count)"), .data, align: 0.5).same("returned", k))
        }
      }
    }.node
  }

  /// The boundary reached, and from their place in the queue those at which requests have entered: in
  /// ink where it matters to the one that is followed or to a whole batch.
  private func boundaries(_ time: Scale) -> Node {
    let start = schedule.placement(of: followed)?.start
    return Overlay(align: .topLeading) {
      for k in schedule.entries where happened(k) {
        if let first = schedule.waiting.first(where: { $0.start == k }) {
          let isEvent = schedule.policy == .static || k == start
          let line = EventLine(stroke: isEvent ? .strong : Stroke(.line, dash: [4, 3]), above: 0)
          TimeSpan(time, from: 0, to: Double(k), line).same("boundary", k)
            .spanning([Identity("wait end", first.id), Identity("slots")])
        }
      }
      TimeSpan(time, from: 0, to: Double(boundary), EventLine(above: 0)).same("now")
        .spanning([Identity("queue"), Identity("slots")])
    }.node
  }
}
