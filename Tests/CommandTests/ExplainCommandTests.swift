import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  private static let text = """
    زار الوزير المدرسة الجديدة. شرب الأطفال الماء البارد.
    The minister visited the new school. The children drank the cold water.
    """

  @Test func explainedBeadsHaveEvidenceAndLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": Self.text])
    let result = try WaslProcess.run(["align", "-q", "in.txt", "--explain", "--word-links", "links"], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let beads = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    try #require(beads.count == 2)
    for bead in beads {
      let evidence = try #require(bead["evidence"] as? [String: Double])
      #expect(evidence["words", default: 0] > 0 && evidence["vectors", default: 0] > 0)
      #expect(evidence["order"] != nil && evidence["coverage"] != nil)
    }
    let words = try #require(beads[0]["links"] as? [[String]])
    #expect(words.contains(["الوزير", "minister"]) && words.contains(["المدرسة", "school"]))
    let lines = try String(contentsOfFile: folder.path("links"), encoding: .utf8).split(separator: "\n")
    try #require(lines.count == 2)
    // المدرسة is word 2 of the Arabic sentence, school word 5 of the English one.
    #expect(lines[0].split(separator: " ").contains("2-5"))
  }

  @Test func explanationsAreJSONLines() throws {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": Self.text])
    let result = try WaslProcess.run(["align", "in.txt", "--explain", "-o", "out.tmx"], in: folder.url)
    #expect(result.status != 0)
    #expect(result.errors.contains("--explain"))
  }

  @Test(arguments: [("sentence", 3), ("paragraph", 2)])
  func granularityChoosesTheSegments(granularity: String, beads: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "ar": "زار الوزير المدرسة الجديدة. شرب الأطفال الماء البارد.\n\nوصل القطار إلى لندن.\n",
      "en": "The minister visited the new school. The children drank the cold water.\n\nThe train arrived in London.\n",
    ])
    let result = try WaslProcess.run(
      ["align", "-q", "ar", "en", "--granularity", granularity, "--to", "jsonl", "--verify"], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count == beads)
  }
}
