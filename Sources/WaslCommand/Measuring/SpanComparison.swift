import ArgumentParser
import WaslBitext
import WaslEvaluation
import WaslPairFormats
import WaslSystemIO

/// Whether a hypothesis counts its offsets in two files or in one that holds both texts.
enum OffsetBase: String, ExpressibleByArgument, CaseIterable {
  case auto, separate, mixed
}

/// Measures a hypothesis by gold spans, in both directions.
struct SpanComparison {
  var source = SpanAgreement()
  var target = SpanAgreement()

  static func += (left: inout SpanComparison, right: SpanComparison) {
    left.source += right.source
    left.target += right.target
  }

  init() {}

  /// - Parameters:
  ///   - gold: offsets into the Arabic and the English text.
  ///   - hypothesis: into these, or into the file that holds one after the other.
  ///   - path: of the gold; `DOC.ar.txt` and `DOC.en.txt` beside `DOC.spans.tsv`, or `DOC.mixed.txt` beside
  ///     `DOC.mixed.spans.tsv`, tell what is white space.
  /// - Throws: an error when the offsets cannot be those of the gold's texts.
  init(gold: SpanFile, hypothesis: AlignmentFile, path: String, base: OffsetBase) throws {
    let beads = try SpanComparison.onTwoTexts(try hypothesis.spans(), gold: gold, base: base)
    let texts = try SpanComparison.texts(besides: path)
    try SpanComparison.check(gold.beads, texts, name: gold.name)
    try SpanComparison.check(beads, texts, name: "the hypothesis for \(gold.name)")
    source.add(gold: gold.beads, hypothesis: beads, source: texts?.source, target: texts?.target)
    target.add(
      gold: gold.beads.map(\.reversed), hypothesis: beads.map(\.reversed), source: texts?.target, target: texts?.source)
  }

  private static func onTwoTexts(_ beads: [SpanBead], gold: SpanFile, base: OffsetBase) throws -> [SpanBead] {
    // Gold of one file that holds both texts needs no shift: neither has a hypothesis of that file.
    if isOneText(gold.beads) && gold.mixedOffset == nil { return beads }
    if base == .separate || base == .auto && !isOneText(beads) { return beads }
    guard let offset = gold.mixedOffset else {
      throw WaslError(
        .format, "does not say where the English text starts in the bilingual file", at: .init(file: gold.name),
        advice: "a comment tells it: # … add 1447")
    }
    return beads.map { bead in
      var bead = bead
      // What lies before the English text was taken for English by mistake, and agrees with nothing.
      bead.target = bead.target.map { max(0, $0.lowerBound - offset)..<max(0, $0.upperBound - offset) }
      return bead
    }
  }

  /// In one text, no character belongs to both sides; in two, both count from 0.
  private static func isOneText(_ beads: [SpanBead]) -> Bool {
    let sources = beads.compactMap(\.source).sorted { $0.lowerBound < $1.lowerBound }
    let targets = beads.compactMap(\.target).sorted { $0.lowerBound < $1.lowerBound }
    guard !sources.isEmpty, !targets.isEmpty else { return false }
    var (i, j, shared) = (0, 0, 0)
    while i < sources.count && j < targets.count {
      shared += sources[i].clamped(to: targets[j]).count
      if sources[i].upperBound < targets[j].upperBound { i += 1 } else { j += 1 }
    }
    let smaller = min(sources.reduce(0) { $0 + $1.count }, targets.reduce(0) { $0 + $1.count })
    return shared * 10 < smaller
  }

  private typealias Texts = (source: CharacterCounts, target: CharacterCounts)

  private static func texts(besides path: String) throws -> Texts? {
    guard path.hasSuffix(AlignmentFile.spansSuffix) else { return nil }
    let stem = path.dropLast(AlignmentFile.spansSuffix.count)
    if stem.hasSuffix(".mixed"), let both = try? InputFile.read("\(stem).txt") {
      let counts = CharacterCounts(both)
      return (counts, counts)
    }
    guard let source = try? InputFile.read("\(stem).ar.txt"), let target = try? InputFile.read("\(stem).en.txt") else {
      return nil
    }
    return (CharacterCounts(source), CharacterCounts(target))
  }

  private static func check(_ beads: [SpanBead], _ texts: Texts?, name: String) throws {
    guard let texts else { return }
    let ends = (beads.compactMap(\.source?.upperBound).max() ?? 0, beads.compactMap(\.target?.upperBound).max() ?? 0)
    for (end, count, language) in [
      (ends.0, texts.source.scalarCount, "Arabic"), (ends.1, texts.target.scalarCount, "English"),
    ] where end > count {
      throw WaslError(
        .format, "an offset into the \(language) text is \(end), but the text has \(count) characters",
        at: .init(file: name), advice: "offsets count Unicode scalars; see also --offsets")
    }
  }
}

extension SpanBead {
  fileprivate var reversed: SpanBead { SpanBead(source: target, target: source, confidence: confidence) }
}
