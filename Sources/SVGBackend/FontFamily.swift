import Drawing
import Typography

/// Faces that differ in weight alone.
enum FontFamily: Int, CaseIterable {
  case sans, mono, cjk, symbol

  init(_ face: Face) {
    switch face {
    case .sans, .sansMedium, .sansBold: self = .sans
    case .mono, .monoBold: self = .mono
    case .cjk, .cjkBold: self = .cjk
    case .symbol, .symbolBold: self = .symbol
    }
  }

  /// The faces, from light to heavy.
  var faces: [Face] { Face.allCases.filter { FontFamily($0) == self } }

  /// The name that Lantern serves it by, before its hash.
  var name: String {
    switch self {
    case .sans: return "Lantern Sans"
    case .mono: return "Lantern Mono"
    case .cjk: return "Lantern CJK"
    case .symbol: return "Lantern Symbol"
    }
  }

  /// What a reader without those letters has instead.
  var substitutes: String {
    switch self {
    case .sans: return "Inter,system-ui,sans-serif"
    case .mono: return "'JetBrains Mono',ui-monospace,monospace"
    case .cjk: return "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
    case .symbol: return "'DejaVu Sans',sans-serif"
    }
  }

  /// The name under which a site serves it. It carries the hash of the files that layout measured: a
  /// page never shows a figure in letters of another version.
  var linkedName: String { Self.linkedNames[rawValue] }

  private static let linkedNames = allCases.map { family in
    let hashes = family.faces.map { FontTable.fonts[$0.rawValue].sha256 }
    return "\(family.name) \(shortHash(hashes.flatMap { Array($0.utf8) }))"
  }
}

/// The weight of a face, 100…900.
func weight(_ face: Face) -> Int { FontTable.fonts[face.rawValue].weight }
