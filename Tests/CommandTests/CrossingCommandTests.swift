import Foundation
import TestSupport
import Testing

/// `--allow-crossing` as a user meets it.
@Suite struct CrossingCommandTests {
  private static let files = [
    "a.ar": """
    وصل القطار إلى دمشق متأخرا.
    اشترت ليلى كتابا عن الطيور.
    نام الحارس في غرفته.
    أغلقت المدرسة أبوابها أمس.

    """,
    "a.en": """
    The train reached Damascus late.
    The guard slept in his room.
    Layla bought a book about birds.
    The school closed its doors yesterday.

    """,
    "gold.ladder": "[0]:[0]\n[1]:[2]\n[2]:[1]\n[3]:[3]\n",
  ]

  private func run(_ script: String) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(Self.files)
    return try Shell.run(script, in: folder)
  }

  @Test func crossingPairsAreFound() throws {
    let outcome = try run("$WASL align --presplit a.ar a.en --allow-crossing --verify --to ladder")
    #expect(outcome.output.replacing(/:0\.\d+/, with: "") == Self.files["gold.ladder"])
    #expect(outcome.errors.contains("no gaps, 1 crossing, mean"))
    let inOrder = try run("$WASL align --presplit a.ar a.en --verify --to ladder").output
    #expect(!inOrder.isEmpty && !(inOrder.contains("[1]:[2]") && inOrder.contains("[2]:[1]")))
  }

  @Test(arguments: ["tsv", "tmx", "jsonl", "html", "csv", "xliff", "po", "xces", "ladder"])
  func everyFormatTakesCrossingBeads(format: String) throws {
    let outcome = try run("$WASL align --presplit a.ar a.en --allow-crossing --verify --to \(format)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.count > 40)
  }

  @Test func hunalignRefusesCrossingBeads() throws {
    let outcome = try run("$WASL align --presplit a.ar a.en --allow-crossing --to hunalign")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("hunalign's format cannot hold beads that cross others"))
  }

  @Test func isMeasuredAndConverted() throws {
    let measured = try run(
      """
      $WASL align -q --presplit a.ar a.en --allow-crossing -o x.ladder &&
        $WASL evaluate gold.ladder x.ladder --min-f1 1
      """)
    #expect(measured.status == 0)
    #expect(measured.errors.isEmpty, "\(measured.errors)")
    let converted = try run("$WASL convert gold.ladder a.ar a.en --to tsv")
    #expect(converted.output.contains("الطيور.\tLayla bought"), "\(converted.errors)")
    let explained = try run("$WASL align -q --presplit a.ar a.en --allow-crossing --explain --word-links links")
    #expect(explained.output.matches(of: /"crossing":true,"evidence":\{"/).count == 1)
    let batch = try run(
      #"printf 'a.ar\ta.en\n' > list.tsv && $WASL align --presplit --allow-crossing --batch list.tsv --verify"#)
    #expect(batch.output.matches(of: /"crossing":true/).count == 1)
  }
}
