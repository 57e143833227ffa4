import Glibc
import WaslSystemIO

/// The line on a terminal that says how far a batch is, and the one that remains after it.
struct BatchProgress {
  private let total: Int?
  private let isShown: Bool
  private let start = BatchProgress.now()
  private var done = 0
  private var passed = 0
  private var shownAt = 0.0
  private var isOnScreen = false

  init(total: Int?, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && isatty(2) == 1
  }

  mutating func passedOver() { passed += 1 }

  mutating func finishedOne() {
    done += 1
    guard isShown else { return }
    let now = Self.now()
    if now - shownAt < 0.2 { return }
    shownAt = now
    let rate = Double(done) / max(0.001, now - start)
    var line = "\(done + passed)"
    if let total {
      let left = max(0, total - done - passed)
      line += " of \(total) documents, \((done + passed) * 100 / max(1, total)) %, \(Self.rate(rate)), "
      line += "\(Self.time(Double(left) / max(0.001, rate))) left"
    } else {
      line += " documents, \(Self.rate(rate))"
    }
    Self.show("\r\u{1B}[K" + line)
    isOnScreen = true
  }

  /// Takes the line off the screen.
  mutating func clear() {
    if isOnScreen { Self.show("\r\u{1B}[K") }
    isOnScreen = false
  }

  func summary(failures: Int) -> String {
    let seconds = Self.now() - start
    var line =
      "\(done - failures) documents aligned in \(Self.time(seconds)) (\(Self.rate(Double(done) / max(0.001, seconds))))"
    if passed > 0 { line += ", \(passed) done before" }
    if failures > 0 { line += ", \(failures) left out" }
    return line
  }

  private static func rate(_ value: Double) -> String {
    value >= 10 ? "\(Int(value)) documents/s" : "\((value * 10).rounded() / 10) documents/s"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  private static func show(_ text: String) {
    var sink = ByteSink(descriptor: 2, name: "<stderr>")
    sink.append(text)
    try? sink.flush()
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
