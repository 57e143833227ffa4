import Foundation
import TestSupport
import Testing

/// Arguments that ended in a trap, in a file that nothing reads, or in other work than was asked for: all found by hand.
@Suite struct OddArgumentTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write([
      "in.txt": FaultTests.text, "pairs.tsv": "نعم\tyes\nلا\tno\n", "list.jsonl": "in.txt\n",
      "gold/doc.ar": "نعم.\n", "gold/doc.en": "Yes.\n", "gold/doc.ladder": "[0]:[0]\n",
    ])
    return folder
  }

  @Test(arguments: [
    ("align --batch list.jsonl --jobs 100000000", "--jobs is 100000000: give 1 to 1024"),
    ("train pairs.tsv -o m --jobs 100000", "--jobs is 100000: give 1 to 1024"),
    ("train pairs.tsv -o m --iterations 99999999999", "--iterations is 99999999999: give 1 to 10000"),
    ("train pairs.tsv -o m --vector-epochs 99999999999", "--vector-epochs is 99999999999: give 1 to 10000"),
    ("train pairs.tsv -o m --dictionary-weight 3e38", "give a number above 0, at most 1000000"),
    ("tune gold -o w --iterations=-1", "--iterations is -1: give 0 to 10000"),
    ("tune gold -o w --bead-cost nan", "--bead-cost is nan: give -10.0 to 10.0"),
    ("tune gold -o w --bead-cost inf", "--bead-cost is inf: give -10.0 to 10.0"),
    ("tune gold -o w --gap-adaptation nan", "--gap-adaptation is nan: give 0.0 to 100.0"),
    ("tune gold -o w --penalty=-1", "--penalty is -1.0: give 0.0 to"),
    ("tune gold -o w --likelihood 2", "--likelihood is 2.0: give 0.0 to 1.0"),
    ("tune gold -o w --weight gold", "--weight is gold: give DIR=W"),
    ("tune gold -o w --weight gold=nan", "--weight is gold=nan: give DIR=W with a number"),
    ("tune gold -o w --weight silver=1", "--weight silver=1: none of the folders is named so"),
    ("tune gold -o w --model-for silver=m", "--model-for silver=m: none of the folders is named so"),
    ("filter pairs.tsv --max-ratio nan", "--max-ratio is 1 or more"),
    ("filter pairs.tsv --min-length=-1", "--min-length is -1: give 0 or more"),
    ("filter pairs.tsv --min-length 9 --max-length 8", "--max-length is 8: give 9 or more"),
    ("validate pairs.tsv --limit=-1", "--limit is -1: give 0 or more"),
    ("bench align gold --synthetic 9223372036854775807", "--synthetic is 9223372036854775807: give 1 to"),
  ])
  func numbersOutsideTheirRangeAreRefused(command: String, message: String) throws {
    let outcome = try Shell.run("$WASL \(command)", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome)")
  }

  @Test(arguments: [
    "align - --confirmed -", "align - --glossary -", "align --batch - --glossary -", "evaluate - -", "validate - -",
    "train - - -o m", "train - --names - -o m",
  ])
  func standardInputCanBeGivenOnce(command: String) throws {
    let outcome = try Shell.run("$WASL \(command) < in.txt", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains("standard input can be read once only"), "\(outcome)")
  }

  @Test func standardOutputTakesOneOutput() throws {
    let outcome = try Shell.run("$WASL align in.txt --word-links -", in: folder())
    #expect(outcome.status == 2 && outcome.errors.contains("standard output can take the pairs or"), "\(outcome)")
    #expect(try Shell.run("$WASL align in.txt -o out.tsv --word-links -", in: folder()).status == 0)
  }

  /// A string held U+FFFD in their place, and the name was that of another file.
  @Test func namesThatAreNotUTF8AreRefused() throws {
    let folder = try folder()
    for command in [#"cp in.txt "$n"; $WASL align "$n""#, #"$WASL align in.txt -o "$n.tsv""#] {
      let outcome = try Shell.run(#"n=$(printf 'x\377'); \#(command)"#, in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("is not valid UTF-8"), "\(outcome)")
    }
    #expect(try Shell.run("ls *.tsv", in: folder).output == "pairs.tsv\n")
  }

  /// A model without a table and without vectors was written, which nothing reads.
  @Test func emptyModelIsNotWritten() throws {
    let outcome = try Shell.run("$WASL train pairs.tsv -o m; code=$?; ls m; exit $code", in: folder())
    #expect(outcome.status == 1 && outcome.errors.contains("too few to learn a word from"), "\(outcome)")
    #expect(outcome.output.isEmpty)
  }

  /// Units in other languages were passed over without a word.
  @Test(arguments: [
    "train pairs.tmx -o m", "train pairs.tsv --dictionary pairs.tmx -o m", "align in.txt --glossary pairs.tmx",
  ])
  func leftOutUnitsAreNamed(command: String) throws {
    func unit(_ language: String) -> String {
      """
      <tu><tuv xml:lang="ar"><seg>قرار</seg></tuv>
      <tuv xml:lang="\(language)"><seg>decision</seg></tuv></tu>

      """
    }
    let folder = try folder()
    let header = "<tmx version=\"1.4\"><header srclang=\"ar\"/><body>\n"
    try folder.write(["pairs.tmx": header + unit("en") + unit("fr") + "</body></tmx>\n"])
    let outcome = try Shell.run("$WASL \(command)", in: folder)
    #expect(outcome.errors.contains("warning: pairs.tmx:4: left out: no text in 'en'"), "\(outcome)")
  }

  @Test(arguments: [
    "tune gold -o gold/doc.ladder", "tune gold -o ./gold/doc.ar", "tune gold --boundaries -o gold/doc.en",
    "bench align gold --synthetic 5 --write gold",
  ])
  func goldIsNotOverwritten(command: String) throws {
    let folder = try folder()
    if command.hasPrefix("bench") {
      try folder.write([
        "gold/synthetic.ar": "نعم.\n", "gold/synthetic.en": "Yes.\n", "gold/synthetic.ladder": "[0]:[0]\n",
      ])
    }
    let gold = "cat gold/*"
    let before = try Shell.run(gold, in: folder).output
    let outcome = try Shell.run("$WASL \(command)", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("is both input and output"), "\(outcome)")
    #expect(try Shell.run(gold, in: folder).output == before)
  }
}
