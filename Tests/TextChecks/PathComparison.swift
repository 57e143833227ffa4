internal import WaslBitext
internal import WaslText

/// Runs text through every way of the text core and compares: the loops of each set of instructions with each other,
/// and with ICU's way, which they must equal bit by bit.
public final class PathComparison {
  /// How much was compared.
  public private(set) var texts = 0
  public private(set) var bytes = 0

  private let tokenizers: [Tokenizer]
  private let keyTokenizers: [KeyTokenizer]
  private let segmenters: [SentenceSegmenter] = [
    SentenceSegmenter(language: .arabic),
    SentenceSegmenter(
      language: .english, options: SegmentationOptions(wrapped: true, breakAtSemicolon: true, breakAtColon: true)),
    SentenceSegmenter(language: .arabic, options: SegmentationOptions(presplit: true)),
  ]
  private let normalizers: [(name: String, ways: [Normalizer])]

  /// The first way of each kind is ICU's.
  public init() throws {
    tokenizers = [try Tokenizer(usesFastPath: false), try Tokenizer()]
    keyTokenizers =
      [try KeyTokenizer(usesFastPath: false)]
      + (try Instructions.all.map { try KeyTokenizer(usesFastPath: true, instructions: $0) })
    normalizers = try NormalizationOptions.presets.map { preset in
      (
        preset.name,
        [try Normalizer(preset.options, usesFastPath: false)]
          + (try Instructions.all.map { try Normalizer(preset.options, usesFastPath: true, instructions: $0) })
      )
    }
  }

  /// What differs, or nil.
  public func difference(in text: [UInt8]) -> String? {
    texts += 1
    bytes += text.count
    if TextDecoder.isUTF8(text) != Self.isPlainUTF8(text) { return "validation" }
    if TextDecoder.isUTF8(text) {
      let text = SourceText(name: "", bytes: text)
      for segmenter in segmenters {
        let whole = [0..<text.bytes.count]
        let ways = ([nil] + Instructions.all).map { segmenter.segments(of: text, in: whole, instructions: $0) }
        if !Self.areEqual(ways) { return "sentences" }
      }
    }
    if !Self.areEqual(tokenizers.map { Self.segments($0, text) }) { return "word boundaries" }
    if !Self.areEqual(keyTokenizers.map { Self.keys($0, text) }) { return "keys" }
    for (name, ways) in normalizers {
      if !Self.areEqual(ways.map { Self.normalized($0, text) }) { return "normal form \(name)" }
      if !Self.areEqual(ways.dropFirst().map { Self.origins($0, text) }) { return "way back of \(name)" }
    }
    return nil
  }

  private static func areEqual<Value: Equatable>(_ values: [Value]) -> Bool {
    values.dropFirst().allSatisfy { $0 == values[0] }
  }

  /// The standard library's opinion; NUL is no text.
  private static func isPlainUTF8(_ text: [UInt8]) -> Bool {
    !text.contains(0) && String(validating: text, as: UTF8.self) != nil
  }

  private static func segments(_ tokenizer: Tokenizer, _ text: [UInt8]) -> [Int] {
    var found: [Int] = []
    tokenizer.forEachSegment(in: text.span) { range, contents in
      found.append(range.lowerBound)
      found.append(Int(contents))
    }
    return found
  }

  /// Tokens, hashes and the bytes of the keys.
  private static func keys(_ tokenizer: KeyTokenizer, _ text: [UInt8]) -> [UInt64] {
    var found: [UInt64] = []
    tokenizer.forEachKey(in: text, range: 0..<text.count) { token, key in
      found.append(UInt64(token.range.lowerBound) << 32 | UInt64(token.range.upperBound))
      found.append(UInt64(token.kind.rawValue))
      found.append(token.hash)
      for index in key.indices { found.append(UInt64(key[index])) }
    }
    return found
  }

  private static func normalized(_ normalizer: Normalizer, _ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    normalizer.append(text.span, range: 0..<text.count, to: &output)
    return output
  }

  /// The original range of each scalar of the normal form, and the form itself.
  private static func origins(_ normalizer: Normalizer, _ text: [UInt8]) -> [Int] {
    var normalized = NormalizedText()
    normalizer.normalize(text, into: &normalized)
    var found: [Int] = []
    for (index, byte) in normalized.bytes.enumerated() where byte & 0xC0 != 0x80 {
      var end = index + 1
      while end < normalized.bytes.count, normalized.bytes[end] & 0xC0 == 0x80 { end += 1 }
      let range = normalized.originalRange(of: index..<end)
      found += [Int(byte), range.lowerBound, range.upperBound]
    }
    return found
  }
}
