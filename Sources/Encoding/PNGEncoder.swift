import CISAL
import CMemory

/// Makes PNG files of pictures of one size, one after the other, and compresses again only the rows that changed.
///
/// Each band of rows is compressed on its own and keeps its chunk while its rows stay the same. The file of a
/// picture is the same whatever was encoded before it. Beside its chunks, about as much as the last file, it holds
/// the packed rows, three bytes a pixel (or four): of a band, or, where only changes are to be packed, of all.
public final class PNGEncoder {
  /// Rows of a band.
  static let bandRows = 48
  /// How many rows ahead memory is asked for.
  private static let ahead = 3
  private let width, height: Int
  private let alpha: Bool
  private let rowBytes, pixelBytes: Int
  private let deflater: BandDeflater
  /// Whether the packed rows of all bands are kept.
  private let keepsRows: Bool
  /// Packed rows, and some spare bytes, because whole words are written and read.
  private let packed: UnsafeMutablePointer<UInt8>
  /// Signature and header chunks.
  private let head: [UInt8]
  /// What is kept of a band: its chunk, the Adler-32 sum of its bytes, and, where changes are to come, what those
  /// are made of.
  private struct Band {
    var chunk: [UInt8]
    var adler: UInt32
    var parse: BandParse?
  }
  private var bands: [Band] = []
  /// A row that is packed anew, and how it changes those packed before.
  private let line: UnsafeMutablePointer<UInt8>
  private let change: RectChange

  /// An encoder for pictures of that size; with `alpha` as RGBA, else as RGB as if every pixel were opaque.
  /// `forOne` spares memory where there is only one picture.
  public init(width: Int, height: Int, alpha: Bool, forOne: Bool = false) throws(EncodingError) {
    guard width > 0 && height > 0 else { throw .empty }
    guard width <= 1 << 24 && height <= Int32.max else { throw .tooLarge }
    (self.width, self.height, self.alpha) = (width, height, alpha)
    pixelBytes = alpha ? 4 : 3
    rowBytes = 1 + width * pixelBytes
    keepsRows = !forOne
    let rows = min(height, Self.bandRows)
    line = .allocate(capacity: rowBytes)
    change = RectChange(capacity: rowBytes)
    deflater = BandDeflater(row: rowBytes, pixel: pixelBytes, rows: rows)
    let count = (keepsRows ? height : rows) * rowBytes + 16
    packed = .allocate(capacity: count)
    lantern_large_pages(packed, count)
    // The first byte of a row says that it is not filtered; all others are written before they are read.
    for start in stride(from: 0, to: count - 16, by: rowBytes) { packed[start] = 0 }
    (packed + count - 16).initialize(repeating: 0, count: 16)
    var head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    head += Self.chunk(
      "IHDR", Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + [8, alpha ? 6 : 2, 0, 0, 0])
    // Rendering intent 0: perceptual.
    head += Self.chunk("sRGB", [0])
    // The header of the zlib stream: deflate with a window of 32 KiB.
    head += Self.chunk("IDAT", [0x78, 0x01])
    self.head = head
  }

  deinit {
    packed.deallocate()
    line.deallocate()
  }

  /// The file of a picture. Of a picture that differs from the last one only in some rectangles, `changed` names
  /// them; without it every pixel counts as changed.
  public func encode(_ pixmap: Pixmap, changed: [PixelRect]? = nil) throws(EncodingError) -> FileParts {
    guard pixmap.width == width && pixmap.height == height else { throw .size }
    let count = (height + Self.bandRows - 1) / Self.bandRows
    let whole = PixelRect(left: 0, top: 0, right: width, bottom: height)
    guard let changed, keepsRows, bands.count == count else {
      bands = (0..<count).map { band in
        let (start, rows) = rows(band)
        forEachRow(pixmap, whole, band) { pack($0, $1) }
        let chunk = deflater.deflate(start, rows: rows) { Self.chunk("IDAT", $0) }
        return Band(
          chunk: chunk, adler: isal_adler32(1, start, UInt64(rows * rowBytes)),
          parse: keepsRows ? deflater.parse(rows: rows) : nil)
      }
      return file()
    }
    let rects = changed.map { $0.intersection(whole) }.filter { !$0.isEmpty }
    for band in 0..<count { update(band, pixmap, rects) }
    return file()
  }

  /// Compresses a band again if one of the rectangles in which something changed reaches into it.
  private func update(_ band: Int, _ pixmap: Pixmap, _ rects: [PixelRect]) {
    guard let parse = bands[band].parse else { return }
    let (start, rows) = rows(band)
    let top = band * Self.bandRows
    var changes = BandChanges(row: rowBytes, pixel: pixelBytes)
    for rect in rects where rect.top < top + rows && rect.bottom > top {
      repack(pixmap, rect, band)
      let offset = 1 + rect.left * pixelBytes
      for range in change.changed((rect.right - rect.left) * pixelBytes) {
        changes.add(
          rows: max(0, rect.top - top)..<min(rows, rect.bottom - top),
          bytes: offset + range.lowerBound..<offset + range.upperBound)
      }
    }
    guard !changes.isEmpty else { return }
    bands[band].chunk = deflater.deflate(start, rows: rows, after: parse, changes) { Self.chunk("IDAT", $0) }
  }

  /// The packed rows of a band.
  private func rows(_ band: Int) -> (start: UnsafeMutablePointer<UInt8>, count: Int) {
    let top = band * Self.bandRows
    return (packed + (keepsRows ? top * rowBytes : 0), min(Self.bandRows, height - top))
  }

  /// Packs anew what lies in a rectangle, and keeps the band's sum right without adding up the rest of it.
  private func repack(_ pixmap: Pixmap, _ rect: PixelRect, _ band: Int) {
    let width = (rect.right - rect.left) * pixelBytes
    let (start, rows) = rows(band)
    let end = start + rows * rowBytes
    change.start(width)
    forEachRow(pixmap, rect, band) { row, target in
      pack(row, line)
      change.replace(target, by: line, width, after: end - target - width)
    }
    var sum = Adler(bands[band].adler)
    change.add(to: &sum)
    bands[band].adler = sum.value
  }

  /// Hands on each row of the part of a band that lies in a rectangle: its pixels, and where they are packed.
  private func forEachRow(
    _ pixmap: Pixmap, _ rect: PixelRect, _ band: Int,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    let (start, count) = rows(band)
    let top = band * Self.bandRows
    // The first byte of a row stays 0: no filter.
    let offset = 1 + rect.left * pixelBytes
    // The longest repeat before it may now end elsewhere.
    let before = min(offset, BandMatcher.longest)
    pixmap.pixels.withUnsafeBufferPointer { pixels in
      for y in max(rect.top, top)..<min(rect.bottom, top + count) {
        let row = UnsafeBufferPointer(rebasing: pixels[y * width + rect.left..<y * width + rect.right])
        let target = start + (y - top) * rowBytes + offset
        if let pixels = row.baseAddress {
          lantern_fetch(pixels + Self.ahead * width, row.count * 4)
          lantern_fetch(target + Self.ahead * rowBytes - before, row.count * pixelBytes + before)
        }
        body(row, target)
      }
    }
  }

  private func pack(_ row: UnsafeBufferPointer<UInt32>, _ target: UnsafeMutablePointer<UInt8>) {
    let target = UnsafeMutableRawBufferPointer(start: target, count: row.count * pixelBytes)
    if alpha { packRGBA(row, into: target) } else { packRGB(row, into: target) }
  }

  /// Head, chunks of all bands, end of the stream, end of the file.
  private func file() -> FileParts {
    var sum = Adler()
    for (i, band) in bands.enumerated() {
      sum.append(band.adler, bytes: rowBytes * min(Self.bandRows, height - i * Self.bandRows))
    }
    // An empty last block, and the sum of everything.
    let end = Self.chunk("IDAT", [3, 0] + Self.bytes(sum.value)) + Self.chunk("IEND", [])
    return FileParts([head] + bands.map { $0.chunk } + [end])
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
