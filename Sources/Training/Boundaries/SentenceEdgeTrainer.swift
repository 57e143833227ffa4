public import WaslBitext
internal import WaslModel
internal import WaslText

/// Counts which words stand first, last and inside in the sentences of training text, and which have capitals there.
public struct SentenceEdgeTrainer {
  private struct Count {
    var edge: Float = 0
    var inside: Float = 0
    var affix: UInt64
  }

  private var counts: [SentenceEdge: [UInt64: Count]] = [:]
  private let tokenizer: KeyTokenizer

  /// Shorter texts are labels and headings rather than sentences.
  static let leastWords = 6
  /// Words met less often are judged by their letters.
  static let leastCount: Float = 4
  /// The weight of the letters' ratio, in occurrences.
  static let prior: Float = 3

  /// - Throws: an `.input` error when ICU's data are not installed.
  public init() throws(WaslError) { tokenizer = try KeyTokenizer() }

  /// Takes in a text of one language; only one that ends as a sentence does tells something.
  public mutating func add(_ text: [UInt8], _ language: Language) {
    guard Self.endsSentence(text) else { return }
    var words: [(key: [UInt8], range: Range<Int>)] = []
    tokenizer.forEachKey(in: text, range: 0..<text.count) { token, key in
      words.append((key.withUnsafeBytes { Array($0) }, token.range))
    }
    guard words.count >= Self.leastWords else { return }
    // Capitals in a title say nothing.
    let countsCapitals =
      language == .english && words.count(where: { Self.isCapital(text[$0.range.lowerBound]) }) * 2 < words.count
    let (first, last) = (SentenceEdge.first(language), SentenceEdge.last(language))
    count(words[0], first, in: text, isEdge: true)
    count(words[words.count - 1], last, in: text, isEdge: true)
    for (word, next) in zip(words, words.dropFirst()) {
      // A text may hold several sentences: what stands beside their marks is neither edge nor inside for sure.
      guard !Self.hasMark(text[word.range.upperBound..<next.range.lowerBound]) else { continue }
      count(word, last, in: text, isEdge: false)
      count(next, first, in: text, isEdge: false)
      if countsCapitals {
        count(next, .englishCapital, in: text, isEdge: Self.isCapital(text[next.range.lowerBound]))
      }
    }
  }

  private mutating func count(
    _ word: (key: [UInt8], range: Range<Int>), _ edge: SentenceEdge, in text: [UInt8], isEdge: Bool
  ) {
    if edge == .englishFirst, !Self.isCapital(text[word.range.lowerBound]) { return }
    let hash = edge.hash(word: word.key.span)
    var count = counts[edge, default: [:]][hash] ?? Count(affix: edge.hash(affixOf: word.key.span))
    if isEdge { count.edge += 1 } else { count.inside += 1 }
    counts[edge, default: [:]][hash] = count
  }

  /// The section of the model file.
  func section() -> [UInt8] {
    var ratios: [UInt64: Float] = [:]
    for edge in SentenceEdge.allCases {
      let words = counts[edge] ?? [:]
      let affixes = affixRatios(words)
      let edges = words.values.reduce(0) { $0 + $1.edge }
      let insides = words.values.reduce(0) { $0 + $1.inside }
      if edges == 0 || insides == 0 { continue }
      for (affix, ratio) in affixes where abs(logarithm(ratio)) > 0.1 { ratios[affix] = logarithm(ratio) }
      for (hash, count) in words where count.edge + count.inside >= Self.leastCount {
        let backoff = affixes[count.affix] ?? 1
        let ratio = logarithm(
          (count.edge / edges * insides + Self.prior * backoff) / (count.inside + Self.prior))
        // What the letters say already costs no bytes.
        if abs(ratio - logarithm(backoff)) > 0.3 { ratios[hash] = ratio }
      }
    }
    return SentenceEdges.bytes(of: ratios)
  }

  /// How much likelier words with these letters stand at the edge: by distinct words, since what is asked for are
  /// words not met before.
  private func affixRatios(_ words: [UInt64: Count]) -> [UInt64: Float] {
    var affixes: [UInt64: (edge: Float, inside: Float)] = [:]
    for count in words.values {
      if count.edge > 0 { affixes[count.affix, default: (0, 0)].edge += 1 }
      if count.inside > 0 { affixes[count.affix, default: (0, 0)].inside += 1 }
    }
    let edges = affixes.values.reduce(0) { $0 + $1.edge }
    let insides = affixes.values.reduce(0) { $0 + $1.inside }
    return affixes.mapValues { max(0.1, min(4, ($0.edge + 1) / ($0.inside + 1) * insides / max(1, edges))) }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func endsSentence(_ text: [UInt8]) -> Bool {
    var end = text.count
    // Closing quotation marks and brackets, and the last bytes of the two-byte and three-byte ones.
    while end > 0, [0x20, 0x22, 0x27, 0x29, 0x5D].contains(text[end - 1]) { end -= 1 }
    if text[..<end].suffix(2).elementsEqual([0xC2, 0xBB]) { end -= 2 }
    if text[..<end].suffix(3).elementsEqual([0xE2, 0x80, 0x9D]) { end -= 3 }
    guard end > 0 else { return false }
    if [0x2E, 0x21, 0x3F].contains(text[end - 1]) { return true }
    return text[..<end].suffix(2).elementsEqual([0xD8, 0x9F])
      || text[..<end].suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
  }

  private static func hasMark(_ between: ArraySlice<UInt8>) -> Bool {
    if between.contains(where: { [0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x22].contains($0) }) { return true }
    // The Arabic question mark and semicolon.
    return zip(between, between.dropFirst()).contains { $0 == 0xD8 && ($1 == 0x9F || $1 == 0x9B) }
  }
}
