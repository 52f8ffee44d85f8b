import Drawing
import Geometry

/// Adds up 0 times each number, which stays 0 until one is infinite or not a number.
struct Finite {
  private var sum = 0.0

  init(_ numbers: Double...) { for x in numbers { sum += x * 0 } }

  var isFinite: Bool { sum == 0 }

  mutating func add(_ x: Double) { sum += x * 0 }
  mutating func add(_ x: Double, _ y: Double) { sum += x * 0 + y * 0 }
  mutating func add(_ r: Rect) {
    add(r.minX, r.minY)
    add(r.width, r.height)
  }

  mutating func add(_ outline: Outline) {
    switch outline {
    case .rectangle(let r, let radius):
      add(r)
      add(radius)
    case .ellipse(let r): add(r)
    case .path(let path): for p in path.points { add(p.x, p.y) }
    }
  }
}

extension Mark {
  /// Refuses numbers that would poison a Cairo context.
  func checkNumbers() throws(DrawingError) {
    var sum = Finite(opacity)
    switch shape {
    case .outline(let outline, let fill, let stroke):
      sum.add(outline)
      switch fill {
      case .plain(let paint): sum.add(paint.opacity, paint.share)
      case .hatch(let line, let ground):
        sum.add(line.opacity, line.share)
        sum.add(ground.opacity, ground.share)
      case nil: break
      }
      if let stroke {
        sum.add(stroke.width)
        sum.add(stroke.paint.opacity, stroke.paint.share)
        for d in stroke.dash { sum.add(d) }
        guard sum.isFinite else { throw .notFinite(source) }
        try check(stroke, along: outline)
      }
    case .text(let line):
      sum.add(line.origin.x, line.origin.y)
      sum.add(line.halo, line.width)
      for run in line.runs {
        sum.add(run.offset.x, run.offset.y)
        sum.add(run.size, run.width)
        sum.add(run.paint.opacity, run.paint.share)
      }
    case .raster(let raster):
      sum.add(raster.rect)
      guard Double(max(raster.columns, raster.rows)) <= PixelLimit.side else { throw .tooManyCells(source) }
    }
    guard sum.isFinite else { throw .notFinite(source) }
  }

  /// A line could be cut into millions of pieces.
  private func check(_ stroke: Stroke, along outline: Outline) throws(DrawingError) {
    guard !stroke.dash.isEmpty else { return }
    let period = stroke.dash.reduce(0, +)
    guard stroke.dash.allSatisfy({ $0 >= 0 }) && period > 0 && outline.longest / period <= 20_000 else {
      throw .dash(source)
    }
  }
}

extension Stroke {
  /// How sharp a mitred corner may get, in line widths: SVG's own default, so that all backends agree.
  static let miterLimit = 4.0
}

extension Outline {
  /// Length that the outline does not exceed: that of its control points joined up.
  fileprivate var longest: Double {
    let points = path.points
    return zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      + bounds.size.width.magnitude + bounds.size.height.magnitude
  }
}

extension Shape {
  /// A rectangle that holds all ink, in the coordinates of the mark's group.
  var inkBounds: Rect {
    switch self {
    case .outline(let outline, _, let stroke):
      let r = outline.bounds
      let box = Rect(from: Point(r.minX, r.minY), to: Point(r.maxX, r.maxY))
      return box.outset(by: max(0, stroke?.width ?? 0) / 2 * Stroke.miterLimit)
    case .text(let line):
      // Accents, brackets and symbols reach over the line's own box; half an em covers them.
      let em = line.runs.reduce(0) { max($0, $1.size) }
      let box = line.runs.reduce(line.bounds) { box, run in
        let start = line.origin + run.offset
        return box.union(Rect(from: start, to: Point(start.x + run.width, start.y)))
      }
      return box.outset(by: em / 2 + max(0, line.halo))
    case .raster(let raster):
      let r = raster.rect
      return Rect(from: Point(r.minX, r.minY), to: Point(r.maxX, r.maxY))
    }
  }
}
