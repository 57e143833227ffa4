public import WaslBitext

/// What formats trip over: line ends of every kind, markup, quotes, controls, bidi controls, characters
/// outside the BMP, combining marks, noncharacters.
public let nastyPieces: [String] =
  [
    "a", "Z", "0", "ب", "ة", "لَا", "ـ", "٣", "،", "؟", "»", " ", "  ", "\t", "\n", "\r", "\r\n", "\u{0B}", "\u{0C}",
    "\u{85}", "\u{2028}", "\u{2029}", "\u{A0}", "é", "e\u{301}", "Â", "“", "…", "&", "<", ">", "\"", "'", "\\", "/",
    "]]>", "&amp;",
    "\\n", "\u{0}", "\u{1}", "\u{8}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{200F}", "\u{202B}",
    "\u{2066}", "\u{61C}", "\u{200D}", "\u{FEFF}", "\u{FFFD}", "👩‍👧", "𐎠",
    "\u{10FFFF}", "[0]:[1]", "#", "null", ",",
  ]
  // Noncharacters, which cannot be written as literals.
  + [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE].compactMap { Unicode.Scalar($0 as UInt32).map(String.init) }

extension AlignedText {
  /// Two texts of up to 12 segments a side, or one text that holds both sides by turns, with every bead
  /// shape up to 4-4 and gaps.
  public static func random(seed: Int) -> AlignedText {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var beads: [Bead] = []
    var (i, j) = (0, 0)
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let shape = (Int.random(in: 0...4, using: &generator), Int.random(in: 0...4, using: &generator))
      if shape == (0, 0) { continue }
      let confidence = Double.random(in: 0...1, using: &generator)
      beads.append(Bead(source: i..<i + shape.0, target: j..<j + shape.1, confidence: confidence))
      i += shape.0
      j += shape.1
    }

    var bytes: [UInt8] = []
    func segments(_ count: Int) -> [Segment] {
      (0..<count).map { _ in
        bytes += Array(["", " ", "\n", "\n\n", "فاصل"].randomElement(using: &generator)!.utf8)
        let start = bytes.count
        let pieces = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          nastyPieces.randomElement(using: &generator)!
        }
        bytes += Array(("x" + pieces.joined() + "y").utf8)
        return Segment(range: start..<bytes.count)
      }
    }
    func text(_ name: String) -> SourceText { SourceText(name: name, bytes: bytes) }

    let alignment = Alignment(beads: beads)
    if Bool.random(using: &generator) {
      let source = segments(i)
      let target = segments(j)
      let both = text("both.txt")
      return AlignedText(
        source: Document(text: both, language: .arabic, segments: source),
        target: Document(text: both, language: .english, segments: target), alignment: alignment)
    }
    let source = Document(language: .arabic, segments: segments(i), bytes: &bytes)
    let target = Document(language: .english, segments: segments(j), bytes: &bytes)
    return AlignedText(source: source, target: target, alignment: alignment)
  }

  /// Two texts of one segment a line.
  public static func lines(_ source: [String], _ target: [String], _ beads: [Bead]) -> AlignedText {
    func document(_ lines: [String], _ language: Language) -> Document {
      var bytes: [UInt8] = []
      let segments = lines.map { line in
        let start = bytes.count
        bytes += Array(line.utf8)
        defer { bytes.append(0x0A) }
        return Segment(range: start..<bytes.count)
      }
      return Document(language: language, segments: segments, bytes: &bytes)
    }
    return AlignedText(
      source: document(source, .arabic), target: document(target, .english), alignment: Alignment(beads: beads))
  }

  public func joined(_ side: Range<Int>, of document: Document) -> String? {
    side.isEmpty ? nil : side.map { document.text(of: $0) }.joined(separator: " ")
  }
}

extension Document {
  /// Takes the bytes, and leaves none for the next text.
  fileprivate init(language: Language, segments: [Segment], bytes: inout [UInt8]) {
    self.init(
      text: SourceText(name: "\(language.rawValue).txt", bytes: bytes), language: language, segments: segments)
    bytes = []
  }
}

extension Double {
  /// As the formats hold it.
  public var fourDecimals: Double { (self * 10_000).rounded() / 10_000 }
}
