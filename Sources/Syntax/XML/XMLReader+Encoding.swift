package import WaslBitext

extension XMLReader {
  /// UTF-16 becomes UTF-8; UTF-8 is checked.
  package static func decoded(_ bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00])
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C])
    guard isLittle || isBig else {
      guard String(validating: bytes, as: UTF8.self) != nil else { throw invalidUTF8(bytes, name: name) }
      return bytes
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw WaslError(.encoding, "not valid UTF-16", at: .init(file: name), advice: "convert the file to UTF-8")
    }
    return Array(text.utf8)
  }

  private static func invalidUTF8(_ bytes: [UInt8], name: String) -> WaslError {
    for (number, range) in Lines(bytes) where String(validating: bytes[range], as: UTF8.self) == nil {
      return WaslError(
        .encoding, "not valid UTF-8", at: .init(file: name, line: number),
        advice: "convert the file: iconv -f windows-1256 -t UTF-8 FILE, with the encoding it is in")
    }
    return WaslError(.encoding, "not valid UTF-8", at: .init(file: name))
  }

  /// A single-byte encoding in the declaration would make other characters of the bytes.
  package func checkDeclaredEncoding(in head: [UInt8], name: String) throws(WaslError) {
    let text = String(decoding: head, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>"),
      let key = text[..<end.lowerBound].firstRange(of: "encoding")
    else { return }
    let value = text[key.upperBound..<end.lowerBound].split(whereSeparator: { "=\"' ".contains($0) }).first ?? ""
    let known = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "utf16", "us-ascii", "ascii"]
    guard !known.contains(value.lowercased()) else { return }
    throw WaslError(
      .encoding, "the file says that it is in \(value)", at: .init(file: name, line: 1),
      advice: "convert it, the declaration too: xmllint --encode UTF-8 FILE")
  }
}
