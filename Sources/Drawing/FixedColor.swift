/// A colour of light in one word: as its three bytes where it has no more to say, else kept apart.
public struct FixedColor: Hashable, Sendable {
  /// Equal colours are the same case.
  private enum Content: Hashable, Sendable {
    case opaque(hex: UInt32)
    indirect case other(Color)
  }

  private let content: Content

  /// Keeps a colour as it is.
  public init(_ color: Color) {
    if color.alpha == 1, let red = FixedColor.byte(color.red), let green = FixedColor.byte(color.green),
      let blue = FixedColor.byte(color.blue)
    {
      content = .opaque(hex: red << 16 | green << 8 | blue)
    } else {
      content = .other(color)
    }
  }

  /// The byte that a component stands for exactly; nil for any other.
  private static func byte(_ component: Double) -> UInt32? {
    guard component >= 0 && component <= 1 else { return nil }
    let byte = UInt32(component * 255 + 0.5)
    return Double(byte) / 255 == component ? byte : nil
  }

  /// The colour.
  public var color: Color {
    switch content {
    case .opaque(let hex): return Color(hex: hex)
    case .other(let color): return color
    }
  }

  /// Red, 0…1.
  public var red: Double { color.red }
  /// Green, 0…1.
  public var green: Double { color.green }
  /// Blue, 0…1.
  public var blue: Double { color.blue }
  /// Opacity, 0…1.
  public var alpha: Double { color.alpha }
  /// The nearest 0xRRGGBB.
  public var hex: UInt32 { color.hex }
}
