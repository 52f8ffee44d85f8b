import Drawing
import Geometry
import Typography

extension SVGPainter {
  /// The opening tag, the title and the description.
  func head() -> String {
    let id = options.id
    let size = "\(Grid.fine.text(frame.size.width)) \(Grid.fine.text(frame.size.height))"
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"lantern\" viewBox=\"0 0 \(size)\""
    // An image has nothing inside that could be clicked.
    out += " role=\"\(options.links.isEmpty ? "img" : "group")\" aria-labelledby=\"\(id)-title\""
    if options.description != nil { out += " aria-describedby=\"\(id)-desc\"" }
    out += " lang=\"\(options.language.text)\" xml:space=\"preserve\""
    if classes.isPlain && options.fonts != .outline { out += " style=\"\(letterRules)\"" }
    out += ">\n<title id=\"\(id)-title\">\(escaped(options.title))</title>\n"
    if let description = options.description {
      out += "<desc id=\"\(id)-desc\">\(escaped(description))</desc>\n"
    }
    return out
  }

  /// The rule of the root: what the page around must not change.
  var root: String {
    let reset = "stroke:none;stroke-width:1;stroke-linecap:butt;stroke-linejoin:miter"
    return "#\(options.id){\(reset)\(options.fonts == .outline ? "" : ";" + letterRules)}\n"
  }

  /// How letters are set: as the font table measured them, whatever the page does to its own.
  private var letterRules: String {
    "font:15px sans-serif;font-kerning:normal;font-feature-settings:'tnum','calt' 0,'liga' 0,'clig' 0;"
      + "letter-spacing:0;word-spacing:0;text-transform:none;text-rendering:geometricPrecision;direction:ltr;"
      + "text-autospace:no-autospace;text-spacing-trim:space-all"
  }
}
