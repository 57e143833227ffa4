internal import WaslBitext

/// Whether the columns of one side stand in the same order as those of the other, or mirrored: by hand or by a converter,
/// Arabic tables are often stored from right to left.
enum ColumnOrder {
  case same
  case mirrored

  /// So much of a table tells its order.
  static let sampledRows = 40

  /// - Parameters:
  ///   - source: the text of each column of one side.
  ///   - target: that of as many columns of the other.
  ///   - run: knows which words translate which.
  init(_ source: [String], _ target: [String], in run: AlignmentRun) {
    guard source.count == target.count, source.count > 1 else {
      self = .same
      return
    }
    let same = run.affinity(source, target)
    let mirrored = run.affinity(source, target.reversed())
    self = mirrored > same ? .mirrored : .same
  }
}

extension AlignmentRun {
  /// How much speaks for each text of one side being the translation of that at the same place on the other, in nats.
  func affinity(_ source: [String], _ target: [String]) -> Double {
    let (source, target) = (Self.document(source, .arabic), Self.document(target, .english))
    let beads = source.segments.indices.map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1) }
    let evidence = aligner.search.evidence(for: Alignment(beads: beads), of: prepare(source, target).problem)
    return evidence.joined().reduce(0) { $0 + (["words", "vectors"].contains($1.name) ? $1.score : 0) }
  }

  /// A document whose segments are the texts; one without text is a full stop.
  private static func document(_ texts: [String], _ language: Language) -> Document {
    var bytes: [UInt8] = []
    let segments = texts.map { text in
      let start = bytes.count
      bytes += (text.isEmpty ? "." : text).utf8
      defer { bytes.append(0x0A) }
      return Segment(range: start..<bytes.count, startsParagraph: true)
    }
    return Document(text: SourceText(name: "columns", bytes: bytes), language: language, segments: segments)
  }
}

extension Table {
  /// The text of each of some columns, over the first rows.
  func columnTexts(_ columns: [Int], of text: SourceText) -> [String] {
    var texts = Array(repeating: "", count: columnCount)
    for row in rows.prefix(ColumnOrder.sampledRows) {
      for cell in row where cell.place.columnSpan == 1 && cell.place.column < columnCount {
        texts[cell.place.column] += text[text.bytes(ofBlocks: cell.blocks)] + " "
      }
    }
    return columns.map { String(texts[$0].dropLast()) }
  }
}
