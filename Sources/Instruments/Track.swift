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
  private let depth: Double
  private let downwards: Bool
  private let pieces: [Node]

  /// Creates a row from left to right, `height` points high. `piece` gives what stands on a place; nil
  /// leaves it empty.
  public init(_ track: Track, height: Double, piece: (Int) -> Node?) {
    self.init(track, height, downwards: false, piece)
  }

  /// Creates a row from top to bottom, `width` points wide.
  public init(_ track: Track, width: Double, piece: (Int) -> Node?) {
    self.init(track, width, downwards: true, piece)
  }

  private init(_ track: Track, _ depth: Double, downwards: Bool, _ piece: (Int) -> Node?) {
    self.track = track
    self.depth = depth
    self.downwards = downwards
    pieces = (0..<track.count).map { piece($0) ?? .empty }
  }

  /// What it lays out and draws.
  public var node: Node {
    let size = downwards ? Size(depth, track.length) : Size(track.length, depth)
    return Node(width: size.width, height: size.height) { rect, canvas in
      for (i, piece) in pieces.enumerated() {
        let along = track.center(i)
        let at = downwards ? Point(rect.midX, rect.minY + along) : Point(rect.minX + along, rect.midY)
        canvas.put(piece, at: at, index: i)
      }
    }
  }
}
