import Figures

/// What a token's chip says of it.
public enum TokenState: Int, Sendable {
  /// One of several.
  case rest
  /// The one to follow: saturated, ringed with ink.
  case followed
  /// Not yet allowed: hatched and dashed.
  case notYet
  /// A place with nothing in it.
  case absent
}

/// A token as a chip with its word.
public struct TokenChip: NodeConvertible {
  private let label: Phrase
  private let state: TokenState
  private let role: Role
  private let size: Size

  /// Creates a chip of a size in points.
  public init(
    _ label: Phrase, _ state: TokenState = .rest, role: Role = .compute, size: Size = Size(54, 32)
  ) {
    self.label = label
    self.state = state
    self.role = role
    self.size = size
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(width: size.width, height: size.height) { rect, canvas in
      let surface = surface
      let style = (state == .followed ? TextStyle.note.bold : .note).painted(surface.words)
      let line = measure(label[canvas.language], style, canvas.language)
      let height = style.size(in: canvas.language)
      let plate = Rect(center: rect.center, size: Size(line.width + 10, height + 4))
      canvas.outline(.rectangle(rect, radius: surface.radius), fill: surface.fill, stroke: surface.stroke)
      // The plate is always there, so that the word stays the third mark whatever the state.
      canvas.outline(.rectangle(plate, radius: 4), fill: state == .notYet ? .plain(.paper) : nil)
      canvas.text(line, at: Point(rect.midX - line.width / 2, rect.midY + 0.36 * height), anchor: 0.5)
    }
  }

  private var surface: Surface {
    switch state {
    case .rest: .rest(role)
    case .followed: .solid(role)
    case .notYet: .notYet
    case .absent: .absent
    }
  }
}

/// The tokens of a sentence, one on each place of a track.
public struct TokenStrip: NodeConvertible {
  private let row: TrackRow

  /// Creates a strip, `height` points high. `tag` says who each chip is.
  public init(
    _ labels: [Phrase], on track: Track, height: Double = 32, role: Role = .compute,
    state: (Int) -> TokenState = { _ in .rest }, tag: (Node, Int) -> Node = { chip, _ in chip }
  ) {
    row = TrackRow(track, height: height) { i in
      guard labels.indices.contains(i) else { return nil }
      return tag(TokenChip(labels[i], state(i), role: role, size: Size(track.size, height)).node, i)
    }
  }

  /// What it lays out and draws.
  public var node: Node { row.node }
}
