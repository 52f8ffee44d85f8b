import CCrypto
import Drawing
import FoundationEssentials
import Synchronization
import Typography

/// Why a font can't be used: one sentence for the person who has to install it.
public struct FontFileError: Error, CustomStringConvertible, Equatable {
  /// The sentence.
  public let description: String
}

/// Finds the very font files that the font table was measured with.
///
/// Searches the folders in their order, each with all folders below it in the order of their names, and
/// takes the first file of the right name whose SHA-256 is the table's. A face is searched for and hashed
/// when it is first asked for, once; the answer holds for the life of the value.
public final class FontFiles: Sendable {
  /// Searches the folder in the environment variable LANTERN_FONTS, or, when it is not set, the usual ones.
  public static let shared = FontFiles(folders: FontFiles.usualFolders)

  private struct State {
    var paths: [String: [String]]?
    var answers: [Face: Result<String, FontFileError>] = [:]
  }

  private let folders: [String]
  private let state = Mutex(State())

  /// Searches folders of one's own; those that don't exist are passed over.
  public init(folders: [String]) { self.folders = folders }

  /// The folder that LANTERN_FONTS names, or else where systems keep fonts.
  public static var usualFolders: [String] {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    if let own = ProcessInfo.processInfo.environment["LANTERN_FONTS"] { return [own] }
    return [
      "/usr/share/fonts", "/usr/local/share/fonts", "\(home)/.local/share/fonts", "\(home)/.fonts",
      "/Library/Fonts", "\(home)/Library/Fonts",
    ]
  }

  /// The path of a face's file; which font of it is meant says `FontTable.fonts[face.rawValue].index`.
  public func path(of face: Face) throws(FontFileError) -> String {
    try state.withLock { state in
      if let known = state.answers[face] { return known }
      let paths = state.paths ?? index()
      state.paths = paths
      let record = FontTable.fonts[face.rawValue]
      let answer = verify(record, paths[record.file] ?? [])
      state.answers[face] = answer
      return answer
    }.get()
  }

  /// All files of the table's names, in the order in which they count.
  private func index() -> [String: [String]] {
    let wanted = Set(FontTable.fonts.map(\.file))
    var paths: [String: [String]] = [:]
    for folder in folders {
      for below in (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.sorted() ?? [] {
        let name = below.split(separator: "/").last.map(String.init) ?? below
        if wanted.contains(name) { paths[name, default: []].append(folder + "/" + below) }
      }
    }
    return paths
  }

  private func verify(_ record: FontRecord, _ paths: [String]) -> Result<String, FontFileError> {
    var found: String?
    for path in paths {
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
        continue
      }
      let hash = FontFiles.sha256(data)
      if hash == record.sha256 { return .success(path) }
      found = found ?? "\(path) is \(FontFiles.revision(data, record.index)) (SHA-256 \(hash.prefix(12))…)"
    }
    let name = "\(record.family) \(record.style)"
    guard let found else {
      return .failure(
        FontFileError(
          description:
            "The font \(name) (\(record.file)) is missing: install the Debian package \(record.package), or put "
            + "the file in one of \(folders.joined(separator: ", "))."))
    }
    return .failure(
      FontFileError(
        description:
          "The font \(name) isn't the one that the text was measured with: \(found), but the font table needs "
          + "“\(record.version)” (SHA-256 \(record.sha256.prefix(12))…), as in the Debian package \(record.package)."
      ))
  }

  private static func sha256(_ data: Data) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    data.withUnsafeBytes { _ = SHA256($0.bindMemory(to: UInt8.self).baseAddress, data.count, &digest) }
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The revision that a font states in its `head` table (OpenType 1.9, 16.16 fixed point).
  private static func revision(_ data: Data, _ index: Int) -> String {
    func number(_ at: Int, _ bytes: Int) -> Int? {
      guard at >= 0 && at + bytes <= data.count else { return nil }
      return data[data.startIndex + at..<data.startIndex + at + bytes].reduce(0) { $0 << 8 | Int($1) }
    }
    let collection = data.starts(with: Data("ttcf".utf8))
    guard let start = collection ? number(12 + 4 * index, 4) : 0, let tables = number(start + 4, 2) else {
      return "no font"
    }
    for i in 0..<tables where number(start + 12 + 16 * i, 4) == 0x6865_6164 {
      guard let head = number(start + 20 + 16 * i, 4), let revision = number(head + 4, 4) else { break }
      let thousandths = (revision * 1000 + 32768) / 65536
      return "revision \(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
    }
    return "no font"
  }
}
