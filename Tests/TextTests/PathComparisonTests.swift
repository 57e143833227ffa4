import Foundation
import Testing
import TextChecks

@testable import WaslText

/// All ways through the text core give the same. `TextFuzz` compares the same on more text.
@Suite struct PathComparisonTests {
  private func check(_ texts: some Sequence<[UInt8]>) throws {
    let comparison = try PathComparison()
    for text in texts {
      if let difference = comparison.difference(in: text) {
        Issue.record("\(difference): \(text.map { String($0, radix: 16) })")
      }
    }
    #expect(comparison.texts > 0)
  }

  @Test(arguments: 0..<4) func randomText(seed: UInt64) throws {
    var texts = RandomText(seed: 200 + seed)
    try check((0..<250).map { $0 % 3 == 0 ? texts.damagedBytes(most: 80) : texts.bytes(most: $0 % 50 == 0 ? 400 : 24) })
  }

  /// What decides at the edges of blocks: each short piece at each place of a block, with letters around it.
  @Test(arguments: ["كتاب", "word", " "]) func piecesAtTheEdgesOfBlocks(filler: String) throws {
    let pieces = [
      "5", "1,2", "3.5 ", "a.b", ". ", ".", "'s ", "’", "“x”", "«س»", "\u{200F}", "\u{200F}.\u{200F} ", " \u{200F}x",
      "\u{200D}ب",
      "ـ", " \u{64E}", "ﷺ", "é", "،5", "5،1", "ab٥", "_", "\u{AD}", "漢", "😀", "\u{654}", "A\u{200F}ب",
    ]
    try check(
      pieces.flatMap { piece in
        (58..<67).map { place in
          var text = Array(String(repeating: filler, count: 70).utf8.prefix(place))
          while let last = text.last, last >= 0xC0 { text.removeLast() }
          return text + Array(piece.utf8) + Array(filler.utf8) + [0x20]
        }
      })
  }

  /// What decides at the edges of what the loops look at in one go: 4,096 bytes for words, 1,024 for candidates.
  @Test(arguments: [1_024, 4_096]) func piecesAtTheEdgesOfChunks(size: Int) throws {
    let pieces = [
      "12,34 ", "1.2", "don't ", "it's", "i.e.", "a.\u{200F} ", "مدرسةﷺ", "؟ ", "… ", "a.\" ", "b'\u{200F}c",
    ]
    let filler = Array(String(repeating: "word ", count: size / 5 + 1).utf8)
    var texts: [[UInt8]] = []
    for piece in pieces {
      for place in size - 8..<size + 2 {
        var text = Array(filler[..<(place - 1)])
        text += Array((" " + piece + "word. ").utf8)
        texts.append(text)
      }
    }
    try check(texts)
  }

  /// Longer than what the loops look at in one go.
  @Test func longWords() throws {
    try check(
      [4_090, 4_096, 4_097, 9_000].flatMap { length in
        ["a", "ب", "\u{200F}", "5", "\u{64E}"].map { Array(("x " + String(repeating: $0, count: length) + " y").utf8) }
      })
  }

  @Test func theSeedsOfTheFuzzer() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../TextFuzz/Seeds")
    let seeds = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
    #expect(seeds.count >= 3)
    var texts = RandomText(seed: 9)
    try check(seeds + (0..<200).map { _ in texts.mutation(of: seeds) })
  }
}
