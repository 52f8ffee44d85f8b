import Composition
import Drawing
import Geometry
import Motion
import Typography

extension Catalogue {
  /// Every figure × mode × language, the still and each beat at five progresses, as lines of an address
  /// and the hash of the frame's dump. Two builds that print the same lines draw the same pictures.
  public func survey(_ line: (String) -> Void) {
    for entry in entries {
      for mode in entry.modes {
        guard let figure = try? entry.prepared(mode: mode) else { continue }
        for language in Language.allCases {
          let address = "\(entry.about.slug) \(mode) \(language.text)"
          line("\(address) still \(hash(figure.still(language)))")
          let board = figure.storyboard(language)
          for (i, beat) in figure.beats.enumerated() {
            for quarter in 0...4 {
              guard let frame = board.frame(beat: i, progress: Double(quarter) / 4) else { continue }
              line("\(address) \(beat.name):\(trimmed(Double(quarter) / 4)) \(hash(frame))")
            }
          }
        }
      }
    }
  }

  private func hash(_ frame: Frame) -> String {
    var h = StableHash()
    h.combine(frame.dump)
    return String(h.value, radix: 16)
  }
}
