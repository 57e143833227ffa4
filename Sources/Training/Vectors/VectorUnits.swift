internal import WaslBitext
internal import WaslModel
internal import WaslText

/// The words and pieces that get vectors, and of which of them each training word is the sum.
///
/// Frequent words of both languages have a vector each. Others are the sum of their pieces, as `WordVectors` takes
/// them apart when it reads the model.
struct VectorUnits: Sendable {
  struct Unit: Sendable {
    var text: String
    var isPiece: Bool
  }

  private(set) var units: [Unit] = []
  /// For each word of a language, by its number: its units.
  private(set) var arabic: [[Int32]] = []
  private(set) var english: [[Int32]] = []
  /// The pieces of each word that has a unit of its own, to learn them from frequent words too.
  private(set) var arabicPieces: [[Int32]] = []
  private(set) var englishPieces: [[Int32]] = []

  private var pieceOfHash: [UInt64: Int32] = [:]
  private static let lengths = 2...7

  /// - Parameters:
  ///   - minimum: words met less often are known by their pieces only.
  ///   - wordLimit: the most words of a language.
  ///   - pieceLimit: the most pieces of a language.
  init(_ text: TrainingText, minimum: Float, wordLimit: Int, pieceLimit: Int) {
    let languages = [text.arabic, text.english]
    for words in languages { addPieces(words, limit: pieceLimit) }
    for (number, words) in languages.enumerated() {
      let parts = words.texts.indices.map { words.kinds[$0] == .word ? pieces(of: words.texts[$0]) : [] }
      let frequent = words.texts.indices.filter { words.kinds[$0] == .word && words.counts[$0] >= minimum }
        .sorted { (words.counts[$0], $1) > (words.counts[$1], $0) }.prefix(wordLimit)
      var own = parts
      for word in frequent {
        own[word] = [Int32(units.count)]
        units.append(.init(text: words.texts[word], isPiece: false))
      }
      if number == 0 { (arabic, arabicPieces) = (own, parts) } else { (english, englishPieces) = (own, parts) }
    }
  }

  /// Strings of letters that many words of a language have in them, `^` being the start of a word.
  private mutating func addPieces(_ words: TrainingText.Words, limit: Int) {
    var counts: [Substring: Int] = [:]
    for (word, text) in words.texts.enumerated()
    where words.kinds[word] == .word && words.counts[word] > 1 && text.utf8.count <= 40 {
      let marked = "^" + text
      var start = marked.startIndex
      while start < marked.endIndex {
        var end = start
        for length in 1...Self.lengths.upperBound {
          if end == marked.endIndex { break }
          end = marked.unicodeScalars.index(after: end)
          if Self.lengths.contains(length) { counts[marked[start..<end], default: 0] += 1 }
        }
        start = marked.unicodeScalars.index(after: start)
      }
    }
    // A piece is worth the letters it spares.
    let best = counts.filter { $0.value >= 4 }
      .map { (text: String($0.key), worth: $0.value * ($0.key.unicodeScalars.count - 1)) }
      .sorted { ($0.worth, $1.text) > ($1.worth, $0.text) }.prefix(limit)
    for piece in best {
      let hash = KeyHash.hash(piece.text)
      if pieceOfHash[hash] != nil { continue }
      pieceOfHash[hash] = Int32(units.count)
      units.append(.init(text: piece.text, isPiece: true))
    }
  }

  private func pieces(of word: String) -> [Int32] {
    var found: [Int32] = []
    var scratch: [UInt8] = []
    WordVectors.forEachPiece(of: Array(word.utf8).span, scratch: &scratch) { piece in
      guard let unit = pieceOfHash[KeyHash.hash(piece)] else { return false }
      found.append(unit)
      return true
    }
    return found
  }
}
