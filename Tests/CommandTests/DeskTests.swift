import Figures
import Foundation
import Testing
import Textbook

@testable import Preview

/// What the page is answered.
@Suite struct DeskTests {
  private let desk = FigureDesk(textbook)

  private func text(_ target: String) -> (status: Int, body: String) {
    let answer = desk.answer(target)
    return (answer.status, String(decoding: answer.body, as: UTF8.self))
  }

  @Test func aFrameIsThatOfTheMoment() throws {
    let still = text("/frame?figure=roofline&at=still")
    #expect(still.status == 200 && still.body.hasPrefix("<svg"))
    let figure = try textbook.figure("roofline").prepared(given: [(name: "batch", text: "64")])
    let second = text("/frame?figure=roofline&at=9.5&p.batch=64&locale=zh")
    #expect(second.body != still.body && second.body.contains("lang=\"zh\""))
    let words = try #require(figure.storyboard(.zh).frame(at: 9.5)).lines.map { $0.text }
    // Those that are one stretch of digits.
    let numbers = words.filter { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    #expect(numbers.count > 3 && numbers.allSatisfy { second.body.contains(">\($0)<") })
  }

  @Test func eachParameterHasAControl() {
    let catalogue = text("/catalogue").body
    for entry in textbook.entries {
      #expect(catalogue.contains("\"\(entry.about.slug)\""))
      for parameter in entry.parameters { #expect(catalogue.contains("\"\(parameter.name)\"")) }
    }
  }

  @Test(arguments: [
    ("/frame?figure=rooflin", 400, "did you mean “roofline”"), ("/frame?mode=x", 400, "has no mode “x”"),
    ("/frame?figure=roofline&at=nan", 400, "at takes"), ("/frame?figure=roofline&at=soon", 400, "at takes"),
    ("/frame?figure=roofline&p.batch=3", 400, "batch"), ("/frame?locale=fr", 400, "there is no locale"),
    ("/etc/passwd", 404, "there is no /etc/passwd"), ("/frame?figure=roofline&p.none=1", 400, "none"),
  ]) func badQuestionsGetOneSentence(_ target: String, _ status: Int, _ sentence: String) {
    let answer = text(target)
    #expect(answer.status == status && answer.body.contains(sentence), "\(answer)")
  }

  @Test func anAnswerCrossesTheWireWhole() throws {
    let pipe = Pipe()
    let (reading, writing) = (
      pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor
    )
    let body = [UInt8](repeating: 10, count: 30_000)
    let sent = PreviewAnswer(type: "text/plain; charset=utf-8", body: body)
    #expect(Wire(reading: reading, writing: writing).answer(sent))
    var wire = Wire(reading: reading, writing: writing)
    #expect(wire.answer() == sent)
  }
}
