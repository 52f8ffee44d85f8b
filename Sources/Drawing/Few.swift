/// A list of things that are most often one, which needs no array.
public struct Few<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
  /// `many` is never of one.
  @usableFromInline enum Content: Sendable {
    case one(Element)
    case many([Element])
  }

  @usableFromInline var content: Content

  /// One thing.
  @inlinable public init(_ element: consuming Element) { content = .one(element) }

  /// Any number of things.
  @inlinable public init(_ elements: [Element]) {
    content = elements.count == 1 ? .one(elements[0]) : .many(elements)
  }

  /// The place of the first.
  @inlinable public var startIndex: Int { 0 }

  /// The place after the last: how many there are.
  @inlinable public var endIndex: Int {
    switch content {
    case .one: return 1
    case .many(let elements): return elements.count
    }
  }

  /// The thing at a place.
  @inlinable public subscript(index: Int) -> Element {
    get {
      switch content {
      case .one(let element):
        precondition(index == 0, "there is one")
        return element
      case .many(let elements): return elements[index]
      }
    }
    set {
      switch content {
      case .one:
        precondition(index == 0, "there is one")
        content = .one(newValue)
      case .many(var elements):
        content = .many([])
        elements[index] = newValue
        content = .many(elements)
      }
    }
  }
}

extension Few: ExpressibleByArrayLiteral {
  /// Any number of things.
  @inlinable public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Few: Equatable where Element: Equatable {
  /// Whether both have equal things in the same order.
  @inlinable public static func == (a: Few, b: Few) -> Bool {
    switch (a.content, b.content) {
    case (.one(let x), .one(let y)): return x == y
    case (.many(let xs), .many(let ys)): return xs == ys
    default: return false
    }
  }
}
