import Testing

@testable import Figures

@Suite struct KnobsTests {
  private func read(_ given: [(String, String)]) -> (values: [String], errors: [String]) {
    var knobs = Knobs(given: given.map { (name: $0.0, text: $0.1) })
    let slots = knobs.int("slots", 2...8, default: 4)
    let odd = knobs.int("odd", 1...9, default: 3, step: 2)
    let batch = knobs.doubling("batch", 1...1024, default: 1)
    let spread = knobs.real("spread", 0...1, default: 1, step: 0.1)
    let gpu = knobs.choice("gpu", [.init("a100", "A100"), .init("h100", "H100")], default: 1)
    let mask = knobs.flag("mask", default: true)
    let seed = knobs.seed("seed", default: 7)
    knobs.close()
    return (
      ["\(slots)", "\(odd)", "\(batch)", trimmed(spread), "\(gpu)", "\(mask)", "\(seed)"],
      knobs.errors.map { $0.sentence }
    )
  }

  @Test func withoutValuesTheDefaultsAreRead() {
    #expect(read([]).values == ["4", "3", "1", "1", "1", "true", "7"])
    #expect(read([]).errors.isEmpty)
  }

  @Test func goodValuesAreRead() {
    let (values, errors) = read([
      ("slots", "8"), ("odd", "9"), ("batch", "512"), ("spread", "0.3"), ("gpu", "a100"), ("mask", "off"),
      ("seed", "4294967295"),
    ])
    #expect(values == ["8", "9", "512", "0.3", "0", "false", "4294967295"])
    #expect(errors.isEmpty)
  }

  @Test(arguments: [
    ("slots", "9", "nearest is 8"), ("slots", "1", "nearest is 2"), ("slots", "2.5", "whole number"),
    ("slots", "nan", "whole number"), ("slots", "", "by default"), ("slots", "1e99", "whole number"),
    ("odd", "4", "nearest is 5"), ("odd", "100", "nearest is 9"), ("batch", "3", "nearest is 2"),
    ("batch", "5000", "nearest is 1024"), ("spread", "0.25", "in steps of 0.1"),
    ("spread", "inf", "by default"),
    ("gpu", "h10", "nearest is h100"), ("gpu", "tpu-v5e", "one of a100, h100"),
    ("mask", "maybe", "on or off"),
    ("seed", "-1", "4294967295"), ("seed", "1.5", "4294967295"), ("slts", "4", "did you mean “slots”?"),
  ])
  func badValuesAreRefusedWithWhatIsValid(_ name: String, _ value: String, _ words: String) {
    let (values, errors) = read([(name, value)])
    #expect(errors.count == 1)
    #expect(errors.first?.contains(words) == true, "\(errors)")
    #expect(values == read([]).values)
  }

  @Test func decimalsAreReadAsWritten() {
    #expect(decimal("12.5") == 12.5)
    #expect(decimal("-0.1") == -0.1)
    #expect(decimal("1e-3") == 0.001)
    #expect(decimal("+7") == 7)
    for bad in ["", "-", ".", "1.2.3", "0x10", "1e", "1e+", "--1", "1 ", "∞", "nan", "1e400", "1_000"] {
      #expect(decimal(bad) == nil, "\(bad)")
    }
  }

  @Test func theNearestWordIsNear() {
    #expect(nearest("rofline", ["roofline", "attention-graph"]) == "roofline")
    #expect(nearest("ROOFLINE", ["roofline"]) == "roofline")
    #expect(nearest("xyz", ["roofline", "attention-graph"]) == nil)
    #expect(nearest("", ["roofline"]) == nil)
  }

  @Test func limitsBetweenParametersAreReported() {
    var knobs = Knobs(given: [(name: "low", text: "5")])
    let low = knobs.int("low", 1...9, default: 1)
    let high = knobs.int("high", 1...9, default: 4)
    knobs.require(low <= high, "low must not exceed high")
    #expect(knobs.errors.map { $0.sentence } == ["low must not exceed high"])
  }
}
