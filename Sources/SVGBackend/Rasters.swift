import Drawing
import Geometry

extension SVGPainter {
  /// Writes a grid of heat as an image of one pixel a cell, and where the page chooses the theme, as
  /// two, each behind a mask that is open in its theme.
  mutating func draw(_ raster: Raster, _ place: DrawingPlan.Place, _ opacity: String, moves: Bool) {
    let grid = Grid(under: place.total)
    let r = raster.rect.offset(by: place.offset)
    let (x, y) = (grid.step(r.minX), grid.step(r.minY))
    var frame = at(x, y, grid) + " width=\"\(grid.text(step: grid.step(r.maxX) - x))\""
    frame += " height=\"\(grid.text(step: grid.step(r.maxY) - y))\" preserveAspectRatio=\"none\""
    // Once for SVG 1.1, once for CSS: cells keep their edges.
    frame += " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\""
    func image(dark: Bool) -> String {
      let png = indexedPNG(
        raster.columns, raster.rows, raster.values.map { colorist.color(raster.tint($0), dark: dark).hex })
      return " href=\"data:image/png;base64,\(base64(png))\""
    }
    guard options.colors == .auto else {
      let image = Element(tag: "image", attributes: frame + (moves ? "" : opacity) + image(dark: false))
      // An image has a style of its own.
      return put(moves ? Element(tag: "g", attributes: opacity, content: text(image, "")) : image, Style())
    }
    var content = ""
    for dark in [false, true] {
      let mask = " mask=\"url(#\(mask(dark: dark)))\""
      content += text(Element(tag: "image", attributes: frame + mask + image(dark: dark)), "")
    }
    put(Element(tag: "g", attributes: opacity, content: content), Style())
  }

  /// The id of a mask that shows all in one theme and nothing in the other.
  private mutating func mask(dark: Bool) -> String {
    var style = Style()
    let (black, white): (UInt32, UInt32) = (0, 0xFFFFFF)
    let live = colorist.use(Swatch(light: dark ? black : white, dark: dark ? white : black))
    style.add("fill", Pigment(plain: dark ? "#000" : "#fff", live: live, opacity: 1))
    let content = "<rect\(classes.attributes(style)) width=\"1\" height=\"1\"/>"
    return definitions.id("mask\(dark)") {
      "<mask id=\"\($0)\" maskContentUnits=\"objectBoundingBox\">\(content)</mask>"
    }
  }
}
