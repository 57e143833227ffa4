import Testing

@testable import WaslPDF

/// Lines as they are seen, from left to right, and as they are read.
@Suite struct LogicalOrderTests {
  private static func read(_ seen: String, isRightToLeft: Bool = true, after: BidiKind? = nil) -> String {
    let units = seen.unicodeScalars.enumerated().map { index, scalar in
      LineUnit(
        scalars: [scalar], left: Double(index), right: Double(index) + 1, baseline: 0, size: 1, font: 0, order: index,
        kind: BidiKind(scalar))
    }
    let items = LogicalOrder(units, isRightToLeft: isRightToLeft, after: after).items
    var brackets = Brackets()
    brackets.learn(items)
    return LineReader.text(brackets.repaired(items))
  }

  /// Right to left.
  @Test(arguments: [
    ("ب أ", "أ ب"), (".ب 2019 أ", "أ 2019 ب."), (".Blue River Ltd أ", "أ Blue River Ltd."),
    ("ب 1,250.75 أ", "أ 1,250.75 ب"), ("%30 أ", "أ 30%"), ("30% أ", "أ 30%"), ("٪٦٥ أ", "أ ٦٥٪"),
    ("٢-١ أ", "أ ١-٢"), ("12/05/2024 أ", "أ 12/05/2024"), ("Windows 10 أ", "أ Windows 10"), ("GB 5 أ", "أ 5 GB"),
    ("ب (ج) أ", "أ (ج) ب"), ("ب )ج( أ", "أ (ج) ب"), ("Name (Other) أ", "أ Name (Other)"), ("١١٨/٢٠٢٦ أ", "أ ١١٨/٢٠٢٦"),
  ])
  func rightToLeft(seen: String, read: String) { #expect(Self.read(seen) == read) }

  @Test(arguments: [
    ("one two", "one two"), ("see ب أ here", "see أ ب here"), ("in 2019 ب أ.", "in 2019 أ ب."),
  ])
  func leftToRight(seen: String, read: String) { #expect(Self.read(seen, isRightToLeft: false) == read) }

  @Test(arguments: [
    ("ا\u{651}\u{64E}", "ا\u{64E}\u{651}"), ("ا\u{654}", "أ"), ("أ\u{654}", "أ"), ("و\u{654}\u{64F}", "ؤ\u{64F}"),
    ("ب\u{64E}\u{64E}", "ب\u{64E}"),
  ])
  func marksStandInOrder(given: String, normal: String) {
    #expect(ArabicMarks.normalized(Array(given.unicodeScalars)) == Array(normal.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{FEFB}", "لا"), ("\u{FEF7}", "لأ"), ("\u{FE8D}", "ا"), ("\u{FE76}", "\u{64E}"), ("\u{FDF2}", "الله"),
  ])
  func presentationForms(form: String, letters: String) {
    #expect(PresentationForms.undone(Array(form.unicodeScalars)) == Array(letters.unicodeScalars))
  }
}
