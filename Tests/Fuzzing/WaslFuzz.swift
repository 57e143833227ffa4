import Glibc
import WaslBitext

/// Feeds made-up and damaged input to everything that reads input, and checks what comes out.
///
///     wasl-fuzz [TARGET…] [--seconds N] [--runs N] [--from N] [--patience N]
///
/// Run `n` of a target always gets the same input, so a failure is repeated by `wasl-fuzz TARGET --from n --runs 1`.
/// Exit status: 0 nothing found, 1 something found; a crash or a run of more than a minute (`--patience`) ends the
/// process by its signal, after a line that names the run.
@main
enum WaslFuzz {
  struct Options {
    var targets: [String] = []
    /// CPU seconds for each target.
    var seconds = 10.0
    var runs = Int.max
    var from = 0
    /// Seconds of processor time that a run may take; a sanitizer's debug build is a hundred times slower.
    var patience = 60
    /// A file to be fed as it is.
    var file: String?
  }

  static func main() {
    guard let options = options(CommandLine.arguments.dropFirst()) else {
      print("usage: wasl-fuzz [TARGET…] [--seconds N] [--runs N] [--from N] [--patience N] [--file PATH]")
      print("targets: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
      exit(2)
    }
    CrashReport.install()
    var failures = 0
    say("target         runs  accepted   refused  failures  CPU seconds")
    for target in FuzzTarget.all where options.targets.isEmpty || options.targets.contains(target.name) {
      if let file = options.file {
        failures += replay(target, file, options)
        continue
      }
      failures += run(target, options)
    }
    exit(failures == 0 ? 0 : 1)
  }

  private static func options(_ arguments: ArraySlice<String>) -> Options? {
    var options = Options()
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--seconds":
        if let value = rest.popFirst().flatMap(Double.init) { options.seconds = value } else { return nil }
      case "--runs": if let value = rest.popFirst().flatMap({ Int($0) }) { options.runs = value } else { return nil }
      case "--from": if let value = rest.popFirst().flatMap({ Int($0) }) { options.from = value } else { return nil }
      case "--patience":
        if let value = rest.popFirst().flatMap({ Int($0) }), value > 0 { options.patience = value } else { return nil }
      case "--file": if let path = rest.popFirst() { options.file = path } else { return nil }
      default:
        guard FuzzTarget.all.contains(where: { $0.name == argument }) else { return nil }
        options.targets.append(argument)
      }
    }
    return options
  }

  private static func run(_ target: FuzzTarget, _ options: Options) -> Int {
    let start = processorSeconds()
    var (runs, refused, failures) = (0, 0, 0)
    let input = target.prepare()
    while runs < options.runs, processorSeconds() - start < options.seconds {
      let number = options.from + runs
      CrashReport.begin(target.name, number, patience: options.patience)
      // Each run has its own stream of random numbers.
      var random = SplitMix64(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ target.salt)
      do { try input(&random) } catch is WaslError { refused += 1 } catch {
        failures += 1
        say("\(target.name) --from \(number) --runs 1: \(error)")
      }
      runs += 1
    }
    CrashReport.end()
    func column(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    let name = target.name + String(repeating: " ", count: max(0, 10 - target.name.utf8.count))
    say(
      name + column(runs, 9) + column(runs - refused - failures, 10) + column(refused, 10) + column(failures, 10)
        + column(Int(processorSeconds() - start), 13))
    return failures
  }

  private static func replay(_ target: FuzzTarget, _ path: String, _ options: Options) -> Int {
    CrashReport.begin(target.name, 0, patience: options.patience)
    defer { CrashReport.end() }
    do {
      try target.replay(path)
      print("\(target.name): \(path) accepted")
    } catch let error as WaslError {
      print("\(target.name): refused: \(error)")
    } catch {
      print("\(target.name): \(path): \(error)")
      return 1
    }
    return 0
  }

  /// At once, for the next run may be the last.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Of this process and of those that it has run.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    var children = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    let times = [children.ru_utime, children.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 + times[0] + times[1]
  }
}
