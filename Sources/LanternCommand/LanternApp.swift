import ArgumentParser
import Figures
import Rendering

/// A command line for a catalogue of figures. One type makes the program:
///
/// ```swift
/// @main struct MyFigures: LanternApp {
///   static let catalogue = Catalogue([.init(Halving.self)])
/// }
/// ```
public protocol LanternApp: SendableMetatype {
  /// What the program is called; its file's name unless stated.
  static var name: String { get }
  /// What the program does, in one sentence.
  static var abstract: String { get }
  /// The figures that it knows.
  static var catalogue: Catalogue { get }
}

extension LanternApp {
  /// The name of the program's file.
  public static var name: String {
    CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "lantern"
  }

  /// What every such program does.
  public static var abstract: String { "Renders figures: stills, beats and frame sequences." }

  /// Runs the command line that the program was started with.
  public static func main() {
    exitProcess(run(Array(CommandLine.arguments.dropFirst()), on: .process))
  }

  /// Runs a command line: 0 when all was done, 1 when something could not be rendered or is wrong, 2 when the words
  /// cannot be understood or obeyed. Whatever fails is one sentence.
  static func run(_ arguments: [String], on console: Console) -> Int32 {
    do {
      if let word = arguments.first, !word.hasPrefix("-") { try checkSubcommand(word) }
      let command = try Root<Self>.parseAsRoot(arguments)
      if let action = command as? any Action {
        try action.run(on: console)
      } else {
        var command = command
        try command.run()
      }
      return 0
    } catch let error as InputError {
      return fail(error.sentence, 2, arguments, console)
    } catch let error as RenderFailure {
      return fail(error.sentence, 1, arguments, console)
    } catch is FaultsFound {
      return 1
    } catch {
      // Help, too, arrives as an error.
      guard Root<Self>.exitCode(for: error) != .success else {
        console.print(Root<Self>.fullMessage(for: error) + "\n")
        return 0
      }
      return fail(sentence(Root<Self>.message(for: error)), 2, arguments, console)
    }
  }

  private static func checkSubcommand(_ word: String) throws(InputError) {
    let names = Root<Self>.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if !names.contains(word) { throw .unknown("command", word, names) }
  }

  private static func fail(_ sentence: String, _ code: Int32, _ arguments: [String], _ console: Console)
    -> Int32
  {
    console.complain("\(name): \(sentence)\n")
    if arguments.contains("--json") { console.print(json(["errors": [sentence]])) }
    return code
  }

  /// The parser's own words as one sentence like ours.
  private static func sentence(_ message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    return line.prefix(1).lowercased() + (line.hasSuffix(".") ? line.dropLast() : Substring(line)).dropFirst()
  }
}

/// A subcommand, which talks to the console that it is given.
protocol Action: ParsableCommand {
  /// Does what the words say.
  func run(on console: Console) throws
}
