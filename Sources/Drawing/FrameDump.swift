import Geometry

extension Frame {
  /// The picture as text: one line a group or mark in paint order, stable and made to be read in a
  /// diff. Lengths are in points to a thousandth.
  public var dump: String {
    var out = "frame \(n(size.width)) × \(n(size.height))\n"
    var open = -1
    for mark in marks {
      if mark.group != open {
        open = mark.group
        out += header(groups[open])
      }
      out += "  " + describe(mark.shape)
      if mark.opacity != 1 { out += " opacity \(n(mark.opacity))" }
      out += "\n"
    }
    return out
  }

  private func header(_ g: Group) -> String {
    var out = "group \(hexadecimal(g.identity.hash))"
    if !g.meaning.utf8.isEmpty { out += " “\(g.meaning)”" }
    out += " \(r(g.bounds))"
    if g.opacity != 1 { out += " opacity \(n(g.opacity))" }
    if g.transform != .identity {
      let m = g.transform
      out += " transform \(n(m.a)) \(n(m.b)) \(n(m.c)) \(n(m.d)) \(n(m.tx)) \(n(m.ty))"
    }
    if let clip = g.clip { out += " clip " + describe(clip) }
    return out + "\n"
  }

  private func describe(_ shape: Shape) -> String {
    switch shape {
    case .outline(let outline, let fill, let stroke):
      var out = describe(outline)
      if let fill { out += " fill " + describe(fill) }
      if let stroke {
        out += " stroke \(describe(stroke.paint)) \(n(stroke.width))"
        if !stroke.dash.isEmpty {
          out += " dash"
          for d in stroke.dash { out += " \(n(d))" }
        }
        if stroke.cap == .round { out += " round" }
      }
      return out
    case .text(let line): return describe(line)
    case .raster(let raster):
      var h = StableHash()
      for v in raster.values { h.combine(Int64(v.bitPattern)) }
      return "raster \(r(raster.rect)) \(raster.columns) × \(raster.rows) \(hexadecimal(h.value))"
    }
  }

  private func describe(_ line: TextLine) -> String {
    var out = "text \(n(line.origin.x)),\(n(line.origin.y)) width \(n(line.width))"
    if line.anchor != 0 { out += " anchor \(n(line.anchor))" }
    if line.halo != 0 { out += " halo \(n(line.halo))" }
    for run in line.runs {
      out += " [\(name(run.face)) \(n(run.size)) \(describe(run.paint))"
      if run.offset != .zero { out += " +\(n(run.offset.x)),\(n(run.offset.y))" }
      out += "] “\(run.text)”"
    }
    return out
  }

  private func describe(_ outline: Outline) -> String {
    switch outline {
    case .rectangle(let rect, let radius):
      return "rect \(r(rect))" + (radius > 0 ? " radius \(n(radius))" : "")
    case .ellipse(let rect): return "ellipse \(r(rect))"
    case .path(let path):
      var out = "path"
      for element in path.elements {
        switch element {
        case .move(let p): out += " M\(c(p))"
        case .line(let p): out += " L\(c(p))"
        case .cubic(let a, let b, let p): out += " C\(c(a)) \(c(b)) \(c(p))"
        case .close: out += " Z"
        }
      }
      return out
    }
  }

  private func describe(_ fill: Fill) -> String {
    switch fill {
    case .plain(let paint): return describe(paint)
    case .hatch(let line, let ground): return "hatch \(describe(line)) on \(describe(ground))"
    }
  }

  private func describe(_ paint: Paint) -> String {
    var out = describe(paint.tint)
    if paint.share > 0 { out += "→\(describe(paint.target))@\(n(paint.share))" }
    if paint.opacity != 1 { out += "*\(n(paint.opacity))" }
    return out
  }

  private func describe(_ tint: Tint) -> String {
    switch tint {
    case .neutral(let v): return name(v)
    case .role(let role, let part): return name(role) + "." + name(part)
    case .category(let i, let part): return "category\(i).\(name(part))"
    case .scale(let t): return "scale(\(n(t)))"
    case .onScale(let t): return "onScale(\(n(t)))"
    case .diverging(let t): return "diverging(\(n(t)))"
    case .onDiverging(let t): return "onDiverging(\(n(t)))"
    case .literal(let color):
      return "#" + hexadecimal(UInt64(color.hex), digits: 6) + (color.alpha == 1 ? "" : "*\(n(color.alpha))")
    }
  }

  private func n(_ x: Double) -> String {
    let text = NumberFormat(digits: 3, grouped: false).text(x)
    var end = text.utf8.count
    for byte in text.utf8.reversed() {
      guard byte == UInt8(ascii: "0") else {
        if byte == UInt8(ascii: ".") { end -= 1 }
        break
      }
      end -= 1
    }
    guard x.isFinite else { return text }
    return String(decoding: Array(text.utf8.prefix(end)), as: UTF8.self)
  }

  private func c(_ p: Point) -> String { "\(n(p.x)),\(n(p.y))" }
  private func r(_ rect: Rect) -> String {
    "\(n(rect.minX)),\(n(rect.minY)) \(n(rect.width))×\(n(rect.height))"
  }

  private func hexadecimal(_ value: UInt64, digits: Int = 16) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private func name(_ v: Neutral) -> String {
    switch v {
    case .ink: return "ink"
    case .muted: return "muted"
    case .line: return "line"
    case .faint: return "faint"
    case .paper: return "paper"
    case .panel: return "panel"
    }
  }

  private func name(_ v: Role) -> String {
    switch v {
    case .compute: return "compute"
    case .cache: return "cache"
    case .storage: return "storage"
    case .block: return "block"
    case .sync: return "sync"
    case .masked: return "masked"
    case .alarm: return "alarm"
    case .focus: return "focus"
    }
  }

  private func name(_ v: Part) -> String {
    switch v {
    case .fill: return "fill"
    case .edge: return "edge"
    case .text: return "text"
    case .solid: return "solid"
    case .onFill: return "onFill"
    case .onSolid: return "onSolid"
    }
  }

  private func name(_ v: Face) -> String {
    switch v {
    case .sans: return "sans"
    case .sansMedium: return "sans-500"
    case .sansBold: return "sans-600"
    case .mono: return "mono"
    case .monoBold: return "mono-700"
    case .cjk: return "cjk"
    case .cjkBold: return "cjk-700"
    case .symbol: return "symbol"
    case .symbolBold: return "symbol-700"
    }
  }
}
