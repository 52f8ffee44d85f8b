/// Why a picture could not be encoded.
public enum EncodingError: Error, Equatable, CustomStringConvertible {
  /// The picture has no pixels.
  case empty
  /// The picture has more pixels in a row or more rows than a file can hold.
  case tooLarge
  /// The picture has another size than the encoder was made for.
  case size

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .empty: return "A picture without pixels cannot be written as PNG."
    case .tooLarge: return "The picture is too large for one PNG file."
    case .size: return "The picture has another size than those before it."
    }
  }
}
