import Geometry

/// Makes colours of light from tints.
public struct Theme: Sendable {
  /// The themes that ship.
  public enum Name: Int, Sendable, CaseIterable {
    /// Dark ink on white.
    case light
    /// Light ink on near-black.
    case dark
    /// Greys of the light theme's luminance, for print.
    case print

    /// The name as the command line writes it.
    public var text: String {
      switch self {
      case .light: return "light"
      case .dark: return "dark"
      case .print: return "print"
      }
    }
  }

  /// Which theme this is.
  public let name: Name
  private let palette: Palette

  /// Light, dark or print.
  public static let light = Theme(.light), dark = Theme(.dark), print = Theme(.print)

  /// Creates a theme.
  public init(_ name: Name) {
    self.name = name
    palette = name == .dark ? .dark : .light
  }

  /// The colour of a paint, blended and with its opacity.
  public func color(_ paint: Paint) -> Color {
    var color = color(paint.tint)
    if paint.share > 0 { color = color.mixed(with: self.color(paint.target), at: paint.share) }
    color.alpha *= paint.opacity
    return color
  }

  /// The colour of a tint.
  public func color(_ tint: Tint) -> Color {
    let color = chromatic(tint)
    return name == .print ? color.grey : color
  }

  private func chromatic(_ tint: Tint) -> Color {
    switch tint {
    case .neutral(let n): return Color(hex: palette.neutral[n.rawValue])
    case .role(let r, let part): return Color(hex: palette.role[r.rawValue][part.rawValue])
    case .category(let i, let part): return category(i, part)
    case .scale(let t): return ramp(palette.sequential, t)
    case .onScale(let t): return words(on: ramp(palette.sequential, t))
    case .diverging(let t): return ramp(palette.diverging, (t + 1) / 2)
    case .onDiverging(let t): return words(on: ramp(palette.diverging, (t + 1) / 2))
    case .literal(let c): return c.color
    }
  }

  private func category(_ index: Int, _ part: Part) -> Color {
    let colors = palette.category[((index % 8) + 8) % 8]
    switch part {
    case .fill: return Color(hex: colors[0])
    case .edge, .solid: return Color(hex: colors[1])
    case .text: return Color(hex: colors[2])
    case .onFill: return Color(hex: colors[3])
    case .onSolid: return words(on: Color(hex: colors[1]))
    }
  }

  /// Mixed in sRGB between neighbouring stops.
  private func ramp(_ stops: [UInt32], _ t: Double) -> Color {
    let x = (t.isNaN ? 0 : t).clamped(to: 0...1) * Double(stops.count - 1)
    let i = min(Int(x), stops.count - 2)
    return Color(hex: stops[i]).mixed(with: Color(hex: stops[i + 1]), at: x - Double(i))
  }

  /// Ink where it reads well, else black or white, whichever contrasts more.
  private func words(on ground: Color) -> Color {
    let ink = Color(hex: palette.neutral[Neutral.ink.rawValue])
    if name != .dark && ink.contrast(with: ground) >= 4.5 { return ink }
    let (black, white) = (Color(hex: 0), Color(hex: 0xFFFFFF))
    return white.contrast(with: ground) >= black.contrast(with: ground) ? white : black
  }
}

extension Color {
  /// Relative luminance, 0…1 (WCAG 2.1).
  public var luminance: Double {
    func linear(_ c: Double) -> Double {
      c <= 0.04045 ? c / 12.92 : Maths.pow((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio, 1…21 (WCAG 2.1).
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The grey of the same luminance.
  public var grey: Color {
    let y = luminance
    let c = y <= 0.003_130_8 ? y * 12.92 : 1.055 * Maths.pow(y, 1 / 2.4) - 0.055
    return Color(c, c, c, alpha)
  }
}
