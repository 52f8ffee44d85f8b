import Drawing
import Geometry

extension SVGPainter {
  /// The id of a pattern of lines over a ground, which lie on the canvas wherever the group is.
  mutating func hatch(_ line: Paint, _ ground: Paint, _ place: DrawingPlan.Place) -> String {
    let (lines, below) = (colorist.pigment(line), colorist.pigment(ground))
    var (over, under) = (Style(), Style())
    over.add("stroke", lines)
    over.add("stroke-width", Grid.fine.text(Fill.hatchWidth))
    under.add("fill", below)
    let pitch = Grid.fine.text(Fill.hatchPitch)
    var content = ""
    if below.opacity > 0 {
      content += "<rect\(classes.attributes(under)) width=\"\(pitch)\" height=\"\(pitch)\"/>"
    }
    let middle = Grid.fine.text(Fill.hatchPitch / 2)
    if lines.opacity > 0 { content += "<path\(classes.attributes(over)) d=\"M\(middle) 0V\(pitch)\"/>" }
    let start =
      "width=\"\(pitch)\" height=\"\(pitch)\" patternUnits=\"userSpaceOnUse\" patternTransform=\"\(turn(place))\""
    return definitions.id("hatch" + start + content) { "<pattern id=\"\($0)\" \(start)>\(content)</pattern>" }
  }

  /// The map that lays vertical lines at 45° on the canvas, in the coordinates of a group.
  private func turn(_ place: DrawingPlan.Place) -> String {
    let m = Affine.translation(-place.offset.x, -place.offset.y).then(place.total)
    let rotation = "rotate(45)"
    if m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1 { return rotation }
    let det = m.a * m.d - m.b * m.c
    let (a, b, c, d) = (m.d / det, -m.b / det, -m.c / det, m.a / det)
    let (tx, ty) = (-(a * m.tx + c * m.ty), -(b * m.tx + d * m.ty))
    let numbers = [a, b, c, d].map { Grid.finest.text($0) } + [tx, ty].map { Grid(digits: 3).text($0) }
    return "matrix(\(numbers.joined(separator: " "))) \(rotation)"
  }
}
