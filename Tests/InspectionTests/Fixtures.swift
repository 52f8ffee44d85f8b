import Figures

@testable import Inspection

/// A still with things put freely on the canvas.
func picture(
  _ language: Language = .en, _ moment: Place.Moment = .still,
  _ draw: @escaping @Sendable (inout Canvas) -> Void
) -> Picture {
  let node = Node.filling { _, canvas in draw(&canvas) }
  return Picture(
    layOut(node, size: Stage.canvas, language: language).frame,
    Place(figure: "fixture", mode: "story", language: language, moment: moment))
}

extension Canvas {
  /// Writes words with the left end of their baseline at a point.
  mutating func write(_ words: String, _ x: Double, _ y: Double, _ style: TextStyle = .note, halo: Double = 0)
  {
    text(measure(words, style, language), at: Point(x, y), halo: halo)
  }

  /// Draws a box with square corners.
  mutating func box(_ rect: Rect, _ fill: Fill? = .role(.compute, .fill), _ stroke: Stroke? = .edge(.compute))
  {
    outline(.rectangle(rect, radius: 4), fill: fill, stroke: stroke)
  }
}

/// A telling whose beats run through frames, at one pace.
func telling(
  in language: Language = .en, captions: [String]? = nil, pace: Pace = .standard, _ beats: [[Frame]]
) -> Telling {
  telling(
    beats.enumerated().map { i, states in
      StoryboardBeat(
        name: "beat \(i)", caption: captions?[i] ?? "Caption \(i).", pace: pace,
        states: states.map { f in { _ in f } })
    }, in: language)
}

/// A telling of laid-out beats.
func telling(_ beats: [StoryboardBeat], in language: Language = .en) -> Telling {
  let board = Storyboard(beats, language: language)
  return Telling(
    place: Place(figure: "fixture", mode: "story", language: language), still: beats[0].states[0](0),
    stillCaption: "What it is.",
    beats: beats.indices.map { i in
      Telling.Beat(
        name: "beat-\(i)", caption: beats[i].caption, motion: board.timings[i].motion,
        rest: board.timings[i].rest, samples: Telling.samples(of: board, i, true))
    }, frame: { board.frame(beat: $0, progress: $1) })
}

/// A frame of things put freely on the canvas.
func frame(@NodeBuilder _ body: () -> Few<Node>) -> Frame {
  let nodes = body()
  return layOut(Overlay(align: .topLeading) { nodes }, size: Stage.canvas, language: .en).frame
}

/// A box of a size at a place, with an identity.
func chip(
  _ id: Int, _ x: Double, _ y: Double, _ size: Size = Size(60, 30), _ surface: Surface = .rest(.cache)
) -> Node {
  Box(surface).frame(width: size.width, height: size.height).same("chip", id).padding(Insets(left: x, top: y))
}
