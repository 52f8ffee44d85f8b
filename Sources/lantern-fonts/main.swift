import Foundation

// Measures the fonts and writes the table that layout works with:
//   swift run lantern-fonts           writes Sources/Typography/Generated
//   swift run lantern-fonts --check   writes nothing; fails when a file there isn't what it would write
let folder = "Sources/Typography/Generated/"
let check = CommandLine.arguments.dropFirst() == ["--check"]
guard check || CommandLine.arguments.count == 1 else {
  FileHandle.standardError.write(Data("lantern-fonts takes no arguments but --check.\n".utf8))
  exit(64)
}
do {
  for (name, text) in try TableWriter.files() {
    if check {
      guard FileManager.default.contents(atPath: folder + name) == Data(text.utf8) else {
        throw Failure("\(folder)\(name) isn't what the installed fonts give; run `swift run lantern-fonts`.")
      }
    } else {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + name), options: .atomic)
      print("\(folder)\(name): \(text.utf8.count) bytes")
    }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
