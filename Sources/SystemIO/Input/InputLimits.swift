internal import Synchronization
public import WaslBitext

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
    set { depthLimit.store(max(1, min(greatestDepth, newValue)), ordering: .relaxed) }
  }

  /// What `depth` may be raised to: each level takes room on the stack.
  public static let greatestDepth = 2_000

  /// Attributes of one element of XML; 1,000 unless set.
  public static var attributes: Int {
    get { attributeLimit.load(ordering: .relaxed) }
    set { attributeLimit.store(max(1, min(greatestCount, newValue)), ordering: .relaxed) }
  }

  /// What counts may be raised to.
  public static let greatestCount = 1 << 30

  /// How to raise a limit, for messages.
  package static func raised(_ variable: String, _ now: Int, most: Int) -> String? {
    now < most ? "raise the limit if it is no attack: \(variable)=\(min(most, now * 4))" : nil
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
