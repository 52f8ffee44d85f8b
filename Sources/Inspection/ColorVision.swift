import Figures

/// How a reader may see colours.
enum Vision: CaseIterable {
  /// As most do, without the cones for green, without those for red, and in print without colour.
  case usual, deutan, protan, grey

  /// What is said of it in a finding.
  var name: String {
    switch self {
    case .usual: "as they are"
    case .deutan: "to deuteranopes"
    case .protan: "to protanopes"
    case .grey: "in grey"
    }
  }

  /// A colour as it is seen: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
  /// Color Vision Deficiency (2009), severity 1, in linear RGB.
  func seen(_ color: Color) -> Color {
    let m: [Double]
    switch self {
    case .usual: return color
    case .grey: return color.grey
    case .protan:
      m = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deutan:
      m = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    }
    let v = [color.red, color.green, color.blue].map { toLinear($0) }
    func row(_ i: Int) -> Double {
      fromLinear((m[3 * i] * v[0] + m[3 * i + 1] * v[1] + m[3 * i + 2] * v[2]).clamped(to: 0...1))
    }
    return Color(row(0), row(1), row(2), color.alpha)
  }
}

private func toLinear(_ c: Double) -> Double {
  c <= 0.04045 ? c / 12.92 : Maths.pow((c + 0.055) / 1.055, 2.4)
}
private func fromLinear(_ c: Double) -> Double {
  c <= 0.003_130_8 ? c * 12.92 : 1.055 * Maths.pow(c, 1 / 2.4) - 0.055
}

/// A colour in CIELAB, white point D65.
struct Lab {
  let l, a, b: Double

  init(_ l: Double, _ a: Double, _ b: Double) { (self.l, self.a, self.b) = (l, a, b) }

  init(_ color: Color) {
    let (r, g, b) = (toLinear(color.red), toLinear(color.green), toLinear(color.blue))
    func f(_ t: Double) -> Double {
      t > 216 / 24389.0 ? Maths.pow(t, 1 / 3.0) : (24389 / 27.0 * t + 16) / 116
    }
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47)
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b)
    let z = f((0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83)
    self.init(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// The colour difference CIEDE2000 (Sharma, Wu and Dalal, 2005).
  func difference(_ other: Lab) -> Double {
    let pi = Maths.pi
    let (c1, c2) = ((a * a + b * b).squareRoot(), (other.a * other.a + other.b * other.b).squareRoot())
    func seventh(_ c: Double) -> Double {
      let p = Maths.pow(c, 7)
      return (p / (p + 6_103_515_625)).squareRoot()
    }
    let g = 0.5 * (1 - seventh((c1 + c2) / 2))
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (d1, d2) = ((a1 * a1 + b * b).squareRoot(), (a2 * a2 + other.b * other.b).squareRoot())
    func hue(_ b: Double, _ a: Double) -> Double {
      if a == 0 && b == 0 { return 0 }
      let h = Maths.atan2(b, a)
      return h < 0 ? h + 2 * pi : h
    }
    let (h1, h2) = (hue(b, a1), hue(other.b, a2))
    var dh = h2 - h1
    if d1 * d2 == 0 { dh = 0 } else if dh > pi { dh -= 2 * pi } else if dh < -pi { dh += 2 * pi }
    let (dl, dc) = (other.l - l, d2 - d1)
    let dH = 2 * (d1 * d2).squareRoot() * Maths.sin(dh / 2)
    let (ml, mc) = ((l + other.l) / 2, (d1 + d2) / 2)
    var mh = h1 + h2
    if d1 * d2 != 0 {
      if (h1 - h2).magnitude <= pi { mh /= 2 } else { mh = (mh + (mh < 2 * pi ? 2 * pi : -2 * pi)) / 2 }
    }
    func cos(_ degrees: Double, _ k: Double) -> Double { Maths.cos(k * mh + degrees * pi / 180) }
    let t = 1 - 0.17 * cos(-30, 1) + 0.24 * cos(0, 2) + 0.32 * cos(6, 3) - 0.2 * cos(-63, 4)
    let bow = (mh * 180 / pi - 275) / 25
    let turn = pi / 3 * Maths.exp(-bow * bow)
    let dip = (ml - 50) * (ml - 50)
    let sl = 1 + 0.015 * dip / (20 + dip).squareRoot()
    let (sc, sh) = (1 + 0.045 * mc, 1 + 0.015 * mc * t)
    let rt = -2 * seventh(mc) * Maths.sin(turn)
    let (x, y, z) = (dl / sl, dc / sc, dH / sh)
    return max(0, x * x + y * y + z * z + rt * y * z).squareRoot()
  }
}
