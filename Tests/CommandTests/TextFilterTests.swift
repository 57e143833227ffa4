import Foundation
import TestSupport
import Testing

/// `wasl normalize` and `wasl tokenize` as processes.
@Suite struct TextFilterTests {
  @Test(arguments: [
    ([], "إلى المَدْرَسَـةِ، ١٢٣\n", "الي المدرسه, 123\n"),
    (["-"], "Wasl وَصْل", "wasl وصل"),
    (["--preset", "dediac"], "إلى المَدْرَسَةِ\r\n", "إلى المدرسة\r\n"),
    (["--preset", "none"], "هٰذَا ـ ﻻ\n", "هٰذَا ـ ﻻ\n"),
    (["--preset", "none", "--fold", "tatweel,presentation-forms"], "عـربي ﻻ هٰذَا\n", "عربي لا هٰذَا\n"),
    (["--keep", "teh-marbuta", "--keep", "digits,punctuation"], "مدرسةٌ ١، ٢\n", "مدرسة ١، ٢\n"),
    ([], "", ""),
  ])
  func normalizes(arguments: [String], input: String, expected: String) throws {
    let outcome = try WaslProcess.run(["normalize"] + arguments, input: Data(input.utf8))
    #expect(outcome.output.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(outcome.output)")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ([], "قال: نعم!\n\nOK 3.5%", "قال : نعم !\n\nOK 3.5 %"),
    (["--keys"], "قال: نَعَمْ!\nJohn’s ٣٫٥\n", "قال نعم\njohn 3.5\n"),
    (
      ["--to", "tsv"], "a كِ\n😀 b",
      "start\tend\tkind\ttext\n0\t1\tword\ta\n2\t4\tword\tكِ\n5\t6\tsymbol\t😀\n7\t8\tword\tb\n"
    ),
    (
      ["--to", "tsv", "--keys"], "عام٢٠٢٠م.",
      "start\tend\tkind\ttext\tkey\n0\t3\tword\tعام\tعام\n3\t7\tnumber\t٢٠٢٠\t2020\n7\t8\tword\tم\tم\n"
    ),
    (
      ["--to", "jsonl"], "\"ب\"",
      #"{"start":0,"end":1,"kind":"punctuation","text":"\""}"# + "\n"
        + #"{"start":1,"end":2,"kind":"word","text":"ب"}"# + "\n"
        + #"{"start":2,"end":3,"kind":"punctuation","text":"\""}"# + "\n"
    ),
    (["--to", "jsonl", "--keys"], "Ab", #"{"start":0,"end":2,"kind":"word","text":"Ab","key":"ab"}"# + "\n"),
    (["--to", "tsv"], "", "start\tend\tkind\ttext\n"),
  ])
  func tokenizes(arguments: [String], input: String, expected: String) throws {
    let outcome = try WaslProcess.run(["tokenize"] + arguments, input: Data(input.utf8))
    #expect(outcome.output == expected)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// Offsets go on across the pieces the input is read in, and long lines are cut where no word is.
  @Test func longInputs() throws {
    let line = String(repeating: "كِتَاب book 12 ", count: 200_000)
    let outcome = try WaslProcess.run(["tokenize", "--to", "tsv"], input: Data(("x\n" + line).utf8))
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.count == 2 + 600_000)
    #expect(rows.last == "\(2 + 15 * 200_000 - 3)\t\(2 + 15 * 200_000 - 1)\tnumber\t12")
    let normalized = try WaslProcess.run(["normalize"], input: Data(line.utf8))
    #expect(normalized.output == String(repeating: "كتاب book 12 ", count: 200_000))
  }

  @Test func otherEncodingsAreReadAndReported() throws {
    let folder = try TemporaryFolder()
    try Data([0xFF, 0xFE, 0x27, 0x06, 0x44, 0x06, 0x0A, 0x00]).write(to: folder.url.appending(path: "a.txt"))
    let outcome = try WaslProcess.run(["tokenize", "a.txt"], in: folder.url)
    #expect(outcome.output == "ال\n")
    #expect(outcome.errors.contains("a.txt read as UTF-16LE"))
    let quiet = try WaslProcess.run(["normalize", "--quiet", "a.txt", "-o", "b.txt"], in: folder.url)
    #expect(quiet.errors == "" && quiet.output == "")
    #expect(try String(contentsOfFile: folder.path("b.txt"), encoding: .utf8) == "ال\n")
  }

  @Test(arguments: ["normalize", "tokenize"])
  func badInput(command: String) throws {
    let folder = try TemporaryFolder()
    try Data(Array("سطر\n".utf8) + [0xFF]).write(to: folder.url.appending(path: "bad.txt"))
    let bad = try WaslProcess.run([command, "bad.txt"], in: folder.url)
    #expect(bad.status == 2)
    #expect(bad.errors.hasPrefix("wasl: error: bad.txt:2: byte 7: invalid UTF-8"))
    let replaced = try WaslProcess.run([command, "--replace-invalid", "bad.txt"], in: folder.url)
    #expect(replaced.status == 0 && replaced.output == "سطر\n\u{FFFD}")
    let missing = try WaslProcess.run([command, "missing.txt"], in: folder.url)
    #expect(missing.status == 2 && missing.errors.contains("missing.txt"))
    let encoding = try WaslProcess.run([command, "--encoding", "bogus", "bad.txt"], in: folder.url)
    #expect(encoding.status == 2 && encoding.errors.contains("unknown encoding"))
  }

  @Test(arguments: [["--fold", "bogus"], ["--fold", "alef", "--keep", "alef"], ["--preset", "bogus"]])
  func badRules(arguments: [String]) throws {
    let outcome = try WaslProcess.run(["normalize"] + arguments)
    #expect(outcome.status == 2 && outcome.output == "" && outcome.errors.hasPrefix("wasl: error: "))
  }

  @Test func light10CutsWordsToStems() throws {
    let outcome = try WaslProcess.run(["normalize", "--preset", "light10"], input: Data("والكِتاب، وكتابها\n".utf8))
    #expect(outcome.output == "كتاب، كتاب\n")
  }

  @Test func rulesAreListed() throws {
    let outcome = try WaslProcess.run(["normalize", "--list"])
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
    #expect(rows.first == ["rule", "match", "search", "dediac", "display", "lucene", "camel", "pyarabic"])
    #expect(rows.contains(["harakat", "x", "x", "x", "-", "x", "x", "x"]))
    #expect(rows.allSatisfy { $0.count == 8 })
  }

  @Test(arguments: [["normalize"], ["tokenize"], ["tokenize", "--keys", "--to", "tsv"]])
  func closedPipeExitsWithStatus0(arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let input = Data(String(repeating: "نص طويل\n", count: 50_000).utf8)
    let outcome = try WaslProcess.run(arguments, input: input, output: pipe.fileHandleForWriting)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }
}
