import CWebP
import CWebPDemux
import Encoding
import Foundation
import Testing

/// A film to encode: pictures of one size, each with the frame from which it is shown.
struct Footage {
  let width, height, frames: Int
  let pictures: [(from: Int, picture: Pixmap)]

  /// Squares that move over stripes, with a rest in the middle; `colors` different ones at least.
  init(width: Int = 61, height: Int = 37, frames: Int = 24, colors: Int = 40, alpha: UInt32 = 255) {
    var pictures: [(from: Int, picture: Pixmap)] = []
    for frame in 0..<frames where !(6..<15).contains(frame) {
      var picture = Pixmap(width: width, height: height)
      picture.withPixels { pixels in
        for i in pixels.indices {
          let (x, y) = (i % width, i / width)
          let stripe = UInt32(y * colors / height)
          let isInside = (x - 2 * frame).magnitude < 6 && (y - 18).magnitude < 6
          let shade = isInside ? 0xC0_40_20 : (stripe * 0x05_0301) & 0xFF_FFFF
          pixels[i] = isInside ? 0xFF00_0000 | shade : Footage.premultiplied(shade, alpha)
        }
      }
      pictures.append((frame, picture))
    }
    (self.width, self.height, self.frames, self.pictures) = (width, height, frames, pictures)
  }

  private static func premultiplied(_ color: UInt32, _ alpha: UInt32) -> UInt32 {
    [16, 8, 0].reduce(alpha << 24) { $0 | (((color >> $1 & 255) * alpha + 127) / 255) << $1 }
  }

  /// The picture shown at a frame.
  func picture(at frame: Int) -> Pixmap { pictures.last { $0.from <= frame }?.picture ?? pictures[0].picture }
}

/// An animated WebP as libwebp reads it: each picture's pixels 0xAARRGGBB with straight alpha, and when it ends.
func readWebP(_ file: [UInt8]) throws -> (pictures: [(pixels: [UInt32], end: Int)], loops: Int) {
  try file.withUnsafeBufferPointer { bytes in
    var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
    var options = WebPAnimDecoderOptions()
    #expect(WebPAnimDecoderOptionsInit(&options) != 0)
    options.color_mode = MODE_BGRA
    let decoder = try #require(WebPAnimDecoderNew(&data, &options))
    defer { WebPAnimDecoderDelete(decoder) }
    var info = WebPAnimInfo()
    #expect(WebPAnimDecoderGetInfo(decoder, &info) != 0)
    var out: [(pixels: [UInt32], end: Int)] = []
    while WebPAnimDecoderHasMoreFrames(decoder) != 0 {
      var (buffer, time): (UnsafeMutablePointer<UInt8>?, Int32) = (nil, 0)
      #expect(WebPAnimDecoderGetNext(decoder, &buffer, &time) != 0)
      let count = Int(info.canvas_width * info.canvas_height)
      let pixels = try #require(buffer).withMemoryRebound(to: UInt32.self, capacity: count) {
        Array(UnsafeBufferPointer(start: $0, count: count))
      }
      out.append((pixels, Int(time)))
    }
    return (out, Int(info.loop_count))
  }
}

/// What ffmpeg and ffprobe say about files, where they are installed.
enum FFmpegReading {
  static let isInstalled = path("ffmpeg") != nil && path("ffprobe") != nil

  private static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// All frames of a film as pixels, red, green and blue a byte each (and alpha, with `rgba`), at its own times.
  static func pixels(_ file: [UInt8], _ name: String, format: String = "rgb24") throws -> [UInt8] {
    let filter = "scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int"
    return try run(
      "ffmpeg", file, name,
      ["-v", "error", "-i", "FILE", "-vsync", "passthrough"] + (name == "a.mp4" ? ["-vf", filter] : [])
        + ["-f", "rawvideo", "-pix_fmt", format, "-"])
  }

  /// What ffprobe says of the stream, by key.
  static func stream(_ file: [UInt8], _ name: String) throws -> [String: String] {
    let out = try run(
      "ffprobe", file, name,
      ["-v", "error", "-count_packets", "-show_streams", "-of", "default=noprint_wrappers=1", "FILE"])
    let pairs = String(decoding: out, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "=", maxSplits: 1)
    }
    return Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { first, _ in
      first
    }
  }

  private static func run(_ program: String, _ file: [UInt8], _ name: String, _ arguments: [String]) throws
    -> [UInt8]
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lantern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try Data(file).write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.path(program)))
    process.arguments = arguments.map { $0 == "FILE" ? path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(out)
  }
}
