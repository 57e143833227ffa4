import Foundation
import TestSupport
import Testing

/// `wasl align --confirmed`, and the inputs and outputs that are packed or of gettext.
@Suite struct ConfirmedCommandTests {
  private static let arabic = "وصل القطار متأخرا. نزل المسافرون. أغلقت المحطة أبوابها. نام الحارس.\n"
  private static let english =
    "The train arrived late. The passengers got off. The station closed its doors. The guard slept.\n"

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
    try WaslProcess.run(arguments, in: folder.url)
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(["both.txt": Self.arabic + Self.english, "other.txt": "نعم. لا. ربما.\nYes. No. Perhaps.\n"])
    return folder
  }

  @Test func confirmationsAreKeptRightOrWrong() throws {
    let folder = try folder()
    let first = try run(["align", "-q", "both.txt", "--to", "jsonl"], in: folder)
    var lines = first.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 4)
    // The second sentence confirmed; and, wrongly, the third with the fourth's counterpart.
    lines[1] = lines[1].dropLast() + ",\"confirmed\":true}"
    let places = try lines.map { try #require($0.firstRange(of: "\"target\":")).lowerBound }
    lines[2] = lines[2][..<places[2]] + lines[3][places[3]...].dropLast() + ",\"confirmed\":true}"
    lines.removeLast()
    try folder.write(["review.jsonl": lines.joined(separator: "\n") + "\n"])
    let outcome = try run(["align", "both.txt", "--confirmed", "review.jsonl", "--to", "jsonl"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let beads = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let texts = beads.map { bead in
      ["source", "target"].map { (bead[$0] as? [String: Any])?["text"] as? String ?? "" }
    }
    let confirmed = zip(texts, beads).filter { $0.1["confirmed"] as? Bool == true }.map(\.0)
    #expect(
      confirmed == [
        ["نزل المسافرون.", "The passengers got off."], ["أغلقت المحطة أبوابها.", "The guard slept."],
      ])
    for (side, text) in [(0, Self.arabic), (1, Self.english)] {
      #expect(texts.map { $0[side] }.filter { !$0.isEmpty }.joined(separator: " ") + "\n" == text)
    }
  }

  @Test func confirmedFileMustBelongToTheText() throws {
    let folder = try folder()
    let line = try run(["align", "-q", "both.txt", "--to", "jsonl"], in: folder).output.split(separator: "\n")[0]
    try folder.write(["review.jsonl": line.dropLast() + ",\"confirmed\":true}\n", "open.jsonl": line + "\n"])
    let other = try run(["align", "other.txt", "--confirmed", "review.jsonl"], in: folder)
    #expect(other.status == 2)
    #expect(other.errors.hasPrefix("wasl: error: review.jsonl:1: the target ends at 91, beyond the end of other.txt"))
    #expect(other.errors.hasSuffix("give the confirmed beads of this text, and the text as it was aligned\n"))
    let open = try run(["align", "both.txt", "--confirmed", "open.jsonl"], in: folder)
    #expect(open.status == 0)
    #expect(open.errors.hasPrefix("wasl: warning: open.jsonl: no bead in it is confirmed\n"))
    #expect(try run(["align", "both.txt", "--confirmed", "none.jsonl"], in: folder).status == 2)
    #expect(try run(["align", "--batch", "list", "--confirmed", "open.jsonl"], in: folder).status == 2)
  }

  @Test func filesOfGettextAreConverted() throws {
    let folder = try folder()
    #expect(try run(["align", "-q", "both.txt", "-o", "x.po"], in: folder).status == 0)
    let direct = try run(["align", "-q", "both.txt", "--to", "tsv", "--no-header"], in: folder)
    let back = try run(["convert", "-q", "x.po", "--to", "tsv", "--no-header"], in: folder)
    func columns(_ text: String) -> [[Substring]] {
      text.split(separator: "\n").map { Array($0.split(separator: "\t").prefix(3)) }
    }
    #expect(columns(back.output) == columns(direct.output))
    #expect(columns(back.output).count == 4)
    #expect(try run(["validate", "-q", "x.po"], in: folder).status == 0)
  }
}
