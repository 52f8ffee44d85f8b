import CairoBackend
import Encoding
import Foundation
import Testing

@testable import Film

/// Every film shows the very pictures that it was given, as long as it was told to.
@Suite struct FilmTests {
  private func film(_ encoder: any FilmEncoder, _ footage: Footage) throws -> [UInt8] {
    var encoder = encoder
    for (from, picture) in footage.pictures { try encoder.show(picture, from: from) }
    return try encoder.finish(frames: footage.frames)
  }

  /// A pixel without its alpha's share in its colours.
  private func straight(_ p: UInt32) -> UInt32 {
    let alpha = p >> 24
    if alpha == 0 { return 0 }
    return [16, 8, 0].reduce(p & 0xFF00_0000) {
      $0 | min(255, ((p >> UInt32($1) & 255) * 255 + alpha / 2) / alpha) << UInt32($1)
    }
  }

  @Test(arguments: [UInt32(255), 128]) func webPIsLosslessAndOnTime(_ alpha: UInt32) throws {
    let footage = Footage(alpha: alpha)
    let encoder = try AnimatedWebP(width: footage.width, height: footage.height, fps: 30, once: true)
    let (pictures, loops) = try readWebP(try film(encoder, footage))
    #expect(loops == 1)
    #expect(pictures.count == footage.pictures.count && pictures.last?.end == 800)
    for (i, shown) in pictures.enumerated() {
      #expect(shown.pixels == footage.pictures[i].picture.pixels.map(straight), "picture \(i)")
      let next = i + 1 < footage.pictures.count ? footage.pictures[i + 1].from : footage.frames
      #expect((shown.end * 30 - next * 1000).magnitude <= 15)
    }
  }

  @Test(.enabled(if: FFmpegReading.isInstalled), arguments: [UInt32(255), 128])
  func apngIsLosslessAndOnTime(_ alpha: UInt32) throws {
    let footage = Footage(alpha: alpha)
    let file = try film(AnimatedPNG(fps: 30, hasAlpha: alpha < 255, once: false), footage)
    let frames = try FFmpegReading.pixels(file, "a.apng", format: "bgra")
    let size = footage.width * footage.height * 4
    #expect(frames.count == footage.pictures.count * size)
    for (i, shown) in footage.pictures.enumerated() {
      let expected = shown.picture.pixels.map(straight).flatMap { p in
        [0, 8, 16, 24].map { UInt8(p >> UInt32($0) & 255) }
      }
      #expect(Array(frames[i * size..<(i + 1) * size]) == expected, "picture \(i)")
    }
    // Readers that know no animation show the first picture.
    #expect(try Pixmap(png: file).pixels == footage.pictures[0].picture.pixels)
    let stream = try FFmpegReading.stream(file, "a.apng")
    #expect(stream["nb_read_packets"] == "\(footage.pictures.count)")
  }

  @Test(.enabled(if: FFmpegReading.isInstalled)) func gifKeepsFewColoursExactly() throws {
    let footage = Footage()
    let palette = GIFPalette(footage.pictures.map { $0.picture })
    let file = try film(AnimatedGIF(fps: 25, palette: palette, once: false), footage)
    let frames = try FFmpegReading.pixels(file, "a.gif")
    let size = footage.width * footage.height * 3
    #expect(frames.count == footage.pictures.count * size)
    for (i, shown) in footage.pictures.enumerated() {
      let expected = shown.picture.pixels.flatMap { p in [16, 8, 0].map { UInt8(p >> UInt32($0) & 255) } }
      #expect(Array(frames[i * size..<(i + 1) * size]) == expected, "picture \(i)")
    }
    #expect(String(decoding: file, as: UTF8.self).contains("NETSCAPE2.0"))
    let once = try film(AnimatedGIF(fps: 25, palette: palette, once: true), footage)
    #expect(!String(decoding: once, as: UTF8.self).contains("NETSCAPE2.0"))
  }

  @Test(.enabled(if: FFmpegReading.isInstalled)) func gifFillsItsDictionaryMoreThanOnce() throws {
    // Noise in 200 colours: the code table of 4096 entries overflows many times.
    var state: UInt32 = 7
    var noise = Pixmap(width: 200, height: 150)
    noise.withPixels { pixels in
      for i in pixels.indices {
        state = state &* 1_664_525 &+ 1_013_904_223
        pixels[i] = 0xFF00_0000 | (state >> 24) % 200 * 0x01_0101
      }
    }
    var encoder = AnimatedGIF(fps: 10, palette: GIFPalette([noise]), once: false)
    try encoder.show(noise, from: 0)
    let frames = try FFmpegReading.pixels(try encoder.finish(frames: 1), "a.gif")
    #expect(frames == noise.pixels.flatMap { p in [16, 8, 0].map { UInt8(p >> UInt32($0) & 255) } })
  }

  @Test func aPaletteKeepsAreasAndMixesEdges() {
    // Two areas, and 1000 colours of one pixel each.
    var picture = Pixmap(width: 300, height: 100, filledWith: 0xFFFF_FFFF)
    picture.withPixels { pixels in
      for i in 10_000..<20_000 { pixels[i] = 0xFF12_3456 }
      for i in 0..<1000 { pixels[i] = 0xFF00_0000 | UInt32(i) * 0x01_0203 }
    }
    let colors = GIFPalette([picture]).colors
    #expect(colors.count <= 255 && colors.count > 200)
    #expect(colors[0] == 0xFF_FFFF && colors[1] == 0x12_3456)
  }

  @Test(.enabled(if: FFmpegReading.isInstalled)) func videoIsTaggedAndTrue() throws {
    // Odd extents: the last column and row are shown twice. Areas are large, as in figures.
    var picture = Pixmap(width: 95, height: 63, filledWith: 0xFFFA_FAF8)
    picture.withPixels { pixels in
      for i in pixels.indices where (16..<64).contains(i % 95) && (16..<48).contains(i / 95) {
        pixels[i] = i % 95 < 40 ? 0xFFD9_E8FF : 0xFFF5_A623
      }
    }
    let path = NSTemporaryDirectory() + "/lantern-\(UUID().uuidString)"
    var encoder = try Video(width: 95, height: 63, fps: 12, path: path)
    try encoder.show(picture, from: 0)
    let file = try encoder.finish(frames: 18)
    let stream = try FFmpegReading.stream(file, "a.mp4")
    let expected = [
      "codec_name": "h264", "width": "96", "height": "64", "pix_fmt": "yuv420p", "color_range": "tv",
      "color_space": "bt709", "color_transfer": "bt709", "color_primaries": "bt709", "nb_frames": "18",
      "chroma_location": "center", "r_frame_rate": "12/1", "duration": "1.500000",
    ]
    for (key, value) in expected { #expect(stream[key] == value, "\(key)") }
    // The index stands before the pictures.
    let (moov, mdat) = (file.firstRange(of: Array("moov".utf8)), file.firstRange(of: Array("mdat".utf8)))
    #expect(try #require(moov).lowerBound < #require(mdat).lowerBound)
    let pixels = try FFmpegReading.pixels(file, "a.mp4")
    #expect(pixels.count == 18 * 96 * 64 * 3)
    for frame in [0, 9, 17] {
      for (x, y) in [(4, 4), (24, 32), (56, 32), (90, 60), (95, 63)] {
        let at = ((frame * 64 + y) * 96 + x) * 3
        let color = x < 95 && y < 63 ? picture[x, y] : 0xFFFA_FAF8
        for (k, shift) in [UInt32(16), 8, 0].enumerated() {
          let off = (Int(pixels[at + k]) - Int(color >> shift & 255)).magnitude
          #expect(off <= 6, "frame \(frame), \(x) \(y)")
        }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(
      Video.isWhole(file) && !Video.isWhole(Array(file.dropLast())) && !Video.isWhole(Array(file.prefix(40))))
  }

  @Test func delaysBeyondTheFormatAreSplit() throws {
    let picture = Pixmap(width: 3, height: 2, filledWith: 0xFF00_8040)
    var apng = AnimatedPNG(fps: 240, hasAlpha: false, once: false)
    try apng.show(picture, from: 0)
    let file = try apng.finish(frames: 150_000)
    #expect(file.ranges(of: Array("fcTL".utf8)).count == 3)
    #expect(try Pixmap(png: file) == picture)
    var gif = AnimatedGIF(fps: 1, palette: GIFPalette([picture]), once: false)
    try gif.show(picture, from: 0)
    #expect(try gif.finish(frames: 1500).ranges(of: [0x21, 0xF9, 4]).count == 3)
  }

  @Test func aFilmWithoutPicturesIsRefused() throws {
    var apng = AnimatedPNG(fps: 30, hasAlpha: false, once: false)
    #expect(throws: FilmError.empty) { _ = try apng.finish(frames: 3) }
    var gif = AnimatedGIF(fps: 30, palette: GIFPalette([]), once: false)
    #expect(throws: FilmError.empty) { _ = try gif.finish(frames: 3) }
    #expect(throws: FilmError.empty) {
      _ = try AnimatedWebP(width: 2, height: 2, fps: 30, once: false).finish(frames: 3)
    }
  }

  @Test func theChangeIsTheSmallestRectangle() {
    var new = Pixmap(width: 9, height: 7)
    new.withPixels {
      $0[2 * 9 + 3] = 1
      $0[5 * 9 + 1] = 1
    }
    let old = Pixmap(width: 9, height: 7)
    let change = Change(from: old, to: new)
    #expect(change.map { [$0.x, $0.y, $0.width, $0.height] } == [1, 2, 3, 4])
    #expect(Change(from: new, to: new) == nil)
  }
}
