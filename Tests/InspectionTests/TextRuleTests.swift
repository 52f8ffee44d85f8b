import Figures
import Testing

@testable import Inspection

/// Each rule about words: a picture that holds to it, and one that breaks it.
@Suite struct TextRuleTests {
  @Test func textsMayStandCloseButNotOnEachOther() {
    let apart = picture {
      $0.write("first line", 100, 200)
      $0.write("second line", 100, 218)
      $0.write("beside", 180, 200)
    }
    #expect(Rule.textOverlap.flaws(in: apart).isEmpty)
    let over = picture {
      $0.write("first line", 100, 200)
      $0.write("second line", 130, 205)
    }
    #expect(Rule.textOverlap.flaws(in: over).count == 1)
  }

  @Test func turnedTextsAreMeasuredAsTheyStand() {
    func slanted(by d: Double) -> Picture {
      picture { canvas in
        let label = Text("along the slope").rotated(-Maths.pi / 4)
        canvas.put(label, in: Rect(200, 200, 120, 20), index: 0)
        canvas.put(label, in: Rect(200 + d, 200, 120, 20), index: 1)
      }
    }
    // Boxes around both share most of their area; the words are a line apart.
    #expect(Rule.textOverlap.flaws(in: slanted(by: 30)).isEmpty)
    #expect(Rule.textOverlap.flaws(in: slanted(by: 8)).count == 1)
  }

  @Test func aLineRunsThroughWordsOnlyBehindAHaloOrAPlate() {
    func crossed(halo: Double = 0, plate: Bool = false, after: Bool = false) -> Picture {
      picture { canvas in
        if !after { canvas.line(Point(150, 100), Point(150, 300), stroke: .arrow) }
        if plate { canvas.box(Rect(95, 185, 120, 22), .plain(.paper), nil) }
        canvas.write("words on a line", 100, 200, halo: halo)
        if after { canvas.line(Point(150, 100), Point(150, 300), stroke: .arrow) }
      }
    }
    #expect(Rule.textCrossed.flaws(in: crossed()).count == 1)
    #expect(Rule.textCrossed.flaws(in: crossed(halo: 4)).isEmpty)
    #expect(Rule.textCrossed.flaws(in: crossed(plate: true)).isEmpty)
    #expect(Rule.textCrossed.flaws(in: crossed(halo: 4, after: true)).count == 1)
  }

  @Test func anUnderlineAndABoxAroundWordsDoNotCrossThem() {
    let sound = picture {
      $0.box(Rect(90, 182, 130, 26))
      $0.write("words in a box", 100, 200)
      $0.line(Point(100, 226), Point(200, 226), stroke: .strong)
      $0.write("UNDERLINED", 100, 224)
    }
    #expect(Rule.textCrossed.flaws(in: sound).isEmpty)
  }

  @Test func wordsOnAHatchNeedAPlate() {
    func hatched(plate: Bool) -> Picture {
      picture {
        $0.box(Rect(80, 180, 200, 30), .idle, nil)
        if plate { $0.box(Rect(95, 184, 50, 22), .plain(.paper), nil) }
        $0.write("idle", 100, 200)
      }
    }
    #expect(Rule.textCrossed.flaws(in: hatched(plate: false)).count == 1)
    #expect(Rule.textCrossed.flaws(in: hatched(plate: true)).isEmpty)
  }

  @Test func wordsStayInTheirBoxAndTheirClip() {
    func boxed(_ width: Double) -> Picture {
      picture {
        $0.box(Rect(96, 184, width, 24))
        $0.write("forty tokens", 100, 200)
      }
    }
    #expect(Rule.textOverflow.flaws(in: boxed(100)).isEmpty)
    #expect(Rule.textOverflow.flaws(in: boxed(70)).count == 1)
    let clipped = picture { canvas in
      canvas.put(Text("forty tokens").clipped(), in: Rect(100, 190, 40, 20), index: 0)
    }
    #expect(Rule.textOverflow.flaws(in: clipped).count == 1)
  }

  @Test func theMarginIsKept() {
    let sound = picture {
      $0.box(Rect(40, 100, 880, 300))
      $0.write("in the margin’s bounds", 40, 510)
    }
    #expect(Rule.outside.flaws(in: sound).isEmpty)
    let near = picture { $0.box(Rect(880, 100, 70, 30)) }
    #expect(Rule.outside.flaws(in: near).first?.sentence.contains("margin") == true)
    let off = picture { $0.write("runs out of the canvas", 880, 200) }
    #expect(Rule.outside.flaws(in: off).first?.sentence.contains("of the canvas") == true)
  }

  @Test func textIsLargeEnoughWhereItIsEmbedded() {
    #expect(Rule.textSmall.flaws(in: picture { $0.write("note x_{i}^{2}", 100, 200) }).isEmpty)
    #expect(Rule.textSmall.flaws(in: picture { $0.write("tiny", 100, 200, .note.sized(14)) }).count == 1)
    let shrunk = picture { canvas in
      let small = Text("shrunk by a lens").frame(width: 200, height: 40)
        .zoomed(to: Rect(-0.25, -0.25, 1.5, 1.5))
      canvas.put(small, in: Rect(100, 100, 200, 40), index: 0)
    }
    #expect(Rule.textSmall.flaws(in: shrunk).count == 1)
  }

  @Test func wordsStandOutInBothThemes() {
    let sound = picture {
      $0.write("ink", 100, 200)
      $0.write("muted", 150, 200, .note.painted(.muted))
      $0.box(Rect(200, 180, 100, 30), .role(.cache, .solid), .strong)
      $0.write("on solid", 210, 200, .note.painted(.role(.cache, .onSolid)))
    }
    #expect(Rule.textContrast.flaws(in: sound).isEmpty)
    let faint = picture { $0.write("faint", 100, 200, .note.painted(.faint)) }
    #expect(Rule.textContrast.flaws(in: faint).map { $0.theme } == [.light, .dark])
    // Ink on the light theme's solid is dark on bright; in the dark theme it is light on bright.
    let ink = picture {
      $0.box(Rect(90, 180, 100, 30), .role(.cache, .solid), .strong)
      $0.write("ink", 100, 200)
    }
    #expect(Rule.textContrast.flaws(in: ink).map { $0.theme } == [.dark])
    let plated = picture {
      $0.box(Rect(90, 180, 100, 30), .role(.cache, .solid), .strong)
      $0.write("ink", 100, 200, halo: 4)
    }
    #expect(Rule.textContrast.flaws(in: plated).isEmpty)
  }

  @Test func everyCharacterHasAGlyph() {
    #expect(Rule.glyphMissing.flaws(in: picture { $0.write("QK^{ᵀ} / √d ≤ ½, é", 100, 200) }).isEmpty)
    #expect(Rule.glyphMissing.flaws(in: picture { $0.write("a rocket: 🚀", 100, 200) }).count == 1)
  }

  @Test func chineseReadersGetChineseSentences() {
    let sound = picture(.zh) {
      $0.write("KV cache", 100, 150)
      $0.write("time to first token", 100, 170)
      $0.write("continuous batching", 100, 190)
      $0.write("每个 token 给自己和前面的打分", 100, 210)
      $0.write("softmax(QK^{T}/√d)V", 100, 230)
      $0.write("slot 1", 100, 250)
      $0.write("[4096 × 128]", 100, 270)
      $0.write("用 chunked prefill 把 prompt 切块", 100, 290)
    }
    #expect(Rule.untranslated.flaws(in: sound).isEmpty)
    let english = picture(.zh) {
      $0.write("the batch returns when its longest request is done", 100, 200)
      $0.write("first come, first served", 100, 220)
      $0.write("队列 waits for the next slot", 100, 240)
    }
    #expect(Rule.untranslated.flaws(in: english).count == 3)
    #expect(Rule.untranslated.flaws(in: picture { $0.write("迭代", 100, 200) }).count == 1)
  }
}
