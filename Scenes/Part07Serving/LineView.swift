import Figures
import Instruments
import Mechanisms

extension LineState {
  private var slots: Scale {
    Scale(.linear, 0...Double(max(1, full.slots)), from: 0, to: Stage.canvas.width - 2 * Spacing.margin)
  }

  var stage: Stage {
    let words = LineWords.self
    let headlines = [words.contiguous, words.paged]
    return Stage(
      subtitle: words.subtitle(full.slots),
      telemetry: telemetry
    ) {
      Column(spacing: Spacing.s, align: .stretch) {
        if !isComparison { Spacer().flex(0.6) }
        if isPagedAlone {
          Headline(words.paged, words.equal(empty), among: headlines)
          blocks(shown).frame(height: 120)
          // Blocks stand in the middle of their room, and their owners right below them.
          owners.frame(height: 22).offset(y: -26)
          found.frame(height: 46).offset(y: -20)
        } else {
          Headline(words.contiguous, words.rule, among: headlines)
          reservations.frame(height: isComparison ? 72 : 120)
          asked.frame(height: isComparison ? 68 : 76)
        }
        if isComparison {
          Spacer().flex()
          Headline(words.paged, step == .paged ? words.anywhere : words.equal(empty), among: headlines)
          blocks(shown).frame(height: 72)
          owners.frame(height: 22)
          found.frame(height: 22)
        } else {
          Spacer().flex()
        }
      }
    }
  }

  /// Whether the blocks stand in the place of the reservations.
  private var isPagedAlone: Bool { !isComparison && (step == .blocks || step == .paged) }
  private var shown: PagedPool { step == .paged ? paged : empty }

  private var telemetry: Telemetry {
    if isComparison { return PagingWords.telemetry([pool]) }
    return isPagedAlone ? PagingWords.telemetry(shown) : PagingWords.telemetry(beforePaging: pool)
  }

  /// What is reserved, and the holes.
  private var reservations: Node {
    let largest = pool.regions.max { $0.length - $0.written < $1.length - $1.written }?.request
    return Lanes([""], time: slots) {
      for region in pool.regions {
        LaneItem(
          0, from: Double(region.start), to: Double(region.end),
          SlotRun(
            slots: region.length, written: region.written, name: LineWords.name(region),
            reason: LineWords.unused(region, isNamed: region.request == largest)
          ).same("request", region.request, named: LineWords.told(region)))
      }
      for (i, hole) in pool.holes.enumerated() {
        LaneItem(
          0, from: Double(hole.lowerBound), to: Double(hole.upperBound), self.hole(hole.count).same("hole", i)
        )
      }
    }.node
  }

  private func hole(_ count: Int) -> Node {
    Overlay {
      Box(.absent)
      FittingText(LineWords.free(count), .note.painted(.muted))
    }.node
  }

  /// The request that asks for a run, to the scale of the line, and why it gets none.
  private var asked: Node {
    let isThere = step != .reserved && step != .freed
    return Lanes([""], time: slots) {
      if step == .reserved {
        for region in full.regions {
          LaneItem(
            0, from: Double(region.start), to: Double(region.end),
            Reach(LineWords.reserves(region)).same("reach", region.request))
        }
      }
      if isThere {
        LaneItem(
          0, from: 0, to: Double(request), crossed.padding(Insets(top: 8)).same("request", Self.asking))
        LaneItem(
          0, from: Double(request), to: slots.domain.upperBound,
          FittingText(LineWords.tooSmall(holed, request), align: .leading).padding(Insets(left: Spacing.l))
            .same("why"))
      }
    }.node
  }

  /// A run that is not granted: with a cross.
  private var crossed: Node {
    Node.filling { rect, canvas in
      let stroke = Stroke(.role(.alarm, .edge), width: 2)
      canvas.outline(.rectangle(rect, radius: 4), fill: .role(.alarm, .fill), stroke: stroke)
      canvas.put(
        FittingText(LineWords.asks(request), .note.bold.painted(.role(.alarm, .onFill))),
        in: rect.inset(by: Insets(horizontal: 24)), index: 0)
      for x in [rect.minX + 12, rect.maxX - 12] {
        let c = Point(x, rect.midY)
        canvas.line(c + Point(-5, -5), c + Point(5, 5), stroke: stroke)
        canvas.line(c + Point(-5, 5), c + Point(5, -5), stroke: stroke)
      }
    }
  }

  /// The blocks in the order of their addresses.
  private func blocks(_ pool: PagedPool) -> Node {
    Lanes([""], time: slots) {
      for id in 0..<pool.count {
        let (from, to) = (Double(id * pool.blockSize), Double((id + 1) * pool.blockSize))
        LaneItem(
          0, from: from, to: to,
          block(id, pool).padding(Insets(horizontal: min(2, slots.length(to - from) / 6))))
      }
    }.node
  }

  private func block(_ id: Int, _ pool: PagedPool) -> Node {
    let owner = pool == empty ? nil : self.owner(of: id)
    let tokens = pool.contents[id].map { _ in KVToken([]) }
    let block = KVBlock(
      id, slots: pool.blockSize, tokens: tokens, references: pool.references[id],
      emphasis: owner == Self.asking ? .followed : .rest
    ).same("block", 0, id, named: PagingWords.block(id, pool))
    return block
  }

  /// Whose blocks they are.
  private var owners: Node {
    Lanes([""], time: slots) {
      for id in 0..<empty.count {
        if step == .paged, let owner = owner(of: id) {
          LaneItem(
            0, from: Double(id * empty.blockSize), to: Double((id + 1) * empty.blockSize),
            FittingText([Phrase(requestName(owner))], .note.bold).same("owner", id))
        }
      }
    }.node
  }

  /// What became of the request that asked.
  private var found: Node {
    Lanes([""], time: slots) {
      LaneItem(
        0, from: 0, to: slots.domain.upperBound,
        FittingText(
          step == .paged ? LineWords.scattered(self) : [LineWords.empty(empty)], align: .leading
        ).same("found"))
    }.node
  }
}
