import Figures

/// All tellings of a figure, each reduced to what can be compared: what its pictures show and say.
public struct Exposure: Sendable {
  /// One mode with some parameters in one language.
  public struct Summary: Sendable {
    /// Which telling it is.
    public let place: Place
    /// What stands on the stage in the still: a hash within this process.
    public let still: Int
    /// What stands on the stage where each beat rests.
    public let rests: [Int]
    /// What is measured where each beat rests.
    public let telemetry: [Telemetry]
  }

  /// Words that a reader meets outside of the pictures or around them, and what they are for.
  public struct Wording: Sendable {
    /// What they name, for example “caption of waste”.
    public let what: String
    /// The mode in which they are met; empty for all.
    public let mode: String
    /// The words.
    public let phrase: Phrase
  }

  /// Name, place and title.
  public let about: About
  /// The modes, the default first.
  public let modes: [String]
  /// The parameters.
  public let parameters: [Parameter]
  /// What the author wants all the same.
  public let waivers: [Waiver]
  /// The tellings, those with default parameters first.
  public let summaries: [Summary]
  /// Titles, captions and names.
  public let wordings: [Wording]
  /// What layout found wrong, in words, with the place.
  public let problems: [(place: Place, problem: LayoutProblem)]
}

extension Exposure.Summary {
  /// Reduces a telling and its pictures at rest.
  init(_ telling: Telling, _ pictures: [Picture]) {
    self.init(
      place: telling.place, still: pictures.first?.stageHash ?? 0,
      rests: pictures.dropFirst().map { $0.stageHash }, telemetry: telling.beats.map { $0.telemetry })
  }
}

extension Picture {
  /// What stands on the stage, as a hash that is the same for equal pictures of one process.
  var stageHash: Int {
    var hasher = Hasher()
    for item in items where item.part == .stage { item.hash(into: &hasher) }
    return hasher.finalize()
  }
}

extension Item {
  fileprivate func hash(into hasher: inout Hasher) {
    hasher.combine((opacity * 1000).rounded())
    func combine(_ x: Double) { hasher.combine((x * 100).rounded()) }
    func combine(_ p: Point) {
      combine(p.x)
      combine(p.y)
    }
    combine(bounds.origin)
    combine(Point(bounds.width, bounds.height))
    switch form {
    case .words(let words):
      combine(words.line.origin)
      for run in words.line.runs {
        hasher.combine(run.text)
        hasher.combine(run.face)
        hasher.combine(run.paint)
        combine(run.size)
      }
    case .raster(let raster, _): hasher.combine(raster.values)
    case .outline(let outline):
      hasher.combine(outline.fill)
      hasher.combine(outline.stroke)
      for contour in outline.contours { for p in contour { combine(p) } }
    }
  }
}
