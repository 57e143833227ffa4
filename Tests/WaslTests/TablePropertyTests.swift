import Testing
import WaslBitext
import WaslPairFormats
import WaslSystemIO

@testable import Wasl

/// Random documents of paragraphs and tables, ragged, spanning, empty and nested: nothing is lost, whatever they hold.
@Suite struct TablePropertyTests {
  private static let words = [
    "المستأجر", "الماء", "12", "١٢", "—", "قرر المجلس تأجيل الجلسة.", "The board met.", "water", "No.", "م", "3/4/2021",
    "يدفع", "Rent: 500", "ISO 9001", "•", "%", "نعم", "yes",
  ]

  private static func document(_ generator: inout SplitMix64, name: String) -> SourceText {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    func add(_ kind: Block.Kind) {
      let text = (0..<Int.random(in: 1...4, using: &generator)).map { _ in words.randomElement(using: &generator)! }
      if !bytes.isEmpty { bytes.append(0x0A) }
      let start = bytes.count
      bytes += text.joined(separator: " ").utf8
      let direction: Block.Direction? = [nil, .leftToRight, .rightToLeft].randomElement(using: &generator)!
      blocks.append(Block(range: start..<bytes.count, kind: kind, direction: direction))
      bytes.append(0x0A)
    }
    for table in 0..<Int.random(in: 1...3, using: &generator) {
      if Bool.random(using: &generator) { add(.paragraph) }
      let columns = Int.random(in: 1...5, using: &generator)
      for row in 0..<Int.random(in: 1...6, using: &generator) {
        for column in 0..<columns where Int.random(in: 0..<8, using: &generator) > 0 {
          let span = Int.random(in: 1...2, using: &generator)
          for _ in 0..<Int.random(in: 1...2, using: &generator) {
            add(.tableCell(TableCell(table: table, row: row, column: column, columnSpan: span)))
          }
        }
      }
    }
    add(.pageFurniture)
    return SourceText(name: name, bytes: bytes, blocks: blocks)
  }

  private static func characters(_ text: SourceText) -> [UInt8] { text.bytes.sorted() }

  @Test(arguments: UInt64(0)..<25) func nothingIsLost(seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let aligner = try DocumentAligner()
    let texts = [Self.document(&generator, name: "one"), Self.document(&generator, name: "two")]
    let one = try aligner.run { $0.arranged(texts[0]) }
    #expect(Self.characters(one) == Self.characters(texts[0]))
    #expect(one.blockDefect == nil)
    if let sides = try? BilingualInput().sides(of: one) {
      let aligned = try aligner.align(.segmented(source: sides.arabic, target: sides.english))
      #expect(aligned.defect == nil)
      #expect(one.firstLoss(in: [aligned.source, aligned.target]) == nil)
    }
    let two = try aligner.run { $0.arranged(texts[0], like: texts[1]) }
    #expect(Self.characters(two) == Self.characters(texts[0]))
    #expect(two.blockDefect == nil)
    // Whichever language each is in.
    let (arabic, english) = (
      Document(text: two, language: .arabic, segments: segments(two, .arabic)),
      Document(text: texts[1], language: .english, segments: segments(texts[1], .english))
    )
    let aligned = try aligner.align(.segmented(source: arabic, target: english))
    #expect(aligned.defect == nil)
    #expect(two.firstLoss(in: [aligned.source]) == nil)
    #expect(texts[1].firstLoss(in: [aligned.target]) == nil)
  }

  private func segments(_ text: SourceText, _ language: Language) -> [Segment] {
    text.blocks.map { Segment(range: $0.range, startsParagraph: true) }
  }
}
