import Drawing
import Geometry

/// A colour that a page may override, with its values in the light and in the dark theme.
struct Swatch: Hashable {
  /// Its name after `--`, and after `--lantern-` where a page sets it; nil for a colour that follows
  /// from others.
  let name: String?
  let light, dark: UInt32

  init(_ name: String?, _ tint: Tint) {
    self.name = name
    light = Theme.light.color(tint).hex
    dark = Theme.dark.color(tint).hex
  }

  init(light: UInt32, dark: UInt32) {
    name = nil
    self.light = light
    self.dark = dark
  }
}

extension Swatch {
  /// How many stops a ramp of heat has; between them colours are mixed.
  static let stops = 9

  static func neutral(_ n: Neutral) -> Swatch { Swatch(n.word, .neutral(n)) }
  static func role(_ r: Role, _ part: Part) -> Swatch { Swatch("\(r.word)-\(part.word)", .role(r, part)) }
  static func category(_ i: Int, _ part: Part) -> Swatch {
    let index = (i % 8 + 8) % 8
    return Swatch("category-\(index)-\(part.word)", .category(index, part))
  }
  static func heat(_ stop: Int) -> Swatch { Swatch("heat-\(stop)", .scale(Double(stop) / 8)) }
  static func signed(_ stop: Int) -> Swatch { Swatch("signed-\(stop)", .diverging(Double(stop) / 4 - 1)) }

  /// All that have names, in a fixed order.
  static let all: [Swatch] =
    Neutral.allCases.map { neutral($0) } + Role.allCases.flatMap { r in Part.allCases.map { role(r, $0) } }
    + (0..<8).flatMap { i in Part.allCases.map { category(i, $0) } } + (0..<stops).map { heat($0) }
    + (0..<stops).map { signed($0) }
}

/// `#rgb` where that says it all, else `#rrggbb`.
func hexadecimal(_ color: UInt32) -> String {
  let digits = (0..<6).map { color >> UInt32(20 - 4 * $0) & 15 }
  let isShort = digits[0] == digits[1] && digits[2] == digits[3] && digits[4] == digits[5]
  let shown = isShort ? [digits[0], digits[2], digits[4]] : digits
  return "#" + shown.map { String($0, radix: 16) }.joined()
}

extension Neutral {
  /// Its name in a style sheet.
  var word: String {
    switch self {
    case .ink: return "ink"
    case .muted: return "muted"
    case .line: return "line"
    case .faint: return "faint"
    case .paper: return "paper"
    case .panel: return "panel"
    }
  }
}

extension Role {
  /// Its name in a style sheet.
  var word: String {
    switch self {
    case .compute: return "compute"
    case .cache: return "cache"
    case .storage: return "storage"
    case .block: return "block"
    case .sync: return "sync"
    case .masked: return "masked"
    case .alarm: return "alarm"
    case .focus: return "focus"
    }
  }
}

extension Part {
  /// Its name in a style sheet.
  var word: String {
    switch self {
    case .fill: return "fill"
    case .edge: return "edge"
    case .text: return "text"
    case .solid: return "solid"
    case .onFill: return "on-fill"
    case .onSolid: return "on-solid"
    }
  }
}
