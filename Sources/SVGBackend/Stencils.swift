import Drawing
import Geometry

/// A form that may stand in several places: where it is, and what it is wherever it stands.
struct Stencil {
  /// Its place, in steps of the grid.
  let x, y: Int
  /// The element that draws it at the origin: its name, and its attributes with a space before each.
  let tag, attributes: String
  /// How many bytes it takes where it stands.
  let size: Int

  /// Equal for equal forms.
  let key: String

  /// Nil for forms that are short enough, or empty.
  init?(_ outline: Outline, _ offset: Point, _ grid: Grid) {
    switch outline {
    // A plain rectangle is hardly longer than a reference to it.
    case .rectangle(_, let radius) where radius <= 0: return nil
    case .rectangle(let rect, let radius):
      let box = GridBox(rect, offset, grid)
      (x, y, tag, attributes) = (box.x, box.y, "rect", box.extent(radius, grid))
      size = at(x, y, grid).utf8.count + attributes.utf8.count + 1
    case .ellipse: return nil
    case .path(let path):
      guard let data = PathData(path.mapped { $0 + offset }, grid) else { return nil }
      (x, y, tag, attributes) = (data.x, data.y, "path", " d=\"M0 0\(data.tail)\"")
      size = data.text(grid).utf8.count + 5
    }
    key = tag + attributes
  }
}

extension SVGPainter {
  /// Finds the form of each mark that is drawn and stays, and counts equal ones, so that those drawn often are written
  /// once.
  mutating func findStencils() {
    stencils = frame.marks.indices.map { i in
      guard plan.isSeen[i], motion.marks[i] == nil,
        case .outline(let outline, let fill, _) = frame.marks[i].shape
      else { return nil }
      if case .hatch = fill { return nil }
      let place = plan.places[frame.marks[i].group]
      return Stencil(outline, place.offset, Grid(under: place.total))
    }
    for case let stencil? in stencils { definitions.count(stencil.key) }
  }

  /// The reference to a form that is drawn often, or nil when it is shorter to write it again.
  mutating func reference(_ stencil: Stencil, _ grid: Grid) -> (tag: String, attributes: String)? {
    let times = definitions.count(of: stencil.key)
    guard times > 1 else { return nil }
    let place = at(stencil.x, stencil.y, grid)
    let reference = place.utf8.count + options.id.utf8.count + 12
    let written = stencil.size
    guard times * written > written + options.id.utf8.count + 8 + times * reference else { return nil }
    let id = definitions.id(stencil.key) { "<\(stencil.tag) id=\"\($0)\"\(stencil.attributes)/>" }
    return ("use", " href=\"#\(id)\"\(place)")
  }
}
