import Foundation

/// docs/writing-a-figure.md, read as its author means it: code, excerpts of sources, and commands with what they print.
struct Guide {
  /// A fenced block: what it is, and its lines.
  struct Block {
    let kind: String
    let lines: [String]
  }
  /// A command, and the lines that it is said to print; `…` stands for any.
  struct Command {
    let words: [String]
    let prints: [String]
  }

  let text: String
  let blocks: [Block]

  init() throws {
    text = try String(contentsOfFile: Outside.root + "/docs/writing-a-figure.md", encoding: .utf8)
    var blocks: [Block] = []
    var open: (kind: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open { blocks.append(Block(kind: block.kind, lines: block.lines)) }
      open = open == nil ? (String(line.dropFirst(3)), []) : nil
    }
    self.blocks = blocks
  }

  private var swift: [Block] { blocks.filter { $0.kind == "swift" } }
  private static func source(_ block: Block) -> String? {
    guard let head = block.lines.first, head.hasPrefix("// "), head.hasSuffix(".swift") else { return nil }
    return String(head.dropFirst(3))
  }

  /// The figure: all code that names no file.
  var figure: String {
    swift.filter { Self.source($0) == nil }.map { $0.lines.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// Code of the package's own sources, with the file that it is said to stand in.
  var excerpts: [(file: String, text: String)] {
    swift.compactMap { block in
      Self.source(block).map { ($0, block.lines.dropFirst().joined(separator: "\n")) }
    }
  }

  /// What is typed, without the name of the program.
  var commands: [Command] {
    blocks.filter { $0.kind == "console" }.flatMap { block in
      var commands: [Command] = []
      for line in block.lines {
        if line.hasPrefix("$ lantern ") {
          let words = line.split(separator: " ").dropFirst(2).map(String.init)
          commands.append(Command(words: words, prints: []))
        } else if let last = commands.popLast() {
          commands.append(Command(words: last.words, prints: last.prints + [line]))
        }
      }
      return commands
    }
  }

  /// Paths that stand in the prose between backquotes.
  var paths: [String] {
    text.components(separatedBy: "`").filter { part in
      ["Sources/", "Scenes/", "Tests/", "docs/"].contains { part.hasPrefix($0) } && !part.contains(" ")
    }
  }
}
