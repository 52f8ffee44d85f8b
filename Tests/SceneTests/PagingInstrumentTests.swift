import Figures
import Instruments
import Testing

@Suite struct PagingInstrumentTests {
  private func picture<N: NodeConvertible>(_ node: N, _ size: Size) -> Frame {
    layOut(Overlay(align: .topLeading) { node.node }, size: size, language: .en).frame
  }

  private func tokens(_ words: [String]) -> [KVToken] { words.map { KVToken([Phrase($0), "1"]) } }

  @Test("A block has a cell for each token, and hatch for each slot without one", arguments: 0...4)
  func cellsAndHatch(_ held: Int) {
    let words = Array(["The", "cat", "sat", "on"].prefix(held))
    let block = KVBlock(7, slots: 4, tokens: tokens(words), references: 1)
    let frame = picture(block, Size(348, 29))
    let hatch = frame.marks.reduce(0.0) { sum, mark in
      guard case .outline(let outline, .hatch?, _) = mark.shape else { return sum }
      return sum + outline.bounds.width
    }
    #expect((hatch - 70 * Double(4 - held)).magnitude < 1e-9)
    for word in words { #expect(frame.says(word)) }
  }

  @Test("All tokens of a block are written in words, or all in the shorter wording")
  func oneWording() {
    let narrow = picture(
      KVBlock(7, slots: 4, tokens: tokens(["a", "physical"]), references: 1), Size(160, 29))
    #expect(!narrow.says("physical") && !narrow.lines.contains { $0.text == "a" })
  }

  @Test("A block keeps its marks when it is taken, filled and given back")
  func marksStay() {
    let states = [
      KVBlock(3, slots: 4), KVBlock(3, slots: 4, references: 1),
      KVBlock(3, slots: 4, references: 2, emphasis: .followed),
    ]
    let shapes = states.map { state in
      picture(state, Size(348, 29)).marks.filter { if case .outline = $0.shape { true } else { false } }
        .map { $0.identity }
    }
    #expect(shapes[0] == shapes[1] && shapes[1] == shapes[2])
  }

  @Test("The boxes of a table stand at its inner edge, mirrored")
  func tablesAreMirrored() {
    func boxes(_ isRight: Bool) -> [Rect] {
      let entries = [7, 1].map { block in
        BlockTable.Entry(block, label: ["tokens"]) { $0.same("entry", block) }
      }
      let table = BlockTable(["A"], entries, isRight: isRight, box: Size(36, 28), pitch: 34)
      return picture(table, Size(148, 100)).groups.dropFirst().map { $0.bounds }
    }
    let (left, right) = (boxes(false), boxes(true))
    #expect(left.map { $0.maxX } == [148, 148] && right.map { $0.minX } == [0, 0])
    #expect(left[1].minY - left[0].minY == 34 && left.map { $0.minY } == right.map { $0.minY })
  }

  @Test("A run is filled as far as it is written", arguments: 0...8)
  func runs(_ written: Int) {
    let frame = picture(SlotRun(slots: 8, written: written), Size(160, 30))
    let areas = frame.marks.compactMap { mark -> Double? in
      guard case .outline(.rectangle(let rect, _), _?, _) = mark.shape else { return nil }
      return rect.width
    }
    #expect(areas.prefix(2) == [20 * Double(written), 20 * Double(8 - written)])
  }

  @Test func aReachIsAsWideAsItsRoom() {
    let frame = picture(Reach(["B reserves 32 slots", "B"]), Size(60, 40))
    #expect(frame.says("B") && !frame.says("reserves"))
    #expect(frame.marks.contains { $0.shape.bounds.width == 54 })
  }
}
