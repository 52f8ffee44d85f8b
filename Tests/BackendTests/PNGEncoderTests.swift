import Encoding
import Foundation
import Geometry
import Testing

/// What an encoder keeps from picture to picture never changes a file.
@Suite struct PNGEncoderTests {
  /// A picture of flat areas, thin lines and some noise, as figures have them.
  private func drawing(_ width: Int, _ height: Int, seed: UInt32) -> Pixmap {
    var random = Mulberry32(seed: seed)
    var pixmap = Pixmap(width: width, height: height, filledWith: 0xFFF8_FAFC)
    for _ in 0..<40 { paint(&pixmap, &random) }
    return pixmap
  }

  /// Paints a rectangle and gives it.
  @discardableResult private func paint(_ pixmap: inout Pixmap, _ random: inout Mulberry32) -> PixelRect {
    func below(_ n: Int) -> Int { Int(random.nextBits() % UInt32(n)) }
    let (width, height) = (pixmap.width, pixmap.height)
    let (x, y) = (below(width), below(height))
    let (right, bottom) = (min(width, x + 1 + below(60)), min(height, y + 1 + below(60)))
    let isNoise = below(4) == 0
    let color = 0xFF00_0000 | random.nextBits() >> 8
    pixmap.withPixels { pixels in
      for row in y..<bottom {
        for column in x..<right {
          pixels[row * width + column] = isNoise ? 0xFF00_0000 | random.nextBits() >> 8 : color
        }
      }
    }
    return PixelRect(left: x, top: y, right: right, bottom: bottom)
  }

  @Test(arguments: [(1, 1), (7, 100), (320, 240), (333, 24), (500, 25), (200, 23)])
  func afterAChangeTheFileIsThatOfAFreshEncoder(width: Int, height: Int) throws {
    for alpha in [false, true] {
      var random = Mulberry32(seed: 11)
      var picture = drawing(width, height, seed: 5)
      let encoder = try PNGEncoder(width: width, height: height, alpha: alpha)
      _ = try encoder.encode(picture)
      for step in 0..<30 {
        // No change at all, one, or several in any order.
        let rects = (0..<step % 4).map { _ in paint(&picture, &random) }
        let file = try encoder.encode(picture, changed: rects).bytes
        #expect(try file == PNG.encode(picture, alpha: alpha))
        #expect(try #require(DecodedPNG(file)).pixels == picture.pixels)
      }
    }
  }

  /// Changes of a few pixels, rows that become as the one above or plain, and changes that are taken back: what was found
  /// before is taken over almost everywhere, and must be what a fresh encoder finds.
  @Test(arguments: [(301, 70, false), (260, 40, true), (90, 33, false)])
  func whatStaysIsEncodedAsIfItWereNew(width: Int, height: Int, alpha: Bool) throws {
    var random = Mulberry32(seed: UInt32(width))
    func below(_ n: Int) -> Int { Int(random.nextBits() % UInt32(n)) }
    var picture = drawing(width, height, seed: 21)
    // Patterns of two colours, in which short repeats abound.
    picture.withPixels { pixels in
      for place in pixels.indices where place / width % 16 > 3 {
        pixels[place] = [0xFF00_0000, 0xFF00_0001][below(8) / 7]
        if below(3) > 0 && place >= width { pixels[place] = pixels[place - width] }
      }
    }
    let first = picture
    let encoder = try PNGEncoder(width: width, height: height, alpha: alpha)
    _ = try encoder.encode(picture)
    for step in 0..<120 {
      let rects = (0...below(3)).map { _ in
        let (x, y) = ([below(2), below(width), width - 1 - below(2)][below(3)], below(height))
        var rect = PixelRect(left: x, top: y, right: min(width, x + 1 + below(5)), bottom: y + 1 + below(3))
        let kind = below(5)
        if below(3) == 0 { (rect.left, rect.right) = (0, width) }
        rect.bottom = min(rect.bottom, height)
        let color = 0xFF00_0000 | random.nextBits() >> 8
        picture.withPixels { pixels in
          for place in (rect.top..<rect.bottom).flatMap({ y in (rect.left..<rect.right).map { y * width + $0 }
          }) {
            switch kind {
            case 0: pixels[place] ^= 0xFF
            case 1, 2: pixels[place] = color
            case 3: pixels[place] = place < width ? color : pixels[place - width]
            default: pixels[place] = first.pixels[place]
            }
          }
        }
        return rect
      }
      let file = try encoder.encode(picture, changed: rects).bytes
      #expect(try file == PNG.encode(picture, alpha: alpha), "step \(step)")
    }
  }

  @Test func theFirstPictureIsWholeWhateverIsSaidToHaveChanged() throws {
    let picture = drawing(100, 100, seed: 3)
    let encoder = try PNGEncoder(width: 100, height: 100, alpha: false)
    #expect(try encoder.encode(picture, changed: []).bytes == PNG.encode(picture, alpha: false))
    #expect(throws: EncodingError.size) { try encoder.encode(Pixmap(width: 100, height: 101)) }
  }

  /// The bytes depend on nothing but the pixels: these sums were taken once and hold on every machine.
  @Test func theBytesAreTheSameEverywhere() throws {
    var sums: [UInt64] = []
    for (alpha, seed) in [(false, 1), (true, 2)] as [(Bool, UInt32)] {
      let file = try PNG.encode(drawing(400, 300, seed: seed), alpha: alpha)
      sums.append(file.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
    #expect(sums == [14_486_272_901_916_855_927, 16_090_525_882_208_594_974])
  }

  @Test func flatPicturesAreSmall() throws {
    let blank = try PNG.encode(Pixmap(width: 1920, height: 1080, filledWith: 0xFFFF_FFFF), alpha: false)
    #expect(blank.count < 16_000)
    // Noise takes hardly more than its own bytes.
    var random = Mulberry32(seed: 9)
    var noise = Pixmap(width: 300, height: 300)
    noise.withPixels { for i in $0.indices { $0[i] = 0xFF00_0000 | random.nextBits() >> 8 } }
    #expect(try PNG.encode(noise, alpha: false).count < 300 * 300 * 3 * 102 / 100)
  }

  @Test(arguments: ["pngcheck", "python3"])
  func otherProgramsReadIt(name: String) throws {
    guard let program = try Self.reader(name) else { return }
    for (width, height) in [(1, 1), (640, 361), (12_000, 30)] {
      for alpha in [false, true] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".png")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(PNG.encode(drawing(width, height, seed: 8), alpha: alpha)).write(to: file)
        let script = "import sys; from PIL import Image; Image.open(sys.argv[1]).load()"
        #expect(try Self.run(program, (name == "python3" ? ["-c", script] : ["-q"]) + [file.path]) == 0)
      }
    }
  }

  /// The path of a program that is installed, Python only with Pillow.
  private static func reader(_ name: String) throws -> String? {
    for path in ["/usr/bin/" + name, "/usr/local/bin/" + name, "/opt/homebrew/bin/" + name]
    where FileManager.default.isExecutableFile(atPath: path) {
      if try name != "python3" || run(path, ["-c", "import PIL.Image"]) == 0 { return path }
    }
    return nil
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
