import Figures
import Mechanisms

/// What is said around the map.
enum GradientWords {
  static let step = Phrase("step", zh: "步")

  /// f and κ, and what η is or how the map is drawn.
  static func subtitle(_ subject: GradientCase, isDefining: Bool = false) -> Phrase {
    func square(_ curvature: Double, _ name: String) -> String {
      curvature == 1 ? "\(name)²" : "\(trimmed(curvature, 2))\(name)²"
    }
    let curvature = subject.bowl.curvature
    let f = "f = ½(\(square(curvature.x, "x")) + \(square(curvature.y, "y")))"
    let k = trimmed(subject.bowl.condition, 2)
    if isDefining {
      return Phrase(
        "\(f), κ = \(k); η is the learning rate; a map shows the first \(GradientCase.followed) steps",
        zh: "\(f)，条件数 κ = \(k)；η 是学习率；图上是前 \(GradientCase.followed) 步")
    }
    return Phrase(
      "\(f), condition number κ = \(k); one scale for x and y",
      zh: "\(f)，条件数 κ = \(k)；x、y 同一比例")
  }

  /// Of one run after some steps; a still that shows several names it by its learning rate.
  static func telemetry(_ scene: GradientScene, _ step: Int, isNamed: Bool = false) -> Telemetry {
    let run = scene.run
    let slope = run.bowl.gradient(run.points[step]).length
    return Telemetry(
      [
        .init(Phrase("steps t", zh: "步 t"), Double(step)),
        .init("f", Phrase(number(run.values[step]))),
        .init("‖∇f‖", Phrase(number(slope))),
        .init(
          Phrase("contraction", zh: "收缩率"), run.bowl.contraction(step: run.step), digits: 3,
          unit: Phrase("/ step", zh: "/ 步")),
      ], rows: isNamed ? [Phrase("η = \(scene.subject.name(scene.rate))")] : [])
  }

  /// A number of 0 or more, with about three figures.
  static func number(_ x: Double) -> String {
    if x == 0 { return "0" }
    if x < 0.000_05 { return "< 0.0001" }
    return fixed(x, x < 0.000_95 ? 4 : x < 0.0995 ? 3 : x < 9.995 ? 2 : x < 99.95 ? 1 : 0)
  }

  /// A number of either sign.
  static func signed(_ x: Double) -> String {
    if x != 0 && x.magnitude < 0.000_5 { return "≈ 0" }
    return (x < 0 ? "−" : "") + number(x.magnitude)
  }
}
