import Figures
import Instruments
import Mechanisms

/// The GPUs of a run: tall prefills, and decode iterations with a cell for each token.
struct GanttLanes: NodeConvertible {
  let state: GanttState
  let run: ServingRun
  let time: Scale
  let now: Double
  let progress: Double
  let scope: Int

  var node: Node {
    Overlay(align: .topLeading) {
      // Each layer is one child, however many it holds, so that the lanes keep their place in the tree.
      Overlay {
        for handover in run.handovers where state.links == .arrows || isUnderWay(handover) { link(handover) }
      }
      Column(spacing: 0, align: .stretch) {
        for (i, pool) in pools.enumerated() {
          if i > 0 { between }
          lanes(pool).flex(Double(pool.count))
        }
      }
      for handover in run.handovers where isUnderWay(handover) {
        Parcel(ends(handover), progress).same("parcel", scope)
      }
    }.node
  }

  /// Height of the way between the pools.
  static let link = 30.0

  /// The GPUs of each pool, by number.
  private var pools: [Range<Int>] {
    let first = run.gpus.filter { $0 != .decode }.count
    return first < run.gpus.count ? [0..<first, first..<run.gpus.count] : [0..<first]
  }

  private var between: Node {
    Text(DisaggWords.handover, .note.painted(.muted)).frame(height: Self.link, align: .leading)
  }

  private func lanes(_ gpus: Range<Int>) -> Lanes {
    Lanes(gpus.map { DisaggWords.gpu($0, run) }, time: time) {
      for gpu in gpus {
        LaneItem(gpu - gpus.lowerBound, from: 0, to: time.domain.upperBound, Lane().same("lane", scope, gpu))
      }
      for (i, work) in run.work.enumerated() where gpus.contains(work.gpu) && work.start < now {
        let (lane, end) = (work.gpu - gpus.lowerBound, min(work.end, now))
        if let id = work.prefill {
          LaneItem(
            lane, from: work.start, to: end,
            prefill(id).same("prefill", scope, id, named: DisaggWords.prefill(id)))
        } else {
          LaneItem(lane, from: work.start, to: end, iteration(work).same("tick", scope, i))
        }
      }
    }
  }

  private func isUnderWay(_ handover: ServingRun.Handover) -> Bool {
    state.links == .parcel && handover.request == state.followed
  }

  private func prefill(_ id: Int) -> Node {
    let look: Surface = id == state.followed ? .solid(.compute) : .rest(.compute)
    return Overlay {
      Box(look)
      FittingText([Phrase(requestName(id))], .note.bold.painted(look.words))
    }.node.padding(Insets(horizontal: 1))
  }

  /// A cell for each request that gets a token, one above the other.
  private func iteration(_ work: ServingRun.Work) -> Node {
    let (state, run, scope) = (state, run, scope)
    return Node.filling { rect, canvas in
      let height = rect.height / Double(work.emits.count)
      for (i, id) in work.emits.enumerated() {
        let look: Surface = id == state.followed ? .solid(.cache, radius: 2) : .rest(.cache, radius: 2)
        let cell = Rect(rect.minX, rect.minY + height * Double(i), rect.width, height)
        let inset = Insets(horizontal: min(1, rect.width / 4), vertical: min(1, height / 6))
        canvas.put(
          Box(look).node.padding(inset).same("token", scope, id, run.token(id, at: work.end)), in: cell,
          index: i)
      }
    }
  }

  /// The way of a KV cache; it passes below what other GPUs do.
  private func link(_ handover: ServingRun.Handover) -> Node {
    let ends = ends(handover)
    return Connector(
      from: .init(ends.0, at: .bottomTrailing), to: .init(ends.1, at: .topLeading), route: .straight,
      stroke: handover.request == state.followed ? .strong : .arrow
    ).same("link", scope, handover.request)
  }

  /// From a prefill to the first iteration that the request is in.
  private func ends(_ handover: ServingRun.Handover) -> (Identity, Identity) {
    let id = handover.request
    let tick = run.work.firstIndex { $0.prefill == nil && $0.emits.contains(id) } ?? 0
    return (Identity("prefill", scope, id), Identity("tick", scope, tick))
  }
}

/// A GPU over the whole time: an empty place.
private struct Lane: NodeConvertible {
  var node: Node {
    Node.filling { rect, canvas in
      canvas.line(Point(rect.minX, rect.maxY), Point(rect.maxX, rect.maxY), stroke: Stroke(.faint, width: 1))
    }
  }
}

/// A KV cache under way, a share of the distance between two things.
private struct Parcel: NodeConvertible {
  let ends: (Identity, Identity)
  let share: Double

  init(_ ends: (Identity, Identity), _ share: Double) { (self.ends, self.share) = (ends, share) }

  var node: Node {
    Node(measure: { _, _ in Extent(.zero) }) { [ends, share] _, canvas in
      canvas.afterwards("a parcel") { canvas in
        guard let a = canvas.rect(of: ends.0), let b = canvas.rect(of: ends.1) else { return false }
        let place = a.point(1, 1).mixed(with: b.point(0, 0), at: share)
        canvas.outline(
          .rectangle(Rect(center: place, size: Size(36, 22)), radius: 4), fill: .role(.cache, .solid),
          stroke: .strong)
        canvas.put(Text("KV", .note.bold.painted(.role(.cache, .onSolid)), align: 0.5), at: place, index: 0)
        return true
      }
    }
  }
}
