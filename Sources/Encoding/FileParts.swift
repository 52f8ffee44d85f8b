/// The bytes of a file in parts that follow each other, so that what stays from file to file need not be copied.
public struct FileParts: Equatable {
  /// The parts.
  public let parts: [[UInt8]]

  /// A file made of parts.
  public init(_ parts: [[UInt8]]) { self.parts = parts }

  /// A file in one part.
  public init(_ bytes: [UInt8]) { parts = [bytes] }

  /// How many bytes it has.
  public var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// All bytes in one piece.
  public var bytes: [UInt8] { parts.count == 1 ? parts[0] : Array(parts.joined()) }

  /// Whether two files have the same bytes.
  public static func == (a: FileParts, b: FileParts) -> Bool { a.bytes == b.bytes }

  /// Lends some of the parts where they lie in memory.
  public func withBuffers<T>(_ range: Range<Int>, _ body: ([UnsafeRawBufferPointer]) -> T) -> T {
    var buffers: [UnsafeRawBufferPointer] = []
    buffers.reserveCapacity(range.count)
    func lend(from i: Int) -> T {
      guard i < range.upperBound else { return body(buffers) }
      return parts[i].withUnsafeBytes {
        buffers.append($0)
        return lend(from: i + 1)
      }
    }
    return lend(from: range.lowerBound)
  }
}
