/// The width of the numbers that a kernel multiplies; the same for weights and activations.
public enum Precision: Int, CaseIterable, Sendable {
  /// 16 bits.
  case bf16 = 16
  /// 8 bits.
  case fp8 = 8
  /// 4 bits, scale bytes not counted.
  case fp4 = 4

  /// The narrowest of the three that has at least `bits` bits; 16 bits above that.
  public init(bits: Int) { self = bits <= 4 ? .fp4 : (bits <= 8 ? .fp8 : .bf16) }

  /// Bits in a number.
  public var bits: Int { rawValue }
  /// Bytes in a number.
  public var bytes: Double { Double(rawValue) / 8 }

  /// Its name in print.
  public var name: String {
    switch self {
    case .bf16: "BF16"
    case .fp8: "FP8"
    case .fp4: "FP4"
    }
  }
}
