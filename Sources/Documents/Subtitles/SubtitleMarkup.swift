internal import WaslSyntax

/// What stands inside the lines of subtitles besides text.
enum SubtitleMarkup {
  /// The lines of a text without `<i>`, `<v Name>`, `<00:01.000>`, `{\an8}`, `{\p1}` drawings and direction controls;
  /// `\N` ends a line, `\h` is a space.
  ///
  /// - Parameter isASS: whether all braces hold markup, and `\n` is a space.
  static func lines(_ text: Substring, isASS: Bool = false) -> [String] {
    var output: [String] = []
    for line in broken(withoutTags(text.utf8, isASS: isASS), isASS: isASS) {
      let text = isASS ? line[...] : CharacterReferences.decoded(line)[...]
      let kept = String(decoding: text, as: UTF8.self).unicodeScalars.filter { !isControl($0) }
      let trimmed = String(String.UnicodeScalarView(kept)).trimmingSpaces
      if !trimmed.isEmpty { output.append(trimmed) }
    }
    return output
  }

  /// Marks for the direction of text, the byte order mark among them: an old player's crutches.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func withoutTags(_ line: Substring.UTF8View, isASS: Bool) -> [UInt8] {
    let line = Array(line)
    var output: [UInt8] = []
    // Where a tag or a style that is not closed has been met, no later one is closed: nobody looks again.
    var (hasTagEnd, hasStyleEnd, isDrawing) = (true, true, false)
    var index = 0
    while index < line.count {
      let byte = line[index]
      let next = index + 1 < line.count ? line[index + 1] : 0
      let isTag = !isASS && byte == UInt8(ascii: "<") && (next == UInt8(ascii: "/") || isWordByte(next))
      let isStyle = byte == UInt8(ascii: "{") && (isASS || next == UInt8(ascii: "\\"))
      if isTag && hasTagEnd || isStyle && hasStyleEnd {
        if let end = line[index...].firstIndex(of: UInt8(ascii: isTag ? ">" : "}")) {
          if isStyle { isDrawing = drawing(line[index..<end]) ?? isDrawing }
          index = end + 1
          continue
        }
        if isTag { hasTagEnd = false } else { hasStyleEnd = false }
      }
      if !isDrawing { output.append(byte) }
      index += 1
    }
    return output
  }

  /// Whether a style begins a drawing (`\p1`) or ends one (`\p0`); nil when it does neither.
  private static func drawing(_ style: ArraySlice<UInt8>) -> Bool? {
    let mark = Array("\\p".utf8)
    var result: Bool?
    for index in style.indices.dropLast(2) where style[index...].starts(with: mark) {
      let digit = style[index + 2]
      if (0x30...0x39).contains(digit) { result = digit != 0x30 }
    }
    return result
  }

  private static func broken(_ text: [UInt8], isASS: Bool) -> [ArraySlice<UInt8>] {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < text.count {
      let next = index + 1 < text.count ? text[index + 1] : 0
      if text[index] == UInt8(ascii: "\\"), next == UInt8(ascii: "N") {
        lines.append([])
        index += 2
      } else if text[index] == UInt8(ascii: "\\"), next == UInt8(ascii: "h") || isASS && next == UInt8(ascii: "n") {
        lines[lines.count - 1].append(0x20)
        index += 2
      } else {
        lines[lines.count - 1].append(text[index])
        index += 1
      }
    }
    return lines.map { $0[...] }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmingSpaces: String {
    var scalars = Array(unicodeScalars)[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
