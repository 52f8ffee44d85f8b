import CairoBackend
import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// Programs that draw SVG without being browsers: they know no custom properties and have no page.
@Suite(.serialized) struct OtherReadersTests {
  @Test(.enabled(if: Tool.isInstalled("rsvg-convert")), arguments: [SVGOptions.Fonts.link, .outline])
  func librsvgDrawsTheLightTheme(_ fonts: SVGOptions.Fonts) throws {
    try compare(fonts, worst: 1.6) { program, svg, png in
      try #require(Tool("rsvg-convert")).run(
        ["-w", "\(program)", "-b", "white", svg, "-o", png], in: Example.root)
    }
  }

  @Test(.enabled(if: Tool.isInstalled("resvg")), arguments: [SVGOptions.Fonts.link, .outline])
  func resvgDrawsTheLightTheme(_ fonts: SVGOptions.Fonts) throws {
    try compare(fonts, worst: 1.6) { width, svg, png in
      try #require(Tool("resvg")).run(
        ["--width", "\(width)", "--background", "white", svg, png], in: Example.root)
    }
  }

  private func compare(
    _ fonts: SVGOptions.Fonts, worst: Double,
    _ draw: (_ width: Int, _ svg: String, _ png: String) throws -> (text: String, succeeded: Bool)
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lantern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Left out are what these programs lose: tabular figures (letters) and sharp cells (heat).
    let shown = Fixtures.all.filter { $0.name != "heat" && ($0.name != "letters" || fonts == .outline) }
    for f in shown + (fonts == .outline ? Fixtures.stills.filter { $0.language == .en } : []) {
      let (svg, png) = (folder.path + "/a.svg", folder.path + "/a.png")
      try SVGWriter().write(f.frame, SVGOptions(f, .auto, fonts)).write(
        toFile: svg, atomically: true, encoding: .utf8)
      let result = try draw(Int(f.frame.size.width), svg, png)
      #expect(result.succeeded, "\(result.text)")
      let seen = try Pixels(png: png)
      let drawn = Pixels(try CairoRenderer().pixmap(f.frame, theme: .light))
      let difference = try #require(drawn.difference(seen))
      #expect(difference.mean < worst, "\(f.name): \(difference)")
    }
  }
}
