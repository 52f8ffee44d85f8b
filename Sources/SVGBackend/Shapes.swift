import Drawing
import Geometry

extension SVGPainter {
  /// Writes an area or a line.
  mutating func draw(
    _ outline: Outline, _ fill: Fill?, _ stroke: Stroke?, _ place: DrawingPlan.Place, _ opacity: String,
    moves: Bool
  ) {
    let grid = Grid(under: place.total)
    var style = Style()
    switch fill {
    case .plain(let paint) where paint.opacity > 0: style.add("fill", colorist.pigment(paint))
    case .hatch(let line, let ground): style.attribute("fill", "url(#\(hatch(line, ground, place)))")
    default: style.attribute("fill", "none")
    }
    if let stroke, stroke.width > 0 && stroke.paint.opacity > 0 { add(stroke, to: &style) }
    var isHatched = false
    if case .hatch = fill { isHatched = true }
    let stencil = isHatched || moves ? nil : self.stencil(outline, place.offset, grid)
    let (tag, attributes) = stencil ?? form(outline, place.offset, grid)
    put(Element(tag: tag, attributes: attributes + opacity), style)
  }

  private mutating func add(_ stroke: Stroke, to style: inout Style) {
    style.add("stroke", colorist.pigment(stroke.paint))
    style.add("stroke-width", Grid.fine.text(stroke.width))
    if stroke.dash.contains(where: { $0 > 0 }) {
      style.add("stroke-dasharray", stroke.dash.map { Grid.fine.text(max(0, $0)) }.joined(separator: " "))
    }
    if stroke.cap == .round { style.add("stroke-linecap", "round") }
  }

  /// The element that draws a form moved by an offset: its name and its attributes.
  func form(_ outline: Outline, _ offset: Point, _ grid: Grid) -> (tag: String, attributes: String) {
    func span(_ a: Double, _ b: Double) -> (start: Int, length: Int) {
      // Both ends are rounded, so that neighbours that share an edge still do.
      let (lo, hi) = (grid.step(min(a, b)), grid.step(max(a, b)))
      return (lo, hi - lo)
    }
    switch outline {
    case .rectangle(let r, let radius):
      let x = span(r.minX + offset.x, r.maxX + offset.x)
      let y = span(r.minY + offset.y, r.maxY + offset.y)
      var out = at(x.start, y.start, grid)
      out += " width=\"\(grid.text(step: x.length))\" height=\"\(grid.text(step: y.length))\""
      let corner = min(radius, r.width.magnitude / 2, r.height.magnitude / 2)
      if corner > 0 { out += " rx=\"\(grid.text(corner))\"" }
      return ("rect", out)
    case .ellipse(let r):
      let x = span(r.minX + offset.x, r.maxX + offset.x)
      let y = span(r.minY + offset.y, r.maxY + offset.y)
      // Halves of the grid's steps need one more digit.
      let half = Grid(digits: min(grid.digits + 1, 5))
      func center(_ s: (start: Int, length: Int)) -> String { half.text(step: 10 * s.start + 5 * s.length) }
      let middle = " cx=\"\(center(x))\" cy=\"\(center(y))\""
      if x.length == y.length { return ("circle", "\(middle) r=\"\(half.text(step: 5 * x.length))\"") }
      return (
        "ellipse", "\(middle) rx=\"\(half.text(step: 5 * x.length))\" ry=\"\(half.text(step: 5 * y.length))\""
      )
    case .path(let path):
      guard let data = PathData(path.mapped { $0 + offset }, grid) else { return ("path", "") }
      return ("path", " d=\"\(data.text(grid))\"")
    }
  }
}

extension PathData {
  /// The whole path.
  func text(_ grid: Grid) -> String {
    let second = grid.text(step: y)
    return "M\(grid.text(step: x))\(y < 0 ? "" : " ")\(second)\(tail)"
  }
}

/// The attributes `x` and `y`, left out where they are 0.
func at(_ x: Int, _ y: Int, _ grid: Grid) -> String {
  (x == 0 ? "" : " x=\"\(grid.text(step: x))\"") + (y == 0 ? "" : " y=\"\(grid.text(step: y))\"")
}
