import Testing
import WaslPDF

@Suite(.enabled(if: PDFDocument.isAvailable, "libqpdf is missing")) struct DocumentTests {
  private static func blocks(_ writing: PDFWriting) throws -> [PDFBlock] {
    try PDFDocument(bytes: writing.bytes, name: "test.pdf").content().blocks
  }

  private static func text(_ content: String) throws -> String {
    var writing = PDFWriting()
    writing.addPage(content)
    return try PDFDocument(bytes: writing.bytes, name: "test.pdf").content().text
  }

  @Test func joinsLinesToParagraphs() throws {
    let text = try Self.text(
      """
      BT /L 12 Tf 14 TL 72 700 Td (The contract begins on the first day of the month that follows its signature, and then) Tj T* (ends in May.) Tj
      0 -40 Td (A second paragraph.) Tj ET
      """)
    #expect(
      text
        == "The contract begins on the first day of the month that follows its signature, and then ends in May.\nA second paragraph.\n"
    )
  }

  @Test(arguments: [
    ("3 Tr (hidden) Tj 0 Tr 0 -50 Td (seen) Tj", "seen\n"),
    ("(seen) Tj 0.26 0 Td (seen) Tj", "seen\n"),
    ("(one) Tj 40 0 Td (two) Tj", "one two\n"),
    ("[(wi) -20 (de) -400 (gap)] TJ", "wide gap\n"),
    ("/Span << /ActualText <FEFF00660066> >> BDC (x) Tj EMC", "ff\n"),
  ])
  func readsWhatIsSeen(operators: String, expected: String) throws {
    #expect(try Self.text("BT /L 12 Tf 72 700 Td \(operators) ET") == expected)
  }

  @Test func leavesOutTurnedText() throws {
    #expect(
      try Self.text("BT /L 12 Tf 72 700 Td (upright) Tj 0 1 -1 0 30 300 Tm (side) Tj ET") == "upright\n")
    // A page all of whose text is turned is read as one turns it.
    #expect(try Self.text("BT /L 12 Tf 0 1 -1 0 300 300 Tm (sideways) Tj ET") == "sideways\n")
  }

  /// Letters painted from left to right, a ligature of two letters, and a vowel mark that takes no room.
  @Test func putsArabicInLogicalOrder() throws {
    var writing = PDFWriting()
    writing.addFont(
      "A",
      [
        .init(code: 1, text: "س", width: 600), .init(code: 2, text: "لا", width: 500),
        .init(code: 3, text: "م", width: 400), .init(code: 4, text: "\u{64E}", width: 0),
        .init(code: 5, text: " ", width: 250), .init(code: 6, text: ".", width: 250),
      ])
    // "سَلام سَلام." as it is seen: the full stop at the left, each mark before its letter.
    let word = "<00030002> -300 <0004> 300 <0001>"
    writing.addPage("BT /A 12 Tf 400 700 Td [<0006> \(word) <0005> \(word)] TJ ET")
    let blocks = try Self.blocks(writing)
    #expect(blocks.map(\.text) == ["سَلام سَلام."])
    #expect(blocks.first?.isRightToLeft == true)
  }

  @Test func findsTheRowsOfTables() throws {
    var content = "BT /L 12 Tf "
    for row in 0..<4 {
      content += "1 0 0 1 72 \(700 - 40 * row) Tm (left \(row)) Tj 1 0 0 1 320 \(700 - 40 * row) Tm (right \(row)) Tj "
    }
    var writing = PDFWriting()
    writing.addPage(content + "ET")
    let cells = try Self.blocks(writing)
    #expect(cells.map(\.text) == (0..<4).flatMap { ["left \($0)", "right \($0)"] })
    #expect(cells.map(\.row) == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(cells.map(\.column) == [0, 1, 0, 1, 0, 1, 0, 1])
  }

  @Test func tellsRunningHeadsFromText() throws {
    var writing = PDFWriting()
    for page in 1...3 {
      writing.addPage(
        """
        BT /L 10 Tf 72 770 Td (Annual Report) Tj ET BT /L 12 Tf 72 500 Td (Text of page \(page).) Tj ET
        BT /L 10 Tf 290 30 Td (\(page)) Tj ET
        """)
    }
    let content = try PDFDocument(bytes: writing.bytes, name: "test.pdf").content()
    #expect(content.text == "Text of page 1.\nText of page 2.\nText of page 3.\n")
    #expect(content.blocks.filter { $0.kind == .furniture }.count == 6)
  }

  @Test func sentencesGoOnOverPages() throws {
    var writing = PDFWriting()
    writing.addPage("BT /L 12 Tf 72 600 Td (The parties agree that the work) Tj ET")
    writing.addPage("BT /L 12 Tf 72 600 Td (begins in May.) Tj ET")
    #expect(try Self.blocks(writing).map(\.text) == ["The parties agree that the work begins in May."])
  }

  @Test func namesPagesThatCannotBeRead() throws {
    var writing = PDFWriting()
    let picture = writing.add(
      PDFWriting.stream(
        "x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"))
    writing.addPage("q 600 0 0 800 0 0 cm /I Do Q", resources: "/XObject << /I \(picture) 0 R >>")
    #expect(try PDFDocument(bytes: writing.bytes, name: "test.pdf").content().pages.map(\.isScanned) == [true])
  }
}
