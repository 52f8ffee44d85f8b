import Figures
import Testing

@Suite struct RelationTests {
  private let base = Row(spacing: 60) {
    Box(.rest(.compute)).frame(width: 40, height: 30).same("box", 0)
    Box(.rest(.cache)).frame(width: 80, height: 50).same("box", 1)
  }.frame(align: .center)

  private func laidOut(_ pieces: Node...) -> LayoutResult {
    layOut(
      Overlay {
        base
        pieces
      }, size: Size(400, 200), language: .en)
  }

  private func rect(_ result: LayoutResult, _ id: Identity) -> Rect? {
    result.frame.groups.first { $0.identity == id }?.bounds
  }

  @Test func sidesAndGaps() throws {
    let note = Box(.panel).frame(width: 20, height: 10)
    let box = Identity("box", 1)
    let result = laidOut(
      note.same("right").placed(.rightOf(box, gap: 8)), note.same("left").placed(.leftOf(box, gap: 8)),
      note.same("above").placed(.above(box, gap: 4, align: 0)),
      note.same("below").placed(.below(box, gap: 4, align: 1)),
      note.same("over").placed(.over(box, .bottomTrailing)))
    let target = try #require(rect(result, box))
    let right = try #require(rect(result, Identity("right")))
    let left = try #require(rect(result, Identity("left")))
    let above = try #require(rect(result, Identity("above")))
    let below = try #require(rect(result, Identity("below")))
    let over = try #require(rect(result, Identity("over")))
    #expect(right.minX == target.maxX + 8 && right.midY == target.midY)
    #expect(left.maxX == target.minX - 8 && left.midY == target.midY)
    #expect(above.maxY == target.minY - 4 && above.minX == target.minX)
    #expect(below.minY == target.maxY + 4 && below.maxX == target.maxX)
    #expect(over.maxX == target.maxX && over.maxY == target.maxY)
    #expect(result.problems.isEmpty)
  }

  @Test func relationsMayChainInAnyOrder() throws {
    let note = Box(.panel).frame(width: 20, height: 10)
    let result = laidOut(
      note.same("second").placed(.rightOf(Identity("first"))),
      note.same("first").placed(.rightOf(Identity("box", 1))))
    let first = try #require(rect(result, Identity("first")))
    #expect(rect(result, Identity("second"))?.minX == first.maxX + Spacing.s)
  }

  @Test func aRelationToNothingIsReported() {
    let result = laidOut(Text("?").placed(.rightOf(Identity("nowhere"))))
    #expect(result.problems.count == 1)
    #expect(result.problems.first?.text.contains("not in the picture") == true)
  }

  @Test func aDuplicateIdentityIsReportedWithItsSourceLine() {
    let result = laidOut(Box(.panel).frame(width: 5, height: 5).same("box", 0))
    #expect(result.problems.first?.text.contains("RelationTests.swift") == true)
    let copied = laidOut(Box(.panel).frame(width: 5, height: 5).copy(1, of: "box", 0))
    #expect(copied.problems.isEmpty)
  }

  @Test func spanningCoversItsElements() throws {
    let result = laidOut(
      Box(.absent).same("span").spanning([Identity("box", 0), Identity("box", 1)], margin: 6))
    let (a, b) = (
      try #require(rect(result, Identity("box", 0))), try #require(rect(result, Identity("box", 1)))
    )
    #expect(rect(result, Identity("span")) == a.union(b).outset(by: 6))
  }

  @Test(arguments: [Route.straight, .curve, .elbow, .arc(30)])
  func connectorsTouchTheEdgesOfTheirElements(_ route: Route) throws {
    for shift in [0.0, 13, 57] {
      let result = layOut(
        Overlay {
          base.offset(x: shift, y: -shift / 2)
          Connector(Identity("box", 0), Identity("box", 1), route: route)
        }, size: Size(400, 200), language: .en)
      let a = try #require(rect(result, Identity("box", 0)))
      let b = try #require(rect(result, Identity("box", 1)))
      let paths = result.frame.marks.compactMap { mark -> Path? in
        if case .outline(.path(let path), _, _) = mark.shape { path } else { nil }
      }
      let line = try #require(paths.first), head = try #require(paths.last)
      let start = try #require(line.points.first), tip = try #require(head.points.first)
      #expect(distance(start, a) < 2.001 && distance(start, a) > 1.999)
      #expect(distance(tip, b) < 2.001 && distance(tip, b) > 1.999)
      // The line ends in the notch of its head.
      let end = try #require(line.points.last)
      #expect((end.distance(to: tip) - Arrowhead.notch).magnitude < 1e-9)
    }
  }

  private func distance(_ p: Point, _ r: Rect) -> Double {
    Point(max(r.minX - p.x, 0, p.x - r.maxX), max(r.minY - p.y, 0, p.y - r.maxY)).length
  }

  @Test func deferredDrawingKeepsItsPlaceInThePaintOrder() throws {
    let result = layOut(
      Overlay {
        Connector(Identity("box", 0), Identity("box", 1))
        base
      }, size: Size(400, 200), language: .en)
    guard case .outline(.path, _, _) = result.frame.marks[0].shape else {
      Issue.record("the connector was written first, so it lies at the back")
      return
    }
  }

  @Test func layersLiftAboveLaterSiblings() {
    let result = layOut(
      Row {
        Box(.solid(.alarm)).frame(width: 10, height: 10).layer(1).same("lifted")
        Box(.panel).frame(width: 10, height: 10)
      }, size: Size(100, 20), language: .en)
    let last = result.frame.marks.last
    #expect(last.map { result.frame.groups[$0.group].identity } == Identity("lifted"))
  }
}
