import Figures

/// A moment of a figure, as the command line writes it: `still`, `<beat>`, `<beat>:<progress>`,
/// `<seconds>s`, or `beats` for the rests of all beats.
public enum MomentAddress: Sendable, Equatable {
  /// The one picture that explains the mode alone.
  case still
  /// Where each beat rests.
  case rests
  /// A beat by name or address, at a progress of its motion: 0 where the beat before rests, 1 at its own rest.
  case beat(String, progress: Double)
  /// Seconds from the start of the story.
  case second(Double)

  /// Reads an address.
  public init(_ text: String) throws(InputError) {
    if text == "still" {
      self = .still
    } else if text == "beats" {
      self = .rests
    } else if text.last == "s", let seconds = exactNumber(text.dropLast()) {
      guard seconds >= 0 else { throw InputError("--at \(text) lies before the start of the story, 0s") }
      self = .second(seconds)
    } else if let colon = text.lastIndex(of: ":") {
      let progress = exactNumber(text[text.index(after: colon)...])
      guard colon > text.startIndex, let progress, progress >= 0, progress <= 1 else {
        throw InputError("--at \(text) is not a moment: write <beat>:<progress> with a progress from 0 to 1")
      }
      self = .beat(String(text[..<colon]), progress: progress)
    } else if text.isEmpty {
      throw InputError("--at needs a moment: still, beats, <beat>, <beat>:<progress 0…1> or <seconds>s")
    } else {
      self = .beat(text, progress: 1)
    }
  }
}

/// The number that a plain decimal text stands for, rounded once, so that `"\(number)"` reads back as
/// the same number; nil for anything else.
func exactNumber(_ text: Substring) -> Double? {
  guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
  guard let number = Double(text), number.isFinite else { return nil }
  return number
}

/// A number as addresses write it: the shortest text that reads back as the same number.
func exactText(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
