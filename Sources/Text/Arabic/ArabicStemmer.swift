/// Guesses what an Arabic word may be without its clitics and endings, for looking it up in a dictionary.
///
/// Without a dictionary of its own it cannot know which letters belong to the word (`ولد` is "boy", not
/// "and …"), so it gives several candidates and leaves the choice to whoever has evidence.
///
///     var stemmer = ArabicStemmer()
///     stemmer.forEachCandidate(of: key.span) { candidate in … }    // وبالمدرسه: بالمدرسه, المدرسه, مدرسه, …
///
/// The method is the light stemming of Larkey, Ballesteros and Connell (SIGIR 2002), widened from one stem
/// to a list, and by the spellings that a word has without its suffix.
public struct ArabicStemmer: Sendable {
  /// No more candidates are given than this.
  public static let most = 16

  private static let prefixes = ArabicAffix.prefixes.map { Affix($0) }
  private static let suffixes = ArabicAffix.suffixes.map { Affix($0) }
  private static let endings = ArabicAffix.endingsBeforePronouns.map {
    (Affix.letters($0.before), Affix.letters($0.alone))
  }

  /// An affix in bytes.
  private struct Affix: Sendable {
    var bytes: [UInt8]
    var replacement: [UInt8]
    var minimumStem: Int
    var cost: Int
    var condition: [UInt16]
    var isPronoun: Bool

    init(_ affix: ArabicAffix) {
      bytes = Self.letters(affix.letters)
      replacement = Self.letters(affix.replacement)
      minimumStem = affix.minimumStem * 2
      cost = affix.cost
      condition = affix.condition.unicodeScalars.map { UInt16($0.value) }
      isPronoun = affix.isPronoun
    }

    static func letters(_ text: String) -> [UInt8] { Array(text.utf8) }
  }

  /// A way to take a word apart. The candidate is prefix replacement, stem, tail.
  private struct Analysis {
    var cost: Int
    var prefix: Int
    var stem: Range<Int>
    var suffix: Int
    /// Of which ending the spelling stands behind the stem; -1 when it is what replaces the suffix.
    var ending: Int
  }

  /// The suffixes the word ends in.
  private var matching: [Int] = []
  private var analyses: [Analysis] = []
  private var candidate: [UInt8] = []
  /// The candidates given so far, one after the other, and where each ends.
  private var given: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  /// Calls `body` with what a word may be without some of its letters, the surest first, each once. The word
  /// itself is not among them.
  ///
  /// - Parameter key: a match key (see `KeyTokenizer`). A key that is not all letters of U+0600–06FF has no candidates.
  public mutating func forEachCandidate(of key: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    guard key.count >= 6, key.count <= 64, key.count % 2 == 0 else { return }
    for index in stride(from: 0, to: key.count, by: 2) where key[index] & 0xFC != 0xD8 { return }
    analyze(key)
    given.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for analysis in analyses {
      build(analysis, from: key)
      if isNew(key) {
        given.append(contentsOf: candidate)
        ends.append(given.count)
        body(candidate.span)
        if ends.count == Self.most { return }
      }
    }
  }

  /// Fills `analyses`, ordered by cost.
  private mutating func analyze(_ key: Span<UInt8>) {
    analyses.removeAll(keepingCapacity: true)
    matching.removeAll(keepingCapacity: true)
    for suffix in Self.suffixes.indices where Self.ends(key, at: key.count, from: 0, with: Self.suffixes[suffix].bytes)
    {
      matching.append(suffix)
    }
    for prefix in Self.prefixes.indices where Self.matches(Self.prefixes[prefix], startOf: key) {
      let start = Self.prefixes[prefix].bytes.count
      let (minimum, prefixCost) = (Self.prefixes[prefix].minimumStem, Self.prefixes[prefix].cost)
      for suffix in matching {
        let end = key.count - Self.suffixes[suffix].bytes.count
        guard end - start >= max(minimum, Self.suffixes[suffix].minimumStem) else { continue }
        if prefix == 0 && suffix == 0 { continue }
        // Two affixes are less sure than one of their costs' sum.
        let cost = prefixCost + Self.suffixes[suffix].cost + (prefix != 0 && suffix != 0 ? 1 : 0)
        insert(Analysis(cost: cost * 2, prefix: prefix, stem: start..<end, suffix: suffix, ending: -1))
        guard Self.suffixes[suffix].isPronoun else { continue }
        for ending in Self.endings.indices where Self.ends(key, at: end, from: start, with: Self.endings[ending].0) {
          let stem = start..<end - Self.endings[ending].0.count
          insert(Analysis(cost: cost * 2 + 1, prefix: prefix, stem: stem, suffix: suffix, ending: ending))
        }
      }
    }
  }

  private mutating func insert(_ analysis: Analysis) {
    var place = analyses.count
    while place > 0, analyses[place - 1].cost > analysis.cost { place -= 1 }
    analyses.insert(analysis, at: place)
  }

  private mutating func build(_ analysis: Analysis, from key: Span<UInt8>) {
    candidate.removeAll(keepingCapacity: true)
    candidate.append(contentsOf: Self.prefixes[analysis.prefix].replacement)
    for index in analysis.stem { candidate.append(key[index]) }
    if analysis.ending >= 0 {
      candidate.append(contentsOf: Self.endings[analysis.ending].1)
    } else {
      candidate.append(contentsOf: Self.suffixes[analysis.suffix].replacement)
    }
  }

  /// Whether the candidate is neither the word itself nor one given before.
  private func isNew(_ key: Span<UInt8>) -> Bool {
    if candidate.count == key.count && candidate.indices.allSatisfy({ candidate[$0] == key[$0] }) { return false }
    var start = 0
    for end in ends {
      if end - start == candidate.count && given[start..<end].elementsEqual(candidate) { return false }
      start = end
    }
    return true
  }

  private static func matches(_ affix: Affix, startOf key: Span<UInt8>) -> Bool {
    let count = affix.bytes.count
    guard count < key.count else { return false }
    for index in 0..<count where key[index] != affix.bytes[index] { return false }
    if affix.condition.isEmpty { return true }
    return affix.condition.contains(UInt16(key[count] & 0x1F) << 6 | UInt16(key[count + 1] & 0x3F))
  }

  private static func ends(_ key: Span<UInt8>, at end: Int, from start: Int, with bytes: [UInt8]) -> Bool {
    guard end - start >= bytes.count else { return false }
    for index in bytes.indices where key[end - bytes.count + index] != bytes[index] { return false }
    return true
  }
}
