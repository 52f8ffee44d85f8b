import CWebP
import CWebPDemux
import CairoBackend
import Encoding
import Foundation
import Testing

/// Films as ffmpeg and ffprobe read them.
enum Reader {
  static let isInstalled = Program.isInstalled("ffmpeg") && Program.isInstalled("ffprobe")

  /// What ffprobe says of the stream, by key.
  static func stream(_ file: [UInt8], _ name: String) throws -> [String: String] {
    let scratch = try Scratch()
    try Data(file).write(to: URL(fileURLWithPath: scratch.place(name)))
    let out = try Program(path: "/usr/bin/env").succeed(
      ["ffprobe", "-v", "error", "-show_streams", "-of", "default=noprint_wrappers=1", scratch.place(name)])
    let pairs = out.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }.filter {
      $0.count == 2
    }
    return Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { first, _ in first }
  }

  /// The picture that is shown at a second.
  static func picture(_ file: [UInt8], _ name: String, at second: Double) throws -> Pixmap {
    let scratch = try Scratch()
    try Data(file).write(to: URL(fileURLWithPath: scratch.place(name)))
    // Frames at even distances, so that the nth is what is shown then.
    let matrix = "scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int"
    let filters = "fps=100,select=gte(t\\,\(second))" + (name.hasSuffix("mp4") ? "," + matrix : "")
    try Program(path: "/usr/bin/env").succeed([
      "ffmpeg", "-v", "error", "-i", scratch.place(name), "-vf", filters, "-frames:v", "1", "-pix_fmt",
      "rgb24",
      scratch.place("shot.png"),
    ])
    return try Pixmap(png: [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.place("shot.png")))))
  }
}

extension Program {
  static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/" + name)
    }
  }

  /// The number of pages of a PDF.
  static func pages(_ file: [UInt8]) throws -> Int? {
    let scratch = try Scratch()
    try Data(file).write(to: URL(fileURLWithPath: scratch.place("a.pdf")))
    let out = try Program(path: "/usr/bin/env").succeed(["pdfinfo", scratch.place("a.pdf")])
    return out.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      .flatMap { Int($0.dropFirst(6).drop { $0 == " " }) }
  }

  /// The words of a PDF.
  static func words(_ file: [UInt8]) throws -> String {
    let scratch = try Scratch()
    try Data(file).write(to: URL(fileURLWithPath: scratch.place("a.pdf")))
    return try Program(path: "/usr/bin/env").succeed(["pdftotext", "-layout", scratch.place("a.pdf"), "-"])
  }
}

/// An animated WebP as libwebp reads it: each picture's pixels 0xAARRGGBB with straight alpha, and the
/// millisecond at which it ends.
func readWebP(_ file: [UInt8]) throws -> [(pixels: [UInt32], end: Int)] {
  try file.withUnsafeBufferPointer { bytes in
    var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
    var options = WebPAnimDecoderOptions()
    #expect(WebPAnimDecoderOptionsInit(&options) != 0)
    options.color_mode = MODE_BGRA
    let decoder = try #require(WebPAnimDecoderNew(&data, &options))
    defer { WebPAnimDecoderDelete(decoder) }
    var info = WebPAnimInfo()
    #expect(WebPAnimDecoderGetInfo(decoder, &info) != 0)
    let count = Int(info.canvas_width * info.canvas_height)
    var out: [(pixels: [UInt32], end: Int)] = []
    while WebPAnimDecoderHasMoreFrames(decoder) != 0 {
      var (buffer, time): (UnsafeMutablePointer<UInt8>?, Int32) = (nil, 0)
      #expect(WebPAnimDecoderGetNext(decoder, &buffer, &time) != 0)
      let pixels = try #require(buffer).withMemoryRebound(to: UInt32.self, capacity: count) {
        Array(UnsafeBufferPointer(start: $0, count: count))
      }
      out.append((pixels, Int(time)))
    }
    return out
  }
}

extension Pixmap {
  /// How far another picture of this size is off: the largest difference of a channel; that in areas, which are
  /// pixels with equal ones four pixels around; and the peak signal-to-noise ratio in decibels.
  func difference(_ other: Pixmap) -> (most: Int, flat: Int, psnr: Double) {
    guard width == other.width && height == other.height else { return (255, 255, 0) }
    var (most, flat, squares) = (0, 0, 0.0)
    for y in 0..<height {
      for x in 0..<width {
        let (a, b) = (self[x, y], other[x, y])
        var largest = 0
        for shift in [UInt32(16), 8, 0] where a != b {
          let d = abs(Int(a >> shift & 255) - Int(b >> shift & 255))
          largest = max(largest, d)
          squares += Double(d * d)
        }
        most = max(most, largest)
        if largest > flat && isFlat(x, y) { flat = largest }
      }
    }
    let mean = squares / Double(3 * width * height)
    return (most, flat, mean > 0 ? 10 * (255 * 255 / mean).logarithm10 : .infinity)
  }

  private func isFlat(_ x: Int, _ y: Int) -> Bool {
    for row in max(0, y - 4)...min(height - 1, y + 4) {
      for column in max(0, x - 4)...min(width - 1, x + 4) where self[column, row] != self[x, y] {
        return false
      }
    }
    return true
  }
}

extension Double {
  fileprivate var logarithm10: Double { Foundation.log10(self) }
}
