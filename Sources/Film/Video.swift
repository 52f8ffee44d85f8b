import Encoding

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// H.264 in MP4 by the program ffmpeg, which is fed the pixels.
///
/// 4:2:0 as all players take it, tagged BT.709 and converted so, here and not there, because here it is known what
/// changed; the index stands in front, so that pages can play it while it loads.
public final class Video: FilmEncoder {
  private let program: Subprocess
  private let path: String
  /// The picture shown last.
  private var shown: PlanarPicture
  /// Frames that are written.
  private var written = 0

  /// Whether ffmpeg is installed.
  public static var isPossible: Bool { Subprocess.find("ffmpeg") != nil }

  /// Starts a video that ffmpeg writes to `path`, where nothing may be yet.
  public init(width: Int, height: Int, fps: Int, path: String) throws(FilmError) {
    guard let ffmpeg = Subprocess.find("ffmpeg") else { throw .noProgram }
    shown = PlanarPicture(width: width, height: height)
    let words = Self.words(width: shown.width, height: shown.height, fps: fps)
    guard let program = Subprocess(ffmpeg, words + [path]) else {
      throw .program(String(cString: strerror(errno)))
    }
    (self.program, self.path) = (program, path)
  }

  deinit { unlink(path) }

  /// What ffmpeg is told before the name of its file: the frames come over its standard input as three planes.
  public static func words(width: Int, height: Int, fps: Int) -> [String] {
    let input =
      "-f rawvideo -pixel_format yuv420p -color_range tv -colorspace bt709 -video_size \(width)x\(height)"
      + " -framerate \(fps) -i pipe:0"
    // The number of threads is part of what makes the bytes, so it is always the same.
    let coding = "-an -c:v libx264 -preset medium -crf 16 -tune animation -threads 4"
    let tags =
      "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv -chroma_sample_location center"
    let file = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart -f mp4"
    let all = "-nostdin -loglevel error -xerror -y \(input) \(coding) \(tags) \(file)"
    return all.split(separator: " ").map(String.init)
  }

  /// Shows a picture from a frame on.
  public func show(_ picture: Pixmap, changed: [PixelRect], from frame: Int) throws(FilmError) {
    try write(until: frame)
    shown.take(changed, from: picture)
    try write()
  }

  /// Ends the video after some frames, and gives its file.
  public func finish(frames: Int) throws(FilmError) -> [UInt8] {
    guard written > 0 else { throw .empty }
    try write(until: frames)
    let (failure, complaint) = program.finish()
    defer { unlink(path) }
    if let failure { throw .program(failure) }
    guard let file = fopen(path, "rb") else { throw .file(String(cString: strerror(errno))) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part.prefix(count) }
    // On a full disk some versions of ffmpeg end as if all were well.
    guard ferror(file) == 0 && Self.isWhole(bytes) else {
      throw .program(complaint ?? "its file ends too early; the disk may be full")
    }
    return bytes
  }

  /// Whether a file is a row of boxes (ISO/IEC 14496-12) that ends where the file does, index and pictures among
  /// them.
  static func isWhole(_ file: [UInt8]) -> Bool {
    func number(_ at: Int, _ count: Int) -> Int {
      file[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }
    var kinds: [String] = []
    var at = 0
    while at + 8 <= file.count {
      kinds.append(String(decoding: file[at + 4..<at + 8], as: UTF8.self))
      var size = number(at, 4)
      // A large box says its size in eight bytes of its own.
      if size == 1 && at + 16 <= file.count && file[at + 8] == 0 { size = number(at + 8, 8) }
      guard size >= 8 else { return false }
      at += size
    }
    return at == file.count && kinds.contains("moov") && kinds.contains("mdat")
  }

  private func write(until frame: Int) throws(FilmError) {
    while written > 0 && written < frame { try write() }
  }

  private func write() throws(FilmError) {
    let isWritten = shown.bytes.withUnsafeBytes { program.write($0) }
    if !isWritten { throw .program(program.finish().failure ?? "it stopped reading") }
    written += 1
  }
}
