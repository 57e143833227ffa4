internal import Glibc
internal import WaslBitext
internal import WaslSyntax

/// The character set of a PO file, which its first entry names.
enum POEncoding {
  /// The file in UTF-8. A file that names no character set is in UTF-8.
  ///
  /// - Throws: an encoding error for an unknown character set, and for bytes that it does not have.
  static func utf8(_ bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    guard let charset = charset(bytes),
      !["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(charset.lowercased())
    else { return bytes }
    let descriptor = iconv_open("UTF-8", charset)
    guard Int(bitPattern: descriptor) != -1 else {
      throw WaslError(
        .encoding, "the character set '\(charset.prefix(40))' is unknown", at: .init(file: name),
        advice: "convert it: msgconv --to-code=UTF-8 FILE")
    }
    defer { iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character of a character set in use takes more than four bytes of UTF-8.
    var output = [CChar](repeating: 0, count: 4 * bytes.count + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let failed = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(descriptor, &from, &inputLeft, &to, &outputLeft) == Int(bitPattern: UInt.max)
      }
    }
    guard !failed else {
      let line = bytes[..<(bytes.count - inputLeft)].count { $0 == 0x0A } + 1
      throw WaslError(
        .encoding, "not valid \(charset), which the file says it is in", at: .init(file: name, line: line),
        advice: "correct 'charset' in its first entry")
    }
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }

  /// What stands after `charset=` in the first entry.
  private static func charset(_ bytes: [UInt8]) -> String? {
    let mark = Array("charset=".utf8)
    var hasID = false
    for (_, range) in Lines(bytes) {
      let line = bytes[range]
      if line.starts(with: Array("msgid".utf8)) {
        if hasID { return nil }
        hasID = true
      }
      guard hasID, let start = line.indices.first(where: { line[$0...].starts(with: mark) }) else { continue }
      let value = line[(start + mark.count)...].prefix {
        Character(Unicode.Scalar($0)).isLetter && $0 < 0x80 || (0x30...0x39).contains($0) || "-_:.".utf8.contains($0)
      }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
