import Foundation
import Testing

@testable import WaslText

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

  /// Worked out by hand from the rules as published: letters and marks first, then the stem.
  @Test(arguments: [
    ("وَالمَكْتَبَةُ", "والمكتبه", "مكتب"), ("إِلَى", "الي", "ال"), ("ٱلرحمٰن", "ٱلرحمٰن", "ٱلرحمٰن"), ("مسؤول", "مسؤول", "مسؤول"),
    // The conjunction, where three letters remain, and articles, where two do.
    ("ولد", "ولد", "ولد"), ("وقال", "وقال", "قال"), ("الكتاب", "الكتاب", "كتاب"), ("بالكتاب", "بالكتاب", "كتاب"),
    ("كالكتاب", "كالكتاب", "كتاب"), ("فالكتاب", "فالكتاب", "كتاب"), ("للكتاب", "للكتاب", "كتاب"),
    ("وللكتاب", "وللكتاب", "كتاب"),
    ("الأم", "الام", "ام"), ("الى", "الي", "ال"), ("وبالكتاب", "وبالكتاب", "كتاب"), ("للب", "للب", "للب"),
    // Each suffix once, in their order, where two letters remain.
    ("كتابها", "كتابها", "كتاب"), ("معلمان", "معلمان", "معلم"), ("معلمات", "معلمات", "معلم"),
    ("معلمون", "معلمون", "معلم"),
    ("معلمين", "معلمين", "معلم"), ("عربية", "عربيه", "عرب"), ("مدرسة", "مدرسه", "مدرس"), ("كتابه", "كتابه", "كتاب"),
    ("عربي", "عربي", "عرب"), ("معلماتها", "معلماتها", "معلم"), ("مدرستي", "مدرستي", "مدرست"), ("يده", "يده", "يد"),
    ("به", "به", "به"),
    ("طبيعيات", "طبيعيات", "طبيع"),
  ]) func light10(word: String, normal: String, stem: String) throws {
    let normalized = try Normalizer(.lucene).normalized(word)
    #expect(normalized.unicodeScalars.elementsEqual(normal.unicodeScalars))
    let found = String(decoding: Light10Stemmer.stem(Array(normalized.utf8)[...]), as: UTF8.self)
    #expect(found.unicodeScalars.elementsEqual(stem.unicodeScalars), "\(found)")
    var text: [UInt8] = []
    Light10Stemmer.stemWords(in: Array("(\(normalized)، a1 \(normalized)".utf8), into: &text)
    #expect(Array("(\(stem)، a1 \(stem)".utf8) == text)
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
