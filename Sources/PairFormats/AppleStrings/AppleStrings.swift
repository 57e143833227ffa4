internal import WaslBitext
internal import WaslSyntax

/// `.strings` of Apple: `"key" = "text";` with comments, in UTF-8 or UTF-16, or as a property list in XML.
enum AppleStrings {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    if KeyedKind.root(KeyedKind.head(bytes)) == "plist" { return try StringsDict.read(bytes, name: name) }
    if bytes.starts(with: "bplist".utf8) {
      throw WaslError(
        .format, "a binary property list", at: .init(file: name), advice: "convert it: plutil -convert xml1 FILE")
    }
    var file = KeyedFile(name: name, kind: .strings)
    var scanner = Scanner(bytes: try XMLReader.decoded(bytes, name: name), file: name)
    while let (key, text, comment, line) = try scanner.next() {
      if text.isEmpty {
        file.leftOut.append(.init(line: line, reason: "no text"))
      } else {
        file.messages.append(KeyedMessage(key, text, comment: comment, line: line))
      }
    }
    return file
  }

  private struct Scanner {
    let bytes: [UInt8]
    let file: String
    var index: Int
    var line = 1
    private var comment: String?

    init(bytes: [UInt8], file: String) {
      self.bytes = bytes
      self.file = file
      index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() throws(WaslError) -> (key: String, text: String, comment: String?, line: Int)? {
      comment = nil
      try skip()
      guard index < bytes.count else { return nil }
      let start = line
      let key = try string()
      try skip()
      var text = key
      if accept("=") {
        try skip()
        text = try string()
        try skip()
      }
      guard accept(";") else {
        throw error("no ';' after the text of '\(key.prefix(40))'", advice: "write \"key\" = \"text\";")
      }
      return (key, text, comment, start)
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
      guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
      index += 1
      return true
    }

    private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func advance() {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }

    /// White space and comments; the last comment stays.
    private mutating func skip() throws(WaslError) {
      while index < bytes.count {
        if bytes[index] <= 0x20 {
          advance()
        } else if starts("//") {
          let start = index + 2
          while index < bytes.count, bytes[index] != 0x0A { index += 1 }
          keep(start..<index)
        } else if starts("/*") {
          let (start, startLine) = (index + 2, line)
          index += 2
          while index < bytes.count, !starts("*/") { advance() }
          guard index < bytes.count else {
            line = startLine
            throw error("the comment does not end")
          }
          keep(start..<index)
          index += 2
        } else {
          return
        }
      }
    }

    private mutating func keep(_ range: Range<Int>) {
      let words = String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      comment = words.isEmpty ? nil : words.joined(separator: " ")
    }

    private mutating func string() throws(WaslError) -> String {
      guard index < bytes.count else { throw error("the file ends inside an entry") }
      guard bytes[index] == UInt8(ascii: "\"") else {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, !"=;\"/".utf8.contains(bytes[index]) { index += 1 }
        guard index > start else { throw error("a text in quotation marks is expected") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      let startLine = line
      index += 1
      var units: [UInt16] = []
      var run: [UInt8] = []
      func flush() {
        units += Array(String(decoding: run, as: UTF8.self).utf16)
        run = []
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
          index += 1
          flush()
          return String(decoding: units, as: UTF16.self)
        }
        guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else {
          run.append(byte)
          advance()
          continue
        }
        index += 1
        switch bytes[index] {
        case UInt8(ascii: "n"): run.append(0x0A)
        case UInt8(ascii: "t"): run.append(0x09)
        case UInt8(ascii: "r"): run.append(0x0D)
        case UInt8(ascii: "U"), UInt8(ascii: "u"):
          let digits = bytes[(index + 1)...].prefix(4)
          guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw error("no four hexadecimal digits after '\\U'")
          }
          flush()
          units.append(unit)
          index += 4
        case let other: run.append(other)
        }
        advance()
      }
      line = startLine
      throw error("a quotation mark is not closed")
    }

    private func error(_ message: String, advice: String? = nil) -> WaslError {
      WaslError(.format, message, at: .init(file: file, line: line), advice: advice)
    }
  }
}
