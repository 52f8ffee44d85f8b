import CairoBackend
import Drawing
import Encoding
import Geometry
import Testing

/// Input that a mistake or a stranger could make: an error in words or a picture, never a trap.
@Suite struct HostileTests {
  private let renderer = CairoRenderer()

  private func failure(_ body: () throws(DrawingError) -> Void) -> DrawingError? {
    do throws(DrawingError) {
      try body()
      return nil
    } catch { return error }
  }

  private func failure(of frame: Frame, scale: Double = 1) -> DrawingError? {
    failure { () throws(DrawingError) in _ = try renderer.pixmap(frame, theme: .light, scale: scale) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNone(bad: Double) throws {
    let shapes: [Shape] = [
      Gallery.box(bad, 0, 10, 10, .idle), Gallery.box(0, 0, bad, 10, .idle),
      Gallery.box(0, 0, 10, 10, radius: bad, .idle),
      .outline(.ellipse(Rect(0, 0, 5, bad)), fill: .idle, stroke: nil),
      Gallery.line(from: (0, 0), to: (bad, 5), .hair),
      Gallery.line(from: (0, 0), to: (9, 5), Stroke(.ink, width: bad)),
      Gallery.line(from: (0, 0), to: (9, 5), Stroke(.ink, dash: [3, bad])),
      Gallery.box(0, 0, 10, 10, .plain(Paint.ink.faded(bad))), Gallery.text("a", bad, 5),
      Gallery.text("a", 5, bad),
      Gallery.text("a", 5, 5, size: bad), Gallery.text("a", 5, 5, halo: bad),
      .raster(Gallery.heat(Rect(0, 0, bad, 5), 2, 2, .sequential)),
    ]
    for shape in shapes {
      let error = try #require(failure(of: Gallery.plain([shape])))
      #expect("\(error)".hasSuffix("a coordinate, size or opacity is not a finite number."))
      #expect("\(error)".contains("BackendTests/Gallery.swift:"))
    }
    let groups = [
      Gallery.group(0, parent: -1, opacity: bad),
      Gallery.group(0, parent: -1, transform: .translation(bad, 0)),
      Gallery.group(0, parent: -1, clip: .rectangle(Rect(0, 0, bad, 1), radius: 0)),
    ]
    for group in groups {
      let error = failure(of: Frame(size: Gallery.size, groups: [group]))
      guard case .notFinite = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func heatThatIsNoneIsDrawnAsZero() throws {
    let raster = Raster(rect: Rect(0, 0, 20, 10), columns: 2, rows: 1, values: [.nan, 0])
    let pixmap = try renderer.pixmap(Gallery.plain([.raster(raster)]), theme: .light)
    #expect(pixmap[5, 5] == pixmap[15, 5])
  }

  @Test func sizesBeyondTheLimits() {
    let sizes: [(Size, Double, String)] = [
      (Size(0, 10), 1, "A canvas of 0 × 10 points cannot be drawn."),
      (Size(-5, 10), 1, "A canvas of -5 × 10 points cannot be drawn."), (Size(.nan, 10), 1, ""),
      (Size(10, 10), 0, ""), (Size(10, 10), -1, ""), (Size(10, 10), .nan, ""), (Size(10, 10), .infinity, ""),
      (
        Size(32768, 1), 1,
        "A picture of 32,768 × 1 pixels is too large: at most 32,767 a side and 134,217,728 in all."
      ),
      (Size(20000, 20000), 1, ""), (Size(960, 540), 1e300, ""), (Size(1e300, 1e300), 1e300, ""),
      (Size(0.2, 10), 1, ""), (Size(1e-300, 1e-300), 1, ""),
    ]
    for (size, scale, words) in sizes {
      let error = failure(of: Frame(size: size), scale: scale)
      #expect(error != nil, "\(size) \(scale)")
      if let error, !words.isEmpty { #expect("\(error)".replacing("−", with: "-") == words) }
    }
    for bad in [Size(0, 5), Size(.nan, 5), Size(1e9, 5), Size(5, -1)] {
      let frame = Frame(size: bad)
      #expect(failure { () throws(DrawingError) in _ = try renderer.pdf([frame], theme: .light) } != nil)
      #expect(
        failure { () throws(DrawingError) in _ = try renderer.outlineSVG(frame, theme: .light, idPrefix: "a")
        }
          != nil)
    }
  }

  @Test func coordinatesFarAway() throws {
    // Off the canvas there is nothing to draw; across it, Cairo would wrap the numbers.
    #expect(failure(of: Gallery.plain([Gallery.box(1e12, 0, 10, 10, .idle)])) == nil)
    for shape in [Gallery.box(-1e12, 0, 2e12, 10, .idle), Gallery.line(from: (0, 0), to: (1e7, 1e7), .hair)] {
      guard case .outOfRange = failure(of: Gallery.plain([shape])) else {
        Issue.record("a shape across the canvas was not refused")
        continue
      }
    }
    let far = Frame(
      size: Gallery.size, groups: [Gallery.group(0, parent: -1, clip: .ellipse(Rect(-1e9, -1e9, 2e9, 2e9)))],
      marks: [Gallery.mark(Gallery.box(0, 0, 10, 10, .idle), 0)])
    guard case .outOfRange = failure(of: far) else {
      Issue.record("a clip across the canvas was not refused")
      return
    }
  }

  @Test func dashesThatNeverEnd() {
    for dash in [[0.0, 0], [-1, 4], [1e-9, 1e-9], [1e-3, 1e-3]] {
      let frame = Gallery.plain([Gallery.line(from: (0, 0), to: (100, 0), Stroke(.ink, dash: dash))])
      guard case .dash = failure(of: frame) else {
        Issue.record("\(dash) was not refused")
        continue
      }
    }
  }

  @Test func groupsThatDoNotExist() {
    let box = Gallery.box(0, 0, 10, 10, .idle)
    let frames = [
      Frame(size: Gallery.size, marks: [Gallery.mark(box, 0, group: 1)]),
      Frame(size: Gallery.size, marks: [Gallery.mark(box, 0, group: -1)]),
      Frame(size: Gallery.size, groups: [Gallery.group(0, parent: 0)]),
      Frame(size: Gallery.size, groups: [Gallery.group(0, parent: -2)]),
      Frame(size: Gallery.size, groups: [Gallery.group(0, parent: 1), Gallery.group(1, parent: 0)]),
    ]
    for frame in frames {
      guard case .unknownGroup = failure(of: frame) else {
        Issue.record("a frame whose groups make no tree was drawn")
        continue
      }
    }
  }

  @Test func groupsNestedWithoutEnd() throws {
    func tower(_ height: Int, opacity: Double) -> Frame {
      Frame(
        size: Gallery.size, groups: (0..<height).map { Gallery.group($0, parent: $0 - 1, opacity: opacity) },
        marks: [0, 1].map { Gallery.mark(Gallery.box(0, 0, 10, 10, .idle), $0, group: height - 1) })
    }
    guard case .tooDeep(limit: 128) = failure(of: tower(100_000, opacity: 0.99)) else {
      Issue.record("a hundred thousand fading groups were drawn")
      return
    }
    #expect(failure(of: tower(128, opacity: 0.99)) == nil)
    #expect(failure(of: tower(100_000, opacity: 1)) == nil)
  }

  @Test func aMissingFontIsNamedWhereItIsNeeded() throws {
    let renderer = CairoRenderer(fonts: FontFiles(folders: ["/nowhere"]))
    let (shapes, words) = (
      Gallery.plain([Gallery.box(0, 0, 9, 9, .idle)]), Gallery.plain([Gallery.text("a", 9, 9)])
    )
    _ = try renderer.pixmap(shapes, theme: .light)
    _ = try renderer.pdf([shapes], theme: .light)
    let errors = [
      failure { () throws(DrawingError) in _ = try renderer.pixmap(words, theme: .light) },
      failure { () throws(DrawingError) in _ = try renderer.pdf([words], theme: .light) },
      failure { () throws(DrawingError) in _ = try renderer.outlineSVG(words, theme: .light, idPrefix: "a") },
    ]
    for error in errors {
      #expect(error?.description.contains("install the Debian package fonts-inter") == true)
    }
  }

  @Test func prefixesThatAreNoIds() {
    for prefix in ["", "1a", "a b", "a\"", "é", "-a", "a.b"] {
      let error = failure { () throws(DrawingError) in
        _ = try renderer.outlineSVG(Frame(size: Gallery.size), theme: .light, idPrefix: prefix)
      }
      guard case .idPrefix = error else {
        Issue.record("“\(prefix)” was accepted")
        continue
      }
    }
  }

  @Test func aDocumentWithoutPages() {
    guard case .noPages = failure({ () throws(DrawingError) in _ = try renderer.pdf([], theme: .light) })
    else {
      Issue.record("a document without pages was made")
      return
    }
  }

  @Test func nothingToSeeIsNoError() throws {
    // Noncharacters, a null, a private character and a mark without a letter.
    let values: [UInt32] = [0xFFFF, 0xFDD0, 0x61, 0, 0x10FFFD, 0x301]
    let odd = String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
    let shapes: [Shape] = [
      Gallery.box(10, 10, 0, 0, .idle), Gallery.box(50, 50, -20, -20, .idle),
      .outline(.path(Path()), fill: .idle, stroke: .hair),
      Gallery.text("", 5, 5), Gallery.text("a", 5, 5, size: 0), Gallery.text("a", 5, 5, size: -4),
      Gallery.text("a", 5, 5, size: 0.001), Gallery.line(from: (0, 0), to: (9, 5), Stroke(.ink, width: -1)),
      .raster(Raster(rect: Rect(0, 0, 5, 5), columns: 0, rows: 3, values: [])),
      Gallery.text(odd, 5, 50), Gallery.text("a\nb\tc", 5, 50, halo: -2),
    ]
    for shape in shapes {
      let frame = Gallery.plain([shape])
      #expect(failure(of: frame) == nil)
      _ = try renderer.pdf([frame], theme: .light, title: odd)
      _ = try renderer.outlineSVG(frame, theme: .light, idPrefix: "a")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt32>)
  func anyFrameGivesAPictureOrAnError(seed: UInt32) throws {
    var random = Mulberry32(seed: seed)
    let extremes = [0, -1, 1, 0.5, 1e-12, 1e5, -1e5, 1e9, -1e18, 1e300, 0.25, 7, 33, 90, 150, -40, 20, 60]
    func number() -> Double {
      let i = Int(random.nextBits() % UInt32(extremes.count * 3))
      return i < extremes.count ? extremes[i] : random.next() * 200 - 20
    }
    func outline() -> Outline {
      switch random.nextBits() % 3 {
      case 0: return .rectangle(Rect(number(), number(), number(), number()), radius: number())
      case 1: return .ellipse(Rect(number(), number(), number(), number()))
      default: return .path(.polyline((0..<4).map { _ in Point(number(), number()) }, closed: true))
      }
    }
    func shape() -> Shape {
      switch random.nextBits() % 5 {
      case 0:
        var line = Gallery.line("any 块 x̂", number(), number(), size: number(), halo: number())
        line.runs = [line.runs[0], line.runs[0]]
        line.runs[1].offset = Point(number(), number())
        return .text(line)
      case 1: return .raster(Gallery.heat(Rect(number(), number(), number(), number()), 3, 4, .diverging))
      default:
        return .outline(
          outline(), fill: random.next() < 0.5 ? .idle : .role(.cache, .solid),
          stroke: random.next() < 0.5
            ? nil : Stroke(.ink, width: number(), dash: [number(), number()], cap: .round))
      }
    }
    let groups = (0..<6).map { i in
      Gallery.group(
        i, parent: i - 1 - Int(random.nextBits() % 2) * min(1, max(0, i - 1)),
        transform: random.next() < 0.7
          ? .translation(number(), number())
          : Affine(number(), number(), number(), number(), number(), number()),
        opacity: number(), clip: random.next() < 0.3 ? outline() : nil)
    }
    for _ in 0..<20 {
      let marks = (0..<4).map {
        Gallery.mark(shape(), $0, group: Int(random.nextBits() % 6), opacity: number())
      }
      let scale = [1, 1, 0.1, 1e7, 1e280][Int(random.nextBits() % 5)]
      let frame = Frame(size: Size(200 / scale, 120 / scale), groups: groups, marks: marks)
      _ = try? renderer.pixmap(frame, theme: .light, scale: scale)
      _ = try? renderer.pdf([frame], theme: .light)
      _ = try? renderer.outlineSVG(frame, theme: .light, idPrefix: "a")
    }
  }
}
