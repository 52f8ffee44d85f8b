import Figures
import Mechanisms

/// What is said around the map.
enum GradientWords {
  /// f and κ, and what the dashed lines are where there are some.
  static func subtitle(_ subject: GradientCase, dashed: Bool = false) -> Phrase {
    func square(_ curvature: Double, _ name: String) -> String {
      curvature == 1 ? "\(name)²" : "\(trimmed(curvature, 2))\(name)²"
    }
    let curvature = subject.bowl.curvature
    let f = "f = ½(\(square(curvature.x, "x")) + \(square(curvature.y, "y")))"
    let k = trimmed(subject.bowl.condition, 2)
    if dashed {
      let rate = subject.name(subject.rate)
      return Phrase(
        "\(f), condition number κ = \(k); dashed: learning rate η = \(rate)",
        zh: "\(f)，条件数 κ = \(k)；虚线：学习率 η = \(rate)")
    }
    return Phrase(
      "\(f), condition number κ = \(k); one scale for x and y",
      zh: "\(f)，条件数 κ = \(k)；x、y 同一比例")
  }

  static func telemetry(_ scene: GradientScene, _ step: Int) -> Telemetry {
    let run = scene.run
    let slope = run.bowl.gradient(run.points[step]).length
    return Telemetry([
      .init(Phrase("steps t", zh: "步 t"), Double(step)),
      .init("f", Phrase(number(run.values[step]))),
      .init("‖∇f‖", Phrase(number(slope))),
      .init(
        Phrase("contraction", zh: "收缩率"), run.bowl.contraction(step: run.step), digits: 3,
        unit: Phrase("/ step", zh: "/ 步")),
    ])
  }

  /// A number of 0 or more, with about three figures.
  static func number(_ x: Double) -> String {
    if x == 0 { return "0" }
    if x < 0.000_05 { return "< 0.0001" }
    return fixed(x, x < 0.000_95 ? 4 : x < 0.0995 ? 3 : x < 9.995 ? 2 : x < 99.95 ? 1 : 0)
  }
}
