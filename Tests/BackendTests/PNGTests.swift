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
    // More rows than a band and more bytes than igzip's window and output buffer, flat and noisy.
    var pixmap = Pixmap(width: 8192, height: 1024, filledWith: 0xFF10_2030)
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
    #expect(chunks.map(\.type) == ["IHDR", "sRGB", "IDAT", "IEND"])
    #expect(Array(chunks[0].data) == [0, 0, 1, 44, 0, 0, 0, 200, 8, 2, 0, 0, 0])
    #expect(chunks.allSatisfy { $0.crc == $0.expectedCRC })
    // A zlib header is a multiple of 31 and names deflate.
    let head = chunks[2].data.prefix(2).map { Int($0) }
    #expect(head[0] & 15 == 8 && (head[0] * 256 + head[1]) % 31 == 0)
  }

  @Test func aDeflaterCanBeUsedAgain() throws {
    var deflater = ZlibDeflater()
    for seed in 1...3 as ClosedRange<UInt32> {
      let pixmap = noise(200, 150, opaque: true, seed: seed)
      #expect(try PNG.encode(pixmap, alpha: false, with: &deflater) == PNG.encode(pixmap, alpha: false))
    }
  }

  @Test func whatLiesBehindTheInputHasNoSayInTheBytes() throws {
    var random = Mulberry32(seed: 3)
    let text = (0..<60_000).map { _ in UInt8(random.nextBits() % 3) }
    func compressed(_ deflater: inout ZlibDeflater) throws -> [UInt8] {
      var out: [UInt8] = []
      for start in stride(from: 0, to: text.count, by: 300) {
        let noise = (0..<16).map { _ in UInt8(random.nextBits() % 3) }
        let slice = Array(text[start..<start + 300]) + noise
        try slice.withUnsafeBytes {
          try deflater.deflate(.init(rebasing: $0.prefix(300)), last: start + 300 == text.count, to: &out)
        }
      }
      return out
    }
    var deflater = ZlibDeflater()
    let expected = try compressed(&deflater)
    for _ in 0..<20 {
      #expect(try compressed(&deflater) == expected)
      var fresh = ZlibDeflater()
      #expect(try compressed(&fresh) == expected)
    }
  }

  @Test func anotherDeflaterGivesTheSamePicture() throws {
    var stored = StoredDeflater()
    let pixmap = noise(500, 400, opaque: false)
    let decoded = try #require(DecodedPNG(PNG.encode(pixmap, alpha: true, with: &stored)))
    #expect(decoded.pixels == pixmap.pixels)
  }

  @Test func aPictureWithoutPixelsIsRefused() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (-3, 4)] {
      #expect(throws: EncodingError.empty) {
        try PNG.encode(Pixmap(width: width, height: height), alpha: false)
      }
    }
  }
}

/// A zlib stream of stored blocks (RFC 1950 and 1951).
private struct StoredDeflater: Deflater {
  private var isOpen = false
  private var low: UInt32 = 1
  private var high: UInt32 = 0

  mutating func deflate(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8]) {
    if !isOpen { out += [0x78, 0x01] }
    isOpen = true
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    for start in stride(from: 0, to: bytes.count, by: 65535) {
      let block = bytes[start..<min(start + 65535, bytes.count)]
      let length = UInt16(block.count)
      let isLast = last && block.endIndex == bytes.count
      out.append(isLast ? 1 : 0)
      for n in [length, ~length] { out += [UInt8(n & 255), UInt8(n >> 8)] }
      out += block
    }
    guard last else { return }
    out += [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
    self = StoredDeflater()
  }
}
