public import WaslBitext
internal import WaslSystemIO

extension JSON {
  /// Reads one JSON text (RFC 8259), strictly.
  ///
  /// - Parameters:
  ///   - bytes: where it stands.
  ///   - range: from its first byte to its end; white space around it is passed over.
  ///   - location: what errors name; they add the column, in bytes from 1, and the line where it has none.
  /// - Throws: a format error, or an encoding error for bytes that are not UTF-8.
  public init(parsing bytes: [UInt8], _ range: Range<Int>, at location: WaslError.Location) throws(WaslError) {
    var parser = JSONParser(
      bytes: bytes, start: range.lowerBound, index: range.lowerBound, end: range.upperBound, location: location)
    self = try parser.document()
  }
}

extension JSON {
  /// The lines on which the names of members stand, from 1, in the order of the text.
  ///
  /// - Parameter bytes: a text that has been read without an error.
  package static func memberLines(_ bytes: [UInt8]) -> [Int] {
    var lines: [Int] = []
    var (index, line) = (0, 1)
    while index < bytes.count {
      defer { index += 1 }
      if bytes[index] == 0x0A { line += 1 }
      guard bytes[index] == UInt8(ascii: "\"") else { continue }
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      let next = bytes[min(index + 1, bytes.count)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      if next == UInt8(ascii: ":") { lines.append(line) }
    }
    return lines
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let start: Int
  var index: Int
  let end: Int
  let location: WaslError.Location

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

  /// An array or an object whose end has not been read.
  private struct Container {
    var values: [JSON] = []
    var members: [JSON.Member] = []
    /// Of the member that is being read; nil in an array.
    var name: String?
  }

  /// Without recursion: how deep a value may be must not depend on how large a thread's stack is.
  private mutating func value() throws(WaslError) -> JSON {
    var open: [Container] = []
    while true {
      guard let started = try start(&open) else { continue }
      var complete = started
      // What is complete may complete what it stands in.
      while let last = open.indices.last {
        skipSpace()
        let isArray = open[last].name == nil
        if let name = open[last].name {
          open[last].members.append(.init(name, complete))
        } else {
          open[last].values.append(complete)
        }
        if accept(UInt8(ascii: ",")) {
          if !isArray { open[last].name = try memberName() }
          break
        }
        guard accept(UInt8(ascii: isArray ? "]" : "}")) else {
          throw error("expected ',' or '\(isArray ? "]" : "}")'")
        }
        let closed = open.removeLast()
        complete = isArray ? .array(closed.values) : .object(closed.members)
        if open.isEmpty { return complete }
      }
      if open.isEmpty { return complete }
    }
  }

  /// The next value, or nil where it is a container with something in it, which is put on top of the open ones.
  private mutating func start(_ open: inout [Container]) throws(WaslError) -> JSON? {
    skipSpace()
    guard let byte = peek else { throw error("the JSON text ends too early") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < InputLimits.depth else {
        throw error(
          "nested too deeply: values are more than \(InputLimits.depth) deep",
          advice: InputLimits.raised("WASL_MAX_DEPTH", InputLimits.depth, most: InputLimits.greatestDepth))
      }
      index += 1
      skipSpace()
      let isArray = byte == UInt8(ascii: "[")
      if accept(UInt8(ascii: isArray ? "]" : "}")) { return isArray ? .array([]) : .object([]) }
      open.append(Container(name: isArray ? nil : try memberName()))
      return nil
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error("no JSON value can start here")
    }
  }

  /// A member's name and the colon after it.
  private mutating func memberName() throws(WaslError) -> String {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw error("expected a member's name in quotes") }
    let name = try string()
    skipSpace()
    guard accept(UInt8(ascii: ":")) else { throw error("expected ':'") }
    return name
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
    guard location.line == nil else {
      return WaslError(.format, "column \(index - start + 1): \(message)", at: location, advice: advice)
    }
    let before = bytes[start..<min(index, end)]
    var place = location
    place.line = before.count { $0 == 0x0A } + 1
    let column = index - (before.lastIndex(of: 0x0A) ?? start - 1)
    return WaslError(.format, "column \(column): \(message)", at: place, advice: advice)
  }
}
