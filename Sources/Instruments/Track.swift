import Figures

/// Equal places side by side: what belongs to the nth token, slot or head stands at the nth place, in
/// whatever part of the picture. Parts that share a track line up.
public struct Track: Sendable, Hashable {
  /// How many places there are.
  public let count: Int
  /// Extent of one place, in points.
  public let size: Double
  /// Distance between neighbours, in points.
  public let gap: Double

  /// Creates a track; a negative count counts as 0.
  public init(_ count: Int, size: Double, gap: Double = 0) {
    self.count = max(0, count)
    self.size = size
    self.gap = gap
  }

  /// From one place to the same point of the next, in points.
  public var pitch: Double { size + gap }

  /// From the start of the first place to the end of the last, in points.
  public var length: Double { count > 0 ? Double(count) * pitch - gap : 0 }

  /// Where a place starts, in points from the start of the track. Places beyond its end go on in step.
  public func start(_ index: Int) -> Double { Double(index) * pitch }

  /// The middle of a place, in points from the start of the track.
  public func center(_ index: Int) -> Double { start(index) + size / 2 }

  /// The end of a place, in points from the start of the track.
  public func end(_ index: Int) -> Double { start(index) + size }
}

/// A piece on each place of a track, in the middle of it.
public struct TrackRow: NodeConvertible {
  private let track: Track
  private let height: Double
  private let pieces: [Node]

  /// Creates a row, `height` points high. `piece` gives what stands on a place; nil leaves it empty.
  public init(_ track: Track, height: Double, piece: (Int) -> Node?) {
    self.track = track
    self.height = height
    pieces = (0..<track.count).map { piece($0) ?? .empty }
  }

  public var node: Node {
    Node(width: track.length, height: height) { rect, canvas in
      for (i, piece) in pieces.enumerated() {
        canvas.put(piece, at: Point(rect.minX + track.center(i), rect.midY), index: i)
      }
    }
  }
}
