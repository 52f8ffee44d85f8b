import CCairo
import Encoding

/// What libpng, through Cairo, makes of a PNG file.
struct DecodedPNG {
  var width, height: Int
  /// Premultiplied 0xAARRGGBB; files without alpha come out opaque.
  var pixels: [UInt32]

  /// Nil when the file is refused.
  init?(_ file: [UInt8]) {
    let source = Source(file)
    let surface = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(
        { closure, data, length in
          guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
          return Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue().read(data, Int(length))
        }, Unmanaged.passUnretained(source).toOpaque())
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let bytes = cairo_image_surface_get_data(surface)
    else { return nil }
    let opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let count = width * height
    pixels = UnsafeRawPointer(bytes).withMemoryRebound(to: UInt32.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
    if opaque { for i in pixels.indices { pixels[i] |= 0xFF00_0000 } }
  }

  private final class Source {
    var rest: ArraySlice<UInt8>

    init(_ file: [UInt8]) { rest = file[...] }

    func read(_ target: UnsafeMutablePointer<UInt8>, _ length: Int) -> cairo_status_t {
      guard rest.count >= length else { return CAIRO_STATUS_READ_ERROR }
      rest.prefix(length).withUnsafeBufferPointer {
        if let from = $0.baseAddress { target.update(from: from, count: length) }
      }
      rest = rest.dropFirst(length)
      return CAIRO_STATUS_SUCCESS
    }
  }
}

/// A chunk of a PNG file.
struct Chunk {
  var type: String
  var data: ArraySlice<UInt8>
  var crc: UInt32

  /// The chunks after the signature; nil when their lengths do not add up to the file.
  static func all(in file: [UInt8]) -> [Chunk]? {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var chunks: [Chunk] = []
    var i = 8
    while i < file.count {
      guard i + 12 <= file.count else { return nil }
      let length = Int(word(file, i))
      guard i + 12 + length <= file.count else { return nil }
      chunks.append(
        Chunk(
          type: String(decoding: file[i + 4..<i + 8], as: UTF8.self), data: file[i + 8..<i + 8 + length],
          crc: word(file, i + 8 + length)))
      i += 12 + length
    }
    return chunks
  }

  /// CRC of type and data, bit by bit as the PNG standard defines it.
  var expectedCRC: UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in Array(type.utf8) + data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return ~crc
  }

  private static func word(_ file: [UInt8], _ i: Int) -> UInt32 {
    file[i..<i + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
