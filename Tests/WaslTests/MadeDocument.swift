import Wasl
import WaslBitext
import WaslPairFormats
import WaslSyntax

/// A document pair made from the sample documents, with known gold.
struct MadeDocument {
  /// Lines of each side; an empty side is a gap.
  struct Part {
    var arabic: [String]
    var english: [String]

    var isGap: Bool { arabic.isEmpty || english.isEmpty }
  }

  /// By the Arabic side.
  var parts: [Part]
  /// The numbers of the parts in the order of the English side.
  var order: [Int]

  init(_ parts: [Part]) {
    self.parts = parts
    order = Array(parts.indices)
  }

  /// The beads of sample documents, one document after the other.
  static func sample(_ names: [String]) throws -> [Part] {
    try names.flatMap { name in
      let arabic = try lines(SampleDocument.text(name, "ar"))
      let english = try lines(SampleDocument.text(name, "en"))
      let ladder = try LadderFile(SampleDocument.text(name, "ladder").bytes, name: name)
      return try ladder.alignment(sourceCount: arabic.count, targetCount: english.count).beads.map {
        Part(arabic: Array(arabic[$0.source]), english: Array(english[$0.target]))
      }
    }
  }

  private static func lines(_ text: SourceText) -> [String] {
    text[0..<text.bytes.count].split(separator: "\n").map(String.init)
  }

  var arabic: Document { TestDocument.lines(parts.flatMap(\.arabic), .arabic) }
  var english: Document { TestDocument.lines(order.flatMap { parts[$0].english }, .english) }

  /// The beads as sets of segments, source and target.
  var gold: Set<[[Int]]> {
    var starts = Array(repeating: 0, count: parts.count)
    var count = 0
    for index in order {
      starts[index] = count
      count += parts[index].english.count
    }
    var row = 0
    return Set(
      parts.indices.map { index in
        let part = parts[index]
        defer { row += part.arabic.count }
        return [
          Array(row..<row + part.arabic.count), Array(starts[index]..<starts[index] + part.english.count),
        ]
      })
  }

  /// Exact beads, and gaps alone: F1.
  func score(_ alignment: Alignment) -> (all: Double, gaps: Double) {
    let found = Set(alignment.beads.map { [Array($0.source), Array($0.target)] })
    func f1(_ found: Set<[[Int]]>, _ gold: Set<[[Int]]>) -> Double {
      let right = Double(found.intersection(gold).count)
      return found.isEmpty && gold.isEmpty ? 1 : 2 * right / Double(found.count + gold.count)
    }
    func gaps(_ beads: Set<[[Int]]>) -> Set<[[Int]]> { beads.filter { $0[0].isEmpty || $0[1].isEmpty } }
    return (f1(found, gold), f1(gaps(found), gaps(gold)))
  }
}
