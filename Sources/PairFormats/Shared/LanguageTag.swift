internal import WaslBitext

/// BCP 47 language tags.
enum LanguageTag {
  /// Checks the form of a tag: a language of two to eight letters, or `x`, then subtags of one to eight
  /// letters or digits after hyphens. That its parts are registered is not checked.
  static func check(_ tag: String) throws(WaslError) {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.enumerated().allSatisfy { index, part in
        let isAlphanumeric = part.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) }
        let isLanguage = index > 0 || (part.utf8.allSatisfy(isLetter) && (part.count > 1 || part.lowercased() == "x"))
        return (1...8).contains(part.count) && isAlphanumeric && isLanguage
      } && (parts.count > 1 || parts[0].count > 1)
    guard isWellFormed else {
      throw WaslError(
        .usage, "'\(tag)' is not a language tag", advice: "give one such as ar, ar-SY or en-GB")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
