internal import Bitext
internal import Synchronization

/// How much a reader takes before it refuses an input: bombs and accidents end here, not in an exhausted machine.
///
/// Process-wide, for a program to set once at its start. Reading a text takes some five times its bytes in memory.
public enum InputLimits {
  /// Bytes of one input, unpacked; 1 GiB unless set.
  public static var bytes: Int {
    get { byteLimit.load(ordering: .relaxed) }
    set { byteLimit.store(max(1, newValue), ordering: .relaxed) }
  }

  /// Elements or values inside each other in XML and JSON; 256 unless set, and at most 2,000.
  public static var depth: Int {
    get { depthLimit.load(ordering: .relaxed) }
    set { depthLimit.store(max(1, min(2_000, newValue)), ordering: .relaxed) }
  }

  /// Attributes of one element.
  static let attributes = 1_000

  /// - Parameter what: what exceeds the limit.
  static func tooLarge(_ what: String, name: String) -> WaslError {
    let megabytes = (bytes + (1 << 20) - 1) >> 20
    return WaslError(
      .input, "\(what) more than \(megabytes) MB", at: .init(file: name),
      advice: "cut it into parts, or raise the limit: WASL_MAX_INPUT_MB=\(megabytes * 4)")
  }
}

private let byteLimit = Atomic<Int>(1 << 30)
private let depthLimit = Atomic<Int>(256)
