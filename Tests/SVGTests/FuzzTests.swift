import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing

@Suite struct FuzzTests {
  /// How many frames each of the workers tries: 100,000 in all, fewer in the slow code of a debug build,
  /// or what $LANTERN_FUZZ says.
  static let count: Int = {
    if let wish = ProcessInfo.processInfo.environment["LANTERN_FUZZ"].flatMap({ Int($0) }) { return wish / 8 }
    #if DEBUG
      return 500
    #else
      return 12_500
    #endif
  }()

  @Test(arguments: 0..<8) func noFrameGivesInvalidXML(_ worker: Int) throws {
    var frames = RandomFrames(seed: UInt32(worker) &* 7919 &+ 1)
    let writer = SVGWriter()
    var written = 0
    for i in 0..<Self.count {
      let (frame, options) = (frames.frame(), frames.options())
      guard let svg = try? writer.write(frame, options) else { continue }
      written += 1
      let reading = XMLReading(svg)
      let isSound =
        reading.problem == nil && Set(reading.ids).count == reading.ids.count
        && Set(reading.references).isSubset(of: Set(reading.ids)) && !svg.utf8.hasBlankLine
        && reading.elements["script"] == nil && reading.elements["style", default: 0] <= 1
      if !isSound {
        keep("fuzz-\(worker)-\(i).svg", svg)
        Issue.record(
          "worker \(worker), frame \(i): \(reading.problem ?? "ids, references or lines")\n\(svg.prefix(3000))"
        )
        return
      }
    }
    // Most are drawable: the test would prove nothing if all were refused.
    #expect(written > Self.count / 2)
  }
}

extension String.UTF8View {
  /// Whether a line but the last holds nothing or spaces alone.
  var hasBlankLine: Bool {
    var isBlank = true
    for byte in self {
      if byte == UInt8(ascii: "\n") {
        if isBlank { return true }
        isBlank = true
      } else if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\r") {
        isBlank = false
      }
    }
    return false
  }
}
