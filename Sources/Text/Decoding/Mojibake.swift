public import WaslBitext

/// UTF-8 that was read as a code page of one byte a character and saved again: `ط§ظ„` or `Ø§Ù„` for `ال`.
///
///     if let repair = Mojibake.repair(text) { print("\(repair.words) words repaired"); text = repair.text }
///
/// A word is taken for damaged if its characters, turned back into the code page's bytes, are UTF-8 without a rest and
/// spell Arabic. In sound text no word does: after ط and ظ it would need a sign, twice. The damage may be twofold, and
/// part of the text only. What is no mojibake keeps its bytes.
public struct Mojibake: Sendable {
  /// The text as it was before the damage.
  public var text: SourceText
  /// What the text was read as by mistake: `windows-1256` or `windows-1252` (also for ISO-8859-1).
  public var codePage: String
  /// How many words were damaged.
  public var words: Int
  /// How many letters were lost, their byte having no character in the code page, and taken for ف.
  public var guessed: Int

  /// What was done, without the text's name.
  public var message: String {
    var message =
      "its letters had been read as \(codePage) and saved so; repaired \(words) word\(words == 1 ? "" : "s")"
    if guessed > 0 { message += "; \(guessed) lost letters taken for ف" }
    return message
  }

  /// The repaired text, or nil where nothing is damaged.
  ///
  /// - Complexity: linear; a sound text is only looked through.
  public static func repair(_ text: SourceText) -> Mojibake? {
    guard let found = repair(text.bytes) else { return nil }
    return Mojibake(
      text: SourceText(name: text.name, bytes: found.bytes, encoding: text.encoding), codePage: found.codePage,
      words: found.words, guessed: found.guessed)
  }

  typealias Repaired = (bytes: [UInt8], codePage: String, words: Int, guessed: Int)

  static func repair(_ bytes: [UInt8]) -> Repaired? {
    guard looksDamaged(bytes.span) else { return SingleByteMojibake.repair(bytes) }
    var words = MojibakeWords(bytes)
    guard words.repair() else { return SingleByteMojibake.repair(bytes) }
    return (words.text, words.codePage, words.count, words.guessed)
  }

  /// Whether two sequences of a damaged letter stand next to each other anywhere.
  static func looksDamaged(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 1 < bytes.count {
        guard isLead(bytes, at: index) else {
          index += 1
          continue
        }
        // The character after the lead, and then a lead again, or the third character of a quotation mark.
        let next =
          index + 2 < bytes.count ? index + 2 + max(1, UTF8Scalar.sequenceLength(bytes[index + 2])) : bytes.count
        if index + 2 < bytes.count, bytes[index + 2] >= 0x80, next < bytes.count {
          if isLead(bytes, at: next) || bytes[index] == 0xC3 && bytes[next] >= 0xC2 { return true }
        }
        if bytes[index] == 0xC3, isLead(bytes, at: index + 2) { return true }
        index += 2
      }
      return false
    }
  }

  /// ط ظ, Â Ã Ø Ù, or `â`, with which quotation marks begin.
  private static func isLead(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if bytes[index] == 0xD8 { return next == 0xB7 || next == 0xB8 }
    return bytes[index] == 0xC3 && (next == 0x82 || next == 0x83 || next == 0x98 || next == 0x99 || next == 0xA2)
  }
}
