internal import Glibc
internal import Synchronization

/// Removes the files that are being written when a signal ends the process.
public enum InterruptCleanup {
  /// Makes SIGINT, SIGTERM and SIGHUP remove the partial outputs before they end the process.
  ///
  /// For programs: a library that took over its host's signals would surprise it. A signal that the
  /// process was started to ignore stays ignored.
  ///
  /// - Parameter fault: printed on standard error when the process dies of a trap or a bad access, as it does for
  ///   lack of memory; the partial outputs go then too.
  public static func install(fault: StaticString) {
    faultMessage = fault
    installFaults()
    var remove = sigaction()
    remove.__sigaction_handler.sa_handler = removeAllAndDie
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(number, &remove, &before)
      // SIG_IGN is the address 1, which Swift cannot compare as a function.
      if unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 {
        sigaction(number, &before, nil)
      }
    }
  }

  private static func installFaults() {
    // A stack that has overflowed cannot hold the handler.
    let size = 1 << 16
    var stack = stack_t(ss_sp: .allocate(byteCount: size, alignment: 16), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    var report = sigaction()
    report.__sigaction_handler.sa_handler = reportFault
    report.sa_flags = SA_ONSTACK
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigaction(number, &report, nil) }
  }

  /// Opens and registers a file with nothing between that a signal could fall into: one that comes meanwhile waits for
  /// it, and where one has come nothing is opened any more.
  package static func whileOpening<Result>(_ body: () throws -> Result) rethrows -> Result {
    // The handler must not wait for the thread that it runs on.
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    openings.add(1, ordering: .sequentiallyConsistent)
    if isEnding.load(ordering: .sequentiallyConsistent) {
      openings.subtract(1, ordering: .sequentiallyConsistent)
      while true { sleep(1) }
    }
    defer {
      openings.subtract(1, ordering: .sequentiallyConsistent)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return try body()
  }

  /// Names a file to be removed on a signal.
  ///
  /// - Returns: what `release` takes, or nil when too many files are open at once; such a file is not
  ///   cleaned up after a signal.
  package static func register(_ path: String) -> Int? {
    guard let name = strdup(path) else { return nil }
    let address = UInt(bitPattern: name)
    for slot in slots.indices
    where slots[slot].compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing).exchanged {
      return slot
    }
    free(name)
    return nil
  }

  package static func release(_ slot: Int?) {
    guard let slot else { return }
    free(UnsafeMutableRawPointer(bitPattern: slots[slot].exchange(0, ordering: .acquiringAndReleasing)))
  }
}

/// Addresses of C strings, 0 where free. A signal handler may neither allocate nor lock, so the table is
/// fixed, and whoever exchanges an address for 0 owns the string.
private let slots = InlineArray<64, Atomic<UInt>> { _ in Atomic(0) }

/// How many threads are opening a file, and whether a signal is ending the process.
private let openings = Atomic(0)
private let isEnding = Atomic(false)

nonisolated(unsafe) private var faultMessage: StaticString = ""

private func reportFault(_ number: Int32) {
  _ = write(2, faultMessage.utf8Start, faultMessage.utf8CodeUnitCount)
  removeAllAndDie(number)
}

private func removeAllAndDie(_ number: Int32) {
  isEnding.store(true, ordering: .sequentiallyConsistent)
  // A second at most: a file system may hang, and a fault may lie in the opening itself.
  var waits = 0
  while openings.load(ordering: .sequentiallyConsistent) > 0, waits < 1000 {
    usleep(1000)
    waits += 1
  }
  for slot in slots.indices {
    let address = slots[slot].exchange(0, ordering: .acquiringAndReleasing)
    if let name = UnsafePointer<CChar>(bitPattern: address) { unlink(name) }
  }
  signal(number, SIG_DFL)
  raise(number)
}
