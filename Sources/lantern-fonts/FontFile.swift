import CCrypto
import CHarfBuzz
import Drawing
import Foundation

/// A sentence about why the table can't be made.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Which file a face comes from.
struct FontFile {
  let face: Face
  let package: String
  /// Folder in which the Debian package puts it.
  let folder: String
  let file: String
  /// Which font of a collection.
  var index = 0
  /// How its characters are chosen and stored.
  var script = Script.latin

  enum Script {
    /// Everything listed in `Repertoire.latin`.
    case latin
    /// What `Repertoire.latin` lists and these faces lack.
    case symbols(lackedBy: Face)
    /// Ideographs and full-width forms.
    case chinese
  }

  static let all = [
    FontFile(face: .sans, package: "fonts-inter", folder: "opentype/inter", file: "Inter-Regular.otf"),
    FontFile(face: .sansMedium, package: "fonts-inter", folder: "opentype/inter", file: "Inter-Medium.otf"),
    FontFile(face: .sansBold, package: "fonts-inter", folder: "opentype/inter", file: "Inter-SemiBold.otf"),
    FontFile(
      face: .mono, package: "fonts-jetbrains-mono", folder: "truetype/jetbrains-mono",
      file: "JetBrainsMono-Medium.ttf"),
    FontFile(
      face: .monoBold, package: "fonts-jetbrains-mono", folder: "truetype/jetbrains-mono",
      file: "JetBrainsMono-Bold.ttf"),
    FontFile(
      face: .cjk, package: "fonts-noto-cjk", folder: "opentype/noto", file: "NotoSansCJK-Regular.ttc",
      index: 2, script: .chinese),
    FontFile(
      face: .cjkBold, package: "fonts-noto-cjk", folder: "opentype/noto", file: "NotoSansCJK-Bold.ttc",
      index: 2, script: .chinese),
    FontFile(
      face: .symbol, package: "fonts-dejavu-core", folder: "truetype/dejavu", file: "DejaVuSans.ttf",
      script: .symbols(lackedBy: .sans)),
    FontFile(
      face: .symbolBold, package: "fonts-dejavu-core", folder: "truetype/dejavu",
      file: "DejaVuSans-Bold.ttf", script: .symbols(lackedBy: .sansBold)),
  ]

  /// Where the file is: in $LANTERN_FONTS if set, else where its Debian package puts it.
  var path: String {
    if let folder = ProcessInfo.processInfo.environment["LANTERN_FONTS"] { return folder + "/" + file }
    return "/usr/share/fonts/" + folder + "/" + file
  }

  func sha256() throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("There is no \(path); install the Debian package \(package).")
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    data.withUnsafeBytes { _ = SHA256($0.bindMemory(to: UInt8.self).baseAddress, data.count, &digest) }
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
