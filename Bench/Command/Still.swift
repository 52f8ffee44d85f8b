import ArgumentParser
import BenchScenes
import CZlib
import Figures
import FoundationEssentials
import Glibc
import SVGBackend

/// `still`: how large the reference frame is as a drawing for web pages, and how long writing it takes.
struct Still: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure the web SVG of the reference frame.")

  @Option(help: "A file to write the drawing to.")
  var out: String?

  func run() throws {
    let frame = try Catalogue.Entry(ReferenceScene.self).prepared().still(.en)
    let writer = SVGWriter()
    let options = SVGOptions(id: "reference", language: .en, title: "Continuous batching", description: nil)
    var svg = ""
    var times: [Double] = []
    for _ in 0..<31 { times.append(try milliseconds { svg = try writer.write(frame, options) }) }
    let bytes = Array(svg.utf8)
    if let out { try Data(bytes).write(to: URL(filePath: out)) }
    print("{\"bytes\": \(bytes.count), \"gzip\": \(gzipped(bytes)), \"ms\": \(times.sorted()[15])}")
  }

  /// Bytes after zlib at its usual level, and 12 for the header and end that gzip has beyond zlib's.
  private func gzipped(_ bytes: [UInt8]) -> Int {
    var length = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(length))
    compress2(&out, &length, bytes, uLong(bytes.count), 6)
    return Int(length) + 12
  }
}
