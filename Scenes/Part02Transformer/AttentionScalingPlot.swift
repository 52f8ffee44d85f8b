import Figures
import Instruments
import Mechanisms

/// The shares over every divisor, stacked to 1, with a cursor at the one in use.
extension AttentionScaling {
  static let left = 372.0
  private static let width = 880 - left
  private static let top = 44.0, height = 276.0

  /// Everything that a temperature from 0.25 to 4 can divide by, scaled or not.
  private static let across = Scale(.log, 0.25...8, from: 0, to: width)
  private static let down = Scale(.linear, 0...1, from: 0, to: height)
  private static let samples = (0...80).map { 0.25 * Maths.pow(2, Double($0) / 16) }

  var plot: Node {
    Overlay(align: .topLeading) {
      Text(
        Phrase("height = **share** of each key, 1 in all", zh: "高度 = 每个 key 的**份额**，合计为 1"),
        .note.painted(.muted))
      guides
      areas.padding(Insets(top: Self.top)).frame(width: Self.width, height: Self.top + Self.height)
      names
      cursor
      axis.frame(width: Self.width, height: 50).padding(Insets(top: Self.top + Self.height))
    }.node
  }

  private var areas: Node {
    let keys = r.row.visible.indices.filter { r.row.visible[$0] }
    let shares = Self.samples.map { r.shares(divisor: $0) }
    return StackedAreas(
      keys.map { key in
        StackedAreas.Layer(shares.map { $0[key] }, fill: .plain(.scale(heat(key))))
      }, over: Self.samples, x: Self.across, height: Self.down
    ) { area, i in area.same("area", keys[i]) }.node
  }

  /// The best keys stand out, where there is a choice.
  private func heat(_ key: Int) -> Double {
    r.row.liveEdges > 1 && r.row.scores[key] == r.row.scores[r.best] ? 0.6 : 0.15
  }

  /// Each key's name at the right end of its area, clear of the cursor.
  private var names: Node {
    let x = Self.across(divisor)
    let right = x > Self.width - 60 ? x - Spacing.s : Self.width - Spacing.m
    let shares = r.shares(divisor: Self.across.domain.upperBound)
    var labels: [Node] = []
    var y = 0.0
    for key in shares.indices where r.row.visible[key] {
      let middle = Self.top + Self.down(y + shares[key] / 2)
      y += shares[key]
      labels.append(
        Text(
          r.tokens[key], (key == r.query ? TextStyle.note.bold : .note).painted(.onScale(heat(key))), align: 1
        ).same("name", key)
          .frame(width: right, height: 20, align: .trailing)
          .padding(Insets(top: middle - 10)))
    }
    return Overlay(align: .topLeading) { labels }.node
  }

  /// The divisor in use, and what it leaves to the best key.
  private var cursor: Node {
    let x = Self.across(divisor)
    let shares = r.shares(divisor: divisor)
    let above = shares[..<r.best].reduce(0, +)
    let middle = Self.top + Self.down(above + shares[r.best] / 2)
    return Node(width: Self.width, height: Self.top + Self.height + 8) { rect, canvas in
      canvas.line(
        Point(rect.minX + x, rect.minY + Self.top), Point(rect.minX + x, rect.maxY), stroke: .strong)
      let right = x < 60
      // Above the key's name, which stands at the right end.
      let lift = x > Self.width - 100 ? 20.0 : 0
      let value = Quantity(
        shares[r.best], NumberFormat(digits: 3), TextStyle.data.bold.painted(.onScale(heat(r.best))))
      canvas.put(
        value, at: Point(rect.minX + x + (right ? 8 : -8), rect.minY + middle - lift),
        right ? .leading : .trailing,
        index: 0)
    }.same("cursor")
  }

  /// Where the divisor lies with and without √d, at this temperature.
  private var guides: Node {
    let t = r.temperature
    return Overlay(align: .topLeading) {
      guide(Phrase("not scaled", zh: "不缩放"), at: t, chosen: !r.scaled).same("guide", 0)
      guide(Phrase("÷ √\(r.width)"), at: t * Double(r.width).squareRoot(), chosen: r.scaled).same("guide", 1)
    }.node
  }

  private func guide(_ name: Phrase, at divisor: Double, chosen: Bool) -> Node {
    Node(width: Self.width, height: Self.top + Self.height) { rect, canvas in
      let x = rect.minX + Self.across(divisor)
      canvas.line(
        Point(x, rect.minY + Self.top - 4), Point(x, rect.maxY),
        stroke: Stroke(.muted, width: 1.25, dash: [2, 4]))
      let label = Text(name, chosen ? .note.bold : .note.painted(.muted), align: 0.5)
      let half = label.node.measure(Size(.infinity, .infinity), canvas.language).size.width / 2
      let middle = max(rect.minX + half, min(x, rect.maxX - half))
      canvas.put(label, at: Point(middle, rect.minY + Self.top - 6), .bottom, index: 0)
    }
  }

  private var axis: Node {
    let ticks = [0.25, 0.5, 1, 2, 4, 8].map { Axis.Tick($0, Phrase(trimmed($0))) }
    return Overlay(align: .bottomTrailing) {
      Axis.horizontal(Self.across, ticks)
      Text(Phrase("scores are divided by", zh: "得分除以"), .note.painted(.muted))
    }.node
  }
}
