import Testing
import WaslBitext
import WaslDocuments

/// Documents of other programs, block by block.
@Suite struct OfficeFixtureTests {
  private static let names = [
    "workshop.docx", "workshop.odt", "workshop.fodt", "workshop.rtf", "garden.docx", "stock.xlsx", "stock.ods",
    "kitchen.pptx", "kitchen.odp", "ferry.odt",
  ]

  @Test(arguments: names) func blocksHoldTheText(name: String) throws {
    let (source, _) = try Fixture.read(name)
    #expect(source.blocks.count >= 3)
    #expect(source.blockDefect == nil)
    #expect(Fixture.outline(source).count == source.blocks.count)
  }
}
