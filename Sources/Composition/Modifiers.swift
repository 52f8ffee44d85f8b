import Drawing
import Geometry
import Typography

extension NodeConvertible {
  // MARK: Identity

  /// Says who this is, over the whole figure: the same kind and numbers in another state are the same
  /// thing, wherever it stands there. `named` says what it is to a reader.
  @inlinable public func same(
    _ kind: StaticString, _ ids: Int..., named meaning: Phrase? = nil, file: StaticString = #fileID,
    line: UInt32 = #line
  ) -> Node {
    same(Identity(kind, ids), named: meaning, file: file, line: line)
  }

  /// Says who this is by an identity made elsewhere: for instruments that draw an author's things.
  public func same(
    _ identity: Identity, named meaning: Phrase? = nil, file: StaticString = #fileID, line: UInt32 = #line
  ) -> Node {
    tagged(Tag(identity: identity, meaning: meaning, source: SourceLine(file, line)))
  }

  /// Says that this is the nth copy of a thing: it has an identity of its own and comes out of the other.
  public func copy(
    _ index: Int, of kind: StaticString, _ ids: Int..., named meaning: Phrase? = nil,
    file: StaticString = #fileID, line: UInt32 = #line
  ) -> Node {
    let original = Identity(kind, ids)
    return tagged(
      Tag(
        identity: original.copy(index), origin: original, meaning: meaning, source: SourceLine(file, line)))
  }

  /// Says what this is to a reader.
  public func named(_ meaning: Phrase, file: StaticString = #fileID, line: UInt32 = #line) -> Node {
    tagged(Tag(meaning: meaning, source: SourceLine(file, line)))
  }

  // MARK: Looks

  /// Fades the whole, 0…1.
  public func opacity(_ opacity: Double) -> Node { tagged(Tag(opacity: opacity.clamped(to: 0...1))) }

  /// Shows only what lies inside its rectangle.
  public func clipped() -> Node { tagged(Tag(clips: true)) }

  /// Turns it about its middle, clockwise, in radians; the room that it takes stays.
  public func rotated(_ angle: Double) -> Node {
    tagged(Tag(transform: { .rotation(angle, about: $0.center) }))
  }

  /// Shows it through a lens: the part `view` of its rectangle (in shares, 0…1) fills the whole as far as
  /// it can undistorted, and nothing shows outside of it. From state to state the lens zooms and pans.
  public func zoomed(to view: Rect) -> Node {
    tagged(Tag(frames: true, transform: { .showing($0.part(view), in: $0) }))
  }

  /// Shows it small, undistorted, in the middle of a part of its rectangle (in shares, 0…1): two scenes
  /// side by side are one `shown(in: Rect(0, 0, 0.5, 1))` and one `shown(in: Rect(0.5, 0, 0.5, 1))`.
  public func shown(in place: Rect) -> Node {
    tagged(Tag(transform: { .showing($0, in: $0.part(place)) }))
  }

  /// Draws it above its surroundings (below, when negative).
  public func layer(_ offset: Int) -> Node {
    let inner = node
    return Node(flex: inner.flex, measure: inner.measure) { rect, canvas in
      canvas.layered(offset) { inner.draw(rect, &$0) }
    }
  }

  /// Puts an area behind it.
  public func background(_ surface: Surface, padding: Insets = Insets()) -> Node {
    let inner = node
    return Box(surface, padding: padding) { inner }.node
  }

  // MARK: Room

  /// Keeps room free around it.
  public func padding(_ insets: Insets) -> Node {
    let inner = node
    return Node(
      flex: inner.flex,
      measure: { offer, language in
        let (dx, dy) = (insets.left + insets.right, insets.top + insets.bottom)
        let e = inner.measure(Size(offer.width - dx, offer.height - dy), language)
        return Extent(
          Size(e.size.width + dx, e.size.height + dy), baseline: e.baseline + insets.top,
          guide: e.guide + insets.left)
      },
      draw: { rect, canvas in inner.draw(rect.inset(by: insets), &canvas) })
  }

  /// Keeps the same room free on each side.
  public func padding(_ d: Double) -> Node { padding(Insets(all: d)) }

  /// Fixes its width, its height or both; it is aligned in the room where it is smaller.
  public func frame(width: Double? = nil, height: Double? = nil, align: Alignment = .center) -> Node {
    let inner = node
    let fills = inner.flex > 0
    return Node(
      measure: { offer, language in
        let room = Size(width ?? offer.width, height ?? offer.height)
        let e = inner.measure(room, language)
        let size = Size(width ?? e.size.width, height ?? e.size.height)
        return Extent(
          size, baseline: e.baseline + (fills ? 0 : (size.height - e.size.height) * align.y),
          guide: e.guide + (fills ? 0 : (size.width - e.size.width) * align.x))
      },
      draw: { rect, canvas in
        let size = inner.measure(rect.size, canvas.language).size
        inner.draw(fills ? rect : align.place(size, in: rect), &canvas)
      })
  }

  /// Gives it a share of the room left over in a row or column.
  public func flex(_ share: Double = 1) -> Node {
    let inner = node
    return Node(flex: share, measure: inner.measure, draw: inner.draw)
  }

  /// Moves it without moving its neighbours.
  public func offset(x: Double = 0, y: Double = 0) -> Node {
    let inner = node
    return Node(flex: inner.flex, measure: inner.measure) { rect, canvas in
      inner.draw(rect.offset(by: Point(x, y)), &canvas)
    }
  }

  /// Sets the vertical line, as a distance from its left edge, by which a column with `.guide` aligns it.
  public func alignmentGuide(_ x: Double) -> Node {
    let inner = node
    return Node(
      flex: inner.flex,
      measure: { offer, language in
        let e = inner.measure(offer, language)
        return Extent(e.size, baseline: e.baseline, guide: x)
      }, draw: inner.draw)
  }

  /// Leaves its room empty.
  public func hidden() -> Node {
    let inner = node
    return Node(flex: inner.flex, measure: inner.measure) { _, _ in }
  }

  func tagged(_ tag: consuming Tag) -> Node { Node(tag, around: node) }
}

extension Canvas {
  /// Draws with another source line to show for it.
  mutating func from(_ line: SourceLine, _ body: (inout Canvas) -> Void) {
    let saved = source
    source = line
    body(&self)
    source = saved
  }
}
