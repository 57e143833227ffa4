public import WaslBitext
public import WaslSystemIO

/// Word links as aligners of words write them: a line a bead, `0-0 1-2`, the numbers of words that white space parts,
/// from 0, in the texts of the bead as TSV and the other formats hold them. A gap has an empty line.
public enum Pharaoh {
  /// All lines of a text whose word links were looked for.
  public static func write(_ text: AlignedText, to sink: inout ByteSink) {
    for (bead, links) in zip(text.alignment.beads, text.wordLinks) {
      let sources = WordNumbers(bead.source, of: text.source)
      let targets = WordNumbers(bead.target, of: text.target)
      var pairs = Set<[Int]>()
      for link in links { pairs.insert([sources.number(at: link.source), targets.number(at: link.target)]) }
      let line = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { "\($0[0])-\($0[1])" }.joined(separator: " ")
      sink.append(line + "\n")
    }
  }
}

/// Where the words of a bead's side start.
private struct WordNumbers {
  private var starts: [Int] = []

  init(_ side: Range<Int>, of document: Document) {
    let bytes = document.text.bytes
    for segment in document.segments[side] {
      var isInside = false
      for index in segment.range {
        let isSpace = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(bytes[index])
        if !isSpace && !isInside { starts.append(index) }
        isInside = !isSpace
      }
    }
  }

  /// The number of the word that holds the first byte of a range.
  func number(at range: Range<Int>) -> Int {
    max(0, (starts.firstIndex { $0 > range.lowerBound } ?? starts.count) - 1)
  }
}
