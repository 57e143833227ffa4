import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslDocuments

/// Documents of other programs, block by block.
@Suite struct OfficeFixtureTests {
  private static let names = [
    "workshop.docx", "workshop.odt", "workshop.fodt", "workshop.rtf", "garden.docx", "stock.xlsx", "stock.ods",
    "kitchen.pptx", "kitchen.odp", "ferry.odt",
  ]

  /// What each document holds stands beside it, read by a person once.
  @Test(arguments: names) func blocksAreWhatTheProgramShows(name: String) throws {
    let (source, _) = try Fixture.read(name)
    let outline = Fixture.outline(source).joined(separator: "\n") + "\n"
    if let folder = ProcessInfo.processInfo.environment["WASL_OUTLINES"] {
      try Data(outline.utf8).write(to: URL(filePath: folder).appending(path: name + ".blocks"))
    }
    #expect(outline == string(try Fixture.bytes(name + ".blocks")))
  }
}
