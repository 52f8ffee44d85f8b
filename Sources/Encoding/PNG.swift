import CISAL

/// Portable Network Graphics (ISO/IEC 15948): 8 bits a channel, sRGB, filter none.
///
/// Filters help photographs; on flat vector pictures leaving them out is both faster and smaller.
public enum PNG {
  /// The file of a picture: RGBA with straight alpha, or, without `alpha`, RGB as if every pixel
  /// were opaque. The same picture gives the same bytes.
  public static func encode(_ pixmap: Pixmap, alpha: Bool) throws(EncodingError) -> [UInt8] {
    var deflater = ZlibDeflater()
    return try encode(pixmap, alpha: alpha, with: &deflater)
  }

  /// The same with a compressor of the caller's, which can be used again and again.
  public static func encode<D: Deflater>(_ pixmap: Pixmap, alpha: Bool, with deflater: inout D)
    throws(EncodingError) -> [UInt8]
  {
    guard pixmap.width > 0 && pixmap.height > 0 else { throw .empty }
    guard pixmap.width <= Int32.max && pixmap.height <= Int32.max else { throw .tooLarge }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(1024 + pixmap.pixels.count / 8)
    let header = bytes(UInt32(pixmap.width)) + bytes(UInt32(pixmap.height)) + [8, alpha ? 6 : 2, 0, 0, 0]
    try chunk("IHDR", to: &file) { out throws(EncodingError) in out += header }
    // Rendering intent 0: perceptual.
    try chunk("sRGB", to: &file) { out throws(EncodingError) in out.append(0) }
    try chunk("IDAT", to: &file) { out throws(EncodingError) in
      try compress(pixmap, alpha: alpha, with: &deflater, to: &out)
    }
    try chunk("IEND", to: &file) { _ throws(EncodingError) in }
    return file
  }

  /// Packs and compresses some rows at a time, so that what is packed stays in the cache.
  private static func compress<D: Deflater>(
    _ pixmap: Pixmap, alpha: Bool, with deflater: inout D, to out: inout [UInt8]
  ) throws(EncodingError) {
    let rowBytes = 1 + pixmap.width * (alpha ? 4 : 3)
    let band = min(pixmap.height, max(1, (1 << 18) / rowBytes))
    // Three spare bytes: packing writes whole words.
    let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: band * rowBytes + 3, alignment: 16)
    defer { packed.deallocate() }
    for top in stride(from: 0, to: pixmap.height, by: band) {
      let rows = min(band, pixmap.height - top)
      pixmap.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<rows {
          let row = UnsafeBufferPointer(
            rebasing: pixels[(top + y) * pixmap.width..<(top + y + 1) * pixmap.width])
          packed[y * rowBytes] = 0  // filter: none
          let target = UnsafeMutableRawBufferPointer(rebasing: packed.dropFirst(y * rowBytes + 1))
          if alpha { packRGBA(row, into: target) } else { packRGB(row, into: target) }
        }
      }
      let slice = UnsafeRawBufferPointer(rebasing: packed.prefix(rows * rowBytes))
      try deflater.deflate(slice, last: top + rows == pixmap.height, to: &out)
    }
  }

  /// Appends a chunk: length, type, what `body` appends, and the CRC of type and body.
  private static func chunk(
    _ type: StaticString, to file: inout [UInt8],
    body: (inout [UInt8]) throws(EncodingError) -> Void
  ) throws(EncodingError) {
    let start = file.count
    file += [0, 0, 0, 0]
    type.withUTF8Buffer { file += $0 }
    try body(&file)
    let length = file.count - start - 8
    guard length <= Int32.max else { throw .tooLarge }
    file.replaceSubrange(start..<start + 4, with: bytes(UInt32(length)))
    let crc = file.withUnsafeBufferPointer { buffer in
      crc32_gzip_refl(0, buffer.baseAddress.map { $0 + start + 4 }, UInt64(length + 4))
    }
    file += bytes(crc)
  }

  private static func bytes(_ n: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) }
  }
}
