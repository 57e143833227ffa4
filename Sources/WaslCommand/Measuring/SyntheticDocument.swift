import WaslBitext

/// A document pair of any size with known gold, made from documents whose beads are known.
///
/// Documents follow each other in random order until there are enough pairs. Of the pairs 4 % lose each side,
/// 6 % are merged with the next on each side, and one in two hundred starts a block of 5 to 100 that one side
/// lacks. Once every document has had its turn, each pair is given new words before its old ones, so that
/// no line comes twice: words of the vocabulary with their translations, of which one in five is left out.
struct SyntheticDocument {
  private(set) var arabic: [UInt8] = []
  private(set) var english: [UInt8] = []
  private(set) var gold: [Bead] = []
  private var counts = (source: 0, target: 0)

  init() {}

  init(
    pairs count: Int, seed: UInt64, from documents: [BenchDocument],
    vocabulary: [(arabic: String, english: String)] = []
  ) {
    var random = SplitMix64(state: seed)
    var (order, next) = (documents.indices.shuffled(using: &random), 0)
    var stock: [(arabic: [UInt8], english: [UInt8])] = []
    var used = 0
    var taken = 0
    var isRepeated = false
    /// Three words for either side of a pair that was there before.
    func newWords() -> (arabic: [UInt8], english: [UInt8]) {
      var words: (arabic: [UInt8], english: [UInt8]) = ([], [])
      for _ in 0..<3 {
        guard let pair = vocabulary.randomElement(using: &random) else { break }
        if Int.random(in: 0..<5, using: &random) > 0 { words.arabic += Array(pair.arabic.utf8) + [0x20] }
        if Int.random(in: 0..<5, using: &random) > 0 { words.english += Array(pair.english.utf8) + [0x20] }
      }
      return words
    }
    /// The next pair of the endless text.
    func pair() -> (arabic: [UInt8], english: [UInt8]) {
      if used == stock.count {
        if next == order.count {
          (order, next) = (documents.indices.shuffled(using: &random), 0)
          isRepeated = true
        }
        (stock, used, next) = (documents[order[next]].pairs, 0, next + 1)
      }
      used += 1
      taken += 1
      let pair = stock[used - 1]
      if !isRepeated { return pair }
      let words = newWords()
      return (words.arabic + pair.arabic, words.english + pair.english)
    }
    while taken < count {
      let draw = Int.random(in: 0..<1000, using: &random)
      let first = pair()
      switch draw {
      case 0..<40: add([first.arabic], [])
      case 40..<80: add([], [first.english])
      case 80..<140:
        let second = pair()
        add([first.arabic + [0x20] + second.arabic], [first.english, second.english])
      case 140..<200:
        let second = pair()
        add([first.arabic, second.arabic], [first.english + [0x20] + second.english])
      case 200..<205:
        let isArabic = Bool.random(using: &random)
        for _ in 0..<[5, 20, 100].randomElement(using: &random)! {
          let lone = pair()
          if isArabic { add([lone.arabic], []) } else { add([], [lone.english]) }
        }
      default: add([first.arabic], [first.english])
      }
    }
  }

  mutating func add(_ sources: [[UInt8]], _ targets: [[UInt8]]) {
    gold.append(
      Bead(
        source: counts.source..<counts.source + sources.count, target: counts.target..<counts.target + targets.count))
    for line in sources { arabic += line + [0x0A] }
    for line in targets { english += line + [0x0A] }
    counts = (counts.source + sources.count, counts.target + targets.count)
  }
}
