import Drawing
import Geometry

/// What moves in a drawing: attributes of its marks, groups and clips by their numbers, and the rules for them.
struct DrawingMotion {
  var marks: [Int: String] = [:]
  var groups: [Int: String] = [:]
  var clips: [Int: String] = [:]
  var rules = ""
  /// The colours that the rules refer to; nil when there are none.
  var colorist: Colorist?
}

extension SVGWriter {
  /// The SVG of a story: it plays without scripts where the reader knows CSS animation and wants motion; in
  /// print, with reduced motion and for all others it is the still.
  public func write(_ story: MovingStory, _ options: SVGOptions) throws(SVGError) -> String {
    let (frame, motion) = animated(story, options)
    return try write(frame, options, motion)
  }

  /// One frame that holds the still and all elements of the story.
  private func animated(_ story: MovingStory, _ options: SVGOptions) -> (Frame, DrawingMotion) {
    let moments = story.moments
    guard let first = moments.first else { return (story.still, DrawingMotion()) }
    var active: Set<Identity> = []
    for m in moments { active.formUnion(story.frame(m.stretch, m.progress).wrapping) }
    var order = TrackOrder<FlatMark.Key, FlatMark.Look>()
    var wrappers: [WrapperKey: Track<WrapperKey, FlatWrapper.Look>] = [:]
    for (i, m) in moments.enumerated() {
      let (marks, around) = story.frame(m.stretch, m.progress).flat(active)
      order.add(i, marks.map { ($0.key, $0.look) })
      for wrapper in around { wrappers[wrapper.key, default: Track(wrapper.key)].add(i, wrapper.look) }
    }
    // At the end everything rests.
    var writer = TrackWriter(
      moments: moments.map { m in
        (m.time, story.stretches[m.stretch].joints.contains(m.progress) || m.progress == 0 || m.progress == 1)
      }, duration: story.duration, keyframes: Keyframes(id: options.id, duration: story.duration),
      colorist: Colorist(options))
    var build = Build(story, size: story.frame(first.stretch, first.progress).size, id: options.id)
    build.wrappers = wrappers
    for track in order.order { build.add(order.tracks[track], &writer) }
    build.motion.colorist = writer.colorist
    build.motion.rules = rules(story, options.id, writer.keyframes.text)
    return (build.frame, build.motion)
  }

  private func rules(_ story: MovingStory, _ id: String, _ keyframes: String) -> String {
    let seconds = Grid(digits: 4).text(story.duration) + "s"
    let times = story.once ? "1 forwards" : "infinite"
    let all = "#\(id)-motion,#\(id)-motion *,#\(id) clipPath *"
    return keyframes
      + "\(all){animation:\(seconds) cubic-bezier(.2,0,.52,1) \(times)}\n"
      + "@media screen and (prefers-reduced-motion:no-preference){"
      + "#\(id)-motion{display:inline}#\(id)-still{display:none}}\n"
  }
}

/// Collects the frame.
private struct Build {
  private(set) var frame: Frame
  var motion = DrawingMotion()
  var wrappers: [WrapperKey: Track<WrapperKey, FlatWrapper.Look>] = [:]
  private var groups: [[WrapperKey]: Int] = [:]
  private let moving: Int

  init(_ story: MovingStory, size: Size, id: String) {
    frame = Frame(size: size)
    let still = story.still
    let scale = min(size.width / still.size.width, size.height / still.size.height)
    let (dx, dy) = (size.width - scale * still.size.width, size.height - scale * still.size.height)
    let fit = Affine(scale, 0, 0, scale, dx / 2, dy / 2)
    // The root of the still is the layer that it stands in.
    let base = frame.groups.count
    for (i, group) in still.groups.enumerated() {
      var copy = group
      copy.parent = i == 0 ? 0 : group.parent + base
      if i == 0 { copy.transform = group.transform.then(fit) }
      frame.groups.append(copy)
    }
    for mark in still.marks {
      var copy = mark
      copy.group += base
      frame.marks.append(copy)
    }
    moving = frame.groups.count
    frame.groups.append(Group(identity: Identity("lantern.motion"), parent: 0))
    motion.groups[base] = " id=\"\(id)-still\""
    motion.groups[moving] = " id=\"\(id)-motion\" display=\"none\""
  }

  mutating func add(_ track: Track<FlatMark.Key, FlatMark.Look>, _ writer: inout TrackWriter) {
    let element = writer.element(track)
    let group = group(track.key.wrappers, &writer)
    motion.marks[frame.marks.count] = element.attributes
    let identity = Identity("lantern.track").part(frame.marks.count)
    frame.marks.append(Mark(identity: identity, group: group, shape: element.shape, opacity: element.opacity))
  }

  /// The group that stands for some wrappers.
  private mutating func group(_ keys: [WrapperKey], _ writer: inout TrackWriter) -> Int {
    guard let last = keys.last else { return moving }
    if let known = groups[keys] { return known }
    let parent = group(Array(keys.dropLast()), &writer)
    let index = frame.groups.count
    groups[keys] = index
    var made = Group(identity: last.identity.place(index), parent: parent)
    if let track = wrappers[last] {
      let (opacity, attributes, clip, clipAttributes) = writer.wrapper(track)
      (made.opacity, made.clip) = (opacity, clip)
      motion.groups[index] = attributes
      motion.clips[index] = clipAttributes
    }
    frame.groups.append(made)
    return index
  }
}
