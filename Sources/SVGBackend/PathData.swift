import Geometry

/// A path in SVG's words: where it starts, and steps relative to that, as short as they can be.
struct PathData {
  /// The start, in steps of the grid.
  let x, y: Int
  /// Everything after the start; equal for equal forms, wherever they stand.
  let tail: String

  /// Nil when there is nothing to draw.
  init?(_ path: Path, _ grid: Grid) {
    var pen = Pen(grid: grid)
    var start: (x: Int, y: Int)?
    for element in path.elements {
      switch element {
      case .move(let p):
        if start == nil { start = pen.jump(to: p) } else { pen.move(to: p) }
      case .line(let p):
        if start == nil { start = pen.jump(to: p) } else { pen.line(to: p) }
      case .cubic(let a, let b, let p):
        if start == nil { start = pen.jump(to: a) }
        pen.cubic(a, b, p)
      case .close: if start != nil { pen.close() }
      }
    }
    guard let start, !pen.out.utf8.isEmpty else { return nil }
    (x, y) = (start.x, start.y)
    tail = pen.out
  }
}

private struct Pen {
  let grid: Grid
  var x = 0, y = 0
  var out = ""
  private var home = (0, 0)
  private var letter = ""
  /// Whether the last number has a point, so that the next may start with one.
  private var hasPoint = false

  init(grid: Grid) { self.grid = grid }

  /// Starts the first contour, and says where.
  mutating func jump(to p: Point) -> (x: Int, y: Int) {
    (x, y) = (grid.step(p.x), grid.step(p.y))
    home = (x, y)
    return (x, y)
  }

  mutating func move(to p: Point) {
    step("m", [p])
    home = (x, y)
  }

  mutating func line(to p: Point) {
    let (dx, dy) = (grid.step(p.x) - x, grid.step(p.y) - y)
    if dy == 0 {
      write("h", [dx])
    } else if dx == 0 {
      write("v", [dy])
    } else {
      write("l", [dx, dy])
    }
    (x, y) = (x + dx, y + dy)
  }

  mutating func cubic(_ a: Point, _ b: Point, _ p: Point) { step("c", [a, b, p]) }

  mutating func close() {
    out += "z"
    letter = "z"
    (x, y) = home
  }

  private mutating func step(_ verb: String, _ points: [Point]) {
    var numbers: [Int] = []
    var end = (x, y)
    for p in points {
      end = (grid.step(p.x), grid.step(p.y))
      numbers += [end.0 - x, end.1 - y]
    }
    write(verb, numbers)
    (x, y) = end
  }

  private mutating func write(_ verb: String, _ numbers: [Int]) {
    var isFirst = false
    if verb.utf8.first != letter.utf8.first || verb.utf8.first == UInt8(ascii: "m") {
      out += verb
      letter = verb
      isFirst = true
    }
    for n in numbers {
      let text = grid.text(step: n)
      let startsWithPoint = text.utf8.first == UInt8(ascii: ".")
      if !isFirst && n >= 0 && !(startsWithPoint && hasPoint) { out += " " }
      out += text
      hasPoint = text.utf8.contains(UInt8(ascii: "."))
      isFirst = false
    }
  }
}
