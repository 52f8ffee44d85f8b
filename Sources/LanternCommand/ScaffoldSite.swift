#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import FoundationEssentials
import Figures

/// The place where a new figure goes.
enum ScaffoldSite: Equatable {
  /// Lantern's own sources: the folder of a part, and the part as `About` writes it.
  case part(folder: String, name: String)
  /// A package that depends on Lantern: the folder of its target, and the file that holds its catalogue.
  case package(target: String, catalogue: String)
  /// An empty folder, which becomes a package; where Lantern's sources are.
  case empty(folder: String, lantern: String)

  /// Looks around the working directory.
  static func find(part: String?, lantern: String?) throws(InputError) -> ScaffoldSite {
    let here = FileManager.default.currentDirectoryPath
    guard let root = packageRoot(above: here) else {
      if part != nil { throw InputError("--part is for Lantern's own sources, and this is not among them") }
      guard names(in: here).allSatisfy({ $0.hasPrefix(".") }) else {
        throw InputError(
          "there is no package here: run it in a package that depends on Lantern, or in an empty folder")
      }
      return .empty(folder: here, lantern: try lanternRoot(lantern))
    }
    if lantern != nil { throw InputError("--lantern is for a new package, and there is one at \(root)") }
    if isLantern(root) { return try own(root, part) }
    if part != nil { throw InputError("--part is for Lantern's own sources, and this is not among them") }
    return try outside(root)
  }

  private static func own(_ root: String, _ part: String?) throws(InputError) -> ScaffoldSite {
    let folders = names(in: root + "/Scenes").filter { $0.hasPrefix("Part") }.sorted()
    // Part07Serving is the folder of 07-serving.
    let parts = folders.map { folder in
      let digits = folder.dropFirst(4).prefix { $0.isNumber }
      return "\(digits)-\(folder.dropFirst(4 + digits.count).lowercased())"
    }
    guard let part else {
      throw InputError(
        "--part says which part of the book the figure is for: choose from \(parts.joined(separator: ", "))")
    }
    guard let i = parts.firstIndex(of: part) else { throw .unknown("part", part, parts) }
    return .part(folder: root + "/Scenes/" + folders[i], name: part)
  }

  private static func outside(_ root: String) throws(InputError) -> ScaffoldSite {
    for target in names(in: root + "/Sources").sorted() {
      let folder = root + "/Sources/" + target
      for file in names(in: folder).sorted() where file.hasSuffix(".swift") {
        let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        if text?.contains(": LanternApp") == true {
          return .package(target: folder, catalogue: folder + "/" + file)
        }
      }
    }
    throw InputError("no target of the package at \(root) has a type that conforms to LanternApp")
  }

  private static func packageRoot(above folder: String) -> String? {
    var folder = folder
    while !exists(folder + "/Package.swift") {
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return nil }
      folder = String(folder[..<slash])
    }
    return folder
  }

  private static func isLantern(_ root: String) -> Bool {
    exists(root + "/Sources/LanternKit") && exists(root + "/Scenes")
  }

  /// Lantern's sources: where the option says, else around this program.
  private static func lanternRoot(_ given: String?) throws(InputError) -> String {
    if let given {
      guard isLantern(given) else { throw InputError("--lantern \(given): these are not Lantern's sources") }
      return resolved(given)
    }
    if let program = CommandLine.arguments.first, let root = packageRoot(above: resolved(program)),
      isLantern(root)
    {
      return root
    }
    throw InputError("a new package must know where Lantern's sources are: give --lantern <dir>")
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
