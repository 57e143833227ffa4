public import WaslBitext

/// Reads what numbers, dates and measures in a text say.
///
///     let reader = ValueReader(language: .arabic)
///     reader.values(in: Array("ثلاثة أرباع".utf8))  // a share of 3/4
///
/// - Complexity: linear in the bytes; text without any word of the lists and without digits is read once.
public struct ValueReader: Sendable {
  public let language: Language
  private let lexicon = ValueLexicon.shared

  public init(language: Language) { self.language = language }

  /// The values in their order, without overlaps; their ranges are indices of `bytes`.
  public func values(in bytes: ArraySlice<UInt8>) -> [Value] {
    bytes.withUnsafeBufferPointer { buffer in
      var values = values(in: buffer)
      for index in values.indices {
        let range = values[index].range
        values[index].range = range.lowerBound + bytes.startIndex..<range.upperBound + bytes.startIndex
      }
      return values
    }
  }

  /// The values in their order; their ranges count from the start of `bytes`.
  public func values(in bytes: [UInt8]) -> [Value] { values(in: bytes[...]) }

  /// The same for bytes in memory.
  public func values(in bytes: UnsafeBufferPointer<UInt8>) -> [Value] {
    let scanner = ValueScanner(bytes, lexicon)
    if !scanner.hasValues && !mayHoldNumerals(bytes) { return [] }
    return ValueParser(scanner, bytes, lexicon, language).values()
  }

  /// Whether two capitals stand together, as in Roman numerals.
  private func mayHoldNumerals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    for byte in bytes {
      switch byte {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D:
        run += 1
        if run > 1 { return true }
      default: run = 0
      }
    }
    return false
  }
}
