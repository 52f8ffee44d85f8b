import ArgumentParser
import BenchScenes
import CairoBackend
import Encoding
import Figures
import FoundationEssentials
import Glibc
import Rendering

/// `growth`: how the parts of a frame's cost grow with its elements and its size.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print milliseconds of CPU a frame, by elements and by size, as JSON.")

  /// One measurement: medians in milliseconds of CPU.
  private struct Row: Encodable {
    let elements, width, height: Int
    let layout, layoutLater, tween, drawAll, drawChanged, encodeAll, encodeChanged: Double
  }

  func run() throws {
    // As every run of `lantern render` does.
    Memory.keep()
    var rows: [Row] = []
    for elements in [10, 50, 200, 500, 1000, 2000, 5000] { rows.append(try measure(elements, scale: 2)) }
    for width in [1280, 2560, 3840] { rows.append(try measure(500, scale: Double(width) / 960)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(rows), as: UTF8.self))
  }

  private func measure(_ elements: Int, scale: Double) throws -> Row {
    let figure = try Catalogue.Entry(GrowthScene.self).prepared(given: [("cells", "\(elements)")])
    let board = figure.storyboard(.en)
    // A retained state of its own for each way, so that each sees every frame change.
    let frames = (0..<20).compactMap { board.frame(beat: 0, progress: 0.2 + Double($0) * 0.03) }
    let (full, retained) = (
      RetainedRenderer(theme: .light, scale: scale), RetainedRenderer(theme: .light, scale: scale)
    )
    _ = try full.draw(frames[0])
    let size = (full.pixmap.width, full.pixmap.height)
    let encoder = try PNGEncoder(width: size.0, height: size.1, alpha: false)
    let changing = try PNGEncoder(width: size.0, height: size.1, alpha: false)
    _ = try retained.draw(frames[0])
    _ = try changing.encode(retained.pixmap)
    // One after the other, and, in the loop below, each after pictures went through the processor's caches.
    let layouts = frames.map { _ in milliseconds { _ = figure.still(.en) } }
    var times: [[Double]] = Array(repeating: [], count: 6)
    for (i, frame) in frames.enumerated() where i > 0 {
      times[0].append(milliseconds { _ = figure.still(.en) })
      times[1].append(milliseconds { _ = board.frame(beat: 0, progress: 0.2 + Double(i) * 0.03) })
      times[2].append(try milliseconds { _ = try full.draw(frame, whole: true) })
      var rects: [PixelRect] = []
      times[3].append(try milliseconds { rects = try retained.draw(frame) })
      times[4].append(try milliseconds { _ = try encoder.encode(full.pixmap) })
      times[5].append(
        try milliseconds {
          _ = try changing.encode(retained.pixmap, changed: rects)
        })
    }
    let m = ([layouts] + times).map { $0.sorted()[$0.count / 2] }
    return Row(
      elements: elements, width: size.0, height: size.1, layout: m[0], layoutLater: m[1], tween: m[2],
      drawAll: m[3], drawChanged: m[4], encodeAll: m[5], encodeChanged: m[6])
  }
}

/// Milliseconds of this thread's CPU that something takes.
func milliseconds<E: Error>(_ body: () throws(E) -> Void) throws(E) -> Double {
  let start = clock()
  try body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
}
