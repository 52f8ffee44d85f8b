import Drawing
import Geometry

/// What of a frame is seen, in paint order: marks, and layers around those that are faded or clipped together.
struct DrawingTree {
  /// A mark, or a layer with what it holds.
  enum Node {
    /// A mark by its index, and the opacity that it owes for layers around it.
    case mark(Int, fade: Double)
    /// A layer.
    case layer(Layer)
  }

  /// A group that fades or clips, with some of its marks that follow each other. Marks of a group that are not
  /// neighbours in the list make several layers, because what lies between them must stay between.
  struct Layer {
    /// The group.
    let group: Int
    /// How opaque its marks are together.
    let opacity: Double
    /// Whether they are drawn as one before they are faded; else each mark owes its part.
    let isComposite: Bool
    /// The canvas rectangle that holds all their ink.
    let ink: Rect
    /// What it holds.
    let nodes: [Node]
  }

  /// What is drawn, from back to front.
  let nodes: [Node]

  /// The tree of a frame that has been planned.
  init(_ frame: Frame, _ plan: Plan) throws(DrawingError) {
    nodes = try Builder(frame: frame, plan: plan).nodes(frame.marks.indices, in: -1, fade: 1)
  }
}

private struct Builder {
  let frame: Frame
  let plan: Plan

  /// The nodes of marks that all lie in `layer`, which owes them `fade`.
  func nodes(_ marks: Range<Int>, in layer: Int, fade: Double) throws(DrawingError) -> [DrawingTree.Node] {
    var nodes: [DrawingTree.Node] = []
    nodes.reserveCapacity(marks.count)
    var i = marks.lowerBound
    while i < marks.upperBound {
      guard let inner = plan.step(from: layer, towards: plan.layers[frame.marks[i].group]) else {
        if plan.ink[i] != nil { nodes.append(.mark(i, fade: fade)) }
        i += 1
        continue
      }
      var end = i + 1
      while end < marks.upperBound && plan.isLayer(plan.layers[frame.marks[end].group], within: inner) {
        end += 1
      }
      if let node = try self.layer(inner, i..<end, fade: fade) { nodes.append(.layer(node)) }
      i = end
    }
    return nodes
  }

  private func layer(_ group: Int, _ marks: Range<Int>, fade: Double) throws(DrawingError) -> DrawingTree
    .Layer?
  {
    let inks = marks.compactMap { plan.ink[$0] }
    let opacity = frame.groups[group].opacity * fade
    guard let first = inks.first, opacity > 0, try clipIsSeen(group) else { return nil }
    let isComposite = opacity < 1 && inks.count > 1
    return DrawingTree.Layer(
      group: group, opacity: opacity, isComposite: isComposite, ink: inks.reduce(first) { $0.union($1) },
      nodes: try nodes(marks, in: group, fade: isComposite ? 1 : opacity))
  }

  /// Whether something of what a group shows is on the canvas.
  private func clipIsSeen(_ group: Int) throws(DrawingError) -> Bool {
    guard let clip = frame.groups[group].clip else { return true }
    let m = plan.transforms[group]
    let box = m.bounds(of: clip.bounds)
    guard m.isInvertible, box.intersection(Rect(origin: .zero, size: frame.size)) != nil else { return false }
    guard max(box.maxX, box.maxY, -box.minX, -box.minY) < plan.reach else {
      throw .outOfRange(frame.groups[group].source)
    }
    return true
  }
}
