import CCairo
import Geometry

/// The contours of a glyph in font units, y upwards; quadratic segments become cubic ones.
func tracePath(_ outline: UnsafeMutablePointer<FT_Outline>) throws(DrawingError) -> Path {
  var trace = Trace()
  var steps = FT_Outline_Funcs(
    move_to: { to, context in Trace.step(context, to) { $0.move(to: $1) } },
    line_to: { to, context in Trace.step(context, to) { $0.path.line(to: $1) } },
    conic_to: { control, to, context in Trace.conic(context, control, to) },
    cubic_to: { a, b, to, context in Trace.cubic(context, a, b, to) },
    shift: 0, delta: 0)
  let error = withUnsafeMutablePointer(to: &trace) { FT_Outline_Decompose(outline, &steps, $0) }
  guard error == 0 else { throw .font("FreeType failed with error \(error).") }
  trace.close()
  return trace.path
}

/// A path in the making, reached by FreeType through a pointer.
private struct Trace {
  var path = Path()

  mutating func move(to p: Point) {
    close()
    path.move(to: p)
  }

  mutating func close() { if !path.isEmpty { path.close() } }

  typealias Vector = UnsafePointer<FT_Vector>

  static func step(
    _ context: UnsafeMutableRawPointer?, _ to: Vector?, _ body: (inout Trace, Point) -> Void
  ) -> Int32 {
    guard let trace = context?.assumingMemoryBound(to: Trace.self), let to = point(to) else { return 1 }
    body(&trace.pointee, to)
    return 0
  }

  static func conic(_ context: UnsafeMutableRawPointer?, _ control: Vector?, _ to: Vector?) -> Int32 {
    guard let c = point(control) else { return 1 }
    return step(context, to) { trace, end in
      guard let start = trace.path.points.last else { return }
      trace.path.cubic(start.mixed(with: c, at: 2.0 / 3), end.mixed(with: c, at: 2.0 / 3), to: end)
    }
  }

  static func cubic(_ context: UnsafeMutableRawPointer?, _ a: Vector?, _ b: Vector?, _ to: Vector?) -> Int32 {
    guard let a = point(a), let b = point(b) else { return 1 }
    return step(context, to) { $0.path.cubic(a, b, to: $1) }
  }

  private static func point(_ v: Vector?) -> Point? {
    v.map { Point(Double($0.pointee.x), Double($0.pointee.y)) }
  }
}
