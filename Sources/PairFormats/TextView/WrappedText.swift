/// Text cut into lines of so many columns of a terminal.
enum WrappedText {
  /// Lines in the order of reading, cut at spaces, and inside a word only where it is wider than a line.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Returns: at least one line.
  static func lines(of bytes: [UInt8], width: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var columns = 0
    for word in words(of: bytes) {
      let wide = word.reduce(0) { $0 + self.columns($1) }
      if columns > 0 && columns + 1 + wide > width {
        lines.append(String(line))
        line = .init()
        columns = 0
      }
      if columns > 0 {
        line.append(" ")
        columns += 1
      }
      for scalar in word {
        let more = self.columns(scalar)
        if columns + more > width {
          lines.append(String(line))
          line = .init()
          columns = 0
        }
        line.append(scalar)
        columns += more
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// Without what may not reach a terminal.
  private static func words(of bytes: [UInt8]) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = []
      } else if scalar.properties.generalCategory == .control {
        word.append("\u{FFFD}")
      } else if !isDirectional(scalar) {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Embeddings, overrides, isolates and their ends.
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// How many columns a terminal gives a character: none for marks on others, two for East Asian wide ones and emoji.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}
