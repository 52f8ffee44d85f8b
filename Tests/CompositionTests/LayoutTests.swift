import Figures
import Testing

/// A node of fixed size that leaves one rectangle.
private func brick(_ id: Int, _ width: Double, _ height: Double) -> Node {
  Box(.rest(.compute)).frame(width: width, height: height).same("brick", id)
}

private func rects(_ piece: some NodeConvertible, _ size: Size = Size(400, 200)) -> [Identity: Rect] {
  let frame = layOut(piece, size: size, language: .en).frame
  var out: [Identity: Rect] = [:]
  for group in frame.groups { out[group.identity] = group.bounds }
  return out
}

@Suite struct StackTests {
  @Test func aRowPutsItsChildrenSideBySideAndCentresThem() throws {
    let found = rects(Row(spacing: 10) { for i in 0..<3 { brick(i, 40, Double(20 + 20 * i)) } })
    for i in 0..<3 {
      let r = try #require(found[Identity("brick", i)])
      #expect(r.minX == Double(50 * i))
      #expect(r.midY == 100)
    }
  }

  @Test func flexibleChildrenShareTheRoomThatIsLeft() throws {
    let found = rects(
      Row(spacing: 0) {
        brick(0, 100, 10)
        Box(.panel).flex(1).same("brick", 1)
        Box(.panel).flex(2).same("brick", 2)
      })
    let (one, two) = (try #require(found[Identity("brick", 1)]), try #require(found[Identity("brick", 2)]))
    #expect(one == Rect(100, 0, 100, 200))
    #expect(two == Rect(200, 0, 200, 200))
  }

  @Test(arguments: [0.0, 0.5, 1.0]) func alignmentIsAShareOfTheFreeRoom(_ share: Double) throws {
    let found = rects(Overlay(align: Alignment(share, share)) { brick(0, 100, 50) })
    let r = try #require(found[Identity("brick", 0)])
    #expect(r.origin == Point(300 * share, 150 * share))
  }

  @Test func baselinesOfOneRowCoincide() {
    let piece = Row(align: .guide) {
      Text("small", .note)
      Text("large", .title)
    }
    let lines = layOut(piece, size: Size(400, 100), language: .en).frame.lines
    #expect(lines.count == 2)
    #expect((lines[0].origin.y - lines[1].origin.y).magnitude < 1e-9)
  }

  @Test func guidesOfOneColumnCoincide() {
    let found = rects(
      Column(align: .guide) {
        brick(0, 80, 10).alignmentGuide(60)
        brick(1, 40, 10).alignmentGuide(10)
      })
    let (a, b) = (found[Identity("brick", 0)], found[Identity("brick", 1)])
    #expect(a.map { $0.minX + 60 } == b.map { $0.minX + 10 })
  }

  @Test func gridTracksAreAsLargeAsTheirLargestChild() throws {
    let found = rects(
      Grid(columns: 2, spacing: 5) {
        brick(0, 30, 10)
        brick(1, 50, 40)
        brick(2, 60, 20)
      })
    #expect(found[Identity("brick", 1)]?.minX == 65)
    #expect(found[Identity("brick", 2)]?.minY == 45)
  }

  @Test func paddingKeepsRoomFree() {
    let found = rects(Box(.panel, padding: Insets(all: 12)) { brick(0, 20, 20) }.frame(align: .topLeading))
    #expect(found[Identity("brick", 0)]?.size == Size(20, 20))
  }

  @Test func layoutIsPure() {
    let piece = Row { for i in 0..<5 { Box(.solid(.cache)) { Text("token **\(i)**") }.same("token", i) } }
    let a = layOut(piece, size: Size(500, 100), language: .zh).frame
    #expect(a == layOut(piece, size: Size(500, 100), language: .zh).frame)
    #expect(a != layOut(piece, size: Size(501, 100), language: .zh).frame)
  }

  @Test func emptyContainersAreEmpty() {
    let piece = Column {
      Row {}
      Grid(columns: 0) {}
      Overlay {}
    }
    #expect(layOut(piece, size: .zero, language: .en).frame.marks.isEmpty)
  }
}
