#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What decides the bytes that this process writes, beside what it is asked for.
enum RunningCode {
  /// The program and every library that it has loaded, each as the very file that it is: path, inode, size and times.
  /// Nil where that cannot be found out, and so nothing may be taken for unchanged.
  static func identity() -> String? { loaded().map { $0.joined(separator: "\n") } }

  /// What decides how a frame is drawn: the libraries, and the sources of all that comes after the frame. So what was
  /// drawn before a rebuild stays good when only figures were changed. Where the sources are not there, or any was
  /// touched after the program was built, it is the whole program.
  static func drawing() -> String? {
    guard let files = loaded() else { return nil }
    guard let program = program(), let built = FileState(program), let sources = sources(before: built) else {
      return files.joined(separator: "\n")
    }
    let libraries = files.filter { !$0.hasPrefix(program + " ") }
    #if DEBUG
      let build = "debug"
    #else
      let build = "release"
    #endif
    return ([build, sources] + libraries).joined(separator: "\n")
  }

  /// A line for each file whose code this process has loaded.
  private static func loaded() -> [String]? {
    #if os(Linux)
      guard let maps = pseudoFile("/proc/self/maps") else { return nil }
      var paths = Set<Substring>()
      for line in maps.split(separator: "\n") {
        // Address, rights, offset, device, inode, path.
        let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        guard words.count == 6, words[1].contains("x") else { continue }
        let path = words[5].drop { $0 == " " }
        if path.hasPrefix("/") { paths.insert(path) }
      }
      var lines: [String] = []
      for path in paths.sorted() {
        // A file that was replaced while it runs is not the one that runs.
        guard let state = FileState(String(path)) else { return nil }
        lines.append("\(path) \(state.text)")
      }
      return lines.isEmpty ? nil : lines
    #else
      return nil
    #endif
  }

  /// The path of the program.
  private static func program() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The modules that a frame goes through.
  private static let modules = [
    "Geometry", "Drawing", "Typography", "CairoBackend", "SVGBackend", "Encoding", "Rendering",
  ]

  /// The SHA-256 of the sources of those modules, if none was touched since the program was built.
  private static func sources(before built: FileState, _ file: String = #filePath) -> String? {
    let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let folder = OutputFolder(root)
    var names = ["Package.swift"]
    for module in modules {
      for name in folder.names(in: "Sources/" + module) where !name.hasPrefix(".") {
        let path = "Sources/\(module)/\(name)"
        if name.hasSuffix(".swift") { names.append(path) }
        for inner in folder.names(in: path) where inner.hasSuffix(".swift") {
          names.append(path + "/" + inner)
        }
      }
    }
    var digest = Digest()
    for name in names.sorted() {
      guard let state = FileState(folder.path(of: name)), state.changed < built.modified,
        let bytes = contents(folder.path(of: name))
      else { return nil }
      digest.add(name)
      digest.add(String(decoding: bytes, as: UTF8.self))
    }
    return digest.text
  }

  /// The text of a file that says of itself that it is empty.
  private static func pseudoFile(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = fread(&buffer, 1, buffer.count, file)
      if n == 0 { break }
      bytes += buffer[..<n]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
