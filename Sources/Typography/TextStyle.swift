import Drawing

/// How a text is set: one step of the type scale, and what an author changes of it.
public struct TextStyle: Sendable, Equatable {
  /// How heavy the strokes are.
  public enum Weight: Int, Sendable, CaseIterable {
    /// 400.
    case regular
    /// 500; Chinese characters and symbols stay regular.
    case medium
    /// 600; Chinese characters and symbols are bold (700).
    case semibold
  }

  /// Which design the letters have.
  public enum Family: Int, Sendable, CaseIterable {
    /// Words.
    case sans
    /// Shapes, bytes, ids and code.
    case mono
  }

  /// Font size in points in English, and in Chinese.
  public var size, sizeZh: Double
  /// Weight in English, and in Chinese.
  public var weight, weightZh: Weight
  /// Design of the letters.
  public var family: Family
  /// Distance from baseline to baseline in points.
  public var lineHeight: Double
  /// Colour.
  public var paint: Paint

  /// Creates a style; what is left out for Chinese is as in English.
  public init(
    size: Double, sizeZh: Double? = nil, weight: Weight = .regular, weightZh: Weight? = nil,
    family: Family = .sans, lineHeight: Double, paint: Paint = .ink
  ) {
    self.size = size
    self.sizeZh = sizeZh ?? size
    self.weight = weight
    self.weightZh = weightZh ?? weight
    self.family = family
    self.lineHeight = lineHeight
    self.paint = paint
  }

  /// The name of the figure.
  public static let title = TextStyle(size: 28, weight: .semibold, lineHeight: 34)
  /// The name of a part.
  public static let label = TextStyle(size: 18, weight: .semibold, lineHeight: 24)
  /// The sentence of a beat.
  public static let caption = TextStyle(size: 18, weight: .medium, weightZh: .regular, lineHeight: 24)
  /// A remark beside a part.
  public static let note = TextStyle(size: 15, sizeZh: 16, lineHeight: 20)
  /// Numbers, shapes, bytes, ids and code.
  public static let data = TextStyle(size: 15, weight: .medium, family: .mono, lineHeight: 20)

  /// The same style, emphasised: weight 600.
  public var bold: TextStyle {
    var style = self
    (style.weight, style.weightZh) = (.semibold, .semibold)
    return style
  }

  /// The same style in the letters of code.
  public var mono: TextStyle {
    var style = self
    style.family = .mono
    return style
  }

  /// The same style in another colour.
  public func painted(_ paint: Paint) -> TextStyle {
    var style = self
    style.paint = paint
    return style
  }

  /// The same style in another size, in both languages; lines keep their relative distance.
  public func sized(_ points: Double) -> TextStyle {
    var style = self
    style.lineHeight *= size > 0 ? points / size : 1
    (style.size, style.sizeZh) = (points, points)
    return style
  }

  /// Font size in points in one language.
  public func size(in language: Language) -> Double { language == .zh ? sizeZh : size }

  /// Weight in one language.
  public func weight(in language: Language) -> Weight { language == .zh ? weightZh : weight }
}
