import Drawing
import Geometry

extension SVGPainter {
  /// Counts equal forms, so that those drawn often are written once.
  mutating func findStencils() {
    for (i, mark) in frame.marks.enumerated() where plan.isSeen[i] && motion.marks[i] == nil {
      guard case .outline(.path(let path), let fill, _) = mark.shape else { continue }
      if case .hatch = fill { continue }
      let place = plan.places[mark.group]
      let grid = Grid(under: place.total)
      if let data = PathData(path.mapped { $0 + place.offset }, grid) {
        definitions.count(stencilKey(data, grid))
      }
    }
  }

  /// The reference to a form that is drawn often, or nil when it is shorter to write it again.
  mutating func stencil(_ outline: Outline, _ offset: Point, _ grid: Grid) -> (
    tag: String, attributes: String
  )? {
    guard case .path(let path) = outline, let data = PathData(path.mapped { $0 + offset }, grid) else {
      return nil
    }
    let key = stencilKey(data, grid)
    let times = definitions.count(of: key)
    let place = at(data.x, data.y, grid)
    let reference = place.utf8.count + options.id.utf8.count + 12
    let written = data.text(grid).utf8.count + 5
    guard times > 1 && times * written > written + options.id.utf8.count + 8 + times * reference else {
      return nil
    }
    let id = definitions.id(key) { "<path id=\"\($0)\" d=\"M0 0\(data.tail)\"/>" }
    return ("use", " href=\"#\(id)\"\(place)")
  }

  private func stencilKey(_ data: PathData, _ grid: Grid) -> String { "path\(grid.digits)\(data.tail)" }
}
