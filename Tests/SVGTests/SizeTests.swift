import CZlib
import CairoBackend
import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// How many bytes a picture takes.
@Suite struct SizeTests {
  /// Bytes as they are, and as a server sends them.
  struct Bytes: CustomStringConvertible {
    let raw, gzip: Int
    var description: String { "\(raw) | \(gzip)" }

    init(_ text: String) {
      let plain = Array(text.utf8)
      var size = compressBound(UInt(plain.count))
      var out = [UInt8](repeating: 0, count: Int(size))
      compress2(&out, &size, plain, UInt(plain.count), Z_BEST_COMPRESSION)
      // A gzip file has a header and a trailer of 18 bytes, a zlib stream of 6.
      (raw, gzip) = (plain.count, Int(size) + 12)
    }
  }

  @Test func picturesAreAtMostHalfOfCairosOutlines() throws {
    var table = "| picture | link | | embed | | outline | | Cairo's outlines | |\n|-|-|-|-|-|-|-|-|-|\n"
    table += "| | raw | gzip | raw | gzip | raw | gzip | raw | gzip |\n"
    let cairo = CairoRenderer()
    for f in Fixtures.all + Fixtures.stills {
      let ours = try SVGOptions.Fonts.allCases.map {
        Bytes(try SVGWriter().write(f.frame, SVGOptions(f, .auto, $0)))
      }
      let outlines = try cairo.outlineSVG(
        f.frame, theme: .light, idPrefix: "a", title: f.title, description: f.description)
      let theirs = Bytes(String(decoding: outlines, as: UTF8.self))
      table +=
        "| \(f.name), \(f.language.text) | \(ours.map { "\($0)" }.joined(separator: " | ")) | \(theirs) |\n"
      // Heat maps are one image for Cairo and two for a page that chooses its theme.
      let images = f.name == "heat" ? 2 : 1
      #expect(2 * ours[0].gzip <= images * theirs.gzip, "\(f.name)")
    }
    keep("sizes.md", table)
  }

  @Test func aPictureIsNearlyAsSmallAsOneWrittenByHand() throws {
    let file = try #require(Bundle.module.url(forResource: "Resources/pages-by-hand", withExtension: "svg"))
    let byHand = Bytes(try String(contentsOf: file, encoding: .utf8))
    let ours = Bytes(try SVGWriter().write(Fixtures.all[0].frame, SVGOptions(Fixtures.all[0])))
    #expect(Double(ours.gzip) <= 1.3 * Double(byHand.gzip), "\(ours), by hand \(byHand)")
  }
}
