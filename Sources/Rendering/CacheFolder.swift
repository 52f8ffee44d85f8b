#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of files that are kept from run to run, each under a name made of all that it depends on.
///
/// Files appear whole or not at all, so several processes can use one folder. Each starts with the SHA-256 of what
/// follows: one that was damaged is deleted, as if it had never been there. When more is kept than the limit, what
/// was not used for longest goes first.
public struct CacheFolder: Sendable {
  /// The path of the folder.
  public let path: String
  /// Bytes kept at most; a run may go over it by what it adds itself.
  public let limit: Int
  private let folder: OutputFolder

  /// Bytes kept unless `LANTERN_CACHE_BYTES` says otherwise: two gigabytes.
  public static let usualLimit = 2_000_000_000

  /// A folder, which need not exist yet.
  public init(_ path: String, limit: Int = CacheFolder.usualLimit) {
    self.path = path
    self.limit = limit
    folder = OutputFolder(path)
  }

  /// The folder that `LANTERN_CACHE` names, or else `lantern` in the user's cache folder; nil when `LANTERN_CACHE` is
  /// `off`, or where there is no such folder.
  public static func usual(_ environment: (String) -> String?) -> CacheFolder? {
    let limit = environment("LANTERN_CACHE_BYTES").flatMap { Int($0) } ?? usualLimit
    if let own = environment("LANTERN_CACHE"), !own.isEmpty {
      return own == "off" ? nil : CacheFolder(own, limit: limit)
    }
    if let caches = environment("XDG_CACHE_HOME"), caches.hasPrefix("/") {
      return CacheFolder(caches + "/lantern", limit: limit)
    }
    guard let home = environment("HOME"), home.hasPrefix("/"), home != "/" else { return nil }
    #if os(macOS)
      return CacheFolder(home + "/Library/Caches/lantern", limit: limit)
    #else
      return CacheFolder(home + "/.cache/lantern", limit: limit)
    #endif
  }

  /// What is kept under a key of hexadecimal digits; nil when there is nothing whole.
  func load(_ key: String) -> [UInt8]? {
    let name = folder.path(of: Self.name(key))
    guard let bytes = contents(name) else { return nil }
    let body = Array(bytes.dropFirst(32))
    guard bytes.count >= 32, Digest.sum(of: body) == Array(bytes.prefix(32)) else {
      unlink(name)
      return nil
    }
    // So that what is used is not what goes first.
    utimensat(AT_FDCWD, name, nil, 0)
    return body
  }

  /// Keeps something under a key. A folder that cannot be written to keeps nothing.
  func store(_ bytes: [UInt8], _ key: String) {
    try? folder.write(Digest.sum(of: bytes) + bytes, to: Self.name(key))
  }

  /// How many files are kept, and how many bytes they take.
  public func census() -> (files: Int, bytes: Int) {
    let all = entries()
    return (all.count, all.reduce(0) { $0 + $1.bytes })
  }

  /// Deletes everything.
  public func clear() {
    for entry in entries() { unlink(entry.path) }
    for name in folder.names(in: ".") where Self.isShelf(name) {
      folder.clearTemporaries(in: name)
      rmdir(folder.path(of: name))
    }
  }

  /// Deletes what was not used for longest until a tenth of the limit is free, if there is more than the limit.
  func trim() {
    var all = entries()
    var bytes = all.reduce(0) { $0 + $1.bytes }
    guard bytes > limit else { return }
    all.sort { ($0.used, $0.path) < ($1.used, $1.path) }
    for entry in all where bytes > limit / 10 * 9 {
      unlink(entry.path)
      bytes -= entry.bytes
    }
  }

  private struct Entry {
    let path: String
    let bytes: Int
    /// Nanoseconds since 1970.
    let used: Int
  }

  private func entries() -> [Entry] {
    var out: [Entry] = []
    for shelf in folder.names(in: ".") where Self.isShelf(shelf) {
      for name in folder.names(in: shelf) where name.utf8.count == 62 {
        let path = folder.path(of: shelf + "/" + name)
        if let state = FileState(path) {
          out.append(Entry(path: path, bytes: state.size, used: state.modified))
        }
      }
    }
    return out
  }

  /// Two digits make a folder, so that none grows too large.
  private static func name(_ key: String) -> String { "\(key.prefix(2))/\(key.dropFirst(2))" }
  private static func isShelf(_ name: String) -> Bool { name.utf8.count == 2 && Int(name, radix: 16) != nil }
}

/// What tells whether a file is still the one that it was.
struct FileState: Equatable {
  let device, inode, size: Int
  /// When its bytes, and when anything about it was changed, in nanoseconds since 1970.
  let modified, changed: Int

  /// The state of a file; nil when there is none.
  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    device = Int(truncatingIfNeeded: info.st_dev)
    inode = Int(truncatingIfNeeded: info.st_ino)
    size = Int(info.st_size)
    #if canImport(Glibc)
      let (m, c) = (info.st_mtim, info.st_ctim)
    #else
      let (m, c) = (info.st_mtimespec, info.st_ctimespec)
    #endif
    modified = Int(m.tv_sec) * 1_000_000_000 + Int(m.tv_nsec)
    changed = Int(c.tv_sec) * 1_000_000_000 + Int(c.tv_nsec)
  }

  /// All of it in one line.
  var text: String { "\(device) \(inode) \(size) \(modified) \(changed)" }
}

/// The bytes of a file; nil when it cannot be read.
func contents(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var info = stat()
  guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
  let size = Int(info.st_size)
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let n = read(file, buffer.baseAddress.map { $0 + count }, size - count)
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { return }
      count += n
    }
  }
  return bytes.count == size ? bytes : nil
}
