/// What went wrong, where, and what to do about it.
///
/// Printed as `FILE:LINE: message; advice` (or `FILE: byte N: …`), in the manner of a compiler, so
/// that editors and people find the place.
public struct WaslError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of thing went wrong.
  public enum Code: String, Sendable, Hashable {
    /// The input cannot be read or is not what it claims to be.
    case input
    /// Bytes that are not text in the encoding.
    case encoding
    /// A file breaks the rules of its format.
    case format
    /// The output cannot be written.
    case output
    /// Options that contradict each other or name nothing known.
    case usage
    /// The model file is damaged, of another version, or none at all.
    case model
    /// The input is fine, but holds nothing to align.
    case nothingToAlign
    /// A result broke one of Wasl's own rules: a bug.
    case defect
  }

  /// Where it went wrong: a file, and in it a line or a byte if known.
  public struct Location: Sendable, Hashable, CustomStringConvertible {
    /// A path as the user gave it, or `<stdin>`.
    public var file: String
    /// From 1.
    public var line: Int?
    /// From 0.
    public var byte: Int?

    /// A place in a file.
    public init(file: String, line: Int? = nil, byte: Int? = nil) {
      self.file = file
      self.line = line
      self.byte = byte
    }

    public var description: String {
      var text = file
      if let line { text += ":\(line)" }
      if let byte { text += ": byte \(byte)" }
      return text
    }
  }

  /// What kind of thing went wrong.
  public var code: Code
  /// What went wrong, in a few words without the place.
  public var message: String
  /// Where, if it is about a place.
  public var location: Location?
  /// What to do about it, if that is known.
  public var advice: String?

  /// An error of a kind, with what to say about it.
  public init(_ code: Code, _ message: String, at location: Location? = nil, advice: String? = nil) {
    self.code = code
    self.message = message
    self.location = location
    self.advice = advice
  }

  public var description: String {
    var text = location.map { "\($0): " } ?? ""
    text += message
    if let advice { text += "; \(advice)" }
    return text
  }
}
