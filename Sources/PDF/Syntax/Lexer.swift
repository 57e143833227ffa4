/// The tokens of a content stream or a CMap (ISO 32000-1, 7.2 and 7.3).
struct Lexer {
  enum Token {
    case number(Double)
    case string([UInt8])
    case name(String)
    case keyword(String)
    case arrayStart, arrayEnd
    case dictionaryStart, dictionaryEnd
  }

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    skipSpace()
    // A bracket that closes nothing.
    while position < bytes.count, bytes[position] == UInt8(ascii: ">") {
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ">") { return two(.dictionaryEnd) }
      position += 1
      skipSpace()
    }
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return number()
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == byte { return two(.dictionaryStart) }
      return .string(hexadecimal())
    case UInt8(ascii: "["): return one(.arrayStart)
    case UInt8(ascii: "]"): return one(.arrayEnd)
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      position += 1
      return .keyword(byte == UInt8(ascii: "{") ? "{" : "}")
    default:
      let start = position
      while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
      return .keyword(String(decoding: bytes[start..<position], as: UTF8.self))
    }
  }

  /// A whole operand: an array or a dictionary with what it holds.
  ///
  /// - Returns: nil for a keyword, a stray bracket, or the end.
  mutating func value(startingWith token: Token, depth: Int = 0) -> PDFValue? {
    switch token {
    case .number(let value): return .number(value)
    case .string(let value): return .string(value)
    case .name(let value): return .name(value)
    case .keyword("true"): return .boolean(true)
    case .keyword("false"): return .boolean(false)
    case .keyword("null"): return .null
    case .keyword, .arrayEnd, .dictionaryEnd: return nil
    case .arrayStart:
      guard depth < PDFFile.Limits.depth else { return nil }
      var items: [PDFValue] = []
      while let token = next() {
        if case .arrayEnd = token { break }
        if let item = value(startingWith: token, depth: depth + 1) { items.append(item) }
      }
      return .array(items)
    case .dictionaryStart:
      guard depth < PDFFile.Limits.depth else { return nil }
      var entries: [String: PDFValue] = [:]
      while let token = next() {
        if case .dictionaryEnd = token { break }
        guard case .name(let key) = token, let token = next() else { continue }
        if case .dictionaryEnd = token { break }
        entries[key] = value(startingWith: token, depth: depth + 1)
      }
      return .dictionary(entries)
    }
  }

  /// Goes on behind the data of an inline image, whose `ID` has been read.
  mutating func skipInlineImage() {
    position += 1
    while position + 1 < bytes.count {
      let isEnd =
        bytes[position] == UInt8(ascii: "E") && bytes[position + 1] == UInt8(ascii: "I")
        && Self.isSpace(bytes[position - 1])
        && (position + 2 == bytes.count || Self.isSpace(bytes[position + 2]))
      if isEnd, looksLikeContent(from: position + 2) {
        position += 2
        return
      }
      position += 1
    }
    position = bytes.count
  }

  /// Whether the next bytes are text, as operators are and an image's data seldom.
  private func looksLikeContent(from start: Int) -> Bool {
    bytes[start..<min(bytes.count, start + 12)].allSatisfy { (0x20...0x7E).contains($0) || Self.isSpace($0) }
  }

  private mutating func one(_ token: Token) -> Token {
    position += 1
    return token
  }

  private mutating func two(_ token: Token) -> Token {
    position += 2
    return token
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func number() -> Token {
    let start = position
    var (value, scale, isNegative) = (0.0, 0.0, false)
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): scale = scale == 0 ? 1 : scale
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      default:
        if Self.isRegular(byte) { return keyword(from: start) }
        return .number((isNegative ? -value : value) / (scale == 0 ? 1 : scale))
      }
      position += 1
    }
    return .number((isNegative ? -value : value) / (scale == 0 ? 1 : scale))
  }

  /// Something that only began like a number; with an exponent it is one after all.
  private mutating func keyword(from start: Int) -> Token {
    while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Double(text).map { .number($0) } ?? .keyword(text)
  }

  private mutating func name() -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, Self.isRegular(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
        let high = hexadecimalDigit(bytes[position + 1]), let low = hexadecimalDigit(bytes[position + 2])
      {
        text.append(high << 4 | low)
        position += 3
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func hexadecimal() -> [UInt8] {
    let start = position + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    defer { position += 1 }
    return ASCIIFilters.hexadecimal(bytes[min(start, position)..<position])
  }

  private mutating func literal() -> [UInt8] {
    position += 1
    var text: [UInt8] = []
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
      case UInt8(ascii: "\\"):
        escape(&text)
        continue
      case 0x0D:
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        text.append(0x0A)
        continue
      default: break
      }
      text.append(byte)
    }
    return text
  }

  private mutating func escape(_ text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case 0x0A: break
    case 0x0D: if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard position < bytes.count, (0x30...0x37).contains(bytes[position]) else { break }
        value = value * 8 + Int(bytes[position] - 0x30)
        position += 1
      }
      text.append(UInt8(truncatingIfNeeded: value))
    default: text.append(byte)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["): false
    case UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"): false
    default: true
    }
  }
}
