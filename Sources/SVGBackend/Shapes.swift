import Drawing
import Geometry

extension SVGPainter {
  /// Writes an area or a line.
  mutating func draw(
    _ outline: Outline, _ fill: Fill?, _ stroke: Stroke?, _ place: DrawingPlan.Place, _ opacity: String,
    _ stencil: Stencil?
  ) {
    let grid = Grid(under: place.total)
    var style = Style()
    switch fill {
    case .plain(let paint) where paint.opacity > 0: style.add("fill", colorist.pigment(paint))
    case .hatch(let line, let ground): style.attribute("fill", "url(#\(hatch(line, ground, place)))")
    default: style.attribute("fill", "none")
    }
    if let stroke, stroke.width > 0 && stroke.paint.opacity > 0 { add(stroke, to: &style) }
    let (tag, attributes) = stencil.flatMap { reference($0, grid) } ?? form(outline, place.offset, grid)
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
    switch outline {
    case .rectangle(let r, let radius):
      let box = GridBox(r, offset, grid)
      return ("rect", at(box.x, box.y, grid) + box.extent(radius, grid))
    case .ellipse(let r):
      let box = GridBox(r, offset, grid)
      // Halves of the grid's steps need one more digit.
      let half = Grid(digits: min(grid.digits + 1, 5))
      let middle =
        " cx=\"\(half.text(step: 10 * box.x + 5 * box.width))\" cy=\"\(half.text(step: 10 * box.y + 5 * box.height))\""
      let (rx, ry) = (half.text(step: 5 * box.width), half.text(step: 5 * box.height))
      return box.width == box.height
        ? ("circle", "\(middle) r=\"\(rx)\"") : ("ellipse", "\(middle) rx=\"\(rx)\" ry=\"\(ry)\"")
    case .path(let path):
      guard let data = PathData(path.mapped { $0 + offset }, grid) else { return ("path", "") }
      return ("path", " d=\"\(data.text(grid))\"")
    }
  }
}

/// A rectangle in steps of a grid.
struct GridBox {
  let x, y, width, height: Int
  private let rect: Rect

  /// A rectangle moved by an offset. Both ends are rounded, so that neighbours that share an edge still do.
  init(_ r: Rect, _ offset: Point, _ grid: Grid) {
    let (a, b) = (grid.step(r.minX + offset.x), grid.step(r.maxX + offset.x))
    let (c, d) = (grid.step(r.minY + offset.y), grid.step(r.maxY + offset.y))
    (x, y, width, height) = (min(a, b), min(c, d), abs(b - a), abs(d - c))
    rect = r
  }

  /// The attributes of its size and its corners.
  func extent(_ radius: Double, _ grid: Grid) -> String {
    let corner = min(radius, rect.width.magnitude / 2, rect.height.magnitude / 2)
    let round = corner > 0 ? " rx=\"\(grid.text(corner))\"" : ""
    return " width=\"\(grid.text(step: width))\" height=\"\(grid.text(step: height))\"\(round)"
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
