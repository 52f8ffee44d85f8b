import Geometry
import Testing

@testable import Drawing

private let themes: [Theme] = [.light, .dark, .print]

@Suite struct ThemeTests {
  private func contrast(_ theme: Theme, _ a: Tint, on b: Tint) -> Double {
    theme.color(a).contrast(with: theme.color(b))
  }

  @Test func contrastIsWCAGs() {
    #expect(abs(Color(hex: 0).contrast(with: Color(hex: 0xFFFFFF)) - 21) < 1e-9)
    // #777777 on white is 4.478 (W3C, Understanding SC 1.4.3).
    #expect(abs(Color(hex: 0x777777).contrast(with: Color(hex: 0xFFFFFF)) - 4.478) < 0.001)
  }

  @Test(arguments: Theme.Name.allCases) func edgesAndWordsOfRolesCanBeSeen(name: Theme.Name) {
    let theme = Theme(name)
    for role in Role.allCases {
      for ground in [Tint.neutral(.paper), .neutral(.panel), .role(role, .fill)] {
        #expect(contrast(theme, .role(role, .edge), on: ground) >= 3, "\(name) \(role) edge on \(ground)")
        #expect(contrast(theme, .role(role, .text), on: ground) >= 4.5, "\(name) \(role) text on \(ground)")
      }
      #expect(contrast(theme, .role(role, .onFill), on: .role(role, .fill)) >= 4.5, "\(name) \(role) onFill")
      #expect(
        contrast(theme, .role(role, .onSolid), on: .role(role, .solid)) >= 4.5, "\(name) \(role) onSolid")
    }
  }

  @Test(arguments: Theme.Name.allCases) func edgesAndWordsOfCategoriesCanBeSeen(name: Theme.Name) {
    let theme = Theme(name)
    for i in 0..<8 {
      for ground in [Tint.neutral(.paper), .neutral(.panel), .category(i, .fill)] {
        #expect(contrast(theme, .category(i, .edge), on: ground) >= 3, "\(name) \(i) edge on \(ground)")
        #expect(contrast(theme, .category(i, .text), on: ground) >= 4.5, "\(name) \(i) text on \(ground)")
      }
      #expect(contrast(theme, .category(i, .onFill), on: .category(i, .fill)) >= 4.5, "\(name) \(i) onFill")
      #expect(
        contrast(theme, .category(i, .onSolid), on: .category(i, .solid)) >= 4.5, "\(name) \(i) onSolid")
    }
  }

  @Test(arguments: Theme.Name.allCases) func greysCanBeRead(name: Theme.Name) {
    let theme = Theme(name)
    for ground in [Tint.neutral(.paper), .neutral(.panel)] {
      #expect(contrast(theme, .neutral(.ink), on: ground) >= 7)
      #expect(contrast(theme, .neutral(.muted), on: ground) >= 4.5)
      #expect(contrast(theme, .neutral(.line), on: ground) >= 3)
    }
  }

  @Test(arguments: Theme.Name.allCases) func numbersOnHeatCanBeRead(name: Theme.Name) {
    let theme = Theme(name)
    for k in 0...1000 {
      let t = Double(k) / 1000
      #expect(contrast(theme, .onScale(t), on: .scale(t)) >= 4.5, "\(name) scale \(t)")
      #expect(
        contrast(theme, .onDiverging(2 * t - 1), on: .diverging(2 * t - 1)) >= 4.5, "\(name) diverging \(t)")
    }
  }

  @Test func printIsGrey() {
    var tints: [Tint] = Neutral.allCases.map { .neutral($0) } + [.literal(Color(hex: 0xFF8800)), .scale(0.7)]
    for part in Part.allCases {
      tints += Role.allCases.map { .role($0, part) } + (0..<8).map { .category($0, part) }
    }
    for tint in tints {
      let color = Theme.print.color(tint)
      #expect(color.red == color.green && color.green == color.blue, "\(tint)")
      #expect(abs(color.luminance - Theme.light.color(tint).luminance) < 1e-6, "\(tint)")
    }
  }

  @Test func theHeatRampsRiseInLuminance() {
    for theme in themes {
      let y = (0...64).map { theme.color(Tint.scale(Double($0) / 64)).luminance }
      let rising = theme.name == .dark
      #expect(zip(y, y.dropFirst()).allSatisfy { rising ? $0 < $1 : $0 > $1 }, "\(theme.name)")
    }
  }

  @Test func anyNumberIsATint() {
    for theme in themes {
      #expect(theme.color(Tint.scale(.nan)) == theme.color(Tint.scale(0)))
      #expect(theme.color(Tint.scale(7)) == theme.color(Tint.scale(1)))
      #expect(theme.color(Tint.scale(-.infinity)) == theme.color(Tint.scale(0)))
      #expect(theme.color(Tint.diverging(0)) == theme.color(Tint.diverging(-0.0)))
      #expect(theme.color(Tint.category(-1, .edge)) == theme.color(Tint.category(7, .edge)))
      #expect(theme.color(Tint.category(9, .text)) == theme.color(Tint.category(1, .text)))
    }
  }
}
