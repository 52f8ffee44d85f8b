import Figures

/// A part of the sheet around a stage, which can be left out where the page gives it itself.
public enum SheetPart: String, CaseIterable, Sendable {
  /// The title, top left.
  case title
  /// The measured values, top right.
  case telemetry
  /// The sentence at the bottom.
  case caption

  fileprivate var identity: Identity {
    switch self {
    case .title: return Identity("lantern.title")
    case .telemetry: return Identity("lantern.telemetry")
    case .caption: return Identity("lantern.caption")
    }
  }
}

extension Frame {
  /// The frame without some parts of the sheet; everything else stays where it is.
  func without(_ parts: [SheetPart]) -> Frame {
    guard !parts.isEmpty else { return self }
    let identities = parts.map { $0.identity }
    var isHidden: [Bool] = []
    for group in groups {
      isHidden.append(identities.contains(group.identity) || group.parent >= 0 && isHidden[group.parent])
    }
    var frame = self
    frame.marks.removeAll { isHidden[$0.group] }
    return frame
  }
}
