/// Cuts a file in Rich Text Format (version 1.9.1) into its parts.
struct RTFTokenizer {
  enum Token {
    case groupStart, groupEnd
    /// A control word without its backslash, with its number.
    case word(String, Int?)
    /// A backslash with a character that is no letter.
    case symbol(UInt8)
    /// A character of the font's code page.
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"): return .groupStart
      case UInt8(ascii: "}"): return .groupEnd
      case UInt8(ascii: "\\"): return control()
      // Line ends are no part of the text.
      case 0x0A, 0x0D, 0x00: continue
      case 0x09: return .word("tab", nil)
      default: return .byte(byte)
      }
    }
    return nil
  }

  private mutating func control() -> Token? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    guard Self.isLetter(first) else {
      index += 1
      if first == UInt8(ascii: "'"), let high = hex(index), let low = hex(index + 1) {
        index += 2
        return .byte(high << 4 | low)
      }
      if first == 0x0A || first == 0x0D { return .word("par", nil) }
      return .symbol(first)
    }
    let start = index
    while index < bytes.count, Self.isLetter(bytes[index]), index - start < 64 { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let number = number()
    // One space behind a control word belongs to it.
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if word == "bin" {
      index += min(max(0, number ?? 0), bytes.count - index)
      return next()
    }
    return .word(word, number)
  }

  private mutating func number() -> Int? {
    var place = index
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var value = 0
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - start < 10 {
      value = value * 10 + Int(bytes[place]) - 0x30
      place += 1
    }
    guard place > start else { return nil }
    index = place
    return isNegative ? -value : value
  }

  private func hex(_ place: Int) -> UInt8? {
    guard place < bytes.count else { return nil }
    return switch bytes[place] {
    case 0x30...0x39: bytes[place] - 0x30
    case 0x41...0x46: bytes[place] - 0x41 + 10
    case 0x61...0x66: bytes[place] - 0x61 + 10
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
