/// The words that tell languages apart, from `Data/words.*.txt`.
struct LanguageWords: Sendable {
  struct Entry {
    var language: WrittenLanguage
    var weight: Float
  }

  static let arabicScript = LanguageWords(PackageResources.words_arabic_txt)
  static let latinScript = LanguageWords(PackageResources.words_latin_txt)

  private var entries: [String: [Entry]] = [:]

  /// A file has lines `language weight: word word …` and comments from `#`.
  init(_ file: [UInt8]) {
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let head = line[..<colon].split(separator: " ")
      guard head.count == 2, let language = WrittenLanguage(rawValue: String(head[0])), let weight = Float(head[1])
      else {
        assertionFailure("unreadable line \(line)")
        continue
      }
      for word in line[line.index(after: colon)...].split(separator: " ") {
        entries[String(word), default: []].append(Entry(language: language, weight: weight))
      }
    }
  }

  subscript(word: String) -> [Entry] { entries[word] ?? [] }
}
