import Figures
import Foundation
import Testing
import Textbook

/// What a reader of a still and its captions should be able to answer is written down for every figure.
@Suite struct QuizTests {
  @Test(arguments: textbook.entries.map { $0.about.slug })
  func everyFigureAsksThreeQuestions(slug: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Quizzes")
    let quiz = try String(contentsOf: folder.appendingPathComponent(slug + ".md"), encoding: .utf8)
    let questions = quiz.components(separatedBy: "\n").filter { line in
      (1...3).contains { line.hasPrefix("\($0). ") } && line.count > 20
    }
    #expect(questions.count == 3, "\(slug)")
  }
}
