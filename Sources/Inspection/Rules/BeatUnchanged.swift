import Figures

extension Rule {
  /// Every beat changes the picture.
  static let beatUnchanged = Rule(
    "beat-unchanged", "A beat changes something on the stage.",
    basis:
      "Tversky, Morrison and Bétrancourt, Animation: can it facilitate? (2002): what is shown must correspond to what is told",
    .telling { telling in
      // At the end of a parameter's range a mechanism may have nothing to do.
      guard telling.place.settings.isEmpty else { return [] }
      var out: [Flaw] = []
      var before: Int?
      for (i, beat) in telling.beats.enumerated() {
        func hash(_ sample: Telling.Sample) -> Int { Picture(sample.frame, telling.place(i)).stageHash }
        let rest = beat.samples.last.map { hash($0) }
        defer { before = rest ?? before }
        guard let before, rest == before, beat.samples.allSatisfy({ hash($0) == before }) else { continue }
        out.append(
          Flaw(
            Element("the beat \(beat.name)"),
            "leaves the stage as it was: show what its caption says, join it with the beat before, "
              + "or waive it with .unchanged(because:)", place: telling.place(i)))
      }
      return out
    })
}
