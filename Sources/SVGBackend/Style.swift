import Drawing

/// How a shape or a stretch of text looks: a list of properties, each one a presentation attribute.
struct Style: Hashable {
  /// One property.
  struct Property: Hashable {
    let name: String
    /// Its value for every reader.
    let value: String
    /// Its value by custom properties, for readers that follow the page.
    var live: String?
    /// Whether it must survive where style sheets are lost.
    var isAttribute: Bool

    /// The value alone tells nearly all apart, and hashing text is dear.
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  private(set) var properties: [Property] = []

  var isEmpty: Bool { properties.isEmpty }

  /// Adds what a style sheet may say.
  mutating func add(_ name: String, _ value: String) {
    properties.append(Property(name: name, value: value, live: nil, isAttribute: false))
  }

  /// Adds what stands at the element itself.
  mutating func attribute(_ name: String, _ value: String) {
    properties.append(Property(name: name, value: value, live: nil, isAttribute: true))
  }

  /// Adds a colour, and its opacity under `name-opacity`.
  mutating func add(_ name: String, _ pigment: Pigment) {
    properties.append(Property(name: name, value: pigment.plain, live: pigment.live, isAttribute: true))
    if pigment.opacity < 1 { add(name + "-opacity", Grid(digits: 3).text(pigment.opacity)) }
  }

  /// Adds a colour that no attribute may state.
  mutating func addRule(_ name: String, _ pigment: Pigment) {
    properties.append(Property(name: name, value: pigment.plain, live: pigment.live, isAttribute: false))
    if pigment.opacity < 1 { add(name + "-opacity", Grid(digits: 3).text(pigment.opacity)) }
  }

  /// This style and what another adds.
  func with(_ other: Style) -> Style {
    var style = self
    style.properties += other.properties
    return style
  }

  /// What of this style a rule says.
  var ruled: Style {
    var style = Style()
    style.properties = properties.compactMap { p in
      guard p.isAttribute else { return p }
      // The value stands at the element.
      return p.live.map { Property(name: p.name, value: "", live: $0, isAttribute: true) }
    }
    return style
  }

  /// What this style says otherwise than the one around it, which has the same properties.
  func without(_ other: Style) -> Style {
    var style = self
    style.properties = properties.filter { !other.properties.contains($0) }
    return style
  }
}

/// The classes of one figure: each style that needs a rule gets one, in order of first use.
struct Classes {
  /// Whether styles are attributes alone.
  let isPlain: Bool
  private let id: String
  private var numbers: [Style: Int] = [:]
  private var styles: [Style] = []
  /// What was asked for before: marks of one look come in numbers.
  private var known: [Style: String] = [:]

  init(_ options: SVGOptions) {
    id = options.id
    isPlain = options.colors != .auto
  }

  /// The attributes that give an element a style, with a space before each.
  mutating func attributes(_ style: Style) -> String {
    if let known = known[style] { return known }
    let made = made(style)
    known[style] = made
    return made
  }

  private mutating func made(_ style: Style) -> String {
    var out = ""
    var needsClass = false
    for p in style.properties {
      if isPlain || p.isAttribute { out += " \(p.name)=\"\(p.value)\"" }
      if !isPlain && (!p.isAttribute || p.live != nil) { needsClass = true }
    }
    return needsClass ? " class=\"l\(number(of: style))\"" + out : out
  }

  private mutating func number(of style: Style) -> Int {
    // Two styles that differ in attributes alone share a class.
    let said = style.ruled
    if let n = numbers[said] { return n }
    numbers[said] = styles.count
    styles.append(said)
    return styles.count - 1
  }

  /// One rule for each family of letters: their names are long.
  private func families() -> String {
    var out = ""
    var done: [String] = []
    for style in styles {
      for p in style.properties where p.name == "font-family" && !done.contains(p.value) {
        done.append(p.value)
        let users = styles.indices.filter { styles[$0].properties.contains(p) }
        out += users.map { "#\(id) .l\($0)" }.joined(separator: ",") + "{font-family:\(p.value)}\n"
      }
    }
    return out
  }

  /// The rules of all classes.
  func rules() -> String {
    var plain = ""
    var live = ""
    for (i, style) in styles.enumerated() {
      let fixed = style.properties.filter { !$0.isAttribute && $0.name != "font-family" }
        .map { "\($0.name):\($0.value)" }
      if !fixed.isEmpty { plain += "#\(id) .l\(i){\(fixed.joined(separator: ";"))}\n" }
      let colors = style.properties.compactMap { p in p.live.map { "\(p.name):\($0)" } }
      if !colors.isEmpty { live += "#\(id) .l\(i){\(colors.joined(separator: ";"))}\n" }
    }
    plain += families()
    return live.isEmpty ? plain : plain + "@supports(fill:var(--a)){\n" + live + "}\n"
  }
}
