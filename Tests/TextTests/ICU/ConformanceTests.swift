import Foundation
import Testing

@testable import WaslText

/// The Unicode Consortium's own tests of UAX #29, which Debian's `unicode-data` holds for Unicode 15.0,
/// the version of ICU 72.
@Suite struct ConformanceTests {
  static let folder = "/usr/share/unicode/auxiliary/"

  static func has(_ file: String) -> Bool { FileManager.default.isReadableFile(atPath: folder + file) }

  @Test(.enabled(if: has("WordBreakTest.txt"), "install unicode-data 15.0 to run the conformance test"))
  func standardWordBreaks() throws { try check("WordBreakTest.txt", .standardWord, atLeast: 1_800) }

  /// CLDR differs from the standard in the colon alone.
  @Test(.enabled(if: has("WordBreakTest.txt"), "install unicode-data 15.0 to run the conformance test"))
  func wordBreaks() throws { try check("WordBreakTest.txt", .word, without: ["003A", "FE55", "FF1A"], atLeast: 1_400) }

  @Test(.enabled(if: has("SentenceBreakTest.txt"), "install unicode-data 15.0 to run the conformance test"))
  func sentenceBreaks() throws { try check("SentenceBreakTest.txt", .sentence, atLeast: 500) }

  private func check(_ file: String, _ kind: ICUBreakIterator.Kind, without: Set<Substring> = [], atLeast: Int) throws {
    let iterator = try ICUBreakIterator(kind)
    var cases = 0
    for line in try String(contentsOfFile: Self.folder + file, encoding: .utf8).split(separator: "\n") {
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if fields.isEmpty || !without.isDisjoint(with: fields) { continue }
      var (bytes, expected): ([UInt8], [Int]) = ([], [])
      for field in fields {
        if field == "÷" { expected.append(bytes.count) }
        if let scalar = UInt32(field, radix: 16) { UTF8Scalar.append(scalar, to: &bytes) }
      }
      var found = [0]
      iterator.forEachSegment(in: bytes, range: 0..<bytes.count) { range, _ in
        #expect(range.lowerBound == found.last)
        found.append(range.upperBound)
      }
      #expect(found == expected, "\(line)")
      cases += 1
    }
    #expect(cases >= atLeast)
  }
}
