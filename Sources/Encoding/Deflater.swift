import CISAL

/// A compressor that makes one zlib stream (RFC 1950) at a time.
///
/// All that the encoders know of a compression library, so that another can take its place.
public protocol Deflater {
  /// Compresses the next bytes of the stream and appends what is ready to `out`; `last` ends the
  /// stream, and the next call begins a new one.
  mutating func deflate(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
}

/// ISA-L's igzip at level 1: on flat vector pictures the fastest deflate there is, a seventh of
/// zlib's time at about zlib's size.
///
/// The same input gives the same bytes on one kind of processor. ISA-L chooses its code by what the
/// processor can do, and does not promise that every choice finds the same matches.
public final class IgzipDeflater: Deflater {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutableBufferPointer<UInt8>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var isOpen = false

  /// Allocates the compressor's tables, about 0.7 MB.
  public init() {
    stream = .allocate(capacity: 1)
    levelBuffer = .allocate(capacity: Self.levelBufferSize)
    levelBuffer.initialize(repeating: 0)
    input = .allocate(capacity: Self.longest + Self.margin)
    output = .allocate(capacity: 1 << 16)
  }

  deinit {
    stream.deallocate()
    levelBuffer.deallocate()
    input.deallocate()
    output.deallocate()
  }

  /// Compresses the next bytes; `last` ends the stream, and the next call begins a new one.
  public func deflate(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
  {
    if !isOpen { open() }
    var rest = bytes
    while rest.count > Self.longest {
      try write(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.longest)), last: false, to: &out)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Self.longest))
    }
    try write(rest, last: last, to: &out)
    if last { isOpen = false }
  }

  private func open() {
    // The library looks past the end of what it was given, into its own buffers too: without this, the
    // picture before would have a say in which matches are found.
    UnsafeMutableRawPointer(stream).initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<isal_zstream>.size)
    levelBuffer.update(repeating: 0)
    isal_deflate_init(stream)
    stream.pointee.level = 1
    stream.pointee.level_buf = levelBuffer.baseAddress
    stream.pointee.level_buf_size = UInt32(levelBuffer.count)
    stream.pointee.gzip_flag = UInt16(IGZIP_ZLIB)
    stream.pointee.flush = UInt16(NO_FLUSH)
    isOpen = true
  }

  private func write(_ bytes: UnsafeRawBufferPointer, last: Bool, to out: inout [UInt8])
    throws(EncodingError)
  {
    // The library looks a few bytes past the end of its input, and what it sees there decides which of
    // several matches it takes. So it gets a copy that always ends in zeros.
    let copy = UnsafeMutableRawBufferPointer(input)
    copy.copyMemory(from: bytes)
    for i in bytes.count..<bytes.count + Self.margin { copy[i] = 0 }
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(bytes.count)
    stream.pointee.end_of_stream = last ? 1 : 0
    repeat {
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      let status = isal_deflate(stream)
      guard status == COMP_OK else {
        isOpen = false
        throw .deflate(Int(status))
      }
      out.append(contentsOf: output.prefix(output.count - Int(stream.pointee.avail_out)))
    } while stream.pointee.avail_out == 0
  }

  /// Bytes compressed at a time, and zeros behind them.
  private static let longest = 1 << 18, margin = 64
  /// ISAL_DEF_LVL1_LARGE, which the library computes in a macro that Swift does not see: a head, a
  /// hash table of 2¹³ entries of 2 bytes, and 2¹⁶ tokens of 4.
  private static let levelBufferSize =
    4 * 1024 + 2 * Int(IGZIP_LVL1_HASH_SIZE) + Int(ISAL_DEF_LVL1_TOKEN_SIZE) * 64 * 1024
}
