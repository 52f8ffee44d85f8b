import Encoding

/// The at most 255 colours of a GIF, chosen from some of its pictures.
///
/// Colours of areas are kept exactly; the many that occur only along edges share what is left, cut where
/// they spread most (Heckbert's median cut).
public struct GIFPalette: Sendable, Equatable {
  /// The colours, 0x00RRGGBB.
  public let colors: [UInt32]
  /// One index of 256 stands for “as before”.
  static let most = 255
  /// Areas of at least one in so many pixels keep their colour exactly, as long as half of the places last.
  private static let area = 20_000

  private typealias Count = (color: UInt32, n: Int)

  /// Chooses colours for pictures that look like these.
  public init(_ samples: [Pixmap]) {
    var histogram: [UInt32: Int] = [:]
    for sample in samples {
      sample.pixels.withUnsafeBufferPointer { pixels in
        var (i, start) = (0, 0)
        while i < pixels.count {
          start = i
          let pixel = pixels[i]
          while i < pixels.count && pixels[i] == pixel { i &+= 1 }
          histogram[pixel & 0xFF_FFFF, default: 0] += i - start
        }
      }
    }
    var counts: [Count] = histogram.map { ($0.key, $0.value) }
    counts.sort { ($1.n, $0.color) < ($0.n, $1.color) }
    if counts.count <= Self.most {
      colors = counts.map { $0.color }
      return
    }
    let total = counts.reduce(0) { $0 + $1.n }
    let exact = counts.prefix(Self.most / 2).prefix { $0.n * Self.area >= total }
    var boxes = [Box(Array(counts.dropFirst(exact.count)))]
    while boxes.count < Self.most - exact.count {
      guard let i = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }), boxes[i].spread > 0
      else { break }
      let (a, b) = boxes[i].halves
      boxes[i] = a
      boxes.append(b)
    }
    colors = exact.map { $0.color } + boxes.map { $0.mean }
  }

  /// Colours that lie together.
  private struct Box {
    let counts: [Count]
    /// The channel that spreads most, and how much.
    let shift: UInt32
    let spread: Double

    init(_ counts: [Count]) {
      self.counts = counts
      var best = (shift: UInt32(0), spread: -1.0)
      // The eye tells greens apart better than reds, and those better than blues.
      for (shift, weight) in [(UInt32(16), 0.6), (8, 1.0), (0, 0.4)] {
        let n = counts.reduce(0.0) { $0 + Double($1.n).squareRoot() }
        let mean = counts.reduce(0.0) { $0 + Double($1.n).squareRoot() * Double($1.color >> shift & 255) } / n
        let spread = counts.reduce(0.0) {
          let d = Double($1.color >> shift & 255) - mean
          return $0 + Double($1.n).squareRoot() * d * d
        }
        if spread * weight > best.spread { best = (shift, spread * weight) }
      }
      (shift, spread) = counts.count > 1 ? best : (0, 0)
    }

    var halves: (Box, Box) {
      let sorted = counts.sorted { a, b in
        (a.color >> shift & 255, a.color) < (b.color >> shift & 255, b.color)
      }
      let mean = sorted.reduce(0.0) { $0 + Double($1.color >> shift & 255) } / Double(sorted.count)
      let cut = sorted.firstIndex { Double($0.color >> shift & 255) > mean } ?? sorted.count / 2
      let middle = min(max(1, cut), sorted.count - 1)
      return (Box(Array(sorted[..<middle])), Box(Array(sorted[middle...])))
    }

    var mean: UInt32 {
      let n = counts.reduce(0) { $0 + $1.n }
      func part(_ shift: UInt32) -> UInt32 {
        let sum = counts.reduce(0) { $0 + $1.n * Int($1.color >> shift & 255) }
        return UInt32((sum + n / 2) / max(1, n)) << shift
      }
      return part(16) | part(8) | part(0)
    }
  }
}
