public import Bitext

extension JSON {
  /// Reads one JSON text (RFC 8259), strictly.
  ///
  /// - Parameters:
  ///   - bytes: where it stands.
  ///   - range: from its first byte to its end; white space around it is passed over.
  ///   - location: what errors name; they add the column, in bytes from 1.
  /// - Throws: a format error, or an encoding error for bytes that are not UTF-8.
  public init(parsing bytes: [UInt8], _ range: Range<Int>, at location: WaslError.Location) throws(WaslError) {
    var parser = JSONParser(
      bytes: bytes, start: range.lowerBound, index: range.lowerBound, end: range.upperBound, location: location)
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let start: Int
  var index: Int
  let end: Int
  let location: WaslError.Location
  private var depth = 0

  init(bytes: [UInt8], start: Int, index: Int, end: Int, location: WaslError.Location) {
    self.bytes = bytes
    self.start = start
    self.index = index
    self.end = end
    self.location = location
  }

  mutating func document() throws(WaslError) -> JSON {
    let result = try value()
    skipSpace()
    if index < end { throw error("something follows the JSON value") }
    return result
  }

  private mutating func value() throws(WaslError) -> JSON {
    skipSpace()
    guard let byte = peek else { throw error("the JSON text ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(WaslError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(WaslError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error("no JSON value can start here")
    }
  }

  private mutating func nested(_ read: (inout JSONParser) throws(WaslError) -> JSON) throws(WaslError) -> JSON {
    // Refused before it can exhaust the stack.
    guard depth < InputLimits.depth else {
      throw error(
        "nested too deeply: values are more than \(InputLimits.depth) deep",
        advice: InputLimits.raised("WASL_MAX_DEPTH", InputLimits.depth, most: InputLimits.greatestDepth))
    }
    depth += 1
    index += 1
    let result = try read(&self)
    depth -= 1
    return result
  }

  private mutating func object() throws(WaslError) -> JSON {
    var members: [JSON.Member] = []
    skipSpace()
    if accept(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("expected a member's name in quotes") }
      let name = try string()
      skipSpace()
      guard accept(UInt8(ascii: ":")) else { throw error("expected ':'") }
      members.append(.init(name, try value()))
      skipSpace()
    } while accept(UInt8(ascii: ","))
    guard accept(UInt8(ascii: "}")) else { throw error("expected ',' or '}'") }
    return .object(members)
  }

  private mutating func array() throws(WaslError) -> JSON {
    var values: [JSON] = []
    skipSpace()
    if accept(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      values.append(try value())
      skipSpace()
    } while accept(UInt8(ascii: ","))
    guard accept(UInt8(ascii: "]")) else { throw error("expected ',' or ']'") }
    return .array(values)
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(WaslError) -> JSON {
    let length = text.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: length)
    guard index + length <= end, bytes[index..<index + length].elementsEqual(expected) else {
      throw error("no JSON value can start here")
    }
    index += length
    return value
  }

  private mutating func number() throws(WaslError) -> Double {
    let first = index
    _ = accept(UInt8(ascii: "-"))
    if !accept(UInt8(ascii: "0")) { try digits() }
    if accept(UInt8(ascii: ".")) { try digits() }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      try digits()
    }
    guard let value = Double(String(decoding: bytes[first..<index], as: UTF8.self)), value.isFinite else {
      throw error("the number is too large")
    }
    return value
  }

  private mutating func digits() throws(WaslError) {
    guard let byte = peek, isDigit(byte) else { throw error("expected a digit") }
    while let byte = peek, isDigit(byte) { index += 1 }
  }

  private mutating func string() throws(WaslError) -> String {
    index += 1
    var run = index
    var decoded: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        decoded.append(contentsOf: bytes[run..<index])
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw WaslError(
            .encoding, "column \(run - start + 1): not valid UTF-8", at: location, advice: "convert the file to UTF-8")
        }
        index += 1
        return text
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: bytes[run..<index])
        index += 1
        decoded.append(contentsOf: String(try escape()).utf8)
        run = index
      case 0..<0x20: throw error("a control character must be escaped")
      default: index += 1
      }
    }
    throw error("a string is not closed")
  }

  /// What follows a backslash.
  private mutating func escape() throws(WaslError) -> Unicode.Scalar {
    guard let byte = peek else { throw error("a string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard unit < 0xDC00, accept(UInt8(ascii: "\\")), accept(UInt8(ascii: "u")) else {
        throw error("half of a surrogate pair")
      }
      let low = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { throw error("half of a surrogate pair") }
      return scalar
    default: throw error("no such escape")
    }
  }

  private mutating func hexadecimal() throws(WaslError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private var peek: UInt8? { index < end ? bytes[index] : nil }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { index += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func error(_ message: String, advice: String? = nil) -> WaslError {
    WaslError(.format, "column \(index - start + 1): \(message)", at: location, advice: advice)
  }
}
