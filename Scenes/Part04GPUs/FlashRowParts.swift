import Figures
import Instruments
import Mechanisms

/// The bars of one row and their sum.
extension FlashRow {
  /// A name over each tile, as far as there is room.
  var tileNames: Node {
    Node(width: Self.width, height: 22) { rect, canvas in
      let pitch = Double(run.keyTiles.size) * track.size
      let step = Swift.max(1, Int((28 / pitch).rounded(.up)))
      for tile in stride(from: 0, to: run.keyTiles.count, by: step) {
        let keys = run.keyTiles.rows(tile)
        let width = Swift.max(Double(keys.count) * track.size, 28) - Spacing.s
        let room = Rect(
          rect.minX + track.start(keys.lowerBound) + Spacing.xs, rect.minY, width, rect.height)
        let name = Phrase("tile \(tile + 1)", zh: "分块 \(tile + 1)")
        let words = FittingText([name, Phrase("\(tile + 1)")], .note.painted(.muted))
        canvas.put(words, in: room, index: tile)
      }
    }
  }

  /// The scores that have come, in the room of their key; the largest is ringed.
  var scoreCells: Node {
    let best = seen.max { run.scores[reading.row, $0] < run.scores[reading.row, $1] }
    return placed { key in
      guard run.sees(reading.row, key) else { return Box(.idle).same("score", key) }
      guard seen.contains(key) else {
        return Box(.absent).node.padding(Insets(horizontal: min(2, track.size / 10))).same("place", key)
      }
      let score = run.scores[reading.row, key]
      return HeatBlock(
        [[.heat(reading.heat(score), number: score)]], followed: key == best ? 0 : nil
      ).node.same("score", key)
    }
  }

  /// A bar for each key that has come, its size before the old sum shrank, and a line at the largest.
  var barChart: Node {
    Node.filling { rect, canvas in
      let floor = rect.maxY
      func room(_ key: Int, _ height: Double) -> Rect {
        Rect(rect.minX + track.start(key) + barInset, floor - height, track.size - 2 * barInset, height)
      }
      canvas.line(Point(rect.minX, floor), Point(rect.maxX, floor), stroke: Stroke(.line, width: 1.25))
      let level = floor - one
      canvas.line(
        Point(rect.minX, level), Point(divides ? rect.minX : rect.maxX, level),
        stroke: Stroke(.line, dash: [3, 3]))
      for key in shrunk {
        canvas.put(
          Box(.absent).same("before", key), in: room(key, one * weight(key) / step.factor), index: key)
      }
      for key in seen {
        canvas.put(Box(look(key)).same("weight", key), in: room(key, one * weight(key)), index: 100 + key)
        if divides && track.size >= 38 {
          let share = Quantity(
            weight(key) / total, NumberFormat(digits: 2, bare: true), .data, align: 0.5)
          canvas.put(
            share.same("share", key), at: Point(room(key, 0).midX, floor - one * weight(key) - 2), .bottom,
            index: 200 + key)
        }
      }
      guard !divides else { return }
      let name = Text(Phrase("1 = e^{m − m}"), .note.painted(.muted), halo: 4)
      canvas.put(name, at: Point(rect.maxX, level - 2), .bottomTrailing, index: 1000)
    }
  }

  /// The keys whose bars have just shrunk.
  private var shrunk: [Int] {
    step.moves && !compares && (phase == .rescaled || phase == .added) ? keys(through: visit - 1) : []
  }

  private var barInset: Double { min(6, track.size / 6) }

  /// New keys until they are in the sum, old ones at rest.
  private func look(_ key: Int) -> Surface {
    let isNew = run.keyTiles.rows(step.tile).contains(key) && !compares && !divides
    var look: Surface = isNew ? .solid(.cache, radius: 2) : .rest(.cache, radius: 2)
    look.stroke?.width = min(isNew ? 2 : 1.25, track.size / 8)
    return look
  }

  /// ℓ: every bar laid end to end, and the sum over all keys at once below it.
  var sumBars: Node {
    Column(spacing: Spacing.s) {
      Node(width: Self.width, height: Self.sum) { rect, canvas in
        var x = rect.minX
        for key in summed {
          let length = unit * weight(key)
          canvas.put(
            Box(look(key)).same("piece", key).emerging(from: "weight", key),
            in: Rect(x, rect.minY, length, rect.height), index: key)
          x += length
        }
        let name = divides ? Phrase("1") : Phrase("ℓ")
        let label = Text(name, .note.bold)
        if x > rect.minX && x + 14 < rect.maxX {
          canvas.put(label.same("name of sum"), at: Point(x + 8, rect.midY), .leading, index: 1000)
        }
      }
      if compares {
        let direct = seen.reduce(0) { $0 + Maths.exp(run.scores[reading.row, $1] - step.max) }
        let sum = fixed(direct, 2)
        reference(
          direct,
          Phrase("the whole row at once: Σ e^{s − max} = \(sum)", zh: "整行一次算：Σ e^{s − max} = \(sum)"))
      } else if !shrunk.isEmpty {
        let old = reading.steps[visit - 1].sum
        reference(old, Phrase("ℓ before: \(fixed(old, 2))", zh: "之前的 ℓ：\(fixed(old, 2))"))
      }
    }.node
  }

  /// A sum to compare with, in dashes.
  private func reference(_ sum: Double, _ words: Phrase) -> Node {
    let length = unit * sum
    // Inside where there is room, else behind.
    let start = length > (compares ? 340 : 130) ? Spacing.s : length + Spacing.s
    return Overlay(align: .leading) {
      Box(.absent).frame(width: length, height: 28)
      Text(words, .note.painted(.muted)).padding(Insets(left: start))
    }.same("reference")
  }

  /// Pieces on the places of the keys.
  private func placed(_ piece: @escaping (Int) -> Node) -> Node {
    let pieces = (0..<run.count).map(piece)
    return Node.filling { rect, canvas in
      for (key, piece) in pieces.enumerated() {
        let room = Rect(rect.minX + track.start(key), rect.minY, track.size, rect.height)
        canvas.put(piece, in: room.inset(by: Insets(horizontal: min(1, track.size / 10))), index: key)
      }
    }
  }
}
