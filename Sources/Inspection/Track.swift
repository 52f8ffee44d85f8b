import Figures

/// One mark through the samples of a beat.
public struct Track: Sendable {
  /// How it is in one sample.
  public struct State: Sendable {
    /// The rectangle around it on the canvas.
    public let bounds: Rect
    /// How opaque it is with its groups, 0…1.
    public let opacity: Double
    /// Its index among the marks of the sample's frame.
    public let mark: Int
  }

  /// Who it is.
  public let identity: Identity
  /// Its states; nil where it is not in the frame.
  public internal(set) var states: [State?]

  /// The first state.
  var start: State? { states.first ?? nil }
  /// The last state.
  var end: State? { states.last ?? nil }
}

/// The marks of a beat's stage through its samples, in the order in which they first appear.
func tracks(_ samples: [Telling.Sample]) -> [Track] {
  var out: [Track] = []
  var known: [Identity: Int] = [:]
  for (k, sample) in samples.enumerated() {
    forEachState(of: sample.frame) { identity, state in
      if let i = known[identity] {
        out[i].states[k] = state
      } else {
        known[identity] = out.count
        var states = [Track.State?](repeating: nil, count: samples.count)
        states[k] = state
        out.append(Track(identity: identity, states: states))
      }
    }
  }
  return out
}

/// Closer looks at the motion of a beat: the pictures between its samples, each made once.
struct Glance {
  let beat: Int
  let telling: Telling
  private var seen: [Double: [Identity: Track.State]] = [:]

  init(beat: Int, telling: Telling) { (self.beat, self.telling) = (beat, telling) }

  /// How a mark is at a progress of the beat.
  mutating func state(of who: Identity, at progress: Double) -> Track.State? {
    if let states = seen[progress] { return states[who] }
    var states: [Identity: Track.State] = [:]
    if let frame = telling.frame(beat, progress) { forEachState(of: frame) { states[$0] = $1 } }
    seen[progress] = states
    return states[who]
  }
}

/// Calls `body` with each mark of the stage.
private func forEachState(of frame: Frame, _ body: (Identity, Track.State) -> Void) {
  let parts = sheetParts(of: frame)
  let maps = frame.groups.indices.map { frame.transform(of: $0) }
  let opacities = groupOpacities(frame)
  for (m, mark) in frame.marks.enumerated() where parts[mark.group] == .stage {
    let map = maps[mark.group]
    let bounds = mark.shape.bounds
    let state = Track.State(
      bounds: map == .identity ? bounds : map.bounds(of: bounds),
      opacity: mark.opacity * opacities[mark.group],
      mark: m)
    body(mark.identity, state)
  }
}

/// The opacity of each group with those around it; parents come before children.
private func groupOpacities(_ frame: Frame) -> [Double] {
  var out: [Double] = []
  for group in frame.groups { out.append(group.opacity * (group.parent >= 0 ? out[group.parent] : 1)) }
  return out
}

extension Frame {
  /// What a mark is called in a finding, and where it is.
  func element(_ mark: Int) -> Element {
    let m = marks[mark]
    let box = transform(of: m.group).bounds(of: m.shape.bounds)
    let source = m.source.line > 0 ? m.source : groups[m.group].source
    var kind: String
    switch m.shape {
    case .text(let line): return Element("“\(line.text)”", source: source, box: box)
    case .raster: kind = "a heat map"
    case .outline where m.ends != nil: kind = "a connector"
    case .outline(let outline, nil, _) where !outline.isClosed: kind = "a line"
    case .outline: kind = "an area"
    }
    if let meaning = meaning(m.group) {
      kind += " of “\(meaning)”"
    } else {
      kind += " at \(fixed(box.midX)), \(fixed(box.midY))"
    }
    return Element(kind, source: source, box: box)
  }

  /// What a group or the nearest one around it is called.
  func meaning(_ group: Int) -> String? {
    var g = group
    while g >= 0 {
      if !groups[g].meaning.isEmpty { return groups[g].meaning }
      g = groups[g].parent
    }
    return nil
  }
}

extension Outline {
  /// Whether its contours return to their start.
  fileprivate var isClosed: Bool {
    guard case .path(let path) = self else { return true }
    return path.verbs.last == .close
  }
}
