import Figures
import Testing

@testable import Inspection

/// What a figure of the tests can have wrong.
protocol Faults: Sendable {
  static var fault: String { get }
}

/// A bar that grows, sound unless its fault is named.
private struct Bar<Fault: Faults>: Figure {
  enum Mode: String, CaseIterable, Sendable { case plain, tall }
  struct State: Sendable {
    let length: Double
    let height: Double
  }
  static var about: About {
    About("bar", title: has("title") ? "" : has("translation") ? "Growing bar" : Phrase("A bar", zh: "一条"))
  }
  static func has(_ fault: String) -> Bool { Fault.fault == fault }

  static func inputs(_ knobs: inout Knobs) -> Double {
    let step = knobs.real("step", 0.5...2, default: 1, step: 0.5, label: Phrase("step", zh: "步长"))
    return has("parameter") ? 1 : step
  }
  static func story(_ step: Double, _ mode: Mode) -> Story<State> {
    let height: Double = mode == .tall && !has("mode") ? 200 : 100
    return Story {
      Beat("short", State(length: step, height: height), Phrase("It is short.", zh: "很短。"))
      Beat("long", State(length: 2 * step, height: height), Phrase("It is long.", zh: "很长。"))
    }
  }
  static func view(_ state: State, _ at: Moment) -> Stage {
    let work = Telemetry.Reading(
      has("unit") ? "work" : "size", has("telemetry") ? 3 : state.length, digits: 1,
      unit: has("unit") ? nil : "MB")
    return Stage(telemetry: Telemetry([work])) {
      Column {
        Box(.rest(.compute)).frame(width: 200 * state.length, height: state.height).same("bar")
        Text(Phrase("length", zh: "长度")).same("label")
        if has("identity") { Text("again").same("label") }
        if has("relation") { Text("beside").placed(.rightOf(Identity("nobody"))) }
      }
    }
  }
  static func still(_ step: Double, _ mode: Mode) -> Stage {
    var stage = view(State(length: 2 * step, height: mode == .tall && !has("mode") ? 200 : 100), .still)
    stage.caption = Phrase("Twice as long.", zh: "两倍长。")
    return stage
  }
  static var waivers: [Waiver] {
    let empty = Waiver("stage-empty", because: "the bar is all that there is")
    switch Fault.fault {
    case "unwaived": return []
    case "idle waiver": return [empty, Waiver("text-overlap", because: "it is not there at all")]
    case "no reason": return [Waiver("stage-empty", because: "fine")]
    default: return [empty]
    }
  }
}

private enum Sound: Faults { static let fault = "" }
private enum NoTitle: Faults { static let fault = "title" }
private enum NoTranslation: Faults { static let fault = "translation" }
private enum IdleParameter: Faults { static let fault = "parameter" }
private enum IdleMode: Faults { static let fault = "mode" }
private enum ConstantTelemetry: Faults { static let fault = "telemetry" }
private enum NoUnit: Faults { static let fault = "unit" }
private enum TwoOfOne: Faults { static let fault = "identity" }
private enum LostRelation: Faults { static let fault = "relation" }
private enum Unwaived: Faults { static let fault = "unwaived" }
private enum IdleWaiver: Faults { static let fault = "idle waiver" }
private enum NoReason: Faults { static let fault = "no reason" }

/// Each rule about a figure as a whole, and its waivers.
@Suite struct FigureRuleTests {
  private func inspect<F: Faults>(_: F.Type) throws -> Inspector.Report {
    try Inspector().inspect([Catalogue.Entry(Bar<F>.self)])
  }
  private func rules<F: Faults>(_ fault: F.Type) throws -> Set<String> {
    Set(try inspect(fault).findings.map { $0.rule })
  }

  @Test func aSoundFigureHasNothingButWhatItWaives() throws {
    let report = try inspect(Sound.self)
    #expect(report.findings.isEmpty)
    #expect(Set(report.waived.map { $0.finding.rule }) == ["stage-empty"])
    #expect(report.waived.allSatisfy { $0.reason == "the bar is all that there is" })
    // Two modes, the default and two ends of one parameter, two languages, a still and two beats.
    #expect(report.pictures == 2 * 3 * 2 * 3)
  }

  @Test func eachFaultIsFound() throws {
    #expect(try rules(NoTitle.self).contains("title-missing"))
    #expect(try rules(NoTranslation.self) == ["translation-missing"])
    #expect(try rules(IdleParameter.self) == ["parameter-idle"])
    #expect(try rules(IdleMode.self) == ["mode-idle"])
    #expect(try rules(ConstantTelemetry.self) == ["telemetry-constant"])
    #expect(try rules(NoUnit.self) == ["unit-missing"])
    #expect(try rules(TwoOfOne.self).contains("layout"))
    #expect(try rules(LostRelation.self).contains("layout"))
  }

  @Test func waiversAreOneAndUsedAndExplained() throws {
    #expect(try rules(Unwaived.self) == ["stage-empty"])
    let idle = try inspect(IdleWaiver.self).findings
    #expect(idle.map { $0.rule } == ["waiver", "waiver"])
    #expect(idle.map { $0.flaw.sentence }.contains { $0.contains("waives nothing") })
    #expect(idle.map { $0.flaw.sentence }.contains { $0.contains("may have one") })
    #expect(try inspect(NoReason.self).findings.map { $0.rule } == ["waiver"])
  }

  @Test func theReportDoesNotDependOnThreads() throws {
    func text(_ threads: Int) throws -> [String] {
      let report = try Inspector().inspect([Catalogue.Entry(Bar<Unwaived>.self)], threads: threads)
      return report.findings.map { "\($0.rule) \($0.place.text) \($0.flaw.sentence) \($0.places.count)" }
    }
    let one = try text(1)
    #expect(try text(3) == one && !one.isEmpty)
  }

  @Test func whatIsFoundInManyPicturesIsOneFinding() throws {
    let found = try inspect(Unwaived.self).findings
    #expect(found.map { $0.place.mode } == ["plain", "tall"])
    #expect(found.allSatisfy { $0.places.count > 4 && $0.place.settings.isEmpty })
  }
}
