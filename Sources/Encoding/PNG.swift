/// Portable Network Graphics (ISO/IEC 15948): 8 bits a channel, sRGB, filter none.
///
/// Filters help photographs; on flat vector pictures leaving them out is both faster and smaller.
public enum PNG {
  /// The file of a picture: RGBA with straight alpha, or, without `alpha`, RGB as if every pixel
  /// were opaque. The same picture gives the same bytes, on every machine.
  public static func encode(_ pixmap: Pixmap, alpha: Bool) throws(EncodingError) -> [UInt8] {
    let encoder = try PNGEncoder(width: pixmap.width, height: pixmap.height, alpha: alpha, forOne: true)
    return try encoder.encode(pixmap).bytes
  }
}
