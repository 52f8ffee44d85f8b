#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Figures
import Rendering

/// How many processors there are.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// What a variable of the environment says; nil when it is not set.
func environmentValue(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The folder that relative paths start from.
func workingFolder() -> String {
  guard let path = getcwd(nil, 0) else { return "" }
  defer { free(path) }
  return String(cString: path)
}

/// The folder that a command is to write to, if it is one or can become one.
func outputFolder(_ path: String) throws(InputError) -> OutputFolder {
  guard !path.isEmpty else { throw InputError("--out needs the path of a folder") }
  let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  // The nearest thing that exists must be a folder that can be written to.
  var existing = path
  var info = stat()
  while stat(existing, &info) != 0 && (errno == ENOENT || errno == ENOTDIR) {
    let parent = existing.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    existing = parent.isEmpty ? (existing.hasPrefix("/") ? "/" : ".") : parent
  }
  guard info.st_mode & S_IFMT == S_IFDIR else {
    throw InputError("--out \(path): \(existing) is not a folder")
  }
  guard access(existing, W_OK | X_OK) == 0 else {
    throw InputError("--out \(path): you may not write to \(existing)")
  }
  return OutputFolder(path)
}

/// Whether there is a file or folder at a path.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The path of a source file, which `#fileID` names by module and file, from the folder of the package;
/// that name itself when the file is not found there.
func sourcePath(_ id: String) -> String {
  for folder in ["Scenes", "Sources"] {
    var info = stat()
    if stat("\(folder)/\(id)", &info) == 0 { return "\(folder)/\(id)" }
  }
  return id
}

/// A folder that is to be read.
func existingFolder(_ path: String) throws(InputError) -> OutputFolder {
  var info = stat()
  guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
    throw InputError("there is no folder \(path)")
  }
  return OutputFolder(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
}
