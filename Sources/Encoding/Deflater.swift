import CZlib

/// A compressor that makes one zlib stream (RFC 1950) at a time.
///
/// All that the encoders know of a compression library, so that another can take its place.
public protocol Deflater {
  /// Compresses the next bytes of the stream and appends what is ready to `out`; `last` ends the
  /// stream, and the next call begins a new one.
  mutating func deflate(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
}

/// zlib at level 1: the same input gives the same bytes, always and on every processor.
///
/// ISA-L's igzip takes a fifth of the time, but its choice of matches depends now and then on what lies
/// in memory around its input, so that one picture in a thousand got other bytes than the time before.
public final class ZlibDeflater: Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var isOpen = false

  /// Allocates its output buffer.
  public init() {
    stream = .allocate(capacity: 1)
    output = .allocate(capacity: 1 << 16)
  }

  deinit {
    if isOpen { deflateEnd(stream) }
    stream.deallocate()
    output.deallocate()
  }

  /// Compresses the next bytes; `last` ends the stream, and the next call begins a new one.
  public func deflate(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
  {
    if !isOpen { try open() }
    var rest = bytes
    while rest.count > Self.longest {
      try write(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.longest)), last: false, to: &out)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Self.longest))
    }
    try write(rest, last: last, to: &out)
    if last { close() }
  }

  private func open() throws(EncodingError) {
    stream.initialize(to: z_stream())
    let status = deflateInit_(stream, 1, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .deflate(Int(status)) }
    isOpen = true
  }

  private func close() {
    deflateEnd(stream)
    isOpen = false
  }

  private func write(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
  {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      let status = CZlib.deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        close()
        throw .deflate(Int(status))
      }
      out.append(contentsOf: output.prefix(output.count - Int(stream.pointee.avail_out)))
    } while stream.pointee.avail_out == 0
  }

  /// Bytes compressed at a time.
  private static let longest = 1 << 30
}
