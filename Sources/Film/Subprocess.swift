import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is fed through its standard input.
///
/// The input is a socket, because writing to a pipe whose reader has died ends the whole process.
final class Subprocess {
  private let process: pid_t
  private var input: Int32
  /// Where the program complains; a file without a name.
  private let complaints: UnsafeMutablePointer<FILE>?
  private var isOver = false

  /// The path of a program on `$PATH`; nil when there is none.
  static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }

  /// Starts a program; nil with `errno` set when that fails.
  init?(_ path: String, _ arguments: [String]) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      var actions = posix_spawn_file_actions_t()
    #else
      let kind = SOCK_STREAM
      var actions: posix_spawn_file_actions_t?
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    #if !canImport(Glibc)
      var on: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #endif
    complaints = tmpfile()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    if let complaints {
      posix_spawn_file_actions_adddup2(&actions, fileno(complaints), 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }.sorted()
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var id: pid_t = 0
    let status = posix_spawn(&id, path, &actions, nil, &words, &variables)
    close(ends[1])
    (process, input) = (id, ends[0])
    guard status == 0 else {
      close(ends[0])
      if let complaints { fclose(complaints) }
      isOver = true
      errno = status
      return nil
    }
  }

  deinit {
    if !isOver {
      kill(process, SIGKILL)
      _ = wait()
    }
  }

  /// Writes bytes to it; false when it no longer reads.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let n = send(input, base, rest.count, flags)
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(n))
    }
    return true
  }

  /// Ends its input and waits for its end. `failure` is nil when that was a good one, else why not;
  /// `complaint` is what it said in any case.
  func finish() -> (failure: String?, complaint: String?) {
    let status = wait()
    let complaint = lastComplaint
    let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
    if signal != 0 { return ("it was stopped by signal \(signal)", complaint) }
    return (code == 0 ? nil : complaint ?? "it ended with status \(code)", complaint)
  }

  private func wait() -> Int32 {
    close(input)
    isOver = true
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// The line of its complaints that says most: one that the system said, else the first.
  private var lastComplaint: String? {
    guard let complaints else { return nil }
    defer { fclose(complaints) }
    rewind(complaints)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, complaints)
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
    let system = [ENOSPC, EDQUOT, EFBIG, EACCES].map { String(cString: strerror($0)) }
    if let reason = system.first(where: { reason in lines.contains { $0.contains(reason) } }) {
      return reason.prefix(1).lowercased() + reason.dropFirst()
    }
    return lines.first.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
  }
}
