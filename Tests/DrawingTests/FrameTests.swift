import Geometry
import Testing

@testable import Drawing

@Suite struct FrameTests {
  /// A block with its name, a line, and a heatmap, made at one source line.
  private func frame(source: SourceLine = SourceLine(), name: String = "Block 7") -> Frame {
    let root = Group(identity: .root, parent: -1, source: source)
    let block = Group(
      identity: Identity("block", [7]), parent: 0, meaning: name, bounds: Rect(40, 80, 96, 32),
      transform: .translation(40, 80), opacity: 0.5, clip: .ellipse(Rect(0, 0, 96, 32)), source: source)
    let run = TextRun(
      face: .sansBold, size: 18, text: name, paint: .role(.cache, .text), offset: .zero, width: 70.125)
    let low = TextRun(
      face: .mono, size: 12.96, text: "0", paint: .muted, offset: Point(70.125, 3.24), width: 7.776)
    return Frame(
      size: Size(960, 540), groups: [root, block],
      marks: [
        Mark(
          identity: Identity("block", [7]).part(0), group: 1,
          shape: .outline(
            .rectangle(Rect(0, 0, 96, 32), radius: 4), fill: .role(.cache, .fill), stroke: .edge(.cache)),
          source: source),
        Mark(
          identity: Identity("block", [7]).part(1), group: 1,
          shape: .text(
            TextLine(origin: Point(12, 22.48), runs: [run, low], width: 77.901, anchor: 0.5, halo: 4)),
          opacity: 0.25, source: source),
        Mark(
          identity: Identity("heat"),
          shape: .raster(Raster(rect: Rect(0, 0, 64, 32), columns: 2, rows: 1, values: [0.5, 1])),
          source: source),
        Mark(
          identity: Identity("way"),
          shape: .outline(
            .path(.polyline([Point(0, 0), Point(10.5, -1.0 / 3)])), fill: nil, stroke: .absent),
          source: source),
        Mark(
          identity: Identity("idle"), shape: .outline(.ellipse(Rect(1, 2, 3, 4)), fill: .idle, stroke: nil),
          source: source),
      ])
  }

  @Test func whereItWasMadeIsNotPartOfAFrame() {
    #expect(frame(source: SourceLine("A/B.swift", 1)) == frame(source: SourceLine("C/D.swift", 2)))
    #expect(
      frame(source: SourceLine("A/B.swift", 1)).dump == frame(source: SourceLine("C/D.swift", 2)).dump)
    #expect(frame() != frame(name: "Block 8"))
  }

  @Test func everythingElseIs() {
    let a = frame()
    var b = a
    b.marks[0].opacity = 0.75
    #expect(a != b)
    b = a
    b.groups[1].transform = .identity
    #expect(a != b)
    b = a
    b.marks.swapAt(0, 1)
    #expect(a != b)
    b = a
    b.size.width = 961
    #expect(a != b)
  }

  @Test func theDumpIsStable() {
    #expect(frame().dump == golden)
  }

  @Test func opacitiesAndTransformsAddUp() {
    let a = frame()
    #expect(a.opacity(of: a.marks[1]) == 0.125)
    #expect(a.transform(of: 1).apply(Point(1, 2)) == Point(41, 82))
    #expect(a.lines.map(\.text) == ["Block 70"])
  }

  @Test func identitiesOfTheModelAndOfPlacesNeverMeet() {
    var seen: Set<Identity> = [.root]
    for kind: StaticString in ["request", "block", "reques"] {
      for id in 0..<50 {
        let thing = Identity(kind, [id])
        for other in [
          thing, thing.place(id), thing.part(id), thing.copy(id), Identity.root.place(id * 1000 + 7),
        ] {
          seen.insert(other)
        }
      }
    }
    #expect(seen.count == 1 + 3 * 50 * 4 + 50)
    #expect(Identity("a", [1, 2]) != Identity("a", [12]) && Identity("a", [1]) != Identity("a", [1, 0]))
  }

  @Test func aRasterTakesItsValuesInOrder() {
    #expect(Raster(rect: .zero, columns: 2, rows: 2, values: [1]).values == [1, 0, 0, 0])
    #expect(Raster(rect: .zero, columns: 1, rows: 1, values: [1, 2]).values == [1])
    #expect(Raster(rect: .zero, columns: -1, rows: 3, values: [1]).values == [])
    let a = Raster(rect: .zero, columns: 1, rows: 1, values: [0])
    #expect(a.mixed(with: Raster(rect: .zero, columns: 1, rows: 1, values: [1]), at: 0.5).values == [0.5])
  }
}

/// `Identity` and the values of a raster show as hashes; all else is to be read.
private let golden = """
  frame 960 × 540
  group 314c7d4734d4f869 “Block 7” 40,80 96×32 opacity 0.5 transform 1 0 0 1 40 80 clip ellipse 0,0 96×32
    rect 0,0 96×32 radius 4 fill cache.fill stroke cache.edge 1.25
    text 12,22.48 width 77.901 anchor 0.5 halo 4 [sans-600 18 cache.text] “Block 7” [mono 12.96 muted +70.125,3.24] “0” opacity 0.25
  group cbf29ce484222325 0,0 0×0
    raster 0,0 64×32 2 × 1 ba1e518953f17945
    path M0,0 L10.5,−0.333 stroke line 1.25 dash 3 3
    ellipse 1,2 3×4 fill hatch masked.edge on masked.fill

  """
