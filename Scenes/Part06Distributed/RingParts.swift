import Figures
import Instruments
import Mechanisms

/// How ranks and their chunks are drawn.
extension RingReading {
  /// A piece of a chunk: filled as far as ranks are in it; with all of them it is complete and heavy.
  func cell(_ chunk: Int, _ sum: PartialSum, words: [Phrase]? = nil, isAcross: Bool = false) -> Node {
    let share = Double(sum.count) / Double(ranks)
    let (isComplete, isFollowed) = (run.isComplete(sum), chunk == Self.followed)
    let words = words ?? [letter(chunk)]
    return Node.filling { rect, canvas in
      let area = rect.outset(by: -min(1.5, rect.width / 10))
      let radius = min(3, area.width / 8, area.height / 8)
      let part: Part = isComplete && isFollowed ? .solid : .fill
      let level = Rect(
        area.minX, isAcross ? area.minY : area.maxY - area.height * share,
        isAcross ? area.width * share : area.width,
        isAcross ? area.height : area.height * share)
      let amount = Node.filling { level, canvas in
        canvas.outline(.rectangle(level, radius: radius), fill: .plain(.category(chunk, part)))
      }
      canvas.put(amount.named(Phrase("\(sum.count)/\(ranks)")), in: level, index: 1)
      let weight = min(isComplete ? 2.5 : 1.25, area.width / 8, area.height / 8)
      canvas.outline(
        .rectangle(area, radius: radius),
        stroke: Stroke(
          isFollowed ? .ink : .category(chunk, .edge), width: isFollowed ? min(2, weight * 2) : weight))
      let paint: Paint = .category(chunk, part == .solid ? .onSolid : .onFill)
      let room = area.inset(by: Insets(horizontal: isAcross ? 3.5 : 0))
      canvas.put(FittingText(words, TextStyle.data.painted(paint)), in: room, index: 0)
    }
  }

  /// The cells of one rank in the ring: in one row where there is room, else in several.
  private func shape(_ ring: RankRing) -> (columns: Int, cell: Size) {
    let columns = ranks <= 4 ? ranks : ranks <= 6 ? 3 : 4
    let rows = (ranks + columns - 1) / columns
    return (
      columns,
      Size(min(24, 0.66 * ring.pitch / Double(columns)), min(26, 0.62 * ring.pitch / Double(rows)))
    )
  }

  /// How large a rank is drawn.
  func rankSize(_ ring: RankRing) -> Size {
    let (columns, cell) = shape(ring)
    return Size(cell.width * Double(columns), cell.height * Double((ranks + columns - 1) / columns))
  }

  /// All ranks after some steps on a circle, with arrows to their neighbours. `onTheWay` draws what the next
  /// step sends, at a share of its way.
  func ring(_ step: Int, onTheWay share: Double? = nil, says words: [Phrase] = []) -> Node {
    let ring = RankRing(ranks, center: Point(150, 140), radius: 102)
    let size = rankSize(ring)
    return Node(width: 300, height: 280) { rect, canvas in
      for r in 0..<ranks {
        let isBusy = share != nil
        canvas.put(
          ring.link(r, around: size, stroke: isBusy ? Stroke(.muted, width: 1.5) : .arrow).same("link", r),
          in: rect, index: r)
      }
      for r in 0..<ranks {
        let at = rect.origin + ring.place(Double(r))
        canvas.put(rank(r, step, ring), in: Rect(center: at, size: size), index: 100 + r)
        // The word stands on all of them, on the first one, or where there is no room, on none.
        let name =
          ranks <= 4 || ranks <= 8 && r == 0
          ? Text(Phrase("rank \(r)"), .note.painted(.muted)) : Text(Phrase("\(r)"), .data.painted(.muted))
        canvas.put(name, at: rect.origin + namePlace(r, ring), index: 200 + r)
      }
      for (k, phrase) in words.enumerated() {
        let y = 10 * Double(2 * k - words.count + 1)
        let style = k == 0 ? TextStyle.label : .note.painted(.muted)
        canvas.put(
          Text(phrase, style, align: 0.5), at: rect.origin + ring.center + Point(0, y), index: 300 + k)
      }
      if let share { packets(step, share, ring, rect, &canvas) }
    }.same("ring")
  }

  /// The middle of a rank's name: inside the circle, or, where a row of cells reaches far into it, below their
  /// inner end.
  private func namePlace(_ r: Int, _ ring: RankRing) -> Point {
    let (size, at) = (rankSize(ring), ring.place(Double(r)))
    let sideways = (ring.center.x - at.x) / ring.radius
    if ranks == 4 && sideways.magnitude > 0.5 {
      return at + Point(sideways * (size.width / 2 - 14), size.height / 2 + 12)
    }
    let inset = (size.height + 24) / 2
    let wider = ranks <= 8 ? sideways.magnitude * (size.width - size.height) / 2 : 0
    return ring.place(Double(r), at: 1 - (inset + wider) / ring.radius)
  }

  /// What sets one chunk apart.
  var followedWords: Node {
    let name = letter(Self.followed)
    let words = [
      Phrase("follow \(name[.en]): it turns solid once complete", zh: "跟着 \(name[.zh]) 看：凑齐后填实"),
      Phrase("follow \(name[.en])", zh: "跟着 \(name[.zh]) 看"),
    ]
    return FittingText(words, .note.painted(.muted)).frame(width: 300, height: 20)
  }

  /// One rank: a cell for each chunk.
  private func rank(_ r: Int, _ step: Int, _ ring: RankRing) -> Node {
    let (columns, cell) = shape(ring)
    return Node.filling { rect, canvas in
      for c in 0..<ranks {
        let at = Rect(
          rect.minX + Double(c % columns) * cell.width, rect.minY + Double(c / columns) * cell.height,
          cell.width,
          cell.height)
        let sum = piece(r, c, after: step)
        let name = Phrase(
          "\(letter(c)[.en]) on rank \(r): \(sum.count) of \(ranks)",
          zh: "rank \(r) 的 \(letter(c)[.zh])：\(sum.count)/\(ranks)")
        canvas.put(self.cell(c, sum).same("cell", r, c, named: name), in: at, index: c)
      }
    }
  }

  /// What the next step sends, each out of its cell and on its way into the neighbour's.
  private func packets(_ step: Int, _ share: Double, _ ring: RankRing, _ rect: Rect, _ canvas: inout Canvas) {
    guard step < run.steps else { return }
    let size = shape(ring).cell
    for move in run.transfers[step] {
      let at = rect.origin + ring.place(Double(move.from) + share)
      let node = cell(move.chunk, piece(move.from, move.chunk, after: step))
        .background(Surface(fill: .plain(.paper)))
        .same("packet", step, move.from).emerging(from: "cell", move.from, move.chunk)
        .merging(into: "cell", move.to, move.chunk)
      canvas.put(node, in: Rect(center: at, size: size), index: 400 + move.from)
    }
  }
}
