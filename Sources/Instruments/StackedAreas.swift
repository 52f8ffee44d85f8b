import Figures

/// Quantities that add up, over a parameter: areas on top of each other, the first at the top.
public struct StackedAreas: NodeConvertible {
  /// One quantity.
  public struct Layer: Sendable {
    let values: [Double]
    let fill: Fill
    let edge: Paint

    /// Creates a layer from its value at each sample.
    public init(_ values: [Double], fill: Fill, edge: Paint = .role(.compute, .edge)) {
      self.values = values
      self.fill = fill
      self.edge = edge
    }
  }

  private let samples: [Double]
  private let x: Scale
  private let height: Scale
  private let layers: [Layer]
  private let tag: @Sendable (Node, Int) -> Node

  /// Creates areas over samples of a parameter: `x` places samples from the left of the room, `height`
  /// places sums from its top. A layer with fewer values ends early. `tag` says who each area is.
  public init(
    _ layers: [Layer], over samples: [Double], x: Scale, height: Scale,
    tag: @escaping @Sendable (_ area: Node, _ index: Int) -> Node = { area, _ in area }
  ) {
    self.samples = samples
    self.x = x
    self.height = height
    self.layers = layers
    self.tag = tag
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      var top = samples.map { _ in 0.0 }
      for (i, layer) in layers.enumerated() {
        var bottom = top
        for k in 0..<min(top.count, layer.values.count) { bottom[k] += layer.values[k] }
        let upper = outline(top, in: rect, count: layer.values.count)
        let lower = outline(bottom, in: rect, count: layer.values.count)
        let area = Node.filling { _, canvas in
          canvas.outline(
            .path(.polyline(upper + lower.reversed(), closed: true)), fill: layer.fill,
            stroke: Stroke(layer.edge))
        }
        canvas.put(tag(area, i), in: rect, index: i)
        top = bottom
      }
    }
  }

  private func outline(_ sums: [Double], in rect: Rect, count: Int) -> [Point] {
    (0..<min(count, samples.count)).map {
      Point(rect.minX + x(samples[$0]), rect.minY + height(sums[$0]))
    }
  }
}
