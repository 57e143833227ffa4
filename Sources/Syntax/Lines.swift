package import WaslBitext

/// The lines of a text file, numbered from 1, as byte ranges without their ends.
///
/// LF ends a line, CR LF too, and nothing else does: other line ends are text, as `wc -l` has it. A byte
/// order mark before the first line is passed over.
package struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start: Int
  private var number = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  package mutating func next() -> (number: Int, range: Range<Int>)? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let isDOS = end > start && bytes[end - 1] == 0x0D
    let range = start..<(isDOS ? end - 1 : end)
    start = end + 1
    number += 1
    return (number, range)
  }
}

/// The text of a byte range.
///
/// - Throws: an encoding error that names the line.
package func utf8Text(_ bytes: [UInt8], _ range: Range<Int>, file: String, line: Int) throws(WaslError) -> String {
  guard let text = String(validating: bytes[range], as: UTF8.self) else {
    throw WaslError(
      .encoding, "not valid UTF-8", at: .init(file: file, line: line), advice: "convert the file to UTF-8")
  }
  return text
}
