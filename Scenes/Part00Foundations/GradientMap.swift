import Figures
import Instruments
import Mechanisms

/// The bowl from above, with one path.
struct GradientMap: NodeConvertible {
  /// How much room it has.
  enum Form { case whole, wide, small }

  private let scene: GradientScene
  private let done, progress: Double
  private let form: Form
  private let isNamed: Bool

  /// A wide one is as low as its path. Of several small ones side by side only one need name what is the
  /// same in all.
  init(
    _ scene: GradientScene, done: Double, progress: Double = 1, form: Form = .whole, isNamed: Bool = true
  ) {
    (self.scene, self.done, self.progress) = (scene, done, progress)
    (self.form, self.isNamed) = (form, isNamed)
  }

  /// Tells what stands in several maps apart.
  private var id: Int { form == .small ? Int(scene.rate * 1e6) : 0 }

  private var subject: GradientCase { scene.subject }
  private var start: PlotPoint { PlotPoint(subject.start.x, subject.start.y) }

  var node: Node {
    let window = subject.window
    let map = Plot(x: PlotAxis(.linear, window.x, "x"), y: PlotAxis(.linear, window.y, "y"), equal: true) {
      surface
      minimum
      arrow
      walk
      words
    }.node
    let name = "η = \(subject.name(scene.rate))"
    let status = Row(spacing: Spacing.s) {
      Text(Phrase(name), .note.bold)
      if scene.run.end == .diverged {
        Text(Phrase("diverges", zh: "发散"), .note.bold.painted(.role(.alarm, .text))).node
          .opacity((done - 1).clamped(to: 0...1))
      }
    }
    return Node.filling { rect, canvas in
      canvas.put(map, in: rect, index: 0)
      if form != .small { canvas.put(status, at: rect.point(0.5, 0), .top, index: 1) }
    }
  }

  private var surface: PlotItem {
    let levels = subject.levels
    let last = levels[levels.count - 1].squareRoot()
    func heat(_ level: Double) -> Double { 0.3 * level.squareRoot() / last }
    // An area is as warm as the contour inside it.
    let contours = levels.enumerated().reversed().map { i, level in
      PlotContour(
        subject.bowl.contour(level), heat: i > 0 ? heat(levels[i - 1]) : 0,
        stroke: i == 4 ? Stroke(.ink, width: 1.5) : Stroke(.muted, width: 1))
    }
    return PlotItem.surface(contours, heat: heat(levels[levels.count - 1]))
      .same("surface", id, named: Phrase("contours of f", zh: "f 的等高线"))
  }

  /// Where all this leads, and, while the arrow at the start is judged, the straight way there.
  @PlotBuilder private var minimum: [PlotItem] {
    let target = PlotPoint(0, 0)
    if scene.arrow == .downhill && subject.zigzags && form == .whole {
      PlotItem.curve([start, target], Stroke(.muted, width: 1.5, dash: [3, 3])).same("aim")
      PlotItem.words(Phrase("straight to the minimum", zh: "直指最低点"), along: target, start, at: 0.52)
        .same("aim", 1)
    }
    PlotItem.dot(
      target, PlotMark(.diamond, Surface(fill: .plain(.paper), stroke: Stroke(.ink, width: 1.5)), radius: 6),
      label: !isNamed
        ? nil
        : PlotLabel(Phrase("minimum", zh: "最低点"), .note, sides: [.left, .below], rank: 2, isOptional: true)
    ).same("minimum", id)
  }

  /// The arrow at the start: whole, then shrunk to a share η. Side by side, it lies under each first step.
  @PlotBuilder private var arrow: [PlotItem] {
    let g = subject.bowl.gradient(subject.start)
    let scaled = scene.arrow == .scaled
    let share = scaled ? 1.0.mixed(with: scene.rate, at: Easing.standard(progress * 2)) : 1
    if scene.arrow != .none && form == .small {
      PlotItem.rightAngle(at: start, along: PlotPoint(-g.x, -g.y))
      PlotItem.vector(
        from: start, by: PlotPoint(-g.x, -g.y), Stroke(.ink, width: 1.25),
        label: isNamed ? PlotLabel("−∇f", .note.bold, sides: [.right, .below, .left], rank: 0) : nil,
        at: min(0.3, 3 / max(g.length, 1e-9)))
    } else if scene.arrow != .none {
      PlotItem.rightAngle(at: start, along: PlotPoint(-g.x, -g.y)).same("right angle")
      PlotItem.vector(
        from: start, by: PlotPoint(-g.x, -g.y), drawn: share,
        label: PlotLabel(
          scaled ? "−η∇f" : Phrase("−∇f, against\nthe gradient", zh: "−∇f：\n逆着梯度"), .note.bold,
          sides: [.left, .below, .right], rank: 0),
        at: min(scaled ? scene.rate : 0.2, (form == .wide ? 1.1 : 2.2) / max(g.length, 1e-9))
      ).same("arrow", named: Phrase("the downhill arrow", zh: "下坡箭头"))
    }
  }

  @PlotBuilder private var walk: [PlotItem] {
    let points = scene.run.points.prefix(subject.shown(scene.rate) + 1).map { PlotPoint($0.x, $0.y) }
    let rate = Int(scene.rate * 1e6)
    PlotItem.trail(points, drawn: done, Stroke(.ink, width: 1.5), mark: .trace(.cache))
      .same(
        "walk", rate,
        named: Phrase("path at η = \(subject.name(scene.rate))", zh: "η = \(subject.name(scene.rate)) 的路径"))
    let now = scene.place(done)
    let end = points[points.count - 1]
    PlotItem.dot(start, .trace(.cache)).same("start", id)
    PlotItem.dot(end, .followed(.cache), now: PlotPoint(now.x, now.y), inside: true)
      .same("iterate", id, named: Phrase("the iterate", zh: "迭代点"))
  }

  /// The value of the outermost contour of those up to the start's that is in sight, in a gap of its line.
  private var words: [PlotItem] {
    let window = subject.window
    let sight = max(
      window.y.upperBound, form == .wide ? 0 : 0.28 * (window.x.upperBound - window.x.lowerBound))
    let x = subject.start.x * (form == .small ? 0.16 : 0.3)
    for level in subject.levels.prefix(5).reversed() where isNamed {
      let half = subject.bowl.contour(level)
      let y = half.height * max(0, 1 - x * x / (half.width * half.width)).squareRoot()
      guard half.width > x, y < sight * 0.93 else { continue }
      let name = GradientWords.number(level)
      let label = PlotLabel(
        Phrase("contour f = \(name)", zh: "等高线 f = \(name)"), sides: [.below, .above], rank: 3,
        isOptional: true)
      return [
        PlotItem.words(label, beside: PlotPoint(x, -y), clearance: -10)
          .same("contour", id)
      ]
    }
    return []
  }
}
