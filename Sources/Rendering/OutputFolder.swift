import Encoding
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder whose files are written whole or not at all, even when the program is killed.
///
/// A file gets its name when all its bytes are there. On Linux it has no name before; elsewhere, and
/// on file systems that cannot do that, it has a temporary one, which the next run clears away.
public struct OutputFolder: Sendable {
  /// The path of the folder, as it was given.
  public let path: String

  /// A folder, which need not exist yet.
  public init(_ path: String) { self.path = path }

  /// The file system path of something below the folder.
  public func path(of name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders around it.
  public func write(_ bytes: [UInt8], to name: String) throws(RenderFailure) {
    try write(FileParts(bytes), to: name)
  }

  /// Writes a file, with the folders around it.
  func write(_ file: FileParts, to name: String) throws(RenderFailure) {
    let target = path(of: name)
    if attempt(file, target) == 0 { return }
    // The folder is missing, or another run took the temporary name for a dead one's: once more.
    try makeFolder(around: target)
    let status = attempt(file, target)
    guard status == 0 else { throw Self.failure("cannot write \(target)", status) }
  }

  /// Gives a file that is already written a second name, or, where the file system cannot, writes it again.
  func write(_ file: FileParts, sameAs twin: String, to name: String) throws(RenderFailure) {
    let target = path(of: name)
    let temporary = temporaryName(beside: target)
    if link(path(of: twin), temporary) == 0 {
      let isNamed = rename(temporary, target) == 0
      // Where both names were one file already, `rename` leaves both.
      unlink(temporary)
      if isNamed { return }
    }
    try write(file, to: name)
  }

  /// Deletes a file, if it is there.
  func remove(_ name: String) throws(RenderFailure) {
    guard unlink(path(of: name)) == 0 || errno == ENOENT else {
      throw Self.failure("cannot replace \(path(of: name))", errno)
    }
  }

  /// The names in a subfolder, in no order; none when it is not there.
  func names(in subfolder: String) -> [String] {
    guard let folder = opendir(path(of: subfolder)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Deletes the temporary files of runs that ended before they were done.
  public func clearTemporaries(in subfolder: String) {
    for name in names(in: subfolder) where name.hasPrefix(Self.prefix) {
      let owner = name.dropFirst(Self.prefix.count).prefix { $0 != "-" }
      if let process = pid_t(owner), process != getpid(), kill(process, 0) != 0, errno == ESRCH {
        unlink(path(of: subfolder + "/" + name))
      }
    }
  }

  /// A path for another program to write to, in the folder where a file will be; a later run clears it away
  /// if this one does not.
  func temporary(for name: String) throws(RenderFailure) -> String {
    let target = path(of: name)
    try makeFolder(around: target)
    let folder = target[..<(target.lastIndex(of: "/") ?? target.startIndex)]
    return "\(folder)/\(Self.prefix)\(getpid())-\(Self.counter.add(1, ordering: .relaxed).newValue)"
  }

  private static let prefix = ".lantern-"
  private static let counter = Atomic(0)

  private static func failure(_ what: String, _ status: Int32) -> RenderFailure {
    let reason = String(cString: strerror(status))
    return RenderFailure("\(what): \(reason.prefix(1).lowercased() + reason.dropFirst())")
  }

  private func makeFolder(around target: String) throws(RenderFailure) {
    for (i, byte) in target.utf8.enumerated() where byte == UInt8(ascii: "/") && i > 0 {
      let folder = String(decoding: target.utf8.prefix(i), as: UTF8.self)
      if mkdir(folder, 0o777) != 0 && errno != EEXIST && errno != EISDIR {
        throw Self.failure("cannot make the folder \(folder)", errno)
      }
    }
  }

  /// A name in the folder of a file that nothing else has.
  private func temporaryName(beside target: String) -> String {
    let folder = target[..<(target.lastIndex(of: "/") ?? target.startIndex)]
    let n = Self.counter.add(1, ordering: .relaxed).newValue
    return "\(folder)/\(Self.prefix)\(getpid())-\(n)"
  }

  /// Writes a file under no or a temporary name and then gives it its own; 0 or an error number.
  private func attempt(_ content: FileParts, _ target: String) -> Int32 {
    let folder = target[..<(target.lastIndex(of: "/") ?? target.startIndex)]
    let temporary = temporaryName(beside: target)
    var (status, isNamed) = nameless(content, String(folder), target, temporary)
    if status == EOPNOTSUPP || status == EISDIR || status == EINVAL {
      (status, isNamed) = (named(content, temporary), false)
    }
    if status == 0 && !isNamed && rename(temporary, target) != 0 { status = errno }
    if status != 0 { unlink(temporary) }
    return status
  }

  /// Writes a file without a name and links it as `target`, or, where there is one already, as `temporary`.
  private func nameless(
    _ content: FileParts, _ folder: String, _ target: String, _ temporary: String
  ) -> (status: Int32, isNamed: Bool) {
    #if os(Linux)
      // O_TMPFILE, a macro that Swift does not see.
      let file = open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, 0o666)
      guard file >= 0 else { return (errno, false) }
      defer { close(file) }
      let status = fill(file, content)
      guard status == 0 else { return (status, false) }
      for name in [target, temporary] {
        let linked = linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
        if linked == 0 { return (0, name == target) }
        // Without /proc there is nothing to link from.
        guard errno == EEXIST else { return (errno == ENOENT ? EOPNOTSUPP : errno, false) }
      }
      return (EEXIST, false)
    #else
      return (EOPNOTSUPP, false)
    #endif
  }

  /// Writes a file under a temporary name that nothing else has.
  func named(_ content: FileParts, _ temporary: String) -> Int32 {
    let file = open(temporary, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { return errno }
    let status = fill(file, content)
    return close(file) == 0 ? status : (status != 0 ? status : errno)
  }

  private func fill(_ file: Int32, _ content: FileParts) -> Int32 {
    // A system takes so many pieces at once (IOV_MAX).
    let most = 1024
    for start in stride(from: 0, to: content.parts.count, by: most) {
      let range = start..<min(start + most, content.parts.count)
      let status = content.withBuffers(range) { fill(file, $0) }
      if status != 0 { return status }
    }
    return 0
  }

  private func fill(_ file: Int32, _ buffers: [UnsafeRawBufferPointer]) -> Int32 {
    var rest = buffers.filter { !$0.isEmpty }[...]
    while !rest.isEmpty {
      let pieces = rest.map {
        iovec(iov_base: UnsafeMutableRawPointer(mutating: $0.baseAddress), iov_len: $0.count)
      }
      var written = writev(file, pieces, Int32(pieces.count))
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return written == 0 ? ENOSPC : errno }
      while let first = rest.first, written >= first.count {
        written -= first.count
        rest.removeFirst()
      }
      if let part = rest.first, written > 0 {
        rest[rest.startIndex] = UnsafeRawBufferPointer(rebasing: part.dropFirst(written))
      }
    }
    return 0
  }
}
