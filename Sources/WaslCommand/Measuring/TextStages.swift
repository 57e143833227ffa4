import WaslBitext
import WaslText

/// The stages that `wasl bench text` measures, over pieces of a text.
final class TextStages {
  private typealias Work = (Span<UInt8>) -> Int
  private typealias Stage = (name: String, own: (SourceText) -> Int, icu: Work, overUTF8: Work?)

  private let pieces: [SourceText]
  private var stages: [Stage] = []
  /// What the stages counted, so that none of their work can be left out.
  private(set) var counted = 0

  /// - Parameter pieceSize: in bytes; a piece ends at a line end where there is one. 0 for single lines.
  init(_ bytes: [UInt8], pieceSize: Int) throws {
    pieces = Self.pieces(of: bytes, size: pieceSize).map { SourceText(name: "", bytes: Array(bytes[$0])) }
    let icu = try ICUReference()
    let (tokenizer, keyTokenizer, normalizer) = (try Tokenizer(), try KeyTokenizer(), try Normalizer(.match))
    let (splitter, segmenter) = (LanguageSplitter(), SentenceSegmenter(language: .arabic))
    var normalized: [UInt8] = []
    var mapped = NormalizedText()
    stages = [
      ("validate", { TextDecoder.isUTF8($0.bytes) ? 1 : 0 }, icu.convert, nil),
      ("decode", { (try? TextDecoder().decode($0.bytes, name: "").bytes.count) ?? 0 }, icu.convert, nil),
      ("split", { splitter.split($0).count }, icu.countArabic, nil),
      (
        "segment", { segmenter.segments(of: $0).count }, icu.countSentences,
        icu.countSentencesInUTF8
      ),
      (
        "words",
        {
          var count = 0
          tokenizer.forEachToken(in: $0.bytes, range: 0..<$0.bytes.count) { _ in count += 1 }
          return count
        }, icu.countWords, icu.countWordsInUTF8
      ),
      (
        "keys",
        {
          var sum: UInt64 = 0
          keyTokenizer.forEachKey(in: $0.bytes, range: 0..<$0.bytes.count) { token, _ in sum &+= token.hash }
          return Int(truncatingIfNeeded: sum)
        }, icu.countWords, icu.countWordsInUTF8
      ),
      (
        "normalize",
        {
          normalized.removeAll(keepingCapacity: true)
          normalizer.append($0.bytes.span, range: 0..<$0.bytes.count, to: &normalized)
          return normalized.count
        }, icu.normalize, nil
      ),
      (
        "with map",
        {
          normalizer.normalize($0.bytes, into: &mapped)
          return mapped.bytes.count
        }, icu.normalize, nil
      ),
    ]
  }

  var names: [String] { stages.map(\.name) }

  /// The median seconds of processor time that a stage and ICU take for the whole text; and ICU over UTF-8 where that
  /// is another way.
  func seconds(of name: String, passes: Int) -> (own: Double, icu: Double, overUTF8: Double?) {
    guard let stage = stages.first(where: { $0.name == name }) else { return (0, 0, nil) }
    var (own, icu, overUTF8): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<passes {
      own.append(time { stage.own($0) })
      icu.append(time { stage.icu($0.bytes.span) })
      if let way = stage.overUTF8 { overUTF8.append(time { way($0.bytes.span) }) }
    }
    return (Self.median(own), Self.median(icu), overUTF8.isEmpty ? nil : Self.median(overUTF8))
  }

  private func time(_ body: (SourceText) -> Int) -> Double {
    var watch = Stopwatch()
    for piece in pieces { counted &+= body(piece) }
    return watch.lap().processor
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func pieces(of bytes: [UInt8], size: Int) -> [Range<Int>] {
    var (pieces, start): ([Range<Int>], Int) = ([], 0)
    while start < bytes.count {
      var end =
        size == 0 ? (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1 : min(start + size, bytes.count)
      if size > 0, let lineFeed = bytes[start..<end].lastIndex(of: 0x0A) { end = lineFeed + 1 }
      // A line longer than the piece is cut between two characters.
      while end < bytes.count, end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }
}
