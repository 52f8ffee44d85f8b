import CISAL

/// Makes PNG files of pictures of one size, one after the other, and compresses again only the rows that changed.
///
/// Each band of rows is compressed on its own and keeps its chunk while its rows stay the same. The file of a
/// picture is the same whatever was encoded before it. Beside its chunks, about as much as the last file, it holds
/// the packed rows, three bytes a pixel (or four): of a band, or, where only changes are to be packed, of all.
public final class PNGEncoder {
  /// Rows of a band.
  static let bandRows = 32
  private let width, height: Int
  private let alpha: Bool
  private let rowBytes: Int
  private let deflater: BandDeflater
  /// Whether the packed rows of all bands are kept.
  private let keepsRows: Bool
  /// Packed rows, and some spare bytes, because whole words are written and read.
  private let packed: UnsafeMutablePointer<UInt8>
  /// Signature and header chunks.
  private let head: [UInt8]
  /// For each band, its chunk, and the Adler-32 sum of its bytes.
  private var bands: [(chunk: [UInt8], adler: UInt32)] = []

  /// An encoder for pictures of that size; with `alpha` as RGBA, else as RGB as if every pixel were opaque.
  /// `forOne` spares memory where there is only one picture.
  public init(width: Int, height: Int, alpha: Bool, forOne: Bool = false) throws(EncodingError) {
    guard width > 0 && height > 0 else { throw .empty }
    guard width <= 1 << 24 && height <= Int32.max else { throw .tooLarge }
    (self.width, self.height, self.alpha) = (width, height, alpha)
    rowBytes = 1 + width * (alpha ? 4 : 3)
    keepsRows = !forOne
    let rows = min(height, Self.bandRows)
    deflater = BandDeflater(row: rowBytes, pixel: alpha ? 4 : 3, rows: rows)
    let count = (keepsRows ? height : rows) * rowBytes + 16
    packed = .allocate(capacity: count)
    packed.initialize(repeating: 0, count: count)
    var head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    head += Self.chunk(
      "IHDR", Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + [8, alpha ? 6 : 2, 0, 0, 0])
    // Rendering intent 0: perceptual.
    head += Self.chunk("sRGB", [0])
    // The header of the zlib stream: deflate with a window of 32 KiB.
    head += Self.chunk("IDAT", [0x78, 0x01])
    self.head = head
  }

  deinit { packed.deallocate() }

  /// The file of a picture. Of a picture that differs from the last one only in some rectangles, `changed` names
  /// them; without it every pixel counts as changed.
  public func encode(_ pixmap: Pixmap, changed: [PixelRect]? = nil) throws(EncodingError) -> [UInt8] {
    guard pixmap.width == width && pixmap.height == height else { throw .size }
    let count = (height + Self.bandRows - 1) / Self.bandRows
    let whole = PixelRect(left: 0, top: 0, right: width, bottom: height)
    guard let changed, keepsRows, bands.count == count else {
      bands = (0..<count).map { band in
        pack(pixmap, whole, band)
        let (start, rows) = rows(band)
        return (chunk(of: band), isal_adler32(1, start, UInt64(rows * rowBytes)))
      }
      return file()
    }
    var isOld = [Bool](repeating: false, count: count)
    for rect in changed.map({ $0.intersection(whole) }) where !rect.isEmpty {
      for band in rect.top / Self.bandRows...(rect.bottom - 1) / Self.bandRows {
        isOld[band] = true
        repack(pixmap, rect, band)
      }
    }
    for band in 0..<count where isOld[band] { bands[band].chunk = chunk(of: band) }
    return file()
  }

  /// The packed rows of a band.
  private func rows(_ band: Int) -> (start: UnsafeMutablePointer<UInt8>, count: Int) {
    let top = band * Self.bandRows
    return (packed + (keepsRows ? top * rowBytes : 0), min(Self.bandRows, height - top))
  }

  /// Packs the part of a band that lies in a rectangle.
  private func pack(_ pixmap: Pixmap, _ rect: PixelRect, _ band: Int) {
    forEachRow(pixmap, rect, band) { row, target, _ in pack(row, target) }
  }

  /// Packs anew what lies in a rectangle, and keeps the band's sum right without adding up the rest of it.
  private func repack(_ pixmap: Pixmap, _ rect: PixelRect, _ band: Int) {
    var sum = Adler(bands[band].adler)
    forEachRow(pixmap, rect, band) { row, target, after in
      let before = isal_adler32(1, target.baseAddress, UInt64(target.count))
      pack(row, target)
      sum.replace(before, by: isal_adler32(1, target.baseAddress, UInt64(target.count)), bytesAfter: after)
    }
    bands[band].adler = sum.value
  }

  /// Hands on each row of the part of a band that lies in a rectangle: its pixels, where they are packed, and how many
  /// bytes of the band come after.
  private func forEachRow(
    _ pixmap: Pixmap, _ rect: PixelRect, _ band: Int,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt8>, Int) -> Void
  ) {
    let (start, count) = rows(band)
    let top = band * Self.bandRows
    let size = alpha ? 4 : 3
    pixmap.pixels.withUnsafeBufferPointer { pixels in
      for y in max(rect.top, top)..<min(rect.bottom, top + count) {
        let row = UnsafeBufferPointer(rebasing: pixels[y * width + rect.left..<y * width + rect.right])
        // The first byte of a row stays 0: no filter.
        let offset = (y - top) * rowBytes + 1 + rect.left * size
        let target = UnsafeMutableBufferPointer(start: start + offset, count: row.count * size)
        body(row, target, count * rowBytes - offset - target.count)
      }
    }
  }

  private func pack(_ row: UnsafeBufferPointer<UInt32>, _ target: UnsafeMutableBufferPointer<UInt8>) {
    if alpha {
      packRGBA(row, into: UnsafeMutableRawBufferPointer(target))
    } else {
      packRGB(row, into: UnsafeMutableRawBufferPointer(target))
    }
  }

  /// The chunk of a band.
  private func chunk(of band: Int) -> [UInt8] {
    let (start, count) = rows(band)
    return deflater.deflate(start, rows: count) { Self.chunk("IDAT", $0) }
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
  private var low: UInt64
  private var high: UInt64
  private static let modulus: UInt64 = 65521

  /// A sum; that of nothing unless given.
  init(_ value: UInt32 = 1) { (low, high) = (UInt64(value & 0xFFFF), UInt64(value >> 16)) }

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

  /// Replaces a piece inside by one of the same length, given their own sums and how many bytes come after it.
  mutating func replace(_ old: UInt32, by new: UInt32, bytesAfter count: Int) {
    let m = Self.modulus
    // The lower half adds up bytes, the upper one the lower half after each byte.
    let change = UInt64(new & 0xFFFF) &+ m &- UInt64(old & 0xFFFF)
    low = (low &+ change) % m
    high = (high &+ change % m &* (UInt64(count) % m) &+ UInt64(new >> 16) &+ m &- UInt64(old >> 16)) % m
  }
}
