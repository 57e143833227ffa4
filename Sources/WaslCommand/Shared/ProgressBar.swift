import Glibc
import Synchronization
import WaslBitext
import WaslSystemIO

/// A line on the terminal that shows how far long work is, drawn once a second has passed and wiped at the end.
///
///     let progress = messages.progress(stages: ["sentences", "words"])
///     defer { progress?.stop() }
///     …
///     progress?.advance()
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    /// What stands on the terminal.
    var drawn = ""
    var isOver = false
  }

  private let stages: [String]
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// - Parameter stages: what the work consists of, in order; the bar shows the share of them that is done.
  init(stages: [String]) { self.stages = stages }

  /// Whether standard error is a terminal that can rewrite a line.
  static var isPossible: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// Begins to watch the clock, on a thread of its own: the work need not report while it is in a stage.
  func run() {
    var thread = pthread_t()
    let this = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<ProgressBar>.fromOpaque(argument).takeRetainedValue().watch()
        return nil
      }, this.toOpaque())
    // Without a thread there is no bar; the work does not depend on it.
    if failure == 0 { pthread_detach(thread) } else { this.release() }
  }

  /// The next stage has begun.
  func advance() { state.withLock { $0.done = min($0.done + 1, stages.count - 1) } }

  /// Wipes the line; it does not come back.
  func stop() {
    state.withLock { state in
      if !state.drawn.isEmpty && !state.isOver { write("\r\u{1B}[K") }
      state.isOver = true
    }
  }

  private func watch() {
    while true {
      usleep(100_000)
      let isOver = state.withLock { state in
        let seconds = Int((ContinuousClock.now - start).components.seconds)
        let line = line(done: state.done, seconds: seconds)
        if !state.isOver && seconds >= 1 && line != state.drawn {
          write(line)
          state.drawn = line
        }
        return state.isOver
      }
      if isOver { return }
    }
  }

  private static let width = 24

  /// The bar, the stage and the time, such as `wasl: [########----------------] words, 3 s`.
  func line(done: Int, seconds: Int) -> String {
    let filled = ProgressBar.width * done / stages.count
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: ProgressBar.width - filled)
    return "\r\(Tool.name): [\(bar)] \(stages[done]), \(seconds) s\u{1B}[K"
  }

  private func write(_ text: String) {
    var sink = ByteSink(descriptor: STDERR_FILENO, name: "<stderr>")
    sink.append(text)
    // Nobody is left to tell when standard error is closed.
    try? sink.flush()
  }
}

extension MessageOptions {
  /// A running bar on a terminal, nil where there is none or `--quiet` asks for none.
  func progress(stages: [String]) -> ProgressBar? {
    guard !quiet && ProgressBar.isPossible else { return nil }
    let bar = ProgressBar(stages: stages)
    bar.run()
    return bar
  }
}
