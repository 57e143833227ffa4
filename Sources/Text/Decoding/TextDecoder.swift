public import WaslBitext

/// Makes text of the bytes of an input: UTF-8, UTF-16, UTF-32, Windows-1256, ISO-8859-6 or Windows-1252 as
/// detected, or any encoding ICU knows by name.
///
///     let text = try TextDecoder().decode(bytes, name: "letter.txt")
///     if text.encoding != "UTF-8" { print("read as \(text.encoding)") }
///
/// The encoding is decided by a byte order mark, then by the zero bytes of UTF-16, then by whether the
/// bytes are valid UTF-8, then by which single-byte encoding makes words of them. UTF-8's byte order mark
/// stays in the text; those of UTF-16 and UTF-32 belong to the encoding and go.
public struct TextDecoder: Sendable, Hashable {
  /// The name of the encoding, or nil to detect it.
  public var encoding: String?
  /// Whether each bad sequence and each NUL becomes U+FFFD instead of an error.
  public var replacesInvalid: Bool

  public init(encoding: String? = nil, replacesInvalid: Bool = false) {
    self.encoding = encoding
    self.replacesInvalid = replacesInvalid
  }

  /// Decodes a whole input. Valid UTF-8 is passed through without a copy.
  ///
  /// - Parameter name: what messages call the input.
  /// - Throws: an `.encoding` error that names the first bad byte and its line; an `.input` error for a
  ///   file that is not text; a `.usage` error for an encoding nobody knows.
  public func decode(_ bytes: consuming [UInt8], name: String) throws(WaslError) -> SourceText {
    let stream = StreamDecoder(self, name: name)
    try stream.settle(bytes.span, isWhole: true)
    if stream.encoding == "UTF-8", stream.isValidated || UTF8Validation.firstDefect(bytes.span) == nil {
      return SourceText(name: name, bytes: bytes, encoding: "UTF-8")
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    try stream.append(bytes.span, isLast: true, to: &output)
    return SourceText(name: name, bytes: output, encoding: stream.encoding ?? "UTF-8")
  }

  /// Whether bytes are valid UTF-8 and hold no NUL.
  public static func isUTF8(_ bytes: [UInt8]) -> Bool { UTF8Validation.firstDefect(bytes.span) == nil }
}
