import Figures

/// A token in a slot of a KV cache.
public struct KVToken: Sendable {
  /// What is written in its slot, from long to short.
  public let words: [Phrase]
  /// Whether it is the one to look at.
  public let isFollowed: Bool
  /// Makes its cell an element: who the token is.
  public let tag: @Sendable (Node) -> Node

  /// Creates a token.
  public init(
    _ words: [Phrase], isFollowed: Bool = false, tag: @escaping @Sendable (Node) -> Node = { $0 }
  ) {
    (self.words, self.isFollowed, self.tag) = (words, isFollowed, tag)
  }
}

/// A physical block of a paged KV cache: its number, its token slots, and how many tables name it.
///
/// Slots that are allocated and hold no token are hatched; a block that nobody names is an empty place.
public struct KVBlock: NodeConvertible {
  /// How it is looked at.
  public enum Emphasis: Int, Sendable {
    /// One of many.
    case rest
    /// Something happens to it: ringed with ink.
    case event
    /// The one to follow: saturated and ringed.
    case followed
  }

  private let number: Int
  private let slots: Int
  private let tokens: [KVToken]
  private let references: Int
  private let emphasis: Emphasis
  private let remark: [Phrase]

  /// Creates a block of `slots` token slots, the first of which hold `tokens`. `remark` is written on the slots
  /// that hold none, in wordings from long to short.
  public init(
    _ number: Int, slots: Int, tokens: [KVToken] = [], references: Int = 0, emphasis: Emphasis = .rest,
    remark: [Phrase] = []
  ) {
    self.number = number
    self.slots = max(1, slots)
    self.tokens = Array(tokens.prefix(self.slots))
    self.references = max(0, references)
    self.emphasis = emphasis
    self.remark = remark
  }

  /// Width of the compartments at both ends, for the number and the reference count; none in a narrow block,
  /// which bears its number in the middle.
  public static func compartment(width: Double) -> Double { width >= 300 ? 34 : width >= 120 ? 24 : 0 }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let side = Self.compartment(width: rect.width)
      let body = rect.inset(by: Insets(horizontal: side))
      let unit = body.width / Double(slots)
      let radius = min(4, rect.height / 3)
      let isFree = references == 0
      canvas.outline(.rectangle(rect, radius: radius), fill: isFree ? nil : .plain(.panel))
      let waste = isFree ? 0 : unit * Double(slots - tokens.count)
      canvas.outline(
        .rectangle(Rect(body.maxX - waste, body.minY, waste, body.height), radius: 0), fill: .idle)
      for (i, token) in tokens.enumerated() {
        let cell = Rect(body.minX + unit * Double(i), body.minY, unit, body.height)
        canvas.put(token.tag(self.cell(token)), in: cell, index: i)
      }
      dividers(body, unit, isFree, &canvas)
      canvas.outline(.rectangle(rect, radius: radius), stroke: frame)
      words(rect, body, side, waste, &canvas)
    }
  }

  private var frame: Stroke {
    if emphasis != .rest { return .strong }
    return references == 0 ? .absent : .edge(.cache)
  }

  private func cell(_ token: KVToken) -> Node {
    let isSolid = emphasis == .followed || token.isFollowed
    let look: Surface = isSolid ? .solid(.cache) : .rest(.cache)
    let style = (token.isFollowed ? TextStyle.note.bold : .note).painted(look.words)
    return Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 0), fill: look.fill)
      canvas.put(FittingText(token.words, style), in: rect.inset(by: Insets(horizontal: 3)), index: 0)
    }
  }

  /// One path whatever the block holds, so that each line stays itself; a free block shows none of them.
  private func dividers(_ body: Rect, _ unit: Double, _ isFree: Bool, _ canvas: inout Canvas) {
    let bottom = isFree ? body.minY : body.maxY
    var path = Path()
    for i in 0...slots where i > 0 && i < slots || body.minX > 0 {
      let x = body.minX + unit * Double(i)
      path.move(to: Point(x, body.minY))
      path.line(to: Point(x, bottom))
    }
    let stroke = Stroke(.role(.cache, emphasis == .followed ? .onSolid : .edge), width: unit < 6 ? 0.5 : 1)
    canvas.outline(.path(path), stroke: stroke)
  }

  private func words(
    _ rect: Rect, _ body: Rect, _ side: Double, _ waste: Double, _ canvas: inout Canvas
  ) {
    let isFree = references == 0
    let paint: Paint = isFree ? .muted : .ink
    let name = side > 0 ? Rect(rect.minX, rect.minY, side, rect.height) : rect
    canvas.put(FittingText([Phrase("\(number)")], .data.painted(paint)), in: name, index: -1)
    guard side > 0 else { return }
    let count = Rect(body.maxX, rect.minY, side, rect.height)
    let style = TextStyle.data.painted(paint)
    let counted = references > 1 ? style.bold : style
    canvas.put(FittingText([Phrase("\(references)")], counted), in: count, index: -2)
    if isFree {
      canvas.put(FittingText([Phrase("free", zh: "空闲")], .note.painted(.muted)), in: body, index: -3)
    } else if waste > 0 {
      let room = Rect(body.maxX - waste, body.minY, waste, body.height)
      canvas.put(
        FittingText(remark, .note.painted(.role(.masked, .text)), onPlate: true), in: room, index: -4)
    }
  }
}
