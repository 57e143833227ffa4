import ArgumentParser
import WaslBitext

/// An option or a command that does not exist, with the one that was probably meant.
///
/// The parser reports whatever it notices first, such as the value of an unknown option as one file too many. So when
/// a command line is refused, this looks for unknown names before anything else is said.
struct UnknownArgument {
  /// Such as `unknown option '--format'; did you mean '--to'?`.
  let message: String
  private let command: any ParsableCommand.Type

  /// How the command is used, as the parser says it.
  var usage: String {
    let name = command.configuration.commandName ?? ""
    let lines = WaslCommand.usageString(for: command).split(separator: "\n").joined(separator: "\n       ")
    let help = name == Tool.name ? "wasl --help" : "wasl \(name) --help"
    return "Usage: \(lines)\n  See '\(help)' for more information."
  }

  /// Looks through a command line, without the program's name.
  ///
  /// - Returns: nil when all names in it are known.
  init?(in arguments: [String], of root: any ParsableCommand.Type) {
    var command = root
    var rest = arguments[...]
    while let word = rest.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
      let names = command.configuration.subcommands.map { $0.configuration.commandName ?? "" } + ["help"]
      guard names.contains(word) else {
        self.command = command
        message = "unknown command '\(word)'\(Self.suggestion(for: word, among: names))"
        return
      }
      rest.removeFirst()
      if let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) {
        command = next
      }
    }
    let names = Self.optionNames(of: command)
    for word in rest.prefix(while: { $0 != "--" }) {
      guard let name = Self.optionName(word), !names.contains(name) else { continue }
      self.command = command
      message = "unknown option '\(name)'\(Self.suggestion(for: name, among: names))"
      return
    }
    return nil
  }

  /// The name in an argument that is an option; nil for values, `-`, and negative numbers.
  private static func optionName(_ word: String) -> String? {
    guard word.hasPrefix("-"), word.count > 1 else { return nil }
    if word.hasPrefix("--") { return String(word.prefix { $0 != "=" }) }
    let name = String(word.prefix(2))
    return name.last?.isLetter == true ? name : nil
  }

  /// The options that the help of a command lists.
  private static func optionNames(of command: any ParsableCommand.Type) -> [String] {
    var names = ["-h", "--help", "--version", "--generate-completion-script", "--experimental-dump-help"]
    for line in WaslCommand.helpMessage(for: command, columns: 1_000).split(separator: "\n") {
      guard line.hasPrefix("  -") else { continue }
      for word in line.split(whereSeparator: { " ,".contains($0) }).prefix(while: { $0.hasPrefix("-") }) {
        names.append(String(word))
      }
    }
    return names
  }

  /// What options of the same meaning are called elsewhere.
  private static let synonyms = [
    "--format": "--to", "--output-format": "--to", "--input-format": "--from", "--out": "--output",
    "--outfile": "--output", "--threads": "--jobs", "-t": "--to", "-f": "--from",
    "--silent": "--quiet",
    "--charset": "--encoding", "--manifest": "--batch", "--list": "--batch", "--lang": "--language",
  ]

  private static func suggestion(for name: String, among names: [String]) -> String {
    if let synonym = synonyms[name], names.contains(synonym) { return "; did you mean '\(synonym)'?" }
    let near = names.filter { $0.count > 2 && ($0.hasPrefix(name) && name.count > 3 || isNear(name, $0)) }
    guard let best = near.min(by: { distance(name, $0) < distance(name, $1) }) else { return "" }
    return "; did you mean '\(best)'?"
  }

  private static func isNear(_ name: String, _ other: String) -> Bool {
    let length = name.drop { $0 == "-" }.count
    return length > 2 && distance(name, other) <= max(1, length / 3)
  }

  /// How many characters are put in, left out, exchanged or swapped with their neighbour (optimal string alignment).
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var (beforeLast, last) = ([Int](), Array(0...right.count))
    for row in left.indices {
      var costs = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, costs[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        costs.append(cost)
      }
      (beforeLast, last) = (last, costs)
    }
    return last[right.count]
  }
}
