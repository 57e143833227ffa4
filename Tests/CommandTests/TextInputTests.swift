import Foundation
import TestSupport
import Testing

/// Every filter reads what `wasl align` reads, and takes the same options.
@Suite struct TextInputTests {
  private static let filters = ["segment", "tokenize", "normalize", "extract"]
  private static let line = "وصل البريد. New stamps arrived!\n"

  /// What a filter prints of the text as UTF-8 on standard input.
  private func expected(_ filter: String, _ text: String = line) throws -> String {
    try WaslProcess.run([filter], input: Data(text.utf8)).output
  }

  @Test(arguments: filters)
  func packedTextIsUnpacked(filter: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["text.txt": Self.line])
    #expect(try Shell.run("gzip -k text.txt", in: folder).status == 0)
    for input in ["text.txt.gz", "< text.txt.gz", "- < text.txt.gz"] {
      let outcome = try Shell.run("$WASL \(filter) \(input)", in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      #expect(outcome.output == (try expected(filter)))
    }
    let cut = try Shell.run("head -c 30 text.txt.gz | $WASL \(filter)", in: folder)
    #expect(cut.status == 2)
    #expect(
      cut.errors == "wasl: error: <stdin>: the compressed data is damaged or cut short; copy the file again\n")
  }

  @Test(arguments: filters)
  func otherEncodingsAreRead(filter: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["text.txt": Self.line])
    #expect(try Shell.run("iconv -f utf-8 -t cp1256 text.txt > old.txt", in: folder).status == 0)
    let detected = try Shell.run("$WASL \(filter) old.txt", in: folder)
    #expect(detected.output == (try expected(filter)))
    #expect(detected.errors == "wasl: old.txt read as windows-1256\n")
    let named = try Shell.run("$WASL \(filter) -q --encoding windows-1256 old.txt", in: folder)
    #expect(named.output == (try expected(filter)) && named.errors.isEmpty)
  }

  @Test(arguments: filters)
  func documentsAreRead(filter: String) throws {
    let folder = try TemporaryFolder()
    let body = "<w:p><w:r><w:t>وصل البريد.</w:t></w:r></w:p>"
    let docx = zipArchive([("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>")])
    try Data(docx).write(to: URL(filePath: folder.path("text.docx")))
    try folder.write(["page.html": "<html><body><p>وصل البريد.</p></body></html>"])
    for name in ["text.docx", "page.html"] {
      let outcome = try WaslProcess.run([filter, name], in: folder.url)
      #expect(outcome.output == (try expected(filter, "وصل البريد.\n")), "\(name): \(outcome)")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
    }
  }

  @Test(arguments: filters)
  func outputGoesToAFile(filter: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["text.txt": Self.line])
    let outcome = try WaslProcess.run([filter, "text.txt", "-o", "out.txt"], in: folder.url)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    #expect(try String(contentsOfFile: folder.path("out.txt"), encoding: .utf8) == (try expected(filter)))
    let same = try WaslProcess.run([filter, "text.txt", "-o", "./text.txt"], in: folder.url)
    #expect(same.status == 2 && same.errors.contains("is both input and output"))
  }

  @Test(arguments: [
    (["--to", "text"], "a b.\nC d!\n"),
    (["--to", "tsv"], "start\tend\tparagraph\ttext\n0\t4\t1\ta b.\n5\t9\t0\tC d!\n"),
    (
      ["--to", "jsonl"],
      #"{"start":0,"end":4,"paragraph":true,"text":"a b."}"# + "\n"
        + #"{"start":5,"end":9,"paragraph":false,"text":"C d!"}"# + "\n"
    ),
  ])
  func segmentsAreWritten(arguments: [String], expected: String) throws {
    #expect(try WaslProcess.run(["segment"] + arguments, input: Data("a b. C d!".utf8)).output == expected)
  }

  @Test(arguments: [
    (["--wrapped", "--to", "text"], "a \n b \"c\"", "a b \"c\"\n"),
    (["--wrapped", "--to", "tsv"], "a\tb\nc", "start\tend\tparagraph\ttext\n0\t5\t1\ta b c\n"),
    (
      ["--wrapped", "--to", "jsonl"], "a\t\"b\nc\\",
      #"{"start":0,"end":7,"paragraph":true,"text":"a\t\"b\nc\\"}"# + "\n"
    ),
  ])
  func segmentsStandOnOneLine(arguments: [String], input: String, expected: String) throws {
    #expect(try WaslProcess.run(["segment"] + arguments, input: Data(input.utf8)).output == expected)
  }
}
