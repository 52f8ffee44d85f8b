import Figures

extension Rule {
  /// Text can be read where the figure is embedded.
  static let textSmall = Rule(
    "text-small", "At an embedded width of 720 pixels no text is under 11 pixels, no index under 7.",
    basis: "Legge and Bigelow, Does print size matter for reading? (2011): fluent reading ends near 0.2° "
      + "of x-height, 9–11 pixels of type at desk distance",
    .picture { picture in
      let shown = embeddedWidth / max(1, picture.frame.size.width)
      var out: [Flaw] = []
      for (item, words) in picture.texts {
        let body = words.line.runs.reduce(0) { max($0, $1.size) } * words.scale * shown
        let least = words.line.runs.reduce(Double.infinity) { min($0, $1.size) } * words.scale * shown
        guard body < minimum - 0.01 || least < indexMinimum - 0.01 else { continue }
        let (size, needed) = body < minimum - 0.01 ? (body, minimum) : (least, indexMinimum)
        out.append(
          Flaw(
            picture.element(item),
            "is \(points(size)) pixels high at 720: set it \(points(needed / size)) times as large"))
      }
      return out
    })

  /// Width at which articles show a figure, in pixels.
  private static let embeddedWidth = 720.0
  /// The least size of type there, and of raised or lowered indices, in pixels.
  private static let minimum = 11.0, indexMinimum = 7.0
}
