import Figures

/// A story in words, as Markdown: for each beat its caption, when it is told, and what can be seen.
struct Transcript {
  private let telling: Telling

  init(_ telling: Telling) { self.telling = telling }

  /// The whole text.
  var text: String {
    let (figure, language) = (telling.figure, telling.language)
    let isChinese = language == .zh
    func words(_ phrase: Phrase) -> String { escaped(plainText(phrase[language])) }
    var out = "# \(words(figure.about.title))\n"
    out += isChinese ? "\n## 全图\n" : "\n## The whole at a glance\n"
    out += "\n\(words(figure.stillDescription))\n"
    for (i, (beat, timing)) in zip(figure.beats, telling.storyboard.timings).enumerated() {
      out += "\n## \(i + 1). \(words(beat.caption))\n"
      out += "\n\(clock(timing.start))–\(clock(timing.end))\n"
      let description = words(beat.description)
      // Where nothing else can be told, the description is the caption again.
      if description != words(beat.caption) { out += "\n\(description)\n" }
    }
    return out
  }

  /// Minutes and seconds.
  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  /// A text whose characters Markdown does not take for marks.
  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
