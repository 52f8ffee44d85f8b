import Drawing
import Geometry

/// Something that does not stay as solid as it was from one state to the next, and why.
public struct Fade: Sendable {
  /// Why it fades.
  public enum Reason: Int, Sendable {
    /// It is not in the state before.
    case entered
    /// It is not in the state after.
    case left
    /// It is not in the state before and comes out of something that is.
    case cameOut
    /// It is not in the state after and goes into something that is.
    case wentInto
    /// It is in both, with other words.
    case relabelled
    /// It is in both, drawn as a thing of another kind: an outline, a text, a grid of other rows and columns.
    case redrawn

    /// The reason in words.
    public var text: String {
      switch self {
      case .entered: return "it is not in the state before"
      case .left: return "it is not in the state after"
      case .cameOut: return "it comes out of something in the state before"
      case .wentInto: return "it goes into something in the state after"
      case .relabelled: return "its words change"
      case .redrawn: return "it becomes a drawing of another kind"
      }
    }
  }

  /// Who fades: an element, or a mark of an element that stays.
  public let identity: Identity
  /// What that is, or what it belongs to, or its words, in the reader's language; may be empty.
  public let meaning: String
  /// Why it fades.
  public let reason: Reason
  /// Where in the figure's source it was made.
  public let source: SourceLine
}

extension Transition {
  /// All that fades, in paint order, each element once for all that is inside it.
  public var fades: [Fade] {
    var out: [Fade] = []
    var listed = [Bool](repeating: false, count: cast.parts.count)
    func add(_ mark: Mark, _ part: Int, alone: Bool, leaves: Bool) {
      if alone {
        out.append(fade(mark, in: group(part), leaves ? .left : .entered))
        return
      }
      var top = part
      while case .enters(_, alone: false) = cast.parts[top] { top = cast.parents[top] }
      while case .leaves(_, alone: false) = cast.parts[top] { top = cast.parents[top] }
      if listed[top] { return }
      listed[top] = true
      let group = group(top)
      var reason = leaves ? Fade.Reason.left : .entered
      if case .emerges = cast.parts[top] { reason = .cameOut }
      if case .merges = cast.parts[top] { reason = .wentInto }
      out.append(
        Fade(identity: group.identity, meaning: meaning(mark, group), reason: reason, source: group.source))
    }
    for step in steps {
      switch step {
      case .still: break
      case .moves(let k):
        let tween = tweens[k]
        if tween.isRelabelled { out.append(fade(tween.to, in: group(tween.to.group), .relabelled)) }
        if tween.isRedrawn { out.append(fade(tween.to, in: group(tween.to.group), .redrawn)) }
      case .enters(let j, let alone): add(to.marks[j], to.marks[j].group, alone: alone, leaves: false)
      case .leaves(let i, let part, let alone): add(from.marks[i], part, alone: alone, leaves: true)
      }
    }
    return out
  }

  private func fade(_ mark: Mark, in group: Group, _ reason: Fade.Reason) -> Fade {
    Fade(identity: mark.identity, meaning: meaning(mark, group), reason: reason, source: mark.source)
  }

  private func meaning(_ mark: Mark, _ group: Group) -> String {
    if group.meaning.utf8.isEmpty, case .text(let line) = mark.shape { return line.text }
    return group.meaning
  }

  /// The group of a part, in the state where it is.
  private func group(_ part: Int) -> Group {
    switch cast.parts[part] {
    case .stays(_, let j), .changes(_, let j), .enters(let j, _), .emerges(let j, _): return to.groups[j]
    case .leaves(let i, _), .merges(let i, _): return from.groups[i]
    case .carries(_, let j): return to.groups[to.marks[j].group]
    }
  }
}
