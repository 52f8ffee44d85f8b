import Encoding
import Geometry
import Testing

@Suite struct PNGTests {
  /// A picture of premultiplied noise.
  private func noise(_ width: Int, _ height: Int, opaque: Bool, seed: UInt32 = 7) -> Pixmap {
    var random = Mulberry32(seed: seed)
    var pixmap = Pixmap(width: width, height: height)
    pixmap.withPixels { pixels in
      for i in pixels.indices {
        let alpha: UInt32 = opaque ? 255 : [0, 1, 80, 128, 254, 255][Int(random.nextBits() % 6)]
        func component() -> UInt32 { random.nextBits() % (alpha + 1) }
        pixels[i] = alpha << 24 | component() << 16 | component() << 8 | component()
      }
    }
    return pixmap
  }

  @Test(arguments: [(1, 1), (3, 2), (4, 4), (5, 7), (641, 3), (2, 900), (1023, 300)])
  func libpngReadsBackEveryPixel(width: Int, height: Int) throws {
    for opaque in [true, false] {
      let pixmap = noise(width, height, opaque: opaque)
      let decoded = try #require(DecodedPNG(PNG.encode(pixmap, alpha: !opaque)))
      #expect(decoded.width == width && decoded.height == height)
      #expect(decoded.pixels == pixmap.pixels)
    }
  }

  @Test func aLargePictureIsWhole() throws {
    // More rows than a band and more bytes in a row than deflate's window holds, flat and noisy.
    var pixmap = Pixmap(width: 12_288, height: 512, filledWith: 0xFF10_2030)
    pixmap.withPixels { pixels in
      for i in stride(from: 3, to: pixels.count, by: 257) {
        pixels[i] = 0xFF00_0000 | UInt32(truncatingIfNeeded: i &* 2_654_435_761) >> 8
      }
    }
    let decoded = try #require(DecodedPNG(PNG.encode(pixmap, alpha: false)))
    #expect(decoded.pixels == pixmap.pixels)
  }

  @Test func chunksAreWhatTheStandardAsks() throws {
    let chunks = try #require(Chunk.all(in: PNG.encode(noise(300, 200, opaque: true), alpha: false)))
    // The stream's header, five bands of 48 rows, its end.
    #expect(chunks.map(\.type) == ["IHDR", "sRGB"] + Array(repeating: "IDAT", count: 7) + ["IEND"])
    #expect(Array(chunks[0].data) == [0, 0, 1, 44, 0, 0, 0, 200, 8, 2, 0, 0, 0])
    #expect(chunks.allSatisfy { $0.crc == $0.expectedCRC })
    // A zlib header is a multiple of 31 and names deflate.
    let head = chunks[2].data.prefix(2).map { Int($0) }
    #expect(head[0] & 15 == 8 && (head[0] * 256 + head[1]) % 31 == 0)
  }

  @Test func aPictureWithoutPixelsIsRefused() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (-3, 4)] {
      #expect(throws: EncodingError.empty) {
        try PNG.encode(Pixmap(width: width, height: height), alpha: false)
      }
    }
  }
}
