import CCairo
import Encoding

extension Pixmap {
  /// The pixels of a PNG file, as libpng reads it.
  public init(png file: [UInt8]) throws(DrawingError) {
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
    else { throw .cairo("the file is no PNG that can be read") }
    let isOpaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
    let width = Int(cairo_image_surface_get_width(surface)),
      height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    self.init(width: width, height: height)
    withPixels { pixels in
      for y in 0..<height {
        let row = UnsafeRawPointer(bytes + y * stride)
        for x in 0..<width {
          let pixel = row.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
          pixels[y * width + x] = isOpaque ? pixel | 0xFF00_0000 : pixel
        }
      }
    }
  }
}

/// The bytes of a file, handed out as they are asked for.
private final class Source {
  private var rest: ArraySlice<UInt8>

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
