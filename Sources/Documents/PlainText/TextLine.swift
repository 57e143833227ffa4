internal import WaslSyntax

/// A line of plain text, for its shape.
struct TextLine {
  /// Bytes without the white space around them.
  var range: Range<Int>
  /// Bytes of the line end behind it; empty at the end of the text.
  var lineEnd: Range<Int>
  /// In scalars, without marks of Arabic.
  var length = 0
  /// Of the first word.
  var firstWord = 0
  var indent = 0
  var isArabic = false
  /// Whether a letter in Latin capitals is the first.
  var startsUpper = false
  /// Whether a sentence's final mark is the last.
  var endsSentence = false
  /// Final marks inside the line.
  var innerEnds = 0
  /// A bullet or the number of a list item stands at the start.
  var startsItem = false

  var isBlank: Bool { range.isEmpty }

  /// The lines of a text.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = min(end + 1, bytes.count)
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
      lines.append(TextLine(bytes, start..<end, lineEnd: end..<next))
      start = next
    }
    return lines
  }

  private init(_ bytes: [UInt8], _ whole: Range<Int>, lineEnd: Range<Int>) {
    var (low, high) = (whole.lowerBound, whole.upperBound)
    while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 || bytes[low] == 0x0C { low += 1 }
    while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
    range = low..<high
    self.lineEnd = lineEnd
    indent = low - whole.lowerBound
    let text = String(decoding: bytes[range], as: UTF8.self)
    var (arabic, latin, isFirstWord) = (0, 0, true)
    var lastIsEnd = false
    for scalar in text.unicodeScalars {
      if scalar.value == 0x20 || scalar.value == 0x09 {
        isFirstWord = false
        if lastIsEnd { innerEnds += 1 }
      }
      if !(0x64B...0x65F).contains(scalar.value) {
        length += 1
        if isFirstWord { firstWord += 1 }
      }
      switch scalar {
      case ".", "!", "?", "؟", "…", "۔", ":": lastIsEnd = true
      // Quotation marks and brackets close after it.
      case "\"", "”", "»", ")", "]", "'", "’": break
      default: lastIsEnd = false
      }
      if (0x620...0x6D3).contains(scalar.value) { arabic += 1 }
      if scalar.properties.isAlphabetic, scalar.value < 0x250 { latin += 1 }
    }
    endsSentence = lastIsEnd
    isArabic = arabic > latin
    startsUpper = text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
    startsItem = Self.startsItem(text)
  }

  /// The signs that are bullets wherever they stand.
  static let bullets: Set<Character> = ["•", "●", "▪", "◦", "‣", "○", "■", "□", "➢", "►", "✓", "✔", "▸", "⁃"]

  private static func startsItem(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    let rest = text.dropFirst()
    if bullets.contains(first) { return true }
    if "-–—*+#>|".contains(first) { return rest.first == " " || first == "#" || first == ">" || first == "|" }
    let body = first == "(" ? rest : text[...]
    let number = body.prefix { $0.isWholeNumber }
    if (1...3).contains(number.count) {
      let after = body.dropFirst(number.count)
      return after.first.map { ".)-".contains($0) } ?? false && after.dropFirst().first.map { $0 == " " } ?? false
    }
    // a) أ) أ-
    let second = body.dropFirst().first
    return body.first?.isLetter == true && second.map { ")".contains($0) } ?? false
  }
}
