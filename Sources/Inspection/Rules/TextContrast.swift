import Figures

extension Rule {
  /// Words stand out from what is painted behind them.
  static let textContrast = Rule(
    "text-contrast", "Text has 4.5:1 on what is painted behind it (3:1 from 24 pixels on), in both themes.",
    basis: "WCAG 2.2, 1.4.3 Contrast (Minimum)",
    .picture { picture in
      var out: [Flaw] = []
      for name in [Theme.Name.light, .dark] {
        let theme = Theme(name)
        for (item, words) in picture.texts {
          if let flaw = flaw(item, words, picture, theme) { out.append(flaw) }
        }
      }
      return out
    })

  private static func flaw(_ item: Item, _ words: Words, _ picture: Picture, _ theme: Theme) -> Flaw? {
    let behind = picture.items.filter { $0.mark < item.mark && $0.bounds.outset(by: 4).intersects(words.ink) }
    let paper = theme.color(.paper)
    var worst: (ratio: Double, needed: Double)?
    for (run, box) in zip(words.line.runs, words.runs) where box.width > 0 {
      let ink = theme.color(run.paint.faded(item.opacity))
      let shown = run.size * words.scale * 720 / max(1, picture.frame.size.width)
      let needed = shown >= 24 ? 3 : 4.5
      for point in spots(box) {
        let ground = words.line.halo >= 1.5 ? paper : picture.color(at: point, of: behind, theme, thinnest: 4)
        let ratio = ink.over(ground).contrast(with: ground)
        if ratio < needed - 0.005, ratio / needed < (worst.map { $0.ratio / $0.needed } ?? .infinity) {
          worst = (ratio, needed)
        }
      }
    }
    guard let worst else { return nil }
    return Flaw(
      picture.element(item),
      "has a contrast of \(fixed(worst.ratio, 1)):1 on its ground and needs \(trimmed(worst.needed, 1)):1: "
        + "use ink, or the role’s text or onFill paint, or an opaque plate", theme: theme.name)
  }

  /// Points of a text box at which its ground is looked at.
  private static func spots(_ box: Rect) -> [Point] {
    let columns = max(2, min(9, Int(box.width / 12)))
    return (0..<columns).flatMap { i in
      [0.2, 0.8].map { box.point((Double(i) + 0.5) / Double(columns), $0) }
    }
  }
}
