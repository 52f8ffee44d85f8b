import Drawing

/// A story to be written as one drawing that moves.
public struct MovingStory {
  /// A stretch of time in which something moves; between stretches everything rests.
  public struct Stretch: Sendable {
    /// When it starts, and how long it lasts, in seconds.
    public let start, length: Double
    /// The progress, 0…1, at which anything starts or ends to move: between two of them motion is smooth.
    public let joints: [Double]

    /// Creates a stretch; one without length is a cut.
    public init(start: Double, length: Double, joints: [Double]) {
      (self.start, self.length, self.joints) = (start, length, joints)
    }
  }

  /// What is shown where nothing moves: in print, with reduced motion, by readers that know no animation.
  public let still: Frame
  /// Seconds of the story.
  public let duration: Double
  /// Whether it stays at its end.
  public let once: Bool
  /// The stretches, in order.
  public let stretches: [Stretch]
  /// The picture of a stretch at a progress; 0 is as the stretch before ended.
  public let frame: (_ stretch: Int, _ progress: Double) -> Frame

  /// Creates a story.
  public init(
    still: Frame, duration: Double, once: Bool, stretches: [Stretch],
    frame: @escaping (_ stretch: Int, _ progress: Double) -> Frame
  ) {
    self.still = still
    self.duration = duration
    self.once = once
    self.stretches = stretches
    self.frame = frame
  }

  /// The moments whose pictures are compared, in order: joints, and between them at least so many a second.
  var moments: [(time: Double, stretch: Int, progress: Double)] {
    var out: [(time: Double, stretch: Int, progress: Double)] = []
    for (i, stretch) in stretches.enumerated() {
      var marks = stretch.length > 0 ? stretch.joints.filter { $0 > 0 && $0 < 1 } : []
      let count = max(1, Int((stretch.length * Self.rate).rounded(.up)))
      if stretch.length > 0 {
        for k in 0..<count {
          let p = Double(k) / stretch.length / Self.rate
          // What is nearer to a joint than a quarter of the distance says nothing new.
          if p < 1 && !marks.contains(where: { ($0 - p).magnitude * stretch.length * Self.rate < 0.25 }) {
            marks.append(p)
          }
        }
      }
      marks.sort()
      if marks.first != 0 { marks.insert(0, at: 0) }
      for p in marks + [1] { out.append((stretch.start + p * stretch.length, i, p)) }
    }
    return out
  }

  private static let rate = 60.0
}
