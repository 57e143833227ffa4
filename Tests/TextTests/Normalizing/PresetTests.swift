import Foundation
import Testing

@testable import Text

/// Presets named for other people's normalisers give what those give.
///
/// `presets.tsv` holds their outputs for words of ours; `Tests/Scripts/preset_fixture.py` makes it anew.
@Suite struct PresetTests {
  /// Where we differ on purpose: preset, word, our form, and why.
  static let differences: [(preset: String, word: String, form: String, why: String)] =
    ["و\u{654}", "ا\u{655}", "ي\u{654}", "ه\u{654}", "مسو\u{654}ول"].map {
      (
        "pyarabic", $0, $0,
        "PyArabic writes a combining hamza as an alef, beside the letter it stands on: a letter that nobody wrote"
      )
    }

  @Test(arguments: ["camel", "dediac", "pyarabic", "lucene"]) func otherPeoplesOutputs(preset: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "presets.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped) }
    let column = try #require(rows[0].firstIndex(of: preset))
    let options = try #require(NormalizationOptions.presets.first { $0.name == preset }?.options)
    let normalizer = try Normalizer(options)
    #expect(rows.count > 130)
    for row in rows.dropFirst() {
      // As scalars: strings are equal that differ in their normal form.
      func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
      let known = Self.differences.first { $0.preset == preset && scalars($0.word) == scalars(row[0]) }
      let found = normalizer.normalized(row[0])
      #expect(scalars(found) == scalars(known?.form ?? row[column]), "\(row[0]) \(known?.why ?? "")")
      if known != nil { #expect(scalars(found) != scalars(row[column]), "\(row[0]) differs no more") }
    }
  }

  /// light10 begins with Lucene's normalisation of letters and marks; its stemmer then sees ه for ة.
  @Test(arguments: [
    ("وَالمَكْتَبَةُ", "والمكتبه"), ("إِلَى", "الي"), ("ٱلرحمٰن", "ٱلرحمٰن"), ("مسؤول", "مسؤول"),
  ]) func light10(word: String, expected: String) throws {
    #expect(try Normalizer(.lucene).normalized(word).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  /// `\u{64B}` for the scalar.
  private static func unescaped(_ field: Substring) -> String {
    var (text, rest) = ("", field)
    while let start = rest.range(of: "\\u{"), let end = rest.range(of: "}", range: start.upperBound..<rest.endIndex) {
      text += rest[..<start.lowerBound]
      if let scalar = UInt32(rest[start.upperBound..<end.lowerBound], radix: 16).flatMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(scalar)
      }
      rest = rest[end.upperBound...]
    }
    return text + rest
  }
}
