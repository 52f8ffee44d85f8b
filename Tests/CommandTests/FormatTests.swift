import CairoBackend
import Encoding
import Figures
import Film
import Foundation
import Testing

@testable import Rendering

/// Each form of a story holds that story: its moments, its pictures, its words.
@Suite struct FormatTests {
  /// The files of some formats, by path below the figure's folder.
  private func render(
    _ formats: [Format], threads: Int = 2, _ change: (inout RenderRequest) -> Void = { _ in }
  ) throws -> [String: [UInt8]] {
    let scratch = try Scratch()
    var request = RenderRequest([Catalogue.Entry(Sliding.self)])
    request.formats = formats
    request.width = 320
    request.fps = 10
    change(&request)
    _ = try RenderRun(RenderPlan(request).jobs, to: OutputFolder(scratch.path)).perform(threads: threads) {
      _ in
    }
    let files = try contents(of: scratch.place("00-test/sliding"))
    return files.mapValues { Array($0) }
  }

  private func manifest(_ files: [String: [UInt8]], _ folder: String) throws -> StoryManifest {
    try JSONDecoder().decode(StoryManifest.self, from: Data(try #require(files[folder + "/frames.json"])))
  }

  @Test(.enabled(if: Reader.isInstalled)) func filmsShowTheFramesOfTheStory() throws {
    let files = try render([.frames, .apng, .webp, .gif, .mp4])
    let frames = "frames.320px.10fps"
    let count = try manifest(files, frames).frames.count
    let pictures = try (0..<count).map { i in
      try Pixmap(png: try #require(files[frames + "/" + FrameNumber.name(i)]))
    }
    let seconds = Double(count) / 10
    for ending in ["apng", "gif", "mp4"] {
      let file = try #require(files["story.320px.10fps." + ending])
      let stream = try Reader.stream(file, "a." + ending)
      #expect(stream["width"] == "320" && stream["height"] == "180", "\(ending)")
      if ending == "mp4" {
        #expect(stream["nb_frames"] == "\(count)" && stream["pix_fmt"] == "yuv420p")
        #expect(stream["color_space"] == "bt709" && stream["color_primaries"] == "bt709")
        #expect((Double(stream["duration"] ?? "") ?? 0) == seconds)
      }
      for i in [0, count / 2, count - 1] {
        let shown = try Reader.picture(file, "a." + ending, at: (Double(i) + 0.5) / 10)
        let (most, flat, psnr) = pictures[i].difference(shown)
        switch ending {
        case "apng": #expect(most == 0, "\(ending) \(i)")
        case "gif": #expect(flat == 0 && psnr > 40, "\(ending) \(i): areas \(flat), \(psnr) dB")
        default: #expect(flat <= 6 && psnr > 36, "\(ending) \(i): areas \(flat), \(psnr) dB")
        }
      }
    }
    let webp = try readWebP(try #require(files["story.320px.10fps.webp"]))
    #expect(webp.last?.end == Int(seconds * 1000))
    for (i, picture) in pictures.enumerated() {
      let shown = webp.first { $0.end > i * 100 }
      #expect(shown?.pixels == picture.pixels, "webp \(i)")
    }
  }

  @Test func theManifestTellsBeatsAndSamples() throws {
    let files = try render([.frames]) { $0.languages = [.zh] }
    let manifest = try manifest(files, "frames.zh.320px.10fps")
    #expect(manifest.beats.map { $0.name } == ["rest", "slide", "enter"])
    for beat in manifest.beats {
      #expect(beat.caption.keys.sorted() == ["en", "zh"] && beat.description.keys.sorted() == ["en", "zh"])
      #expect(beat.rest == 0.3)
    }
    #expect(manifest.beats[1].description["en"]?.contains("from 100 to 200 pt") == true)
    #expect(manifest.beats[1].description["en"] != manifest.beats[1].caption["en"])
    #expect(manifest.beats[2].description["zh"] == "下方出现一条绿色长条。")
    #expect(manifest.description["zh"]?.contains("长条") == true)
    // From 100 to 300, in steps that the pictures show, and each only once.
    let lengths = manifest.samples.compactMap { $0.values.first?.first }
    #expect(lengths.first == "100" && lengths.last == "300" && lengths.count > 6)
    #expect(manifest.samples.first?.values[1] == ["蓝"] && manifest.samples.last?.values[1] == ["琥珀"])
    for sample in manifest.samples {
      let moment = manifest.frames[sample.frame]
      let board = try Catalogue.Entry(Sliding.self).prepared().storyboard(.zh)
      let frame = try #require(board.frame(beat: moment.beat, progress: moment.progress))
      let words = frame.lines.map { plainText($0.text) }
      let length = try #require(sample.values.first?.first)
      #expect(words.contains { $0.hasPrefix(length) }, "frame \(sample.frame): \(length)")
    }
  }

  @Test func theSameRequestGivesTheSameBytes() throws {
    let formats: [Format] =
      [.apng, .webp, .gif, .svgAnimated, .storyboard, .slides, .transcript] + (Video.isPossible ? [.mp4] : [])
    let change: (inout RenderRequest) -> Void = { $0.languages = [.en, .zh] }
    let one = try render(formats, threads: 1, change)
    let other = try render(formats.reversed(), threads: 3, change)
    #expect(one.count == 2 * (formats.count + 2))
    #expect(one == other)
  }

  @Test(.enabled(if: Program.isInstalled("pdfinfo"))) func documentsHaveAPageABeatAndTheirWords() throws {
    let files = try render([.slides, .storyboard]) {
      $0.languages = [.en, .zh]
      $0.themes = [.fixed(.print)]
      $0.width = nil
    }
    #expect(try Program.pages(try #require(files["slides.print.pdf"])) == 3)
    let slides = try Program.words(try #require(files["slides.zh.print.pdf"]))
    #expect(slides.contains("它滑动并变长。") && slides.contains("3 / 3"))
    #expect(try Program.pages(try #require(files["storyboard.print.pdf"])) == 1)
    let strip = try Program.words(try #require(files["storyboard.print.pdf"]))
    for words in ["Sliding", "A bar rests.", "It slides and grows.", "Another one enters."] {
      #expect(strip.contains(words))
    }
    let drawing = String(decoding: try #require(files["storyboard.print.svg"]), as: UTF8.self)
    #expect(drawing.contains("It slides and grows.") && drawing.contains("200"))
    let picture = try Pixmap(png: try #require(files["storyboard.print.png"]))
    #expect(picture.width == 2656 && picture.height > 1500)
  }

  @Test func theTranscriptTellsAllInWords() throws {
    let files = try render([.transcript]) { $0.languages = [.en, .zh] }
    let text = String(decoding: try #require(files["transcript.md"]), as: UTF8.self)
    #expect(text.hasPrefix("# Sliding\n") && text.contains("## 2. It slides and grows.\n"))
    #expect(text.contains("A green bar appears below.") && text.contains("\n0:00–0:00\n"))
    let chinese = String(decoding: try #require(files["transcript.zh.md"]), as: UTF8.self)
    #expect(chinese.contains("## 3. 又来一条。") && chinese.contains("下方出现一条绿色长条。"))
  }

  @Test func partsOfTheSheetCanBeLeftOut() throws {
    let files = try render([.svg, .svgAnimated]) {
      $0.moments = [.rests]
      $0.without = [.caption, .telemetry]
      $0.once = true
    }
    let ending = ".without-telemetry.without-caption"
    let beat = String(decoding: try #require(files["beats/slide\(ending).svg"]), as: UTF8.self)
    // The words stay in the description.
    #expect(!beat.contains(">It slides and grows.</text>") && !beat.contains(">length</text>"))
    #expect(beat.contains(">Sliding</text>"))
    let story = String(decoding: try #require(files["story\(ending).once.animated.svg"]), as: UTF8.self)
    #expect(!story.contains(">length</text>") && story.contains("1 forwards"))
  }

  @Test func transparentFilmsShowWhatIsBehind() throws {
    let files = try render([.apng, .webp]) { $0.transparent = true }
    let first = try Pixmap(png: try #require(files["story.320px.10fps.transparent.apng"]))
    #expect(first[0, 0] == 0 && first.pixels.contains { $0 >> 24 == 255 })
    let webp = try readWebP(try #require(files["story.320px.10fps.transparent.webp"]))
    #expect(webp.first?.pixels.first == 0)
  }
}
