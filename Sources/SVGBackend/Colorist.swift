import Drawing
import Geometry

/// A paint in SVG's words.
struct Pigment: Hashable {
  /// Its colour for every reader.
  var plain: String
  /// Its colour by custom properties, for readers that follow the page; nil when it is always `plain`.
  var live: String?
  /// Its opacity, 0…1.
  var opacity: Double
}

/// Makes colours of paints and remembers which swatches they need.
struct Colorist {
  private let options: SVGOptions
  private let theme: Theme
  private var known: [Paint: Pigment] = [:]
  /// The swatches used so far, in order of first use.
  private(set) var swatches: [Swatch] = []
  /// Whether secondary text is mixed from the page's own colour.
  private(set) var usesMuted = false

  init(_ options: SVGOptions) {
    self.options = options
    switch options.colors {
    case .auto, .light: theme = .light
    case .dark: theme = .dark
    case .print: theme = .print
    }
  }

  /// Whether ink is the page's own.
  var inheritsInk: Bool { options.colors == .auto && !options.paintsPaper }

  /// A paint in SVG's words.
  mutating func pigment(_ paint: Paint) -> Pigment {
    if let pigment = known[paint] { return pigment }
    let color = theme.color(paint)
    var pigment = Pigment(plain: hexadecimal(color.hex), opacity: color.alpha.clamped(to: 0...1))
    if options.colors == .auto {
      pigment.live = live(paint)
      if pigment.live == pigment.plain { pigment.live = nil }
    }
    known[paint] = pigment
    return pigment
  }

  /// The colour of a cell of heat; in a page that chooses, for the light or for the dark theme.
  func color(_ tint: Tint, dark: Bool) -> Color { (dark ? .dark : theme).color(tint) }

  private mutating func live(_ paint: Paint) -> String {
    let start = live(paint.tint)
    return paint.share > 0 && paint.target != paint.tint ? mix(start, live(paint.target), paint.share) : start
  }

  private mutating func live(_ tint: Tint) -> String {
    switch tint {
    case .neutral(.ink) where inheritsInk: return "var(--lantern-ink,currentColor)"
    case .neutral(.muted) where inheritsInk:
      if !usesMuted {
        usesMuted = true
        _ = use(.neutral(.paper))
      }
      return "var(--lantern-muted,var(--quiet))"
    case .neutral(let n): return use(.neutral(n))
    case .role(let r, let part): return use(.role(r, part))
    case .category(let i, let part): return use(.category(i, part))
    case .scale(let t): return ramp(t) { .heat($0) }
    case .diverging(let t): return ramp((t + 1) / 2) { .signed($0) }
    case .onScale, .onDiverging:
      return use(Swatch(nil, tint))
    case .literal(let color): return hexadecimal(color.hex)
    }
  }

  /// A colour between two stops, as the themes mix it.
  private mutating func ramp(_ t: Double, _ stop: (Int) -> Swatch) -> String {
    let x = (t.isNaN ? 0 : t).clamped(to: 0...1) * Double(Swatch.stops - 1)
    let i = min(Int(x), Swatch.stops - 2)
    let share = x - Double(i)
    if share < 0.005 { return use(stop(i)) }
    if share > 0.995 { return use(stop(i + 1)) }
    return mix(use(stop(i)), use(stop(i + 1)), share)
  }

  private func mix(_ a: String, _ b: String, _ share: Double) -> String {
    "color-mix(in srgb,\(b) \(Grid.standard.text(share * 100))%,\(a))"
  }

  /// How a swatch is referred to.
  mutating func use(_ swatch: Swatch) -> String {
    if options.roles == .own || swatch.name == nil, !swatches.contains(swatch) { swatches.append(swatch) }
    guard let name = swatch.name else { return "var(--\(privateName(swatch)))" }
    // Without the shared sheet there is still the light theme.
    let fallback = options.roles == .shared ? "," + hexadecimal(swatch.light) : ""
    return "var(--lantern-\(name),var(--\(name)\(fallback)))"
  }

  private func privateName(_ swatch: Swatch) -> String {
    "x" + String(swatch.light, radix: 16) + "-" + String(swatch.dark, radix: 16)
  }

  /// The rules that give the used swatches their values, for the figure with an id.
  func rules() -> String {
    var list = swatches.map { ($0.name ?? privateName($0), $0) }
    if options.roles == .shared { list = list.filter { $0.1.name == nil } }
    return swatchRules("#" + options.id, list, quiet: usesMuted && options.roles == .own)
  }
}

/// The rules that give swatches their values below a selector.
///
/// In order of strength: `data-theme` on any element around, the class `dark` on any element around,
/// the colour scheme that the page has opted into, light.
func swatchRules(_ selector: String, _ swatches: [(name: String, swatch: Swatch)], quiet: Bool) -> String {
  guard !swatches.isEmpty else { return "" }
  func block(_ value: (Swatch) -> String) -> String {
    "{" + swatches.map { "--\($0.name):\(value($0.swatch))" }.joined(separator: ";") + "}"
  }
  var out = ""
  if quiet {
    out += "\(selector){--quiet:color-mix(in srgb,currentColor 72%,var(--lantern-paper,var(--paper)))}\n"
  }
  out += "\(selector),[data-theme=light][data-theme] \(selector)" + block { hexadecimal($0.light) }
  out += "\n.dark \(selector),[data-theme=dark][data-theme] \(selector)" + block { hexadecimal($0.dark) }
  out += "\n@supports(color:light-dark(red,red)){\(selector)"
  out += block { "light-dark(\(hexadecimal($0.light)),\(hexadecimal($0.dark)))" } + "}\n"
  return out
}
