internal import WaslBitext
internal import WaslSyntax

/// Java's `.properties`: a key and a text a line, `\u` escapes, lines that go on after a backslash.
///
/// In UTF-8, or in ISO 8859-1 where the bytes are not UTF-8. Source: the documentation of `java.util.Properties.load`.
enum Properties {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .properties)
    var bytes = bytes
    if String(validating: bytes, as: UTF8.self) == nil {
      bytes = Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    }
    var logical: (bytes: [UInt8], line: Int)?
    var comment: String?
    for (line, range) in Lines(bytes) {
      let content = bytes[range].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      if logical == nil {
        if content.isEmpty {
          comment = nil
          continue
        }
        if content.first == UInt8(ascii: "#") || content.first == UInt8(ascii: "!") {
          let text = String(decoding: content.dropFirst().drop { $0 == 0x20 }, as: UTF8.self)
          comment = comment.map { $0 + "\n" + text } ?? text
          continue
        }
      }
      let backslashes = content.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      let goesOn = !backslashes.isMultiple(of: 2)
      logical = ((logical?.bytes ?? []) + (goesOn ? content.dropLast() : content), logical?.line ?? line)
      if goesOn { continue }
      try add(&logical, &comment, to: &file)
    }
    try add(&logical, &comment, to: &file)
    return file
  }

  private static func add(
    _ logical: inout (bytes: [UInt8], line: Int)?, _ comment: inout String?, to file: inout KeyedFile
  ) throws(WaslError) {
    guard let (bytes, line) = logical else { return }
    logical = nil
    defer { comment = nil }
    var index = 0
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0C }
    while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="),
      bytes[index] != UInt8(ascii: ":")
    {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let key = bytes[..<min(index, bytes.count)]
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":") { index += 1 }
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    let location = WaslError.Location(file: file.name, line: line)
    let text = try unescaped(bytes[min(index, bytes.count)...], at: location)
    if text.isEmpty {
      file.leftOut.append(.init(line: line, reason: "no text"))
    } else {
      file.messages.append(KeyedMessage(try unescaped(key, at: location), text, comment: comment, line: line))
    }
  }

  private static func unescaped(
    _ bytes: ArraySlice<UInt8>, at location: WaslError.Location
  ) throws(WaslError) -> String {
    var units: [UInt16] = []
    let scalars = Array(String(decoding: bytes, as: UTF8.self).utf16)
    var index = 0
    while index < scalars.count {
      let unit = scalars[index]
      index += 1
      guard unit == 0x5C, index < scalars.count else {
        units.append(unit)
        continue
      }
      let next = scalars[index]
      index += 1
      switch next {
      case 0x6E: units.append(0x0A)
      case 0x74: units.append(0x09)
      case 0x72: units.append(0x0D)
      case 0x66: units.append(0x0C)
      case 0x75:
        let digits = scalars[index...].prefix(4)
        guard digits.count == 4, let value = UInt16(String(decoding: digits, as: UTF16.self), radix: 16) else {
          throw WaslError(
            .format, "no four hexadecimal digits after '\\u'", at: location,
            advice: "write a backslash of the text as \\\\")
        }
        index += 4
        units.append(value)
      default: units.append(next)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
