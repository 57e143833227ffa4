/// The code pages that UTF-8 is read as by mistake, backwards: from a character to its byte.
enum CodePage: String, CaseIterable {
  case windows1256 = "windows-1256"
  /// With the controls that ISO-8859-1 has where Windows-1252 has signs.
  case windows1252 = "windows-1252"

  struct Turned {
    var bytes: [UInt8] = []
    /// Sequences of two bytes and more.
    var units = 0
    /// Those of Arabic letters and signs, and those of dashes and quotation marks.
    var (arabic, marks) = (0, 0)
    /// Letters whose second byte is lost.
    var guessed = 0
  }

  /// What the bytes of the characters of `word` are as UTF-8; nil where they are none.
  func turnBack(_ word: [UInt8]) -> Turned? {
    var result = Turned()
    var index = 0
    let span = word.span
    while index < span.count {
      let (scalar, length) = UTF8Scalar.decode(span, at: index)
      index += length
      if scalar < 0x80 {
        result.bytes.append(UInt8(scalar))
        continue
      }
      guard let lead = byte(scalar), lead >= 0xC2, lead < 0xF5 else { return nil }
      let (sequence, next) = tail(of: lead, in: span, from: index)
      let count = UTF8Scalar.sequenceLength(lead)
      if sequence.count == count {
        let decoded = UTF8Scalar.decode(sequence.span, at: 0)
        if decoded.scalar == 0xFFFD { return nil }
        result.bytes += sequence
        result.units += 1
        if decoded.scalar >= 0x600 && decoded.scalar < 0x700 { result.arabic += 1 }
        if decoded.scalar >= 0x2010 && decoded.scalar < 0x2027 { result.marks += 1 }
        index = next
      } else if self == .windows1252, lead == 0xD9 {
        // Windows-1252 has no character for 81, the second byte of ف, and programs leave it out.
        result.bytes += [0xD9, 0x81]
        result.units += 1
        result.arabic += 1
        result.guessed += 1
        if index < span.count, UTF8Scalar.decode(span, at: index).scalar == 0xFFFD { index += 3 }
      } else {
        return nil
      }
    }
    return result.units > 0 ? result : nil
  }

  /// The bytes of the sequence that `lead` begins, as far as the characters from `start` on give them.
  private func tail(of lead: UInt8, in word: Span<UInt8>, from start: Int) -> (bytes: [UInt8], next: Int) {
    var (sequence, index) = ([lead], start)
    while sequence.count < UTF8Scalar.sequenceLength(lead), index < word.count {
      let (scalar, length) = UTF8Scalar.decode(word, at: index)
      guard let byte = byte(scalar), byte & 0xC0 == 0x80 else { break }
      sequence.append(byte)
      index += length
    }
    return (sequence, index)
  }

  /// The byte that the code page has for a character above U+007F.
  func byte(_ scalar: UInt32) -> UInt8? {
    let table = self == .windows1256 ? Self.table1256 : Self.table1252
    if let byte = table[scalar] { return byte }
    return self == .windows1252 && scalar >= 0x80 && scalar < 0xA0 ? UInt8(scalar) : nil
  }

  private static let table1256 = table(of: "windows-1256")
  private static let table1252 = table(of: "windows-1252")

  private static func table(of encoding: String) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      guard let converter = try? ICUConverter(encoding: encoding) else { return [:] }
      var text: [UInt8] = []
      try? converter.append([byte].span, isLast: true, to: &text) { _, _, _ in }
      let scalar = UTF8Scalar.decode(text.span, at: 0).scalar
      if scalar >= 0x80, scalar != 0xFFFD { table[scalar] = byte }
    }
    return table
  }
}
