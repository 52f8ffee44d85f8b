import Drawing
import Geometry

/// What Cairo does not say at the top of a drawing.
struct SVGHead {
  var prefix: String
  var size: Size
  var title, description: String?

  /// The opening tag, the title and the description.
  var text: String {
    let labels = [title == nil ? "" : "\(prefix)-title", description == nil ? "" : "\(prefix)-desc"]
    let labelled = labels.filter { !$0.isEmpty }.joined(separator: " ")
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    out += " viewBox=\"0 0 \(number(size.width)) \(number(size.height))\" version=\"1.1\" role=\"img\""
    out += labelled.isEmpty ? ">" : " aria-labelledby=\"\(labelled)\">"
    if let title { out += "<title id=\"\(prefix)-title\">\(escaped(title))</title>" }
    if let description { out += "<desc id=\"\(prefix)-desc\">\(escaped(description))</desc>" }
    return out
  }

  private func number(_ x: Double) -> String {
    NumberFormat(digits: x == x.rounded() ? 0 : 3, grouped: false).text(x)
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for c in text.unicodeScalars {
      switch c {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      default: out.unicodeScalars.append(c)
      }
    }
    return out
  }
}

/// Makes Cairo's drawing fit to be embedded: Cairo numbers surfaces over the whole process and names
/// ids alike in every drawing, writes a flat opacity as a mask through a filter, gives the picture a
/// fixed extent, and lets readers blur images.
func rewriteSVG(_ svg: [UInt8], _ head: SVGHead) -> [UInt8] {
  let lines = Array(
    svg.split(separator: UInt8(ascii: "\n")).drop { !$0.starts(with: "<svg".utf8) }.dropFirst())
  let fades = FlatMasks(lines)
  var names = IDNames(prefix: head.prefix)
  var out = Array(head.text.utf8)
  for (i, line) in lines.enumerated() where !fades.lines.contains(i) {
    out.append(UInt8(ascii: "\n"))
    names.copy(sharpened(fades.applied(to: Array(line))), to: &out)
  }
  out.append(UInt8(ascii: "\n"))
  return out
}

/// The line with word that the cells of an image keep their edges; once for SVG 1.1, once for CSS.
private func sharpened(_ line: [UInt8]) -> [UInt8] {
  let tag = "<image "
  guard line.starts(with: tag.utf8) else { return line }
  return Array((tag + "image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\" ").utf8)
    + line.dropFirst(tag.utf8.count)
}

/// Masks that only fade, which SVG says with an attribute.
private struct FlatMasks {
  /// The lines that state them, to be left out.
  private(set) var lines: Set<Int> = []
  /// Each mask's attribute value and its opacity.
  private var opacities: [(reference: [UInt8], opacity: ArraySlice<UInt8>)] = []

  init(_ lines: [ArraySlice<UInt8>]) {
    var users = 0
    for (i, line) in lines.enumerated() {
      if line.range(of: "url(#alpha)") != nil { users += 1 }
      guard line.starts(with: "<mask id=\"".utf8), i + 4 < lines.count,
        lines[i + 1].range(of: "filter=\"url(#alpha)\"") != nil,
        lines[i + 2].starts(with: "<rect ".utf8), lines[i + 4].starts(with: "</mask>".utf8),
        let id = line.value(after: "id=\"", until: "\""),
        let opacity = lines[i + 2].value(after: "fill-opacity:", until: ";")
      else { continue }
      opacities.append((Array("mask=\"url(#".utf8) + id + Array(")\"".utf8), opacity))
      self.lines.formUnion(i...i + 4)
    }
    guard users == opacities.count,
      let start = lines.firstIndex(where: { $0.starts(with: "<filter id=\"alpha\"".utf8) }),
      let end = lines[start...].firstIndex(where: { $0.starts(with: "</filter>".utf8) })
    else { return }
    self.lines.formUnion(start...end)
  }

  /// The line with an opacity where it names such a mask.
  func applied(to line: [UInt8]) -> [UInt8] {
    guard line[...].range(of: "mask=\"") != nil else { return line }
    for (reference, opacity) in opacities {
      if let range = line[...].range(of: reference) {
        return line[..<range.lowerBound] + Array("opacity=\"".utf8) + opacity + Array("\"".utf8)
          + line[range.upperBound...]
      }
    }
    return line
  }
}

/// New names for ids, in the order in which the drawing first mentions them.
private struct IDNames {
  let prefix: String
  private var known: [[UInt8]: [UInt8]] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// Copies a line with its ids renamed.
  mutating func copy(_ line: [UInt8], to out: inout [UInt8]) {
    let marks = ["id=\"", "url(#", "href=\"#"].map { Array($0.utf8) }
    var rest = line[...]
    while let mark = rest.firstRange(of: marks) {
      out += rest[..<mark.upperBound]
      rest = rest[mark.upperBound...]
      let end = rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") } ?? rest.endIndex
      let name = Array(rest[..<end])
      let new = known[name] ?? Array("\(prefix)-\(known.count + 1)".utf8)
      known[name] = new
      out += new
      rest = rest[end...]
    }
    out += rest
  }
}
