import Figures
import Instruments
import Testing

@Suite struct PlotTests {
  private let room = Rect(0, 0, 400, 300)
  private let size = Size(60, 20)

  @Test func aLabelTakesTheFirstSideThatIsFree() throws {
    var layout = LabelLayout(room: room)
    let p = Point(200, 150)
    let found = layout.place(size, beside: p, clearance: 10, sides: [.right, .left])
    let first = try #require(found)
    #expect(first.side == .right && first.rect.minX == 210 && first.leader == nil)
    let other = layout.place(size, beside: p, clearance: 10, sides: [.right, .left])
    let second = try #require(other)
    #expect(second.side == .left && second.rect.maxX == 190)
  }

  @Test func aCrowdOfLabelsKeepsApartAndInside() throws {
    var layout = LabelLayout(room: room)
    var placed: [Rect] = []
    for i in 0..<12 {
      let found = layout.place(size, beside: Point(180 + Double(i) * 4, 150), clearance: 10)
      let spot = try #require(found)
      #expect(placed.allSatisfy { $0.intersection(spot.rect) == nil })
      #expect(room.intersection(spot.rect) == spot.rect)
      placed.append(spot.rect)
    }
  }

  @Test func aLabelThatMovesAwayIsLedBack() throws {
    var layout = LabelLayout(room: room)
    layout.avoid(Rect(205, 120, 90, 60))
    let found = layout.place(size, beside: Point(200, 150), clearance: 8, sides: [.right])
    let spot = try #require(found)
    let leader = try #require(spot.leader)
    #expect(spot.rect.minX >= 295 && leader.from.x == 208 && leader.to.x < spot.rect.minX)
  }

  @Test func labelsKeepOffLines() throws {
    var layout = LabelLayout(room: room)
    layout.avoid(from: Point(0, 170), to: Point(400, 170))
    let found = layout.place(size, beside: Point(200, 150), clearance: 10, sides: [.below, .above])
    let spot = try #require(found)
    #expect(spot.side == .above)
  }

  @Test func anOptionalLabelIsLeftOutWhereItWouldLieOnSomething() {
    var layout = LabelLayout(room: room)
    layout.avoid(room)
    let optional = layout.place(size, beside: Point(500, 500), clearance: 10, isOptional: true)
    let needed = layout.place(size, beside: Point(500, 500), clearance: 10)
    #expect(optional == nil && needed != nil)
  }

  private func words(marked: [Axis.Tick]) -> [String] {
    let plot = Plot(
      x: PlotAxis(.log, 1...10_000, "x", marked: marked), y: PlotAxis(.linear, 0...5, "y")
    ) { PlotItem.dot(PlotPoint(10, 1), .rest(.cache)) }
    return layOut(plot, size: Size(400, 300), language: .en).frame.lines.map { $0.text }
  }

  @Test func aMarkedValueTakesThePlaceOfARoundOneTooNear() {
    #expect(words(marked: []).contains("1,000"))
    let crowded = words(marked: [Axis.Tick(900, "900", isEvent: true)])
    #expect(crowded.contains("900") && !crowded.contains("1,000") && crowded.contains("100"))
  }

  @Test func equalRatiosAreEqualLengthsOnALogarithmicAxis() throws {
    let dots = [1.0, 10, 100].enumerated().map { i, x in
      PlotItem.dot(PlotPoint(x, 1), .rest(.cache)).same("dot", i)
    }
    let plot = Plot(x: PlotAxis(.log, 1...1000, "x"), y: PlotAxis(.linear, 0...5, "y")) { dots }
    let frame = layOut(plot, size: Size(400, 300), language: .en).frame
    let places = try (0..<3).map { i in
      try #require(frame.groups.first { $0.identity == Identity("dot", i) }).bounds.midX
    }
    #expect((places[1] - places[0] - (places[2] - places[1])).magnitude < 1e-9)
  }

  @Test func aKernelRisesFromTheAxisToItsRate() throws {
    func height(_ risen: Double) throws -> Double {
      var kernel = RooflinePlot.Kernel(
        Identity("kernel"), intensity: 1, rate: 2e12, mark: .rest(.cache))
      kernel.risen = risen
      let ceiling = RooflinePlot.Ceiling(id: 0, peak: 100e12, name: "peak")
      let roof = RooflinePlot.Roof(bandwidth: 2e12, name: "memory", ceiling: ceiling)
      let plot = RooflinePlot(RooflinePlot.Axes(intensity: 0.1...1000, rate: 1...1000), roof, [kernel])
      let frame = layOut(plot, size: Size(600, 400), language: .en).frame
      return try #require(frame.groups.first { $0.identity == Identity("kernel") }).bounds.midY
    }
    let (floor, middle, top) = (try height(0), try height(0.5), try height(1))
    #expect(top < middle && middle < floor)
    #expect((middle - (top + floor) / 2).magnitude < 1e-9)
  }
}
