import CISAL

/// Makes PNG files of pictures of one size, one after the other, and compresses again only the rows that changed.
///
/// Each band of rows is compressed on its own and keeps its chunk while its rows stay the same. The file of a
/// picture is the same whatever was encoded before it. Beside pixels it holds about as much as the last file, and
/// half a megabyte at 1920 pixels in a row.
public final class PNGEncoder {
  /// Rows of a band.
  static let bandRows = 24
  private let width, height: Int
  private let alpha: Bool
  private let rowBytes: Int
  private let deflater: BandDeflater
  /// Signature and header chunks.
  private let head: [UInt8]
  /// For each band, its chunk, and the Adler-32 sum of its bytes.
  private var bands: [(chunk: [UInt8], adler: UInt32)] = []

  /// An encoder for pictures of that size; with `alpha` as RGBA, else as RGB as if every pixel were opaque.
  public init(width: Int, height: Int, alpha: Bool) throws(EncodingError) {
    guard width > 0 && height > 0 else { throw .empty }
    guard width <= 1 << 24 && height <= Int32.max else { throw .tooLarge }
    (self.width, self.height, self.alpha) = (width, height, alpha)
    rowBytes = 1 + width * (alpha ? 4 : 3)
    deflater = BandDeflater(row: rowBytes, pixel: alpha ? 4 : 3, rows: min(height, Self.bandRows))
    var head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    head += Self.chunk(
      "IHDR", Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + [8, alpha ? 6 : 2, 0, 0, 0])
    // Rendering intent 0: perceptual.
    head += Self.chunk("sRGB", [0])
    // The header of the zlib stream: deflate with a window of 32 KiB.
    head += Self.chunk("IDAT", [0x78, 0x01])
    self.head = head
  }

  /// The file of a picture. Of a picture that differs from the last one only in some rows, `changed` names
  /// them; without it every row counts as changed.
  public func encode(_ pixmap: Pixmap, changed: [Range<Int>]? = nil) throws(EncodingError) -> [UInt8] {
    guard pixmap.width == width && pixmap.height == height else { throw .size }
    let count = (height + Self.bandRows - 1) / Self.bandRows
    if let changed, bands.count == count {
      var isOld = [Bool](repeating: false, count: count)
      for rows in changed where !rows.isEmpty {
        let (first, last) = (max(0, rows.lowerBound), min(height, rows.upperBound) - 1)
        guard first <= last else { continue }
        for band in first / Self.bandRows...last / Self.bandRows { isOld[band] = true }
      }
      for band in 0..<count where isOld[band] { bands[band] = compressed(pixmap, band) }
    } else {
      bands = (0..<count).map { compressed(pixmap, $0) }
    }
    return file()
  }

  /// Packs and compresses a band.
  private func compressed(_ pixmap: Pixmap, _ band: Int) -> (chunk: [UInt8], adler: UInt32) {
    let top = band * Self.bandRows
    let rows = min(Self.bandRows, height - top)
    pixmap.pixels.withUnsafeBufferPointer { pixels in
      for y in 0..<rows {
        let row = UnsafeBufferPointer(rebasing: pixels[(top + y) * width..<(top + y + 1) * width])
        let start = deflater.packed + y * rowBytes
        start.pointee = 0  // filter: none
        let target = UnsafeMutableRawBufferPointer(start: start + 1, count: rowBytes + 2)
        if alpha { packRGBA(row, into: target) } else { packRGB(row, into: target) }
      }
    }
    return deflater.deflate(rows: rows) { piece, adler in (Self.chunk("IDAT", piece), adler) }
  }

  /// Head, chunks of all bands, end of the stream, end of the file.
  private func file() -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(head.count + 64 + bands.reduce(0) { $0 + $1.chunk.count })
    file += head
    var sum = Adler()
    for (i, band) in bands.enumerated() {
      file += band.chunk
      sum.append(band.adler, bytes: rowBytes * min(Self.bandRows, height - i * Self.bandRows))
    }
    // An empty last block, and the sum of everything.
    file += Self.chunk("IDAT", [3, 0] + Self.bytes(sum.value))
    file += Self.chunk("IEND", [])
    return file
  }

  private static func chunk<C: Collection<UInt8>>(_ type: StaticString, _ data: C) -> [UInt8] {
    var chunk: [UInt8] = []
    chunk.reserveCapacity(data.count + 12)
    chunk += bytes(UInt32(data.count))
    type.withUTF8Buffer { chunk += $0 }
    chunk += data
    let crc = chunk.withUnsafeBufferPointer { buffer in
      crc32_gzip_refl(0, buffer.baseAddress.map { $0 + 4 }, UInt64(data.count + 4))
    }
    chunk += bytes(crc)
    return chunk
  }

  private static func bytes(_ n: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) }
  }
}

/// The Adler-32 sum (RFC 1950) of pieces whose own sums are known.
struct Adler {
  private var low: UInt64 = 1
  private var high: UInt64 = 0
  private static let modulus: UInt64 = 65521

  /// The sum so far.
  var value: UInt32 { UInt32(high << 16 | low) }

  /// Adds a piece of so many bytes whose own sum is `adler`.
  mutating func append(_ adler: UInt32, bytes: Int) {
    let m = Self.modulus
    // A piece's own sum starts from 1; here it starts from `low`.
    let before = (low + m - 1) % m
    high = (high + UInt64(adler >> 16) + UInt64(bytes) % m * before) % m
    low = (low + UInt64(adler & 0xFFFF) + m - 1) % m
  }
}
