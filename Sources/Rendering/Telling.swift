import Figures

/// A figure told in one language; its story is laid out when first asked for.
final class Telling {
  /// What is shown, and what it is called in file names.
  typealias Shown = (moment: OutputName.Moment, subject: RenderJob.Subject)

  let figure: Prepared
  let language: Language
  private(set) lazy var storyboard = figure.storyboard(language)

  init(_ figure: Prepared, _ language: Language) {
    self.figure = figure
    self.language = language
  }

  /// The picture of a beat; a beat that is not there, which no plan holds, gives the still.
  func frame(beat: Int, progress: Double) -> Frame {
    storyboard.frame(beat: beat, progress: progress) ?? figure.still(language)
  }

  /// The canvas of a subject; of a story, that of its first picture.
  func size(of subject: RenderJob.Subject) -> Size {
    switch subject {
    case .still: return figure.still(language).size
    case .beat(let beat, let progress): return frame(beat: beat, progress: progress).size
    case .story, .whole, .slides: return frame(beat: 0, progress: 0).size
    case .strip: return Strip(self, []).size
    }
  }

  /// What an address stands for in this story.
  func shown(at address: MomentAddress) throws(InputError) -> [Shown] {
    switch address {
    case .still: return [(.still, .still)]
    case .rests:
      return figure.beats.enumerated().map { (.beat($1.address, 1), .beat($0, progress: 1)) }
    case .beat(let name, let progress):
      let beat = try figure.beat(name)
      return [(.beat(figure.beats[beat].address, progress), .beat(beat, progress: progress))]
    case .second(let seconds):
      guard !storyboard.timings.isEmpty, seconds <= storyboard.duration else {
        throw InputError(
          "\(figure.about.slug) has no second \(exactText(seconds)) in mode \(figure.mode): "
            + "its story lasts \(exactText((storyboard.duration * 100).rounded(.down) / 100))s")
      }
      let (beat, progress) = storyboard.address(at: seconds)
      return [(.second(seconds), .beat(beat, progress: progress))]
    }
  }
}
