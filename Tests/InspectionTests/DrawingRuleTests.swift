import Figures
import Testing

@testable import Inspection

/// Each rule about lines, areas and colours: a picture that holds to it, and one that breaks it.
@Suite struct DrawingRuleTests {
  @Test func linesThatMeanSomethingCanBeSeen() {
    func lined(_ stroke: Stroke) -> Picture {
      picture { $0.line(Point(100, 100), Point(300, 200), stroke: stroke) }
    }
    #expect(Rule.lineContrast.flaws(in: lined(.arrow)).isEmpty)
    #expect(Rule.lineContrast.flaws(in: lined(.absent)).isEmpty)
    #expect(Rule.lineContrast.flaws(in: lined(.hair)).isEmpty)
    #expect(!Rule.lineContrast.flaws(in: lined(Stroke(.role(.compute, .fill)))).isEmpty)
    #expect(!Rule.lineContrast.flaws(in: lined(Stroke(Paint.muted.faded(0.4)))).isEmpty)
    // An edge counts by its better side.
    #expect(
      Rule.lineContrast.flaws(in: picture { $0.box(Rect(100, 100, 80, 40), .role(.cache, .solid)) }).isEmpty)
  }

  @Test func aFaintConnectorIsNoGridLine() {
    func joined(_ stroke: Stroke) -> Picture {
      Picture(
        frame {
          chip(1, 100, 100)
          chip(2, 300, 100)
          Connector(Identity("chip", 1), Identity("chip", 2), stroke: stroke)
        }, Place(figure: "fixture", moment: .still))
    }
    #expect(Rule.lineContrast.flaws(in: joined(.arrow)).isEmpty)
    #expect(Rule.lineContrast.flaws(in: joined(.hair)).count == 2)
  }

  @Test func arrowsPointAtThings() {
    func arrow(to x: Double) -> Picture {
      picture {
        $0.box(Rect(100, 100, 60, 30))
        $0.box(Rect(300, 100, 60, 30))
        $0.arrow(
          from: Port(Point(160, 115), out: Point(1, 0)), to: Port(Point(x, 115), out: Point(-1, 0)), gap: 2)
      }
    }
    #expect(Rule.connectorLoose.flaws(in: arrow(to: 300)).isEmpty)
    #expect(Rule.connectorLoose.flaws(in: arrow(to: 260)).count == 1)
  }

  @Test func connectorsEndAtWhatIsThere() {
    func joined(_ target: Surface) -> Picture {
      Picture(
        frame {
          chip(1, 100, 100)
          chip(2, 300, 100, Size(60, 30), target)
          Connector(Identity("chip", 1), Identity("chip", 2))
        }, Place(figure: "fixture", moment: .still))
    }
    #expect(Rule.connectorLoose.flaws(in: joined(.rest(.cache))).isEmpty)
    // The line and its head both end where nothing is drawn.
    #expect(Rule.connectorLoose.flaws(in: joined(Surface())).count == 2)
  }

  @Test func connectorsAreNotCovered() {
    func joined(cover: Bool) -> Picture {
      Picture(
        frame {
          chip(1, 100, 100)
          chip(2, 300, 100)
          Connector(Identity("chip", 1), Identity("chip", 2))
          if cover { chip(3, 170, 90, Size(110, 50), .rest(.block)) }
        }, Place(figure: "fixture", moment: .still))
    }
    #expect(Rule.connectorHidden.flaws(in: joined(cover: false)).isEmpty)
    #expect(Rule.connectorHidden.flaws(in: joined(cover: true)).count == 1)
  }

  @Test func theStageIsFilled() {
    let full = picture {
      $0.box(Rect(40, 120, 420, 320))
      $0.write("The other half holds words in lines that fill it.", 480, 200)
      $0.write("They stand apart", 480, 330)
    }
    #expect(Rule.stageEmpty.flaws(in: full).isEmpty)
    let half = picture { $0.box(Rect(40, 120, 380, 320)) }
    #expect(Rule.stageEmpty.flaws(in: half).count == 1)
    // A beat may begin with little.
    let beat = picture(.en, .beat(0, "start", progress: 1)) { $0.box(Rect(40, 120, 380, 320)) }
    #expect(Rule.stageEmpty.flaws(in: beat).isEmpty)
  }

  @Test func neighboursAreInLine() {
    func row(_ last: Rect) -> Picture {
      picture { canvas in
        for i in 0..<4 { canvas.box(Rect(100 + 50 * Double(i), 200, 44, 30)) }
        canvas.box(last)
      }
    }
    #expect(Rule.misaligned.flaws(in: row(Rect(300, 200, 44, 30))).isEmpty)
    #expect(!Rule.misaligned.flaws(in: row(Rect(300, 201.5, 44, 30))).isEmpty)
    #expect(Rule.misaligned.flaws(in: row(Rect(300, 200, 45.5, 30))).count == 1)
    // Far off is meant.
    #expect(Rule.misaligned.flaws(in: row(Rect(300, 212, 44, 30))).isEmpty)
    #expect(Rule.misaligned.flaws(in: row(Rect(300, 200, 80, 30))).isEmpty)
  }

  @Test func wordsInARowStandOnOneLine() {
    func row(_ y: Double) -> Picture {
      picture { canvas in
        for i in 0..<4 { canvas.write("tok", 100 + 50 * Double(i), 200) }
        canvas.write("sum", 300, y)
      }
    }
    #expect(Rule.misaligned.flaws(in: row(200)).isEmpty)
    #expect(Rule.misaligned.flaws(in: row(201)).count == 1)
  }

  @Test func numbersAreWrittenAsAPersonWouldSayThem() {
    let sound = picture {
      for (i, text) in [
        "2.0 GiB", "12,345", "0.7869", "989", "H100", "[4096 × 16384]", "1.5e-3", "99.7 %", "v1.2.3", "2026",
        "1:0.25",
      ].enumerated() {
        $0.write(text, 100, 100 + 20 * Double(i))
      }
    }
    #expect(Rule.numberFormat.flaws(in: sound).isEmpty)
    for text in ["2147483648 bytes", "16384 tokens", "0.106507", "takes 7.38906 ms", "345.1234"] {
      #expect(Rule.numberFormat.flaws(in: picture { $0.write(text, 100, 200) }).count == 1, "\(text)")
    }
  }

  @Test func categoriesAreNotToldByColourAlone() {
    func two(_ a: Int, _ b: Int, words: Bool = false, hatch: Bool = false) -> Picture {
      picture { canvas in
        for (i, category) in [a, b].enumerated() {
          let rect = Rect(100 + 100 * Double(i), 200, 60, 30)
          let fill: Fill =
            hatch && i == 1
            ? .hatch(line: .category(category, .edge), ground: .paper) : .plain(.category(category, .solid))
          canvas.box(rect, fill, nil)
          if words {
            canvas.write("GPU \(i)", rect.minX + 4, 220, .note.painted(.category(category, .onSolid)))
          }
        }
      }
    }
    // The sixth and the second of the ramp have one lightness: they are one grey.
    let grey = two(1, 5)
    #expect(Rule.colorPairs.flaws(in: two(0, 2)).isEmpty)
    #expect(Rule.colorPairs.flaws(in: two(1, 4)).count + Rule.colorPairs.flaws(in: grey).count > 0)
    #expect(Rule.colorPairs.flaws(in: two(1, 4, words: true)).isEmpty)
    #expect(Rule.colorPairs.flaws(in: two(1, 4, hatch: true)).isEmpty)
  }

  @Test func noTwoThingsAreOne() {
    let sound = frame {
      chip(1, 100, 100)
      chip(2, 200, 100)
    }
    let place = Place(figure: "fixture", moment: .still)
    #expect(Rule.identityTwice.flaws(in: Picture(sound, place)).isEmpty)
    var twice = sound
    twice.marks[1].identity = twice.marks[0].identity
    #expect(Rule.identityTwice.flaws(in: Picture(twice, place)).count == 1)
  }

  @Test func aPictureSpeaks() {
    #expect(Rule.descriptionMissing.flaws(in: picture { $0.write("words", 100, 200) }).isEmpty)
    #expect(Rule.descriptionMissing.flaws(in: picture { $0.box(Rect(100, 100, 40, 40)) }).count == 1)
  }
}
