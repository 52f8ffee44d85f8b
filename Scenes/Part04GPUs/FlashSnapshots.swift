import Figures
import Instruments
import Mechanisms

/// What is kept of the followed row, after its first tile, after the one the story dwells on, and at the end.
struct FlashSnapshots: NodeConvertible {
  let reading: FlashReading
  /// How many tiles the row has taken in.
  let taken: Int

  static let names = 146.0, place = 102.0

  var node: Node {
    let snapshots = reading.snapshots
    let track = Track(3, size: Self.place)
    func row(_ name: Phrase, _ entry: (Int) -> NumberTable.Entry) -> NumberTable.Row {
      NumberTable.Row(name, snapshots.map { $0 < taken ? entry($0) : .nothing })
    }
    func number(_ x: Double) -> NumberTable.Entry { .number(x, NumberFormat(digits: 2)) }
    let steps = reading.steps
    return NumberTable(
      [
        NumberTable.Row(
          Phrase("\(reading.rowName[.en]), after", zh: "\(reading.rowName[.zh])"),
          snapshots.map { .quiet(Phrase("tile \($0 + 1)", zh: "分块 \($0 + 1) 后")) }, strong: true),
        row(FlashWords.max) { number(steps[$0].max) },
        row(FlashWords.rescale) { $0 == 0 ? .quiet("–") : number(steps[$0].factor) },
        row(FlashWords.sum) { number(steps[$0].sum) },
      ], on: track, nameWidth: Self.names, pitch: 21
    ) { entry, row, place in entry.same("snapshot", row, place) }.node
  }
}
