import Figures

/// A token in a slot of a KV cache.
public struct KVToken: Sendable {
  /// What is written in its slot, from long to short.
  public let words: [Phrase]
  /// Whether it is the one to look at, and whether it is newer than its neighbours: in bold.
  public let isFollowed, isNew: Bool
  /// Makes its cell an element: who the token is.
  public let tag: @Sendable (Node) -> Node

  /// Creates a token.
  public init(
    _ words: [Phrase], isFollowed: Bool = false, isNew: Bool = false,
    tag: @escaping @Sendable (Node) -> Node = { $0 }
  ) {
    (self.words, self.isFollowed, self.isNew, self.tag) = (words, isFollowed, isNew, tag)
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
  public static func compartment(width: Double) -> Double { width >= 300 ? 34 : width >= 120 ? 22 : 0 }

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
      let held = isFree || side > 0 ? 0 : unit * Double(tokens.count)
      canvas.outline(
        .rectangle(Rect(body.minX, body.minY, held, body.height), radius: min(radius, held / 2)),
        fill: emphasis == .followed ? .role(.cache, .solid) : .role(.cache, .fill))
      let wording = wording(Size(unit, body.height), canvas.language)
      for (i, token) in tokens.enumerated() where side > 0 {
        let cell = Rect(body.minX + unit * Double(i), body.minY, unit, body.height)
        canvas.put(token.tag(self.cell(token, wording)), in: cell, index: i)
      }
      dividers(body, unit, isFree ? 0 : side > 0 ? body.height : min(5, body.height / 4), &canvas)
      canvas.outline(.rectangle(rect, radius: radius), stroke: frame(rect.width))
      words(rect, body, side, waste, &canvas)
    }
  }

  private func frame(_ width: Double) -> Stroke {
    if emphasis != .rest { return .strong }
    guard references == 0 else { return .edge(.cache) }
    // The dashes of a tiny place would not be seen as dashes.
    return width < 16 ? Stroke(.line, width: 1) : .absent
  }

  /// The first wording that all tokens have room for; nil when there is none.
  private func wording(_ cell: Size, _ language: Language) -> Int? {
    guard cell.height >= 15.5 else { return nil }
    let most = tokens.reduce(0) { max($0, $1.words.count) }
    return (0..<most).first { k in
      tokens.allSatisfy { token in
        guard let words = token.words.dropFirst(min(k, token.words.count - 1)).first else { return true }
        return measure(words[language], style(token), language).width <= cell.width - 3
      }
    }
  }

  private func style(_ token: KVToken) -> TextStyle {
    token.isNew ? TextStyle.note.bold : .note
  }

  private func cell(_ token: KVToken, _ wording: Int?) -> Node {
    let isSolid = emphasis == .followed || token.isFollowed
    let look: Surface = isSolid ? .solid(.cache) : .rest(.cache)
    let style = style(token).painted(look.words)
    let words = wording.map { token.words.dropFirst(min($0, token.words.count - 1)).prefix(1) } ?? []
    return Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 0), fill: look.fill)
      canvas.put(FittingText(Array(words), style), in: rect.inset(by: Insets(horizontal: 1)), index: 0)
    }
  }

  /// Two paths whatever the block holds, one over its tokens and one behind them, so that each line stays itself:
  /// none in a free block, ticks in a narrow one.
  private func dividers(_ body: Rect, _ unit: Double, _ height: Double, _ canvas: inout Canvas) {
    for isHeld in [true, false] {
      var path = Path()
      for i in 0...slots {
        let x = body.minX + unit * Double(i)
        path.move(to: Point(x, body.minY))
        path.line(to: Point(x, body.minY + ((i <= tokens.count) == isHeld ? height : 0)))
      }
      let isSolid = isHeld && emphasis == .followed
      canvas.outline(
        .path(path), stroke: Stroke(.role(.cache, isSolid ? .onSolid : .edge), width: unit < 6 ? 0.5 : 1))
    }
  }

  private func words(
    _ rect: Rect, _ body: Rect, _ side: Double, _ waste: Double, _ canvas: inout Canvas
  ) {
    let isFree = references == 0
    let paint: Paint = isFree ? .muted : .ink
    let name = side > 0 ? Rect(rect.minX, rect.minY, side, rect.height) : rect
    // The number of a narrow block stands on a plate where its middle is hatched.
    let isHatched = side == 0 && waste > 0 && waste > rect.width / 2 - 12
    let plate = Size(isHatched ? min(26, rect.width - 4) : 0, isHatched ? min(20, rect.height - 4) : 0)
    canvas.outline(.rectangle(Rect(center: name.center, size: plate), radius: 4), fill: .plain(.paper))
    let isSolid = side == 0 && emphasis == .followed && !isHatched
    let ink: Paint = isSolid ? .role(.cache, .onSolid) : paint
    // Of a row of narrow blocks all have their numbers or none.
    let number = side > 0 || rect.width >= 24 ? [Phrase("\(number)")] : []
    canvas.put(FittingText(number, .data.painted(ink)), in: name, index: -1)
    guard side > 0 else { return }
    let count = Rect(body.maxX, rect.minY, side, rect.height)
    let style = TextStyle.data.painted(paint)
    canvas.put(
      FittingText([Phrase("\(references)")], references > 1 ? style.bold : style), in: count, index: -2)
    if isFree {
      canvas.put(FittingText([Phrase("free", zh: "空闲")], .note.painted(.muted)), in: body, index: -3)
    } else if waste > 0 {
      let room = Rect(body.maxX - waste, body.minY, waste, body.height)
      canvas.put(
        FittingText(remark, .note.painted(.role(.masked, .text)), onPlate: true), in: room, index: -4)
    }
  }
}
