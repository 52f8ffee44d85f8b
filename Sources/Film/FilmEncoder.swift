import Encoding

/// Takes the pictures of a story one after the other and makes one file of them.
///
/// All pictures have the size that the encoder was made for. The same pictures give the same bytes.
public protocol FilmEncoder {
  /// Shows a picture from a frame on, until the next one is shown; the first starts at frame 0. It differs from the one
  /// before in the rectangles `changed` at most.
  mutating func show(_ picture: Pixmap, changed: [PixelRect], from frame: Int) throws(FilmError)
  /// Ends the film after some frames, and gives its file.
  mutating func finish(frames: Int) throws(FilmError) -> [UInt8]
}

extension FilmEncoder {
  /// Shows a picture that may differ everywhere.
  public mutating func show(_ picture: Pixmap, from frame: Int) throws(FilmError) {
    let whole = PixelRect(left: 0, top: 0, right: picture.width, bottom: picture.height)
    try show(picture, changed: [whole], from: frame)
  }
}

/// Why a film could not be made.
public enum FilmError: Error, Equatable, CustomStringConvertible {
  /// No picture was shown.
  case empty
  /// A library reported a failure; its name and its reason.
  case library(String, String)
  /// The program ffmpeg is not there.
  case noProgram
  /// The program ffmpeg ended before the film was whole; why.
  case program(String)
  /// The file that ffmpeg wrote cannot be read; why.
  case file(String)

  /// One sentence for the reader, without a full stop.
  public var description: String {
    switch self {
    case .empty: return "a film without pictures cannot be written"
    case .library(let name, let reason): return "\(name) failed: \(reason)"
    case .noProgram:
      return
        "mp4 is written by the program ffmpeg, which is not installed: in Debian it is the package ffmpeg"
    case .program(let reason): return "ffmpeg did not finish the video: \(reason)"
    case .file(let reason): return "the video that ffmpeg wrote cannot be read: \(reason)"
    }
  }
}
