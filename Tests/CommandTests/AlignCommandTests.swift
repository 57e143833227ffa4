import Foundation
import TestSupport
import Testing

/// What `wasl align` writes, in each form. One sentence a side leaves the aligner no choice, so that these hold
/// with any model; the confidence is left out of the comparison.
@Suite struct AlignCommandTests {
  private static let arabic = "سافر \"سامي\" إلى دمشق في عام 2019."
  private static let english = "Sami travelled to <Damascus> & back in 2019."

  private func run(_ arguments: [String], _ files: [String: String] = [:], input: String = "") throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(["both.txt": "\(Self.arabic)\n\n\(Self.english)\n"])
    try folder.write(files)
    var outcome = try WaslProcess.run(["align"] + arguments, input: Data(input.utf8), in: folder.url)
    outcome.output = outcome.output.replacing(/[01]\.[0-9]{4}/, with: "C")
    outcome.errors = outcome.errors.replacing(/[01]\.[0-9]{4}/, with: "C")
    return outcome
  }

  @Test func writesTSV() throws {
    let outcome = try run(["both.txt"])
    #expect(
      outcome.output == """
        source\ttarget\tconfidence\tsource_segments\ttarget_segments
        \(Self.arabic)\t\(Self.english)\tC\t0\t0

        """)
    #expect(outcome.errors == "wasl: 1 + 1 segments, 1 bead (1 × 1-1), no gaps, mean confidence C\n")
    #expect(outcome.status == 0)
    #expect(try run(["both.txt", "--no-header", "-q"]).output == "\(Self.arabic)\t\(Self.english)\tC\t0\t0\n")
  }

  @Test func writesJSONLines() throws {
    let outcome = try run(["both.txt", "--to", "jsonl"])
    #expect(
      outcome.output == """
        {"source":{"text":"سافر \\"سامي\\" إلى دمشق في عام 2019.","start":0,"end":33,"segments":[0]},\
        "target":{"text":"\(Self.english)","start":35,"end":79,"segments":[0]},"confidence":C}

        """)
  }

  @Test func writesALadder() throws {
    #expect(try run(["both.txt", "--to", "ladder"]).output == "[0]:[0]:C\n")
  }

  @Test func writesTMX() throws {
    let outcome = try run([
      "both.txt", "--to", "tmx", "--creation-date", "1700000000", "--source-language", "ar-SY", "--target-language",
      "en-GB",
    ])
    #expect(
      outcome.output == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="wasl" creationtoolversion="0.1.0" segtype="sentence" o-tmf="wasl" adminlang="en" \
        srclang="ar-SY" datatype="plaintext" creationdate="20231114T221320Z"/>
          <body>
            <tu>
              <prop type="x-wasl-confidence">C</prop>
              <tuv xml:lang="ar-SY"><seg>\(Self.arabic)</seg></tuv>
              <tuv xml:lang="en-GB"><seg>Sami travelled to &lt;Damascus&gt; &amp; back in 2019.</seg></tuv>
            </tu>
          </body>
        </tmx>

        """)
  }

  @Test func outputExtensionChoosesTheFormat() throws {
    let folder = try TemporaryFolder()
    try folder.write(["both.txt": "\(Self.english)\n\(Self.arabic)", "out.ladder": "an older file\n"])
    let outcome = try WaslProcess.run(["align", "both.txt", "-o", "out.ladder"], in: folder.url)
    #expect(outcome.output == "")
    #expect(try String(contentsOfFile: folder.path("out.ladder"), encoding: .utf8).hasPrefix("[0]:[0]:"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted() == ["both.txt", "out.ladder"])
  }

  @Test(arguments: [["ar", "en"], ["en", "ar"], ["-", "ar"], ["ar", "-"]])
  func twoFilesMayComeInEitherOrder(files: [String]) throws {
    let outcome = try run(
      files + ["--no-header"], ["ar": Self.arabic, "en": Self.english], input: files.contains("-") ? Self.english : "")
    #expect(outcome.output == "\(Self.arabic)\t\(Self.english)\tC\t0\t0\n", "\(outcome.errors)")
  }

  @Test(arguments: [["--source-language", "en"], ["--target-language", "ar-EG"]])
  func sourceCanBeEnglish(options: [String]) throws {
    let outcome = try run(["both.txt", "--no-header"] + options)
    #expect(outcome.output == "\(Self.english)\t\(Self.arabic)\tC\t0\t0\n")
  }

  @Test func dashIsStandardInput() throws {
    let outcome = try run(["-", "--to", "ladder"], input: "\(Self.english) \(Self.arabic)")
    #expect(outcome.output == "[0]:[0]:C\n")
  }

  @Test func alternatingLinesAreSplitByLanguage() throws {
    let outcome = try run(["x", "--to", "jsonl", "-q"], ["x": "الدرس 1\nLesson 1\nالدرس 2\nLesson 2\n"])
    for (text, start) in [("الدرس 1", 0), ("Lesson 1", 8), ("الدرس 2", 17), ("Lesson 2", 25)] {
      #expect(outcome.output.contains("\"text\":\"\(text)\",\"start\":\(start),"), "\(outcome.output)")
    }
  }

  // MARK: Given lines

  @Test func presplitLinesAreSegments() throws {
    let outcome = try run(
      ["--presplit", "a", "b", "--to", "tsv", "--no-header"],
      ["a": "\u{FEFF}نعم. لا! ربما؟\r\n", "b": "\u{FEFF} Yes. No! Perhaps? \r\n"])
    #expect(outcome.output == "نعم. لا! ربما؟\tYes. No! Perhaps?\tC\t0\t0\n")
  }

  @Test func emptyLinesOfTwoFilesAreSegments() throws {
    let outcome = try run(
      ["--presplit", "a", "b", "--to", "ladder"], ["a": "\n\nبيت\n", "b": "\nhouse\n\n\n"])
    #expect(outcome.errors.hasPrefix("wasl: 3 + 4 segments"))
    var segments: [[Int]] = [[], []]
    for line in outcome.output.split(separator: "\n") {
      for (side, list) in line.split(separator: ":").prefix(2).enumerated() {
        segments[side] += list.dropFirst().dropLast().split(separator: ", ").compactMap { Int($0) }
      }
    }
    #expect(segments == [[0, 1, 2], [0, 1, 2, 3]])
  }

  @Test func presplitLinesOfOneFileAreSplitByLanguage() throws {
    let outcome = try run(
      ["--presplit", "x", "--to", "jsonl", "-q"],
      ["x": "تعلن Acme Corporation Limited عن بدء. الإنتاج\n\nAcme announces (شركة) the start. Of production\n"])
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.contains(#""text":"تعلن Acme Corporation Limited عن بدء. الإنتاج","start":0,"#))
    #expect(outcome.output.contains(#""text":"Acme announces (شركة) the start. Of production","start":47,"#))
  }

  @Test func wrappedLinesAreJoined() throws {
    let files = ["x": "كان البيت\nالكبير بعيدا.\n\nThe big house\nwas far away.\n"]
    #expect(
      try run(["--wrapped", "x", "--no-header", "-q"], files).output
        == "كان البيت الكبير بعيدا.\tThe big house was far away.\tC\t0\t0\n")
    #expect(try run(["x", "--to", "ladder"], files).errors.hasPrefix("wasl: 2 + 2 segments"))
  }

  @Test func segmentsEndAtSemicolonsAndColonsByOption() throws {
    let files = ["x": "قال: نعم؛ ثم مضى.\nHe said: yes; then he left.\n"]
    for (options, count) in [([], 1), (["--break-colon"], 2), (["--break-colon", "--break-semicolon"], 3)] {
      let outcome = try run(["x"] + options, files)
      #expect(outcome.errors.hasPrefix("wasl: \(count) + \(count) segments"), "\(outcome.errors)")
    }
  }

  // MARK: Options that cannot be

  @Test(
    arguments: [
      (["both.txt", "--to", "docx"], "unknown format 'docx'; the formats are "),
      (["both.txt", "-o", "x.docx"], "no format is known by the extension '.docx' of 'x.docx'; say which with --to"),
      (["both.txt", "--to", "ladder", "--min-confidence", ".5"], "ladder holds every segment exactly once"),
      (["both.txt", "--min-confidence", "1.5"], "the minimum confidence 1.5 is outside 0…1"),
      (["both.txt", "--source-language", "fr"], "--source-language fr is neither Arabic nor English"),
      (["both.txt", "--source-language", "en", "--target-language", "en"], "the source and the target have the same"),
      (["both.txt", "--encoding", "klingon"], "unknown encoding"),
      (["both.txt", "--model", "none"], "none: cannot be read: no such file or directory"),
      (["both.txt", "--model", "both.txt"], "both.txt: "),
      (["x.tsv", "-o", "x.tsv"], "x.tsv is both input and output"),
      (["--presplit", "--wrapped", "both.txt"], "--presplit keeps the lines as they are"),
      (["a", "b", "c"], "give one bilingual text or two texts, not 3 files"),
      (["-", "-"], "standard input can be read once only"),
      ([], "give one bilingual text, two texts, or --batch"),
    ] as [([String], String)])
  func unusableOptionsExitWithStatus2(arguments: [String], message: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
  }
}
