import Figures
import Testing

/// What holds for every figure, in the settings that are hardest for it. Findings are reported where a figure's
/// own test states the law.
struct FigureLaws {
  let entry: Catalogue.Entry
  let settings: [[(name: String, text: String)]]

  /// The figure lays out, and no text lies on another or near the edge, in any setting.
  func isSound(_ mode: String, _ language: Language, here: SourceLocation = #_sourceLocation) throws {
    for given in settings {
      let figure = try entry.prepared(mode: mode, given: given)
      #expect(figure.problem(language) == nil, "\(given)", sourceLocation: here)
      for (place, frame) in figure.rests(language) {
        let (overlaps, near) = (frame.overlappingTexts, frame.textsNearEdge())
        #expect(overlaps.isEmpty, "\(given), \(place): \(overlaps)", sourceLocation: here)
        #expect(near.isEmpty, "\(given), \(place): \(near)", sourceLocation: here)
      }
    }
  }

  /// Each parameter, at each other end of its range, changes what is drawn in the still and the last beat.
  func everyParameterChangesTheDrawing(_ mode: String, here: SourceLocation = #_sourceLocation) throws {
    let sound = try entry.prepared(mode: mode)
    let still = sound.still(.en).drawing
    let last = try #require(sound.rests(.en).last, sourceLocation: here).frame.drawing
    for parameter in entry.parameters {
      for extreme in parameter.extremes where extreme != parameter.start {
        let figure = try entry.prepared(mode: mode, given: [(name: parameter.name, text: extreme)])
        let what = "\(parameter.name)=\(extreme)"
        #expect(figure.still(.en).drawing != still, "\(what), still", sourceLocation: here)
        let rest = try #require(figure.rests(.en).last, sourceLocation: here).frame.drawing
        #expect(rest != last, "\(what), last beat", sourceLocation: here)
      }
    }
  }

  /// The names of the beats, at least so many, are the same for all inputs.
  func beatsDependOnTheModeOnly(_ mode: String, least: Int, here: SourceLocation = #_sourceLocation) throws {
    let names = try entry.prepared(mode: mode).beats.map { $0.name }
    #expect(names.count >= least, sourceLocation: here)
    for given in settings {
      let others = try entry.prepared(mode: mode, given: given).beats.map { $0.name }
      #expect(others == names, sourceLocation: here)
    }
  }

  /// Every caption is translated and short enough to read.
  func captionsFit(_ mode: String, here: SourceLocation = #_sourceLocation) throws {
    for given in settings {
      let figure = try entry.prepared(mode: mode, given: given)
      for caption in figure.beats.map({ $0.caption }) + [figure.caption].compactMap({ $0 }) {
        #expect(caption.isTranslated, sourceLocation: here)
        #expect(caption.length(.en) <= 90, "\(caption[.en])", sourceLocation: here)
        #expect(caption.length(.zh) <= 40, "\(caption[.zh])", sourceLocation: here)
      }
    }
  }

  /// Every beat after the first moves, and starts where the one before rests.
  func beatsMoveAndJoin(_ mode: String, here: SourceLocation = #_sourceLocation) throws {
    let figure = try entry.prepared(mode: mode)
    let board = figure.storyboard(.en)
    for i in figure.beats.indices.dropFirst() {
      let start = try #require(board.frame(beat: i, progress: 0), sourceLocation: here)
      let rest = try #require(board.frame(beat: i, progress: 1), sourceLocation: here)
      #expect(start != rest, "\(figure.beats[i].name) does not move", sourceLocation: here)
      #expect(board.frame(beat: i - 1, progress: 1) == start, sourceLocation: here)
    }
  }

  /// Each label can be read in one text of some mode.
  func says(_ labels: [String], _ language: Language, here: SourceLocation = #_sourceLocation) throws {
    let words = try entry.modes.flatMap { try entry.prepared(mode: $0).rests(language) }
      .flatMap { $0.frame.seenTexts.map { $0.words } }
    for label in labels {
      #expect(words.contains { $0.contains(label) }, "\(label)", sourceLocation: here)
    }
  }
}
