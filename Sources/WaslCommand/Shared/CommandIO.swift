import ArgumentParser
import CWaslKernel
import Glibc
import WaslBitext
import WaslPairFormats
import WaslSystemIO
import WaslText

/// Messages and exit statuses, the same for every subcommand.
///
/// Results go to standard output or a file, messages to standard error: `wasl: error: …`.
enum CommandIO {
  /// What the process returns.
  enum Status {
    static let done: Int32 = 0
    /// It ran, but there is nothing to align, or a result is below the floor asked for.
    static let failed: Int32 = 1
    /// Bad usage or input.
    static let unusable: Int32 = 2
    /// A result broke one of Wasl's own rules.
    static let defect: Int32 = 3
  }

  /// Before anything else: a closed pipe is an error of `write`, not the end of the process, and an
  /// interrupted process leaves no partial files.
  static func prepare() {
    holdStandardStreams()
    ckernel_keep_memory()
    signal(SIGPIPE, SIG_IGN)
    // So is a file above the size that the shell allows.
    signal(SIGXFSZ, SIG_IGN)
    InterruptCleanup.install(
      fault: """
        wasl: error: ended by a lack of memory or a fault of its own, and wrote no output; give it more memory \
        (ulimit -v) or a smaller input, and if that does not help, please report it

        """)
  }

  /// Fills the places of standard streams that are closed: the next file opened would take one, and messages would
  /// be written into an output. They are opened the wrong way round, so that using one stays an error.
  private static func holdStandardStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free, so this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// That the arguments are text: strings would hold others in their place, and name other files.
  static func checkArguments() throws(WaslError) {
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else { continue }
      throw WaslError(
        .usage, "argument \(index) is not valid UTF-8: \(String(cString: argument))",
        advice: "give the file another name, or a link to it")
    }
  }

  /// Takes the limits on inputs from the environment.
  static func takeLimits() throws(WaslError) {
    InputLimits.set(
      bytes: try number("WASL_MAX_INPUT_MB", most: 1 << 30).map { $0 << 20 },
      depth: try number("WASL_MAX_DEPTH", most: InputLimits.greatestDepth),
      attributes: try number("WASL_MAX_ATTRIBUTES", most: InputLimits.greatestCount))
  }

  private static func number(_ variable: String, most: Int) throws(WaslError) -> Int? {
    guard let value = getenv(variable) else { return nil }
    let text = String(cString: value)
    if text.isEmpty { return nil }
    guard let number = Int(text), (1...most).contains(number) else {
      throw WaslError(.usage, "\(variable) is '\(text)'", advice: "give a number from 1 to \(most), or unset it")
    }
    return number
  }

  static func error(_ message: String) { say("error: \(message)") }
  static func warning(_ message: String) { say("warning: \(message)") }
  static func note(_ message: String) { say(message) }

  private static func say(_ message: String) {
    var sink = ByteSink(descriptor: 2, name: "<stderr>")
    sink.append("\(Tool.name): \(message)\n")
    // Nobody is left to tell when standard error is closed.
    try? sink.flush()
  }

  /// Writes text to standard output.
  static func print(_ text: String) throws {
    try OutputFile.write(to: nil) { $0.append(text.hasSuffix("\n") ? text : text + "\n") }
  }

  /// Does the command's work, reports what went wrong, and returns the exit status.
  static func status(_ body: () throws -> Void) -> Int32 {
    do {
      try body()
      return Status.done
    } catch is ClosedPipe {
      // Whoever reads has what it wanted.
      return Status.done
    } catch let error as WaslError {
      CommandIO.error(error.description)
      return switch error.code {
      case .nothingToAlign: Status.failed
      case .defect: Status.defect
      default: Status.unusable
      }
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return parserStatus(error)
    }
  }

  /// Prints help, the version and completions, which come as errors too; any other error is bad usage.
  private static func parserStatus(_ error: any Error) -> Int32 {
    let message = WaslCommand.fullMessage(for: error)
    let arguments = CommandLine.arguments.dropFirst()
    let isHelp = arguments.first == "help"
    // The parser answers `wasl help NAME` for any name.
    let isDone = WaslCommand.exitCode(for: error) == .success
    if !isDone || isHelp,
      let unknown = UnknownArgument(in: Array(isHelp ? arguments.dropFirst() : arguments), of: WaslCommand.self)
    {
      CommandIO.error("\(unknown.message)\n\(unknown.usage)")
    } else if isDone {
      return status { try print(message) }
    } else {
      let prefix = "Error: "
      CommandIO.error(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
    }
    return Status.unusable
  }
}

/// Flags that every subcommand takes.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print errors only: no warnings, no summary, no progress.")
  var quiet = false

  func warn(_ message: String) {
    if !quiet { CommandIO.warning(message) }
  }

  /// Says which units of a file of pairs were not taken: the first, and how many.
  func warn(ofLeftOut parts: [PairFile.LeftOut], name: String) {
    for part in parts.prefix(10) { warn("\(name):\(part.line): left out: \(part.reason)") }
    if parts.count > 10 { warn("\(name): \(parts.count) units left out in all") }
  }

  /// Says that a text was not as it had been written.
  func warn(of repair: Mojibake) {
    warn("\(repair.text.name): \(repair.message)")
  }

  func note(_ message: String) {
    if !quiet { CommandIO.note(message) }
  }
}
