import Foundation
import Testing

/// Whatever is typed wrongly gets one sentence that says what is valid, exit code 2, and nothing is written.
@Suite struct BadInputTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let arguments: String
    let words: [String]
    var testDescription: String { arguments }

    init(_ arguments: String, _ words: String...) {
      self.arguments = arguments
      self.words = words
    }
  }

  static let table: [Row] = [
    Row("rendr", "there is no command “rendr”", "list, describe, render", "did you mean “render”?"),
    Row("render", "name a figure", "--all"),
    Row(
      "render ring-bufer", "there is no figure “ring-bufer”", "ring-buffer, task-list",
      "did you mean “ring-buffer”?"),
    Row("render ring-buffer --all", "--all", "leave one out"),
    Row("render ring-buffer --widht 3", "unknown option '--widht'", "'--width'"),
    Row("render ring-buffer --width", "missing value for '--width"),
    Row("describe", "missing expected argument '<figure>'"),
    Row("describe ring", "there is no figure “ring”"),
    Row("describe ring-buffer extra", "unexpected argument 'extra'"),
    Row("render ring-buffer --mode wating", "no mode “wating”", "waiting, losing", "did you mean “waiting”?"),
    Row("render task-list --mode losing", "task-list has no mode “losing”", "overview"),
    Row("render ring-buffer --theme drak", "there is no theme “drak”", "light, dark, print", "“dark”?"),
    Row("render ring-buffer --locale de", "there is no locale “de”", "en, zh"),
    Row("render ring-buffer --format pgn", "there is no format “pgn”", "svg-outlines", "“png”?"),
    Row("render ring-buffer --format png,pdf", "there is no format “png,pdf”"),
    Row("render ring-buffer --background white", "there is no background “white”", "paper, transparent"),
    Row("render ring-buffer --at wiat", "no beat “wiat”", "empty, fill-up, wait, read", "“wait”?"),
    Row("render ring-buffer --at lose", "no beat “lose” in mode waiting"),
    Row("render ring-buffer --at wait:1.5", "progress from 0 to 1"),
    Row("render ring-buffer --at wait:-0.1", "progress from 0 to 1"),
    Row("render ring-buffer --at wait:nan", "progress from 0 to 1"),
    Row("render ring-buffer --at wait:", "progress from 0 to 1"),
    Row("render ring-buffer --at :0.5", "<beat>:<progress>"),
    Row("render ring-buffer --at wait:0x1", "progress from 0 to 1"),
    Row("render ring-buffer --at -1s", "before the start"),
    Row("render ring-buffer --at 900s", "no second 900", "lasts 13."),
    Row("render ring-buffer --at nans", "no beat “nans”"),
    Row("render ring-buffer --format frames --at still", "--at has no effect on frames", "add png"),
    Row("render ring-buffer --format webp --at still", "--at has no effect on webp", "add png"),
    Row("render ring-buffer --format mp5", "there is no format “mp5”", "did you mean “mp4”?"),
    Row("render ring-buffer --format slides --fps 24", "--fps has no effect on slides", "add frames"),
    Row("render ring-buffer --format gif --fps 60", "gif shows at most 50 frames a second", "lower --fps"),
    Row("render ring-buffer --format mp4 --once", "--once has no effect on mp4", "add webp"),
    Row("render ring-buffer --once", "--once has no effect on png"),
    Row("render ring-buffer --format mp4 --background transparent", "not for mp4", "choose webp"),
    Row("render ring-buffer --format gif --background transparent", "not for gif"),
    Row(
      "render ring-buffer --without titel", "there is no part “titel”", "title, telemetry, caption",
      "“title”?"),
    Row("render ring-buffer --format transcript --without title", "--without has no effect on transcript"),
    Row("render ring-buffer --format webp --theme auto", "theme auto is for svg and svg-animated alone"),
    Row("render ring-buffer --format slides --fonts embed", "--fonts has no effect on slides"),
    Row("render ring-buffer --format slides --width 800", "--width has no effect on slides"),
    Row("render ring-buffer --param slots", "not an assignment", "<name>=<value>"),
    Row("render ring-buffer --param =3", "not an assignment"),
    Row("render ring-buffer --param slots=", "slots cannot be “”", "a whole number from 3 to 8"),
    Row("render ring-buffer --param slts=4", "no parameter “slts”", "slots, wide", "did you mean “slots”?"),
    Row("render ring-buffer --param slots=9", "slots cannot be “9”", "from 3 to 8", "the nearest is 8"),
    Row("render ring-buffer --param slots=-2", "the nearest is 3"),
    Row("render ring-buffer --param slots=nan", "slots cannot be “nan”", "4 by default"),
    Row("render ring-buffer --param slots=many", "slots cannot be “many”"),
    Row("render ring-buffer --param slots=4.5", "slots cannot be “4.5”"),
    Row("render ring-buffer --param wide=perhaps", "wide cannot be “perhaps”", "on or off"),
    Row("render ring-buffer --param slots=4 --param slots=5", "slots twice"),
    Row("render ring-buffer --param wide=off --param slots=3", "narrow slots need at least 4"),
    Row("render --all --param slots=4", "task-list: there is no parameter “slots”", "items"),
    Row("render ring-buffer --width 0", "from 16 to 16384", "the nearest is 16"),
    Row("render ring-buffer --width -1", "from 16 to 16384", "the nearest is 16"),
    Row("render ring-buffer --width 1000000000", "the nearest is 16384"),
    Row("render ring-buffer --width 16384 --format pdf --format png", "pixels"),
    Row("render ring-buffer --width nan", "--width takes a whole number", "not “nan”"),
    Row("render ring-buffer --width 99999999999999999999", "--width takes a whole number"),
    Row("render ring-buffer --width 800 --format pdf", "--width has no effect on pdf"),
    Row("render ring-buffer --format frames --fps 0", "from 1 to 240", "the nearest is 1"),
    Row("render ring-buffer --format frames --fps 1e9", "--fps takes a whole number", "not “1e9”"),
    Row("render ring-buffer --fps 24", "--fps has no effect on png"),
    Row("render ring-buffer --jobs 0", "--jobs takes a whole number from 1", "the nearest is 1"),
    Row("render ring-buffer --shard 0/2", "<k>/<n>"),
    Row("render ring-buffer --shard 3/2", "<k>/<n>"),
    Row("render ring-buffer --shard 1", "<k>/<n>"),
    Row("render ring-buffer --shard 1/2/3", "<k>/<n>"),
    Row("render ring-buffer --out /dev/null", "/dev/null is not a folder"),
    Row("render ring-buffer --out /dev/null/deep/er", "/dev/null is not a folder"),
    Row("render ring-buffer --out=", "missing value for '--out"),
    Row("gallery --out /dev/null", "/dev/null is not a folder"),
    Row("gallery", "no pictures", "render --all"),
    Row("new Ring_Buffer", "is not a slug", "for example ring-buffer"),
    Row("new 7", "is not a slug"),
    Row("new ring-buffer", "there is a figure “ring-buffer” already"),
    Row("new task-one --part 07-serving", "--part"),
    Row("new task-one --lantern /", "not Lantern's sources"),
  ]

  @Test(arguments: table) func isOneSentenceAndWritesNothing(_ row: Row) throws {
    let scratch = try Scratch()
    var arguments = row.arguments.split(separator: " ").map(String.init)
    if row.arguments.hasPrefix("render") { arguments.insert("--json", at: 1) }
    let outcome = try Outside.program().run(arguments, in: scratch.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("pocket: ") && outcome.errors.hasSuffix("\n"))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)")
    for words in row.words { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    let sentence = outcome.errors.dropFirst("pocket: ".count).dropLast()
    if arguments.contains("--json") {
      let report = try JSONDecoder().decode([String: [String]].self, from: Data(outcome.output.utf8))
      #expect(report == ["errors": [String(sentence)]])
    } else {
      #expect(outcome.output.isEmpty)
    }
  }
}
