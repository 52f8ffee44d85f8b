extension Path {
  /// Control distance that makes a cubic the closest quarter circle: 4(√2 − 1)/3.
  static let quarter = 0.552_284_749_830_793_4

  /// A straight line through the points; closed when `closed`.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    for (i, p) in points.enumerated() {
      if i == 0 { path.move(to: p) } else { path.line(to: p) }
    }
    if closed && !points.isEmpty { path.close() }
    return path
  }

  /// A rectangle with corners rounded by at most half its shorter side.
  public static func rectangle(_ r: Rect, radius: Double = 0) -> Path {
    let c = Swift.max(0, Swift.min(radius, r.width / 2, r.height / 2))
    guard c > 0 else {
      return polyline([r.point(0, 0), r.point(1, 0), r.point(1, 1), r.point(0, 1)], closed: true)
    }
    let k = c * (1 - quarter)
    var p = Path()
    p.move(to: Point(r.minX + c, r.minY))
    p.line(to: Point(r.maxX - c, r.minY))
    p.cubic(
      Point(r.maxX - k, r.minY), Point(r.maxX, r.minY + k), to: Point(r.maxX, r.minY + c))
    p.line(to: Point(r.maxX, r.maxY - c))
    p.cubic(
      Point(r.maxX, r.maxY - k), Point(r.maxX - k, r.maxY), to: Point(r.maxX - c, r.maxY))
    p.line(to: Point(r.minX + c, r.maxY))
    p.cubic(
      Point(r.minX + k, r.maxY), Point(r.minX, r.maxY - k), to: Point(r.minX, r.maxY - c))
    p.line(to: Point(r.minX, r.minY + c))
    p.cubic(
      Point(r.minX, r.minY + k), Point(r.minX + k, r.minY), to: Point(r.minX + c, r.minY))
    p.close()
    return p
  }

  /// The ellipse inscribed in a rectangle.
  public static func ellipse(in r: Rect) -> Path {
    let (kx, ky) = (r.width / 2 * quarter, r.height / 2 * quarter)
    var p = Path()
    p.move(to: r.point(1, 0.5))
    p.cubic(Point(r.maxX, r.midY + ky), Point(r.midX + kx, r.maxY), to: r.point(0.5, 1))
    p.cubic(Point(r.midX - kx, r.maxY), Point(r.minX, r.midY + ky), to: r.point(0, 0.5))
    p.cubic(Point(r.minX, r.midY - ky), Point(r.midX - kx, r.minY), to: r.point(0.5, 0))
    p.cubic(Point(r.midX + kx, r.minY), Point(r.maxX, r.midY - ky), to: r.point(1, 0.5))
    p.close()
    return p
  }

  /// A band between two horizontal spans that keeps its width, leaving and arriving vertically:
  /// the ribbon of a flow diagram.
  public static func ribbon(from a: (x: Double, y: Double), to b: (x: Double, y: Double), width: Double)
    -> Path
  {
    let mid = (a.y + b.y) / 2
    let h = width / 2
    var p = Path()
    p.move(to: Point(a.x - h, a.y))
    p.cubic(Point(a.x - h, mid), Point(b.x - h, mid), to: Point(b.x - h, b.y))
    p.line(to: Point(b.x + h, b.y))
    p.cubic(Point(b.x + h, mid), Point(a.x + h, mid), to: Point(a.x + h, a.y))
    p.close()
    return p
  }
}
