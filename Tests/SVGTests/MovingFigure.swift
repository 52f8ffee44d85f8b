import Figures
import SVGBackend

/// Whatever can change in a picture changes in this story: place, form, turn, lens, colour, words, numbers.
struct MovingFigure: Figure {
  enum Mode: String, CaseIterable, Sendable { case all }
  static let about = About("moving", part: "00-test", title: Phrase("Everything moves", zh: "一切都在动"))
  static func inputs(_ knobs: inout Knobs) {}

  static func story(_ inputs: Void, _ mode: Mode) -> Story<Int> {
    Story {
      Beat("one", 0, Phrase("This is how it starts.", zh: "开始。"), hold: 0.4)
      Beat("two", 1, Phrase("Now the rest follows.", zh: "继续。"), hold: 0.4)
      Beat("three", run: [2, 3], Phrase("And all of it returns.", zh: "回来。"), hold: 0.4)
      Beat("four", 3, Phrase("A clock runs.", zh: "钟在走。"), continuous: 0.5, hold: 0.4)
      Beat("five", 1, Phrase("Cut to an old state.", zh: "切回。"), pace: .cut, hold: 0.4)
    }
  }

  static func view(_ s: Int, _ at: Moment) -> Stage {
    let (odd, x) = (s % 2 == 1, Double(s))
    return Stage(telemetry: Telemetry([.init(Phrase("steps", zh: "步数"), 20 * x + at.progress, digits: 1)])) {
      Node.filling { rect, canvas in
        func put(_ node: Node, _ x: Double, _ y: Double, _ index: Int) {
          canvas.put(node, at: Point(x, y), .topLeading, index: index)
        }
        put(
          Box(odd ? .solid(.cache) : .rest(.compute)).frame(width: 60 + 40 * x, height: 40).same("bar"),
          60 + 120 * x, 130, 0)
        put(Box(odd ? .idle : .panel).frame(width: 120, height: 36).same("hatch"), 60 + 60 * x, 190, 1)
        put(Box(.rest(.storage)).frame(width: 70, height: 40).rotated(0.4 * x).same("turning"), 640, 140, 2)
        put(
          Overlay {
            Box(.rest(.block)).frame(width: 160, height: 90)
            Text(Phrase("lens 透镜", zh: "透镜 lens"), .label).same("words")
          }.zoomed(to: odd ? Rect(0.25, 0.25, 0.5, 0.5) : Rect(0, 0, 1, 1)).same("lens"), 740, 130, 3)
        // Two change places, one enters, one leaves.
        put(Box(.category(1)).frame(width: 50, height: 50).same("a"), odd ? 260 : 60, 260, 4)
        put(Box(.category(2)).frame(width: 50, height: 50).same("b"), odd ? 60 : 260, 260, 5)
        if s > 0 {
          put(
            Text("in", .label).frame(width: 90, height: 50).background(.rest(.sync)).same("new"), 400, 260, 6)
        }
        if s < 2 { put(Box(.rest(.alarm)).frame(width: 50, height: 50).same("old"), 520, 260, 7) }
        put(Node.circle(20 + 15 * x).same("dot"), 700, 260, 8)
        put(Node.curve(x).same("curve"), 60, 340, 9)
        put(Text(odd ? "odd words" : "even words", .label).same("label"), 740, 330, 10)
        put(
          Text("mixed 颜色", TextStyle.label.painted(odd ? .role(.alarm, .text) : .ink)).same("hue"), 740, 370,
          11)
        put(
          Box(.rest(.sync)).frame(width: 20 + 200 * at.progress, height: 12).same("clock"), 60, 450, 12)
      }
    }
  }

  static func still(_ inputs: Void, _ mode: Mode) -> Stage {
    var stage = view(1, .still)
    stage.caption = Phrase("All at once.", zh: "一次看全。")
    return stage
  }

  static let figure = try? Catalogue.Entry(Self.self).prepared()
}

extension Node {
  fileprivate static func circle(_ radius: Double) -> Node {
    Node(width: 2 * radius, height: 2 * radius) { rect, canvas in
      canvas.outline(.ellipse(rect), fill: .role(.cache, .fill), stroke: .edge(.cache))
    }
  }

  /// A wave that bends, and at the end has other joints.
  fileprivate static func curve(_ x: Double) -> Node {
    Node(width: 560, height: 80) { rect, canvas in
      var path = Path()
      path.move(to: Point(rect.minX, rect.maxY))
      if x < 3 {
        path.cubic(
          Point(rect.minX + 180, rect.minY - 40 * x), Point(rect.minX + 360, rect.maxY + 20 * x),
          to: Point(rect.maxX, rect.minY))
      } else {
        path.line(to: rect.center)
        path.line(to: Point(rect.maxX, rect.minY))
      }
      canvas.outline(.path(path), stroke: Stroke(.ink, width: 2, dash: [8, 4]))
    }
  }
}

extension MovingStory {
  /// The story of a figure.
  init(_ figure: Prepared, _ language: Language, once: Bool = false) {
    let board = figure.storyboard(language)
    self.init(
      still: figure.still(language), duration: board.duration, once: once,
      stretches: board.timings.enumerated().map {
        .init(start: $1.start, length: $1.motion, joints: board.joints(beat: $0))
      }, frame: { board.frame(beat: $0, progress: $1) ?? Frame(size: Size(1, 1)) })
  }
}
