import CairoBackend
import Drawing
import Encoding
import Foundation
import Geometry
import Testing

/// What other programs read in the documents. Each test runs where its program is installed:
/// `pdftotext` and `pdftoppm` (poppler-utils), `rsvg-convert` (librsvg2-bin).
@Suite struct ReaderTests {
  @Test(.enabled(if: Reader.isInstalled("pdftotext")))
  func wordsOfAPDFCanBeFound() throws {
    let frames = Gallery.exhibits.map(\.frame)
    let pdf = try CairoRenderer().pdf(frames, theme: .light)
    let text = try String(decoding: Reader.run("pdftotext", ["-raw", "-", "-"], input: pdf), as: UTF8.self)
    let words = [
      "Prefill AV To, 0123456789", "Medium weight caption", "Continuous", "[4096 × 128] KiB", "ℝ", "≻",
      "四个请求进入四个", "连续批处理", "words over lines", "both", "upwards",
    ]
    for word in words { #expect(text.contains(word), "\(word)") }
    // One form feed ends each page.
    #expect(text.filter { $0 == "\u{C}" }.count == frames.count)
  }

  @Test(.enabled(if: Reader.isInstalled("pdftoppm")), arguments: Gallery.exhibits)
  func aPDFShowsTheSamePicture(exhibit: Exhibit) throws {
    let pdf = try CairoRenderer().pdf([exhibit.frame], theme: .light)
    let png = try Reader.run("pdftoppm", ["-r", "288", "-png", "-"], input: pdf)
    try compare(exhibit, with: png)
  }

  @Test(.enabled(if: Reader.isInstalled("rsvg-convert")), arguments: Gallery.exhibits)
  func outlinesShowTheSamePicture(exhibit: Exhibit) throws {
    let svg = try CairoRenderer().outlineSVG(exhibit.frame, theme: .light, idPrefix: "a")
    let png = try Reader.run("rsvg-convert", ["--width", "800", "--height", "480"], input: svg)
    try compare(exhibit, with: png)
  }

  /// Antialiasing differs from program to program; areas, colours and places must not. Blocks of 16 ×
  /// 16 pixels, 4 points wide, have the same mean colours. (In a PDF, Cairo
  /// rounds advances to 1/1000 em, which adds up to 0.1 points on a long line.)
  private func compare(_ exhibit: Exhibit, with png: [UInt8]) throws {
    let picture = try CairoRenderer().pixmap(exhibit.frame, theme: .light, scale: 4)
    let other = try #require(DecodedPNG(png))
    #expect(other.width == picture.width && other.height == picture.height)
    let (here, there) = (blocks(picture.pixels, picture.width), blocks(other.pixels, other.width))
    let steps = zip(here, there).map { abs($0 - $1) }
    #expect(steps.reduce(0, +) / Double(steps.count) < 2, "\(exhibit.name)")
    #expect(steps.allSatisfy { $0 < 40 }, "\(exhibit.name)")
  }

  /// Mean red, green and blue of blocks of 16 × 16 pixels.
  private func blocks(_ pixels: [UInt32], _ width: Int) -> [Double] {
    let columns = width / 16
    var sums = [Double](repeating: 0, count: columns * (pixels.count / width / 16) * 3)
    for (i, p) in pixels.enumerated() {
      let block = (i / width / 16 * columns + i % width / 16) * 3
      sums[block] += Double(p >> 16 & 255) / 256
      sums[block + 1] += Double(p >> 8 & 255) / 256
      sums[block + 2] += Double(p & 255) / 256
    }
    return sums
  }
}

/// Another program.
private enum Reader {
  static func isInstalled(_ name: String) -> Bool { path(name) != nil }

  static func run(_ name: String, _ arguments: [String], input: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
    let (from, to) = (folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString))
    try Data(input).write(to: from)
    try Data().write(to: to)
    defer { for file in [from, to] { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(filePath: try #require(path(name)))
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: from)
    process.standardOutput = try FileHandle(forWritingTo: to)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return [UInt8](try Data(contentsOf: to))
  }

  private static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
