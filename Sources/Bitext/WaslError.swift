/// What went wrong, where, and what to do about it.
///
/// Printed as `FILE:LINE: message; advice` (or `FILE: byte N: …`), in the manner of a compiler, so
/// that editors and people find the place.
public struct WaslError: Error, Sendable, Hashable, CustomStringConvertible {
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

  public struct Location: Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int?
    /// From 0.
    public var byte: Int?

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

  public var code: Code
  public var message: String
  public var location: Location?
  public var advice: String?

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
