/// Files people take for text, by how they begin.
struct BinarySignature: Sendable, Hashable {
  var name: String
  var advice: String

  static func kind(of bytes: Span<UInt8>) -> BinarySignature? {
    for (mark, kind) in signatures where bytes.count >= mark.count {
      if mark.indices.allSatisfy({ bytes[$0] == mark[$0] }) { return kind }
    }
    return nil
  }

  /// The offset of the first control character when the beginning is full of them (5 % or more), else nil.
  static func manyControls(_ bytes: Span<UInt8>) -> Int? {
    let size = min(bytes.count, EncodingDetector.sampleSize)
    var (controls, first) = (0, 0)
    for index in 0..<size where isBinary(bytes[index]) {
      if controls == 0 { first = index }
      controls += 1
    }
    return controls > 1 && controls * 20 >= size ? first : nil
  }

  /// Controls but for tab, line feed, vertical tab, form feed, carriage return, backspace, escape, and the
  /// end-of-file mark of DOS.
  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x08 || byte >= 0x0E && byte < 0x20 && byte != 0x1A && byte != 0x1B || byte == 0x7F
  }

  private static let signatures: [([UInt8], BinarySignature)] = [
    (
      Array("%PDF-".utf8),
      BinarySignature(name: "a PDF file", advice: "turn it into text first, with pdftotext for example")
    ),
    (
      [0x50, 0x4B, 0x03, 0x04],
      BinarySignature(
        name: "a ZIP archive (DOCX, ODT and EPUB files are such)", advice: "save the document as plain text first")
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      BinarySignature(name: "an old Office file", advice: "save the document as plain text first")
    ),
    ([0x1F, 0x8B], BinarySignature(name: "a gzip file", advice: "decompress it first, with gunzip for example")),
    (
      [0x28, 0xB5, 0x2F, 0xFD],
      BinarySignature(name: "a Zstandard file", advice: "decompress it first, with unzstd for example")
    ),
    ([0x89, 0x50, 0x4E, 0x47], BinarySignature(name: "a PNG picture", advice: "give a text file")),
    ([0xFF, 0xD8, 0xFF], BinarySignature(name: "a JPEG picture", advice: "give a text file")),
    ([0x7F, 0x45, 0x4C, 0x46], BinarySignature(name: "a program", advice: "give a text file")),
  ]
}
