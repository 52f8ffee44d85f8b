import Geometry

/// Who an element is, over a whole figure: equal identities in two states are the same thing.
///
/// An integer hash, so that comparing is cheap and the same on every platform. Identities that the
/// model states and identities derived from a place in the tree live in different hash spaces.
public struct Identity: Hashable, Sendable, Comparable {
  /// The hash.
  public let hash: UInt64

  /// The root of the tree, which stands for the whole figure.
  public static let root = Identity(hash: StableHash().value)

  init(hash: UInt64) { self.hash = hash }

  // Inlined where it is asked for, the array of numbers need not be made.

  /// A thing of the model: its kind and its numbers, for example `("request", 4)`.
  @inlinable public init(_ kind: StaticString, _ ids: Int...) { self.init(kind, ids) }

  /// A thing of the model: its kind and its numbers.
  @inlinable public init(_ kind: StaticString, _ ids: [Int]) {
    var h = StableHash()
    h.combine(byte: 1)
    h.combine(kind)
    for id in ids { h.combine(Int64(id)) }
    hash = h.value
  }

  /// A thing known only by its place below another.
  public func place(_ index: Int) -> Identity { derived(tag: 2, Int64(index)) }

  /// The nth part that an element draws.
  public func part(_ index: Int) -> Identity { derived(tag: 3, Int64(index)) }

  /// The nth copy of a thing, which comes out of it.
  public func copy(_ index: Int) -> Identity { derived(tag: 4, Int64(index)) }

  /// Smaller hash first; an order only for bookkeeping.
  public static func < (a: Identity, b: Identity) -> Bool { a.hash < b.hash }

  private func derived(tag: UInt8, _ n: Int64) -> Identity {
    var h = StableHash()
    h.combine(byte: tag)
    h.combine(Int64(bitPattern: hash))
    h.combine(n)
    return Identity(hash: h.value)
  }
}

/// The line of a figure's source that made an element; it never takes part in equality.
public struct SourceLine: Sendable {
  /// Module and file, as `#fileID` gives it.
  public let file: StaticString
  /// Line in the file, from 1.
  public let line: UInt32

  /// Creates a source line; the defaults name the caller.
  public init(_ file: StaticString = #fileID, _ line: UInt32 = #line) {
    self.file = file
    self.line = line
  }
}
