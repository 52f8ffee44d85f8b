import Drawing
import Geometry

/// How an outline that changes its form is animated: by the properties of its element.
struct OutlineMotion {
  /// Whether it is a circle at every moment.
  private let isRound: Bool
  /// Which of its numbers change.
  private var changes: [Bool]

  init(_ outlines: [Outline]) {
    isRound = outlines.allSatisfy { $0.bounds.width == $0.bounds.height }
    let rows = outlines.map { OutlineMotion.numbers($0) }
    changes = rows.first.map { $0.map { _ in false } } ?? []
    for row in rows.dropFirst() {
      for (i, x) in row.enumerated() where x != rows[0][i] { changes[i] = true }
    }
  }

  /// The numbers that make an outline: of a rectangle left, top, width, height and radius; of an ellipse middle
  /// and radii; of a path all coordinates.
  static func numbers(_ outline: Outline) -> [Double] {
    switch outline {
    case .rectangle(let r, let radius):
      let corner = min(radius, r.width.magnitude / 2, r.height.magnitude / 2)
      return [min(r.minX, r.maxX), min(r.minY, r.maxY), r.width.magnitude, r.height.magnitude, corner]
    case .ellipse(let r): return [r.midX, r.midY, r.width.magnitude / 2, r.height.magnitude / 2]
    case .path(let path): return path.points.flatMap { [$0.x, $0.y] }
    }
  }

  /// How far each number may be off, in points.
  static func tolerance(_ outline: Outline) -> [Double] { numbers(outline).map { _ in 0.12 } }

  /// What says an outline, as far as it changes.
  func declarations(_ outline: Outline) -> String {
    let names: [String]
    switch outline {
    case .rectangle: names = ["x", "y", "width", "height", "rx"]
    case .ellipse: names = ["cx", "cy", isRound ? "r" : "rx", isRound ? "" : "ry"]
    case .path(let path): return "d:path(\"\(OutlineMotion.data(path))\")"
    }
    let numbers = OutlineMotion.numbers(outline)
    return names.indices.filter { changes[$0] && !names[$0].utf8.isEmpty }
      .map { "\(names[$0]):\(pixels(numbers[$0]))" }.joined(separator: ";")
  }

  /// A path whose steps are written the same way whatever their numbers, so that a browser can mix two.
  private static func data(_ path: Path) -> String {
    var out = ""
    for element in path.elements {
      switch element {
      case .move(let p): out += "M" + text([p])
      case .line(let p): out += "L" + text([p])
      case .cubic(let a, let b, let p): out += "C" + text([a, b, p])
      case .close: out += "Z"
      }
    }
    return out
  }

  private static func text(_ points: [Point]) -> String {
    points.map { "\(Grid.standard.text($0.x)) \(Grid.standard.text($0.y))" }.joined(separator: " ")
  }
}

/// A length in CSS pixels, which are the units of the drawing.
func pixels(_ x: Double) -> String {
  let text = Grid.fine.text(x)
  return text.utf8.elementsEqual("0".utf8) || text.utf8.elementsEqual("-0".utf8) ? "0" : text + "px"
}

extension Outline {
  /// How far this outline is from another of the same form and size; nil for any other.
  func shift(from other: Outline) -> Point? {
    let (a, b) = (OutlineMotion.numbers(other), OutlineMotion.numbers(self))
    guard a.count == b.count, a.count >= 2 else { return a.count == b.count ? .zero : nil }
    let d = Point(b[0] - a[0], b[1] - a[1])
    let isSame: Bool
    if case .path = self {
      isSame = a.indices.allSatisfy { (b[$0] - a[$0] - ($0 % 2 == 0 ? d.x : d.y)).magnitude < 1e-6 }
    } else {
      isSame = a.indices.dropFirst(2).allSatisfy { (b[$0] - a[$0]).magnitude < 1e-6 }
    }
    return isSame ? d : nil
  }
}
