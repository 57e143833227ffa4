import Glibc

/// Says which run it was when a signal ends the process, or when a run takes too long.
enum CrashReport {
  /// Seconds after which a run counts as hanging.
  static let patience: UInt32 = 60

  static func install() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] { signal(number, report) }
  }

  static func begin(_ target: String, _ number: Int) {
    keep("\nwasl-fuzz: died in: \(target) --from \(number) --runs 1\n")
    alarm(patience)
  }

  static func end() { alarm(0) }

  private static func keep(_ text: String) {
    length = 0
    for byte in text.utf8.prefix(128) {
      line[length] = byte
      length += 1
    }
  }
}

// A signal handler can neither allocate nor take arguments: the message stands ready in memory of its own.
nonisolated(unsafe) private let line = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
nonisolated(unsafe) private var length = 0

private func report(_ number: Int32) {
  _ = write(2, line, length)
  signal(number, SIG_DFL)
  raise(number)
}
