internal import Synchronization
public import WaslBitext

/// How much a reader takes before it refuses an input: bombs and accidents end here, not in an exhausted machine.
///
/// The limits are those of the process, and the program owns them: it may set them once, at its start, as `wasl` does
/// from its environment variables. Libraries only read them. Reading a text takes some five times its bytes in memory.
public enum InputLimits {
  /// Bytes of one input, unpacked; 1 GiB unless set.
  public static var bytes: Int { byteLimit.load(ordering: .relaxed) }

  /// Elements or values inside each other in XML and JSON; 256 unless set.
  public static var depth: Int { depthLimit.load(ordering: .relaxed) }

  /// Attributes of one element of XML; 1,000 unless set.
  public static var attributes: Int { attributeLimit.load(ordering: .relaxed) }

  /// What `depth` may be raised to: each level takes room on the stack.
  public static let greatestDepth = 2_000

  /// What counts may be raised to.
  public static let greatestCount = 1 << 30

  /// Sets limits, for a program at its start; those that are nil stay. Numbers outside what is possible become the
  /// nearest that is.
  public static func set(bytes: Int? = nil, depth: Int? = nil, attributes: Int? = nil) {
    if let bytes { byteLimit.store(max(1, bytes), ordering: .relaxed) }
    if let depth { depthLimit.store(max(1, min(greatestDepth, depth)), ordering: .relaxed) }
    if let attributes { attributeLimit.store(max(1, min(greatestCount, attributes)), ordering: .relaxed) }
  }

  /// How to raise a limit, for messages.
  package static func raised(_ variable: String, _ now: Int, most: Int) -> String? {
    now < most ? "if you trust the input, raise the limit: \(variable)=\(min(most, now * 4))" : nil
  }

  /// What is said of an input above `bytes`.
  ///
  /// - Parameter what: what exceeds the limit.
  public static func tooLarge(_ what: String, name: String) -> WaslError {
    let megabytes = (bytes + (1 << 20) - 1) >> 20
    return WaslError(
      .input, "\(what) more than \(megabytes) MB", at: .init(file: name),
      advice: "cut it into parts, or raise the limit: WASL_MAX_INPUT_MB=\(megabytes * 4)")
  }
}

private let byteLimit = Atomic<Int>(1 << 30)
private let depthLimit = Atomic<Int>(256)
private let attributeLimit = Atomic<Int>(1_000)
