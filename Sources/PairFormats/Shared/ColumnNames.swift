public import WaslBitext

/// What the names of columns, or of the members of JSON objects, say of the texts in them.
enum ColumnNames {
  /// What a name stands for, and how plainly it says so.
  private enum Meaning: Hashable { case arabic, english, source, target }

  private static let words: [String: Meaning] = [
    "ar": .arabic, "ara": .arabic, "arb": .arabic, "arabic": .arabic, "العربية": .arabic, "عربي": .arabic,
    "عربية": .arabic, "بالعربية": .arabic, "العربي": .arabic, "msa": .arabic, "arabe": .arabic,
    "en": .english, "eng": .english, "english": .english, "الإنجليزية": .english, "الانجليزية": .english,
    "إنجليزي": .english, "انجليزي": .english, "إنجليزية": .english, "انجليزية": .english, "بالإنجليزية": .english,
    "anglais": .english,
    "source": .source, "src": .source, "original": .source, "المصدر": .source, "الأصل": .source, "sourcetext": .source,
    "target": .target, "tgt": .target, "trg": .target, "translation": .target, "translated": .target, "dest": .target,
    "الترجمة": .target, "targettext": .target, "الهدف": .target,
  ]
  /// Words of names whose columns hold something about a text and not the text.
  private static let others: Set<String> = [
    "id", "ids", "segment", "segments", "lang", "language", "locale", "score", "note", "notes", "comment", "date",
    "count", "length", "len", "file", "name", "url", "key", "transliteration", "romanized", "confidence", "type",
    "domain", "user", "time", "status", "label", "phonetic", "pos", "roman", "latin", "tokens", "words", "start", "end",
  ]

  private static func parts(_ name: String) -> [Substring] {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }
  }

  private static func meaning(_ name: String) -> (Meaning, rank: Int)? {
    let parts = parts(name)
    guard let first = parts.first, !parts.contains(where: { others.contains(String($0)) }) else { return nil }
    if parts.count == 1 { return words[String(first)].map { ($0, 0) } }
    // A tag such as eng_Latn, ar-SA.
    if parts.count <= 3, first.count <= 3, parts.dropFirst().allSatisfy({ [2, 3, 4].contains($0.count) }),
      let meaning = words[String(first)]
    {
      return (meaning, 1)
    }
    let found = parts.compactMap { words[String($0)] }
    // "source_ar", "target text", "English translation": a language says more than a side.
    if let language = found.first(where: { $0 == .arabic || $0 == .english }) { return (language, 2) }
    return found.first.map { ($0, 3) }
  }

  /// The places of the texts, Arabic and English or source and target.
  ///
  /// - Returns: nil where the names do not say it. Of two columns the first is the source, of more the Arabic one.
  static func places(_ names: [String]) -> (source: Int, target: Int)? {
    var best: [Meaning: (place: Int, rank: Int)] = [:]
    for (place, name) in names.enumerated() {
      guard let (meaning, rank) = meaning(name) else { continue }
      if best[meaning].map({ rank < $0.rank }) ?? true { best[meaning] = (place, rank) }
    }
    if let source = best[.source], let target = best[.target], source.rank == 0, target.rank == 0 {
      return (source.place, target.place)
    }
    if let arabic = best[.arabic], let english = best[.english] {
      let isReversed = names.count == 2 && english.place < arabic.place
      return isReversed ? (english.place, arabic.place) : (arabic.place, english.place)
    }
    if let source = best[.source], let target = best[.target] { return (source.place, target.place) }
    // "English, Translation"
    for (language, other) in [(Meaning.english, Meaning.target), (.arabic, .target)] {
      if let first = best[language], let second = best[other] { return (first.place, second.place) }
    }
    return nil
  }
}

/// Which columns hold the texts, as a user says it: `ar=NAME,en=NAME`, names or numbers from 1.
public struct ColumnChoice: Sendable, Hashable {
  /// In the order given: the first is the source.
  public var columns: [(language: Language, name: String)] { [(first, firstName), (first.other, secondName)] }
  private let first: Language
  private let firstName: String
  private let secondName: String

  /// - Throws: a usage error for another form.
  public init(_ text: String) throws(WaslError) {
    let parts = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let one = Language(tag: parts[0][0]),
      Language(tag: parts[1][0]) == one.other
    else {
      throw WaslError(
        .usage, "--columns \(text) does not say which columns", advice: "give their names or numbers: ar=NAME,en=NAME")
    }
    (first, firstName, secondName) = (one, parts[0][1], parts[1][1])
  }

  /// - Throws: a format error that lists the columns.
  func places(_ names: [String], at location: WaslError.Location) throws(WaslError) -> (
    source: Int, target: Int, isNamed: Bool
  ) {
    var isNamed = false
    func place(_ name: String) throws(WaslError) -> Int {
      let plain = { (text: String) in text.lowercased().filter { !$0.isWhitespace } }
      if let index = names.firstIndex(where: { plain($0) == plain(name) }) {
        isNamed = true
        return index
      }
      if let number = Int(name), (1...names.count).contains(number) { return number - 1 }
      throw WaslError(
        .format, "no column '\(name)'", at: location,
        advice: "the columns are \(names.prefix(20).joined(separator: ", "))")
    }
    let (source, target) = (try place(firstName), try place(secondName))
    return (source, target, isNamed)
  }
}
