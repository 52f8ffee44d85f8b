import Drawing
import Geometry

extension SVGPainter {
  /// Writes a line of text: real characters, each stretch where layout measured it.
  mutating func draw(_ line: TextLine, _ place: DrawingPlan.Place, _ opacity: String) {
    let runs = line.runs.filter { $0.size > 0 && !$0.text.utf8.isEmpty }
    guard let first = runs.first else { return }
    let grid = Grid(under: place.total)
    let origin = line.origin + place.offset
    // A copy made by `use` sees no class of the page, so what it must share stands at the elements.
    let isCopied = line.halo > 0 && runs.count > 1
    var style = style(of: first, in: runs, copied: isCopied)
    // A reader without these letters still centres the words, or ends them where they should.
    let share = runs.count == 1 && (line.anchor == 0.5 || line.anchor == 1) ? line.anchor : 0
    if share > 0 { style.add("text-anchor", share == 1 ? "end" : "middle") }
    let x = grid.step(origin.x + first.offset.x + share * first.width)
    let y = grid.step(origin.y + first.offset.y)
    let content = escaped(first.text) + rest(of: runs, after: style, copied: isCopied, from: origin, y, grid)
    var element = Element(tag: "text", attributes: at(x, y, grid), content: content)
    if hasSpacesToKeep(runs) { element.attributes += " xml:space=\"preserve\"" }
    guard line.halo > 0 else {
      element.attributes += opacity
      return put(element, style)
    }
    let halo = haloStyle(line.halo)
    guard isCopied else {
      element.attributes += opacity
      return put(element, style.with(halo))
    }
    // A stretch's rim would cover the end of the one before: all rims first, on a copy below, whose
    // letters are of paper too.
    let id = definitions.name()
    element.attributes += " id=\"\(id)\""
    let copy = Element(tag: "use", attributes: " href=\"#\(id)\"")
    var paper = Style()
    paper.add("fill", colorist.pigment(.paper))
    let both = text(copy, classes.attributes(paper.with(halo))) + text(element, classes.attributes(style))
    put(Element(tag: "g", attributes: opacity, content: both), Style())
  }

  /// Whether a reader that folds spaces would lose one: what the root says of spaces ends at `text` in some.
  private func hasSpacesToKeep(_ runs: [TextRun]) -> Bool {
    let bytes = runs.flatMap { Array($0.text.utf8) }
    let space = UInt8(ascii: " ")
    return bytes.first == space || bytes.last == space
      || zip(bytes, bytes.dropFirst()).contains { $0 == space && $1 == space }
  }

  /// The stretches after the first, whose look is around them.
  private mutating func rest(
    of runs: [TextRun], after first: Style, copied: Bool, from origin: Point, _ baseline: Int, _ grid: Grid
  ) -> String {
    var out = ""
    var y = baseline
    for run in runs.dropFirst() {
      let own = style(of: run, in: runs, copied: copied).without(first)
      let below = grid.step(origin.y + run.offset.y)
      out += "<tspan\(classes.attributes(own)) x=\"\(grid.text(origin.x + run.offset.x))\""
      if below != y { out += " y=\"\(grid.text(step: below))\"" }
      out += ">\(escaped(run.text))</tspan>"
      y = below
    }
    return out
  }

  private mutating func style(of run: TextRun, in runs: [TextRun], copied: Bool) -> Style {
    var style = Style()
    let pigment = colorist.pigment(run.paint)
    if copied { style.addRule("fill", pigment) } else { style.add("fill", pigment) }
    if pigment.opacity >= 1 && runs.contains(where: { colorist.pigment($0.paint).opacity < 1 }) {
      style.add("fill-opacity", "1")
    }
    let letters = [
      ("font-size", Grid.fine.text(run.size) + (classes.isPlain ? "" : "px")),
      ("font-weight", "\(weight(run.face))"),
      ("font-family", lettering.families(run.face)),
    ]
    for (name, value) in letters {
      if copied { style.attribute(name, value) } else { style.add(name, value) }
    }
    return style
  }

  /// A rim of paper around letters: a line along their outlines, of which the inner half is covered.
  mutating func haloStyle(_ width: Double, scale: Double = 1) -> Style {
    var style = Style()
    style.add("stroke", colorist.pigment(.paper))
    style.add("stroke-width", Grid.fine.text(2 * width / scale))
    style.add("stroke-linejoin", "round")
    style.add("paint-order", "stroke")
    return style
  }
}
