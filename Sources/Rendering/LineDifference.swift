/// What two texts say differently, line by line.
public struct LineDifference: Sendable, Equatable {
  /// Lines that only the old text has, and lines that only the new one has, in their order.
  public let removed, added: [String]

  /// Compares two texts; lines that moved count as removed and added.
  public init(_ old: String, _ new: String) {
    let (a, b) = (LineDifference.lines(old), LineDifference.lines(new))
    let difference = b.difference(from: a)
    removed = difference.removals.map { change in
      if case .remove(_, let line, _) = change { line } else { "" }
    }
    added = difference.insertions.map { change in
      if case .insert(_, let line, _) = change { line } else { "" }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
