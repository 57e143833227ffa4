import Foundation
import TestSupport
import Testing

/// What harmful or careless calls meet: outputs that would take an input's place, closed streams, bombs, and limits that
/// are named and can be raised.
@Suite struct HostileCommandTests {
  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let usual = [
      "in.txt": FaultTests.text, "a.ar": "نعم.\nلا.\n", "a.en": "Yes.\nNo.\n", "pairs.tsv": "نعم\tyes\nلا\tno\n",
      "list.jsonl": Self.record + "\n", "files.tsv": "in.txt\n",
    ]
    try folder.write(usual.merging(files) { $1 })
    return folder
  }

  private static let record = #"{"id":"a","source":"نعم.","target":"Yes."}"#

  private func content(_ name: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  // MARK: Outputs

  /// Found by hand: by another path, as a half of moses, and as a batch's stream inputs were lost.
  @Test(arguments: [
    ("align in.txt --to tsv -o ./in.txt", "./in.txt is both input and output"),
    ("align link.txt --to tsv -o in.txt", "in.txt is both input and output"),
    ("align a.ar a.en --to moses -o a", "a.ar is both input and output"),
    ("align in.txt -o out.tsv --word-links ./out.tsv", "./out.tsv would be written twice"),
    ("align in.txt --glossary pairs.tsv -o pairs.tsv", "pairs.tsv is both input and output"),
    ("align --batch list.jsonl -o list.jsonl", "list.jsonl is both input and output"),
    ("align --batch files.tsv -o in.txt", "in.txt is both input and output"),
    ("align --batch self.jsonl --output-dir . --to html", "./page.html is both input and output"),
    ("align in.txt ./in.txt", "./in.txt is given twice"),
    ("convert pairs.tsv -o ./pairs.tsv", "./pairs.tsv is both input and output"),
    ("filter pairs.tsv -o kept.tsv --rejected kept.tsv", "kept.tsv would be written twice"),
    ("normalize in.txt -o in.txt", "in.txt is both input and output"),
    ("tokenize in.txt -o in.txt", "in.txt is both input and output"),
    ("extract in.txt -o in.txt", "in.txt is both input and output"),
    ("train pairs.tsv -o pairs.tsv", "pairs.tsv is both input and output"),
  ])
  func noOutputOverwritesAnInput(command: String, message: String) throws {
    let page = "<p>صباح الخير يا أحمد.</p><p>Good morning, Ahmad.</p>\n"
    let folder = try folder(["page.html": page, "self.jsonl": #"{"id":"page","file":"page.html"}"# + "\n"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.txt"), withDestinationPath: folder.path("in.txt"))
    let names = ["in.txt", "a.ar", "a.en", "pairs.tsv", "list.jsonl", "files.tsv", "page.html"]
    let before = try names.map { try content($0, folder) }
    let outcome = try Shell.run("$WASL \(command)", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome)")
    #expect(try names.map { try content($0, folder) } == before)
  }

  // MARK: Streams

  /// A file that is opened takes the place of a closed stream, and messages would go into it.
  @Test(arguments: ["2>&-", "<&- 2>&-", "<&- >&- 2>&-"]) func closedStandardStreamsReceiveNoOutput(closed: String)
    throws
  {
    let folder = try folder(["mixed.jsonl": Self.record + "\nnone.txt\n"])
    let usual = try Shell.run("$WASL align in.txt", in: folder)
    #expect(try Shell.run("$WASL align in.txt -o out.tsv \(closed)", in: folder).status == 0)
    #expect(try content("out.tsv", folder) == usual.output)
    let batch = try Shell.run("$WASL align --batch mixed.jsonl --keep-going -o out.jsonl \(closed)", in: folder)
    #expect(batch.status == 1)
    #expect(try content("out.jsonl", folder).split(separator: "\n").allSatisfy { $0.hasPrefix(#"{"id":"a""#) })
  }

  @Test(arguments: [
    "align in.txt", "align --batch list.jsonl", "segment in.txt", "tokenize in.txt", "convert pairs.tsv",
  ])
  func closedOutputIsAnError(command: String) throws {
    let outcome = try Shell.run("$WASL \(command) >&-", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains("wasl: error: <stdout>: cannot"), "\(outcome)")
  }

  @Test(arguments: ["align -", "align --batch -", "segment -", "tokenize -", "convert - --from tsv"])
  func closedInputIsAnError(command: String) throws {
    let outcome = try Shell.run("$WASL \(command) <&-", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains("wasl: error: <stdin>: cannot"), "\(outcome)")
  }

  /// Found by hand: the file behind the name was replaced, and what came before and after it was lost.
  @Test(arguments: [
    "align in.txt -o /dev/stdout", "align --batch list.jsonl -o /dev/stdout", "align in.txt -o /dev/fd/1",
    "align in.txt -o /dev/fd/3 3>&1 >/dev/null", "convert pairs.tsv -o /proc/self/fd/1",
  ])
  func streamNamesMeanTheStream(command: String) throws {
    let folder = try folder()
    let plain = try Shell.run("$WASL \(command.prefix { $0 != "/" })-", in: folder)
    #expect(plain.status == 0)
    let outcome = try Shell.run("{ echo head; $WASL \(command) && echo tail; } > all", in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try content("all", folder) == "head\n\(plain.output)tail\n")
  }

  /// Found by hand: the temporary name was longer than names may be.
  @Test(arguments: ["ت", "🙏", "n"]) func longestPossibleNamesWork(character: String) throws {
    let name = String(repeating: character, count: 250 / character.utf8.count)
    let folder = try folder()
    let outcome = try Shell.run("$WASL align in.txt -o \(name).tsv", in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try !content("\(name).tsv", folder).isEmpty)
  }

  // MARK: Lists

  @Test(arguments: ["", "\u{FEFF}", "\n \n# nothing\n"]) func emptyBatchListExitsWithStatus1(list: String) throws {
    let outcome = try Shell.run("$WASL align --batch empty.tsv", in: folder(["empty.tsv": list]))
    #expect(outcome.status == 1 && outcome.errors.contains("empty.tsv: no documents in it"), "\(outcome)")
  }

  @Test func listMayStartWithAByteOrderMark() throws {
    let folder = try folder(["marked.jsonl": "\u{FEFF}" + Self.record + "\r\n"])
    let outcome = try Shell.run("$WASL align --batch marked.jsonl", in: folder)
    #expect(outcome.status == 0)
    #expect(try outcome.output == Shell.run("$WASL align --batch list.jsonl", in: folder).output)
  }

  // MARK: Limits

  private static func nested(_ depth: Int) -> String {
    let list = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    return #"{"x":\#(list),"source":{"text":"نعم"},"target":{"text":"yes"}}"# + "\n"
  }

  private static func tmx(_ attributes: String, _ before: String = "", _ after: String = "") -> String {
    """
    <tmx version="1.4"><header srclang="ar"\(attributes)/><body><tu><tuv xml:lang="ar"><seg>\(before)نعم\(after)</seg></tuv>\
    <tuv xml:lang="en"><seg>yes</seg></tuv></tu></body></tmx>
    """
  }

  /// Each limit is named where it is met, and what the message says lets the input through.
  @Test(arguments: [
    ("convert deep.jsonl --to tsv", "values are more than 256 deep", "WASL_MAX_DEPTH=1024"),
    ("convert deep.tmx --to tsv", "elements are more than 256 deep", "WASL_MAX_DEPTH=1024"),
    ("convert wide.tmx --to tsv", "<header> has more than 1000 attributes", "WASL_MAX_ATTRIBUTES=4000"),
    ("align --batch deep.list", "values are more than 256 deep", "WASL_MAX_DEPTH=1024"),
  ])
  func limitsAreNamedAndCanBeRaised(command: String, message: String, raised: String) throws {
    let hi = (before: String(repeating: "<hi>", count: 900), after: String(repeating: "</hi>", count: 900))
    let folder = try folder([
      "deep.jsonl": Self.nested(1_000), "deep.tmx": Self.tmx("", hi.before, hi.after),
      "wide.tmx": Self.tmx((0..<1_500).map { " a\($0)=\"\"" }.joined()),
      "deep.list": #"{"id":"a","source":"نعم.","target":"Yes.","x":"# + String(repeating: "[", count: 900)
        + String(repeating: "]", count: 900) + "}\n",
    ])
    let refused = try Shell.run("$WASL \(command)", in: folder)
    #expect(refused.status == 2 && refused.errors.contains(message) && refused.errors.contains(raised), "\(refused)")
    let taken = try Shell.run("\(raised) $WASL \(command)", in: folder)
    #expect(taken.status == 0 && taken.output.contains("نعم"), "\(taken)")
  }

  /// As deep as may be asked for, in the threads of a batch too, whose stacks are smaller.
  @Test func greatestDepthFitsTheStack() throws {
    let deep = String(repeating: "[", count: 1_999) + String(repeating: "]", count: 1_999)
    let folder = try folder(["deep.jsonl": #"{"id":"a","source":"نعم.","target":"Yes.","x":\#(deep)}"# + "\n"])
    let outcome = try Shell.run("WASL_MAX_DEPTH=2000 $WASL align --batch deep.jsonl --jobs 2", in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try Shell.run("WASL_MAX_DEPTH=2001 $WASL align in.txt", in: folder).status == 2)
  }

  /// Two million bytes, or zeros, in few: as a file, packed by either, as a line of a list, and out of a PDF.
  @Test(arguments: [
    ("align big.txt", "big.txt: it holds"), ("align big.gz", "big.gz: it unpacks to"),
    ("align big.zst", "big.zst: it unpacks to"), ("align --batch big.txt", "big.txt: line 1 has"),
    ("align big.pdf", "big.pdf: its text has"),
  ])
  func inputSizeIsLimited(command: String, message: String) throws {
    let folder = try folder([
      "big.pdf": "", "bin/pdftotext": "#!/bin/sh\nwhile echo نعم yes; do :; done\n",
    ])
    // A frame of blocks of one byte 131,072 times each.
    let blocks = (0..<16).flatMap { [$0 == 15 ? 0x03 : 0x02, 0x00, 0x10, 0x61] as [UInt8] }
    try Data([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x58] + blocks).write(to: folder.url.appending(path: "big.zst"))
    let outcome = try Shell.run(
      """
      chmod +x bin/pdftotext; head -c 2000000 /dev/zero | tr '\\0' a >big.txt; gzip -c big.txt >big.gz
      export WASL_MAX_INPUT_MB=1 PATH="$PWD/bin:$PATH"; $WASL \(command)
      """, in: folder)
    if outcome.errors.contains("libzstd is missing") { return }
    #expect(outcome.status == 2 && outcome.errors.contains("\(message) more than 1 MB"), "\(outcome)")
    #expect(outcome.errors.contains("WASL_MAX_INPUT_MB=4"), "\(outcome)")
  }
}
