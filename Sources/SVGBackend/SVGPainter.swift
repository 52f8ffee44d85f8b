import Drawing
import Geometry

/// Writes the marks of one frame, from back to front, with the groups around them.
struct SVGPainter {
  let frame: Frame
  let plan: DrawingPlan
  let options: SVGOptions
  let lettering: Lettering
  let motion: DrawingMotion
  let fonts: FontSources
  var colorist: Colorist
  var classes: Classes
  var definitions: Definitions
  /// The form of each mark that may be written once for several.
  var stencils: [Stencil?] = []
  /// What is written so far.
  private var body = ""
  /// Elements of one style that follow each other, and wait for the next to have the same.
  private var waiting: (style: Style, elements: [Element]) = (Style(), [])
  /// Groups that are open.
  private var open: [Int] = []

  /// An element without the style that it shares with its neighbours.
  struct Element {
    /// Its name.
    var tag: String
    /// Its own attributes, with a space before each.
    var attributes: String
    /// What stands inside it.
    var content = ""

    /// Writes it with a style's attributes, without making a text of it first.
    func write(_ style: String, to out: inout String) {
      out += "<"
      out += tag
      out += style
      out += attributes
      guard !content.utf8.isEmpty else {
        out += "/>"
        return
      }
      out += ">"
      out += content
      out += "</"
      out += tag
      out += ">"
    }
  }

  init(
    _ frame: Frame, _ plan: DrawingPlan, _ options: SVGOptions, _ lettering: Lettering, _ fonts: FontSources,
    _ motion: DrawingMotion
  ) {
    self.motion = motion
    self.frame = frame
    self.plan = plan
    self.options = options
    self.lettering = lettering
    self.fonts = fonts
    colorist = motion.colorist ?? Colorist(options)
    classes = Classes(options)
    definitions = Definitions(id: options.id)
  }

  /// Writes everything.
  mutating func paint() throws(SVGError) {
    findStencils()
    if options.paintsPaper {
      var style = Style()
      style.add("fill", colorist.pigment(.paper))
      let size =
        " width=\"\(Grid.fine.text(frame.size.width))\" height=\"\(Grid.fine.text(frame.size.height))\""
      put(Element(tag: "rect", attributes: size), style)
    }
    for (i, mark) in frame.marks.enumerated() where plan.isSeen[i] {
      enter(mark.group)
      try draw(mark, motion.marks[i], stencils[i])
    }
    enter(nil)
    flush()
  }

  private mutating func draw(_ mark: Mark, _ motion: String?, _ stencil: Stencil?) throws(SVGError) {
    let place = plan.places[mark.group]
    var opacity = mark.opacity < 1 ? " opacity=\"\(Grid(digits: 3).text(mark.opacity))\"" : ""
    opacity += motion ?? ""
    switch mark.shape {
    case .outline(let outline, let fill, let stroke):
      draw(outline, fill, stroke, place, opacity, stencil)
    case .text(let line):
      if options.fonts == .outline {
        try drawOutlines(line, place, opacity)
      } else {
        draw(line, place, opacity)
      }
    case .raster(let raster): draw(raster, place, opacity, moves: motion != nil)
    }
  }

  // MARK: Writing

  /// Writes an element, together with the ones before it when they look alike.
  mutating func put(_ element: Element, _ style: Style) {
    if style != waiting.style || waiting.elements.isEmpty {
      flush()
      waiting.style = style
    }
    waiting.elements.append(element)
  }

  private mutating func flush() {
    guard !waiting.elements.isEmpty else { return }
    let style = classes.attributes(waiting.style)
    let isGroup = waiting.elements.count > 1 && !style.utf8.isEmpty
    if isGroup { body += "<g\(style)>\n" }
    for element in waiting.elements {
      element.write(isGroup ? "" : style, to: &body)
      body += "\n"
    }
    if isGroup { body += "</g>\n" }
    waiting.elements = []
  }

  /// An element and its style as text.
  func text(_ e: Element, _ style: String) -> String {
    var out = ""
    e.write(style, to: &out)
    return out
  }

  /// Closes and opens groups until those around a group's marks are open; nil closes all.
  private mutating func enter(_ group: Int?) {
    let wanted = group.map { plan.elements(around: $0) } ?? []
    var common = 0
    while common < open.count && common < wanted.count && open[common] == wanted[common] { common += 1 }
    if common == open.count && common == wanted.count { return }
    flush()
    for g in open[common...].reversed() { body += plan.places[g].address == nil ? "</g>\n" : "</g></a>\n" }
    for g in wanted[common...] { body += start(g) }
    open = wanted
  }

  private mutating func start(_ index: Int) -> String {
    let (group, place) = (frame.groups[index], plan.places[index])
    var out = place.address.map { "<a href=\"\(escaped($0))\">" } ?? ""
    out += "<g" + (motion.groups[index] ?? "")
    if let m = place.transform {
      let fine = Grid.finest
      let linear = [m.a, m.b, m.c, m.d].map { fine.text($0) }
      out +=
        " transform=\"matrix(\(linear.joined(separator: " ")) \(Grid.fine.text(m.tx)) \(Grid.fine.text(m.ty)))\""
    }
    if group.opacity < 1 { out += " opacity=\"\(Grid(digits: 3).text(group.opacity))\"" }
    if let clip = group.clip {
      let (tag, attributes) = form(clip, place.offset, Grid(under: place.total))
      out += " clip-path=\"url(#\(definitions.clip("<\(tag)\(attributes)\(motion.clips[index] ?? "")/>")))\""
    }
    out += ">"
    if !group.meaning.utf8.isEmpty && index > 0 { out += "<title>\(escaped(group.meaning))</title>" }
    return out + "\n"
  }

  /// The whole document.
  var document: String {
    var out = head()
    let looks = (classes.isPlain ? "" : root + colorist.rules()) + classes.rules()
    let rules = lettering.rules + looks + motion.rules
    if !rules.utf8.isEmpty { out += "<style>\n\(rules)</style>\n" }
    return out + definitions.text + body + "</svg>\n"
  }
}
