/// Why a picture could not be encoded.
public enum EncodingError: Error, Equatable, CustomStringConvertible {
  /// The picture has no pixels.
  case empty
  /// The compressed picture does not fit one PNG chunk of 2³¹ − 1 bytes.
  case tooLarge
  /// The compression library reported a failure; its number.
  case deflate(Int)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .empty: return "A picture without pixels cannot be written as PNG."
    case .tooLarge: return "The picture is too large for one PNG file."
    case .deflate(let status): return "The compression library igzip failed with status \(status)."
    }
  }
}
