/// What the encoding of an input is, by its first bytes.
enum EncodingDetector {
  /// What a detection looks at, at most.
  static let sampleSize = 1 << 16

  struct Result: Sendable, Hashable {
    /// A name ICU's converters know.
    var encoding: String
    /// The length of the byte order mark; UTF-8's is not counted, because it stays in the text.
    var markLength = 0
    /// Whether the bytes are known to be good UTF-8 without a NUL.
    var isValidated = false
  }

  /// - Parameters:
  ///   - bytes: the input, or its beginning.
  ///   - isWhole: whether the input ends with `bytes`.
  /// - Returns: always an encoding: UTF-8 when nothing fits better, so that the error names its first bad byte.
  static func detect(_ bytes: Span<UInt8>, isWhole: Bool) -> Result {
    if let marked = byteOrderMark(bytes), marked.encoding != "UTF-8" { return marked }
    if let wide = utf16WithoutMark(bytes.extracting(first: sampleSize)) { return Result(encoding: wide) }
    guard let defect = UTF8Validation.firstDefect(bytes) else { return Result(encoding: "UTF-8", isValidated: true) }
    if bytes[defect] == 0 || byteOrderMark(bytes) != nil { return Result(encoding: "UTF-8") }
    // The first bad byte may lie far behind a beginning in plain ASCII.
    let start = max(0, defect - sampleSize / 8)
    let sample = bytes.extracting(start..<min(bytes.count, start + sampleSize))
    if isMostlyUTF8(sample, isWhole: isWhole) { return Result(encoding: "UTF-8") }
    return Result(encoding: SingleByteGuess.guess(sample) ?? "UTF-8")
  }

  static func byteOrderMark(_ bytes: Span<UInt8>) -> Result? {
    func starts(with mark: [UInt8]) -> Bool {
      bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
    }
    if starts(with: [0xEF, 0xBB, 0xBF]) { return Result(encoding: "UTF-8") }
    if starts(with: [0xFF, 0xFE, 0, 0]) { return Result(encoding: "UTF-32LE", markLength: 4) }
    if starts(with: [0, 0, 0xFE, 0xFF]) { return Result(encoding: "UTF-32BE", markLength: 4) }
    if starts(with: [0xFF, 0xFE]) { return Result(encoding: "UTF-16LE", markLength: 2) }
    if starts(with: [0xFE, 0xFF]) { return Result(encoding: "UTF-16BE", markLength: 2) }
    return nil
  }

  /// In UTF-16, one byte of nearly every pair is 00 (Latin, digits, spaces) or 06 (Arabic), the other
  /// seldom. Arabic UTF-16 consists of bytes below 80, so this has to come before the test for UTF-8.
  private static func utf16WithoutMark(_ sample: Span<UInt8>) -> String? {
    guard sample.count >= 2 else { return nil }
    var high = [0, 0]
    for index in 0..<sample.count & ~1 where sample[index] == 0x00 || sample[index] == 0x06 {
      high[index & 1] += 1
    }
    let pairs = Double(sample.count / 2)
    let (even, odd) = (Double(high[0]) / pairs, Double(high[1]) / pairs)
    if odd >= 0.7 && even < 0.2 { return "UTF-16LE" }
    if even >= 0.7 && odd < 0.2 { return "UTF-16BE" }
    return nil
  }

  /// Whether the bytes above 7F form four good sequences to each bad one: damaged UTF-8 rather than
  /// another encoding, whose letters seldom happen to form any.
  private static func isMostlyUTF8(_ sample: Span<UInt8>, isWhole: Bool) -> Bool {
    var (good, bad) = (0, 0)
    var position = 0
    while position < sample.count {
      let (scalar, length) = UTF8Scalar.decode(sample, at: position)
      let isReplacement = length == 3 && sample[position] == 0xEF
      if scalar == 0xFFFD && !isReplacement { bad += 1 } else if scalar >= 0x80 { good += 1 }
      position += length
    }
    return good >= 4 * bad
  }
}
