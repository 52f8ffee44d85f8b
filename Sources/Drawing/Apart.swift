/// A value that few have, kept apart: it takes one word where there is none.
@propertyWrapper public struct Apart<Value: Sendable>: Sendable {
  @usableFromInline final class Box: Sendable {
    @usableFromInline let value: Value
    @usableFromInline init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box?

  /// The value; nil where there is none.
  @inlinable public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map { Box($0) } }
  }

  /// Keeps a value, or none.
  @inlinable public init(wrappedValue: Value?) { box = wrappedValue.map { Box($0) } }
}

extension Apart: Equatable where Value: Equatable {
  /// Whether both have equal values, or none.
  @inlinable public static func == (a: Apart, b: Apart) -> Bool {
    a.box === b.box || a.wrappedValue == b.wrappedValue
  }
}
