import Figures

/// One thing of a random scene.
private struct Thing {
  var id: Int
  /// Which list it stands in.
  var list: Int
  var width, height: Double
  /// What it looks like: forms, fills and strokes of every kind.
  var form, look: Int
  var number: Double
  var word: Int
  var isTurned: Bool
  /// The thing that it comes out of, and the one that it goes into.
  var origin, destiny: Int?
}

/// Scenes of things in lists that come, go, change their looks, their lists and their order.
struct RandomScene {
  private var random: Mulberry32
  private var things: [Thing] = []
  private var next = 1
  private var clips = false, zooms = false

  init(seed: UInt32) {
    random = Mulberry32(seed: seed)
    for _ in 0..<(2 + pick(9)) { things.append(fresh()) }
  }

  private mutating func pick(_ n: Int) -> Int { min(n - 1, Int(random.next() * Double(n))) }

  private mutating func fresh() -> Thing {
    next += 1
    return Thing(
      id: next, list: pick(3), width: 24 + 8 * Double(pick(5)), height: 16 + 8 * Double(pick(3)),
      form: pick(4),
      look: pick(5), number: Double(pick(100)), word: pick(3), isTurned: pick(5) == 0)
  }

  /// A state some changes later.
  mutating func step() {
    for i in things.indices {
      if pick(3) == 0 { things[i].list = pick(3) }
      if pick(3) == 0 { things[i].look = pick(5) }
      if pick(4) == 0 { things[i].form = pick(4) }
      if pick(4) == 0 {
        (things[i].width, things[i].height) = (24 + 8 * Double(pick(5)), 16 + 8 * Double(pick(3)))
      }
      if pick(3) == 0 { things[i].number = Double(pick(2000)) }
      if pick(4) == 0 { things[i].word = pick(3) }
      if pick(6) == 0 { things[i].isTurned.toggle() }
    }
    for _ in 0..<pick(4) where things.count > 2 {
      let (i, j) = (pick(things.count), pick(things.count))
      things.swapAt(i, j)
    }
    for _ in 0..<pick(3) where things.count > 2 { things.remove(at: pick(things.count)) }
    for _ in 0..<pick(3) {
      var thing = fresh()
      if pick(2) == 0 { thing.origin = things[pick(things.count)].id }
      things.insert(thing, at: pick(things.count))
    }
    for i in things.indices where pick(4) == 0 { things[i].destiny = things[pick(things.count)].id }
    if pick(4) == 0 { clips.toggle() }
  }

  /// Whether scenes are seen through a lens now and then.
  mutating func zoom() { zooms = pick(2) == 0 }

  /// The picture of the scene.
  var frame: Frame {
    let links = things.dropLast().enumerated().map { ($1.id, things[$0 + 1].id) }
    let lists = (0..<3).map { list in
      let members = things.filter { $0.list == list }
      let row = Row(spacing: 6) { for thing in members { RandomScene.draw(thing) } }
      let box = Box(.panel, align: .leading) { row }.frame(width: 700, height: 56)
      return (clips && list == 1 ? box.clipped() : box).same("list", list)
    }
    let stage = Overlay(align: .topLeading) {
      Column(spacing: 20) { for list in lists { list } }
      for (a, b) in links { Connector(Identity("thing", a), Identity("thing", b), route: .straight) }
    }
    let lens = Rect(0.1, 0.1, 0.5, 0.5)
    return layOut(
      stage.same("stage").zoomed(to: zooms ? lens : Rect(0, 0, 1, 1)), size: Size(900, 300), language: .en
    ).frame
  }

  private static func draw(_ thing: Thing) -> Node {
    let fills: [Fill?] = [.role(.cache, .fill), .role(.compute, .solid), .idle, nil, .plain(.scale(0.4))]
    let strokes: [Stroke?] = [.edge(.cache), .strong, nil, .absent, .edge(.block)]
    let (fill, stroke) = (fills[thing.look], strokes[thing.look])
    let form = Node(width: thing.width, height: thing.height) { rect, canvas in
      switch thing.form {
      case 0: canvas.outline(.rectangle(rect, radius: 4), fill: fill, stroke: stroke)
      case 1: canvas.outline(.ellipse(rect), fill: fill, stroke: stroke)
      case 2:
        let points = [rect.point(0.5, 0), rect.point(1, 1), rect.point(0, 1)]
        canvas.outline(.path(.polyline(points, closed: true)), fill: fill, stroke: stroke)
      default:
        let points = (0...20).map { rect.point(Double($0) / 20, $0 % 2 == 0 ? 0.2 : 0.8) }
        canvas.outline(.path(.polyline(points)), stroke: stroke ?? .strong)
      }
    }
    let words = ["one", "two", "three"]
    var node = Overlay {
      form
      Text(Phrase(words[thing.word]), .note).same("word", thing.id)
      Quantity(thing.number).same("number", thing.id)
    }.node
    if thing.isTurned { node = node.rotated(0.4) }
    if let origin = thing.origin { node = node.emerging(from: "thing", origin) }
    if let destiny = thing.destiny { node = node.merging(into: "thing", destiny) }
    return node.same("thing", thing.id)
  }
}
