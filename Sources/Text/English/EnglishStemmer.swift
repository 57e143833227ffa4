/// Guesses the base form of an English word, for looking it up in a dictionary.
///
/// The suffixes of inflection come off by the spelling rules of English, the irregular forms by a table.
/// Where a spelling leaves more than one base form open (`hoping`: hope or hop), each is a candidate.
///
///     var stemmer = EnglishStemmer()
///     stemmer.forEachCandidate(of: key.span) { candidate in … }    // stopped: stop, stopp, stoppe
public struct EnglishStemmer: Sendable {
  private static let irregular: [UInt64: [[UInt8]]] = {
    var bases: [UInt64: [[UInt8]]] = [:]
    for (form, base) in EnglishIrregularForms.bases { bases[KeyHash.hash(form), default: []].append(Array(base.utf8)) }
    return bases
  }()

  private var word: [UInt8] = []
  private var candidate: [UInt8] = []
  private var given: [[UInt8]] = []

  public init() {}

  /// Calls `body` with what the base form of a word may be, the surest first, each once. The word itself is
  /// not among them.
  ///
  /// - Parameter key: a match key (see `KeyTokenizer`). A key with anything but ASCII letters and apostrophes has
  ///   no candidates.
  public mutating func forEachCandidate(of key: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    guard key.count >= 2, key.count <= 32 else { return }
    for index in key.indices where !Self.isLetter(key[index]) && key[index] != 0x27 { return }
    word.removeAll(keepingCapacity: true)
    for index in key.indices { word.append(key[index]) }
    given.removeAll(keepingCapacity: true)

    if let bases = Self.irregular[KeyHash.hash(key)] {
      for base in bases { offer(base, body) }
      return
    }
    guard word.count >= 4, !word.contains(0x27) else { return }
    plural(body)
    pastTense(body)
    presentParticiple(body)
    comparison(body)
  }

  /// -s, -es, -ies, -ves
  private mutating func plural(_ body: (Span<UInt8>) -> Void) {
    guard ends("s"), !ends("ss"), !ends("us"), !ends("is") else { return }
    let count = word.count
    if ends("ies") {
      if count > 4 { give(count - 3, plus: "y", body) }
      return give(count - 1, body)
    }
    if ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zzes") || ends("oes") {
      give(count - 2, body)
      if ends("zzes") { give(count - 3, body) }
      return give(count - 1, body)
    }
    give(count - 1, body)
    if ends("ses") || ends("zes") { give(count - 2, body) }
    if ends("ves") { give(count - 3, plus: "f", body) }
  }

  /// -ed, -ied
  private mutating func pastTense(_ body: (Span<UInt8>) -> Void) {
    guard ends("ed") else { return }
    let count = word.count
    if ends("ied") {
      if count > 4 { give(count - 3, plus: "y", body) }
      return give(count - 1, body)
    }
    if ends("eed") { return }
    bare(stem: count - 2, body)
  }

  /// -ing
  private mutating func presentParticiple(_ body: (Span<UInt8>) -> Void) {
    if ends("ing") { bare(stem: word.count - 3, body) }
  }

  /// -er, -est, -ier, -iest: of adjectives, and -er of those who do.
  private mutating func comparison(_ body: (Span<UInt8>) -> Void) {
    let suffix = ends("er") ? 2 : ends("est") ? 3 : 0
    let stem = word.count - suffix
    guard suffix > 0, stem >= 3 else { return }
    if word[stem - 1] == UInt8(ascii: "i") { return give(stem - 1, plus: "y", body) }
    bare(stem: stem, body)
  }

  /// The base forms that a suffix with a vowel may have come to: with its last consonant doubled, as it is,
  /// or with its silent e dropped.
  private mutating func bare(stem: Int, _ body: (Span<UInt8>) -> Void) {
    guard stem >= 2, word[..<stem].contains(where: { Self.isVowel($0) || $0 == UInt8(ascii: "y") }) else { return }
    let last = word[stem - 1]
    if stem >= 4, last == word[stem - 2], !Self.isVowel(last) {
      // stopp-ed; but full-er, pass-ed, buzz-ed keep both.
      let keeps = [UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "f")].contains(last)
      if keeps { give(stem, body) }
      give(stem - 1, body)
      if !keeps { give(stem, body) }
      return
    }
    if wantsSilentE(stem) {
      give(stem, plus: "e", body)
      give(stem, body)
    } else {
      give(stem, body)
      if !Self.isVowel(last) || last == UInt8(ascii: "u") { give(stem, plus: "e", body) }
    }
  }

  /// Whether a stem looks as if it had lost an e: hop-, mak-, chang-, believ-, requir-; not walk-, rain-, visit-.
  private func wantsSilentE(_ stem: Int) -> Bool {
    let (last, before) = (word[stem - 1], word[stem - 2])
    switch last {
    case UInt8(ascii: "v"), UInt8(ascii: "c"), UInt8(ascii: "z"), UInt8(ascii: "u"): return true
    case UInt8(ascii: "g"): return before != UInt8(ascii: "n") || stem > 4
    case UInt8(ascii: "s"): return before != last
    case UInt8(ascii: "l") where !Self.isVowel(before): return before != UInt8(ascii: "r")
    default: break
    }
    guard Self.isVowel(before), !Self.isVowel(last) else { return false }
    guard word[..<(stem - 2)].contains(where: Self.isVowel) else {
      return !"wxyh".utf8.contains(last)
    }
    guard Self.silentEndings.contains(where: { $0[0] == before && $0[1] == last }) else { return false }
    // Not rain-, repeat-, but associat-, requir-.
    let third = word[stem - 3]
    if third == UInt8(ascii: "u") && stem > 3 && word[stem - 4] == UInt8(ascii: "q") { return true }
    return !Self.isVowel(third)
      || before == UInt8(ascii: "a") && (third == UInt8(ascii: "i") || third == UInt8(ascii: "u"))
  }

  /// A vowel and a consonant at the end of longer stems that mostly have an e behind them: creat-, comput-,
  /// promot-, provid-, combin-, requir-, ensur-, schedul-, compil-, assum-, describ-, escap-, evok-.
  private static let silentEndings = [
    "at", "ut", "ot", "id", "ad", "ud", "in", "ir", "ur", "ul", "il", "um", "ib", "ap", "ok",
  ]
  .map { Array($0.utf8) }

  private func ends(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard word.count > count else { return false }
    for index in 0..<count where word[word.count - count + index] != suffix.utf8Start[index] { return false }
    return true
  }

  /// Gives the first letters of the word, with an ending.
  private mutating func give(_ count: Int, plus ending: StaticString = "", _ body: (Span<UInt8>) -> Void) {
    candidate.removeAll(keepingCapacity: true)
    candidate.append(contentsOf: word[..<count])
    for index in 0..<ending.utf8CodeUnitCount { candidate.append(ending.utf8Start[index]) }
    if candidate.count >= 2 { offer(candidate, body) }
  }

  private mutating func offer(_ stem: [UInt8], _ body: (Span<UInt8>) -> Void) {
    if stem == word || given.contains(stem) { return }
    given.append(stem)
    body(stem.span)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
