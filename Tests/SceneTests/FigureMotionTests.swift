import Figures
import Testing
import Textbook

/// Every mode of every figure, with its storyboard.
private func boards() throws -> [(name: String, figure: Prepared, board: Storyboard)] {
  try textbook.entries.flatMap { entry in
    try entry.modes.map { mode in
      let figure = try entry.prepared(mode: mode)
      return ("\(entry.about.slug) \(mode)", figure, figure.storyboard(.en))
    }
  }
}

@Suite struct FigureMotionTests {
  /// Each fade of each figure has a reason that its states bear out: who enters was not there, who leaves will
  /// not be, and nobody who stands in both states fades but where words change.
  ///
  /// The list of them is attached to the test (`swift test --attachments-path …`).
  @Test func everyFadeOfEveryFigureHasItsReason() throws {
    var list = ""
    for (name, figure, board) in try boards() {
      var rests: [Frame?] = [nil]
      for beat in figure.beats.indices { rests.append(board.frame(beat: beat, progress: 1)) }
      for (beat, _, fade) in board.fades {
        let place = "\(fade.source.file):\(fade.source.line)"
        list += "\(name), \(figure.beats[beat].name): \(fade.meaning) \(fade.reason.text) (\(place))\n"
        let isElement = fade.reason != .relabelled && fade.reason != .redrawn
        guard isElement, let before = rests[beat], let after = rests[beat + 1] else { continue }
        let (old, new) = (before.identities, after.identities)
        // A run passes through more states than the two that it joins, so one of the two must lack it.
        #expect(
          !(old.contains(fade.identity) && new.contains(fade.identity))
            || figure.beats[beat].isRun(on: board, beat),
          "\(name), \(figure.beats[beat].name): \(fade.meaning) fades, although it stays (\(place))")
      }
    }
    Attachment.record(list, named: "fades.txt")
  }

  @Test func whatStaysInAFigureIsAlwaysThereAndAsSolid() throws {
    for (name, figure, board) in try boards() {
      for beat in figure.beats.indices.dropFirst() {
        guard let a = board.frame(beat: beat, progress: 0), let b = board.frame(beat: beat, progress: 1)
        else { continue }
        let kept = a.opacities.filter { $0.value > 0 && b.opacities[$0.key] == $0.value }
        for k in 1..<8 where !figure.beats[beat].isRun(on: board, beat) {
          guard let now = board.frame(beat: beat, progress: Double(k) / 8)?.opacities else { continue }
          for (id, opacity) in kept { #expect(now[id] == opacity, "\(name), \(figure.beats[beat].name)") }
        }
      }
    }
  }
}

extension Frame {
  fileprivate var identities: Set<Identity> { Set(groups.map { $0.identity } + marks.map { $0.identity }) }

  /// The opacity of every element with those around it.
  fileprivate var opacities: [Identity: Double] {
    var out: [Identity: Double] = [:]
    var sums: [Double] = []
    for group in groups {
      sums.append(group.opacity * (group.parent >= 0 ? sums[group.parent] : 1))
      out[group.identity] = sums[sums.count - 1]
    }
    return out
  }
}

extension Prepared.BeatInfo {
  /// Whether a beat passes through more than one state.
  fileprivate func isRun(on board: Storyboard, _ beat: Int) -> Bool {
    board.passage(beat: beat, progress: 0.999, of: .root)?.to.state != 0
  }
}
