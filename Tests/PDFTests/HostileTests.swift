import Testing
import WaslBitext
import WaslPDF

/// Files that nobody means well with: an answer or an error, in bounded time and memory.
@Suite(.enabled(if: PDFDocument.isAvailable, "libqpdf is missing")) struct HostileTests {
  private static func read(_ bytes: [UInt8]) -> PDFContent? {
    try? PDFDocument(bytes: bytes, name: "test.pdf").content()
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "<<", count: 100_000),
    String(repeating: "> ", count: 100_000), String(repeating: "q ", count: 100_000),
    String(repeating: "/A BMC ", count: 100_000), String(repeating: "(", count: 100_000),
    "BT /L 1e300 Tf 1e300 0 0 1e300 0 0 Tm (text) Tj ET", "BT /L -99999999999999999999 Tf (text) Tj ET",
    "BT /None 12 Tf (text) Tj ET", "BI /W 9999999999 ID", "BT /L 12 Tf [1e999 (a) -1e999] TJ ET", "EMC EMC Q Q Q ET",
  ])
  func contentOfAnyKind(content: String) {
    var writing = PDFWriting()
    writing.addPage(content)
    #expect(Self.read(writing.bytes) != nil)
  }

  @Test func formsThatContainThemselves() {
    var writing = PDFWriting()
    let number = writing.add("")
    let form = PDFWriting.stream(
      "/F Do /F Do /F Do",
      "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F \(number + 1) 0 R >> >>")
    writing.add(form)
    writing.addPage("/F Do", resources: "/XObject << /F \(number + 1) 0 R >>")
    #expect(Self.read(writing.bytes) != nil)
  }

  @Test(arguments: [
    "/Filter /FlateDecode", "/Filter [/LZWDecode /ASCII85Decode /RunLengthDecode /ASCIIHexDecode]",
    "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 2147483647 >>", "/Filter /None",
  ])
  func damagedFilters(entries: String) {
    var writing = PDFWriting()
    let stream = writing.add(PDFWriting.stream("damaged \u{7F} data", entries))
    writing.addPage("/F Do", resources: "/XObject << /F \(stream) 0 R >>")
    #expect(Self.read(writing.bytes) != nil)
  }

  @Test(arguments: [[], Array("%PDF-1.7\n".utf8), Array("no PDF at all".utf8)])
  func whatIsNoPDF(bytes: [UInt8]) {
    #expect { try PDFDocument(bytes: bytes, name: "test.pdf") } throws: { error in
      (error as? WaslError)?.code == .format && "\(error)".hasPrefix("test.pdf: ")
    }
  }

  @Test func truncatedFilesAreRepairedOrRefused() {
    var writing = PDFWriting()
    writing.addPage("BT /L 12 Tf 72 700 Td (text) Tj ET")
    let bytes = writing.bytes
    for end in stride(from: 0, to: bytes.count, by: 37) { _ = Self.read(Array(bytes[..<end])) }
    // Without its table the file is put together from its objects.
    let table = bytes.indices.first { bytes[$0...].starts(with: Array("xref".utf8)) } ?? 0
    #expect(Self.read(Array(bytes[..<table]) + Array("trailer << /Root 1 0 R >>".utf8))?.text == "text\n")
  }
}
