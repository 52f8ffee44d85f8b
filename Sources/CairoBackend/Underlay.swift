import Drawing
import Encoding

/// Decides what of a story's frames rests, and keeps a picture of it.
///
/// A frame's top nodes are cut in two: those below the first one that moves, that is, has changed in two transitions
/// running, and all others. Where the cut lies is a guess that only costs time: whatever changes below it makes the
/// picture forget the place.
struct Underlay {
  /// How many nodes of the frame seen last lie below.
  private(set) var count = 0
  /// The picture of them.
  var layer = RestingLayer()
  /// Whether the picture is in use.
  private(set) var isOn = false
  /// Whether anything has moved yet.
  private var isCut = false
  /// Who changed in the last transition.
  private var changed: Set<Identity> = []
  /// Transitions in which something moved, but only above the cut's node.
  private var rested = 0

  /// Fewer nodes are drawn as fast as their picture is copied.
  private static let least = 4
  /// After so many transitions without movement, a node is taken to rest.
  private static let patience = 30

  /// Forgets everything.
  mutating func reset() { self = Underlay() }

  /// Where the cut between two frames lies in the new one: before the node that it lay before in the old one.
  func cut(from old: PlannedFrame, to new: PlannedFrame) -> Int {
    let (olds, news) = (old.tree.nodes, new.tree.nodes)
    guard count < olds.count else { return news.count }
    let identity = old.identity(olds[count])
    if count < news.count && new.identity(news[count]) == identity { return count }
    return news.firstIndex { new.identity($0) == identity } ?? min(count, news.count)
  }

  /// Follows a transition, whose new frame was cut before node `cut`.
  mutating func follow(_ difference: FrameDifference, to new: PlannedFrame, cut: Int, width: Int, height: Int)
  {
    count = cut
    for rect in difference.below.rects { layer.forget(rect) }
    let nodes = new.tree.nodes
    let moving = difference.changed.filter { changed.contains(new.identity(nodes[$0])) }.min()
    changed = Set(difference.changed.map { new.identity(nodes[$0]) })
    guard let moving else { return }
    rested = moving > count ? rested + 1 : 0
    if !isCut || moving < count || rested > Self.patience {
      for node in nodes[min(moving, count)..<max(moving, count)] {
        if let ink = new.ink(node) { layer.forget(PixelRect(ink: ink, scale: difference.scale)) }
      }
      (count, rested, isCut) = (moving, 0, true)
      if isOn != (count >= Self.least) {
        isOn.toggle()
        layer.reset(width: isOn ? width : 0, height: isOn ? height : 0)
      }
    }
  }

  /// How rectangles of a frame are best drawn.
  func work(in rects: [PixelRect], of frame: PlannedFrame, scale: Double) -> Work {
    var work = Work()
    guard isOn else { return Work(drawn: rects) }
    let nodes = frame.tree.nodes
    func hold(_ rect: PixelRect, _ most: Int, _ nodes: ArraySlice<DrawingTree.Node>) -> Bool {
      var found = 0
      for node in nodes
      where frame.ink(node).map({ PixelRect(ink: $0, scale: scale).intersects(rect) }) == true {
        found += 1
        if found == most { return true }
      }
      return false
    }
    for rect in rects {
      guard hold(rect, Self.least, nodes[..<count]) else {
        work.drawn.append(rect)
        continue
      }
      if let unknown = layer.unknown(in: rect) {
        guard hold(rect, 1, nodes[count...]) else {
          work.drawn.append(rect)
          continue
        }
        work.learned.append(unknown)
      }
      work.shown.append(rect)
    }
    return work
  }

  /// What is done below the cut.
  struct Work {
    /// Rectangles in which what rests is drawn, then learned: something moves there, and is likely to move on.
    var learned: [PixelRect] = []
    /// Rectangles that are copied from the picture.
    var shown: [PixelRect] = []
    /// Rectangles in which what rests is drawn, because nothing lies over it, or because it is little.
    var drawn: [PixelRect] = []
  }
}
