import Glibc

/// Says which run it was when a signal ends the process, or when a run takes too long.
enum CrashReport {
  static func install() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM, SIGPROF] { signal(number, report) }
  }

  /// - Parameter patience: seconds of processor time after which the run counts as hanging: the machine may be busy
  ///   with other things. A run that waits counts as hanging after ten times as long.
  static func begin(_ target: String, _ number: Int, patience: Int) {
    keep("\nwasl-fuzz: died in: \(target) --from \(number) --runs 1\n")
    watch(patience)
  }

  static func end() { watch(0) }

  private static func watch(_ seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    alarm(UInt32(10 * seconds))
  }

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
