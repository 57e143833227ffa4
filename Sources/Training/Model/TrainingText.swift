public import WaslBitext
internal import WaslModel
internal import WaslText

/// The words of training pairs, as keys: what the model's tables are counted from.
///
/// Words are kept by number, with their keys, since stems are chosen only when all words are counted.
public struct TrainingText {
  /// The distinct keys of one language.
  struct Words {
    var texts: [String] = []
    var kinds: [TokenKind] = []
    var counts: [Float] = []
    private var numbers: [UInt64: Int32] = [:]

    mutating func number(_ token: KeyToken, _ key: Span<UInt8>) -> Int32 {
      if let known = numbers[token.hash] {
        counts[Int(known)] += 1
        return known
      }
      let number = Int32(texts.count)
      numbers[token.hash] = number
      texts.append(key.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
      kinds.append(token.kind)
      counts.append(1)
      return number
    }

    func number(of hash: UInt64) -> Int32? { numbers[hash] }
  }

  var arabic = Words()
  var english = Words()
  /// Word numbers of each pair.
  private(set) var pairs = SentencePairs()
  private(set) var edges: SentenceEdgeTrainer
  private let tokenizer: KeyTokenizer
  private var seen: Set<UInt64> = []

  /// Pairs taken, and pairs left out because they were seen before or lack words on a side.
  public private(set) var taken = 0
  public private(set) var leftOut = 0

  public init() throws(WaslError) {
    tokenizer = try KeyTokenizer()
    edges = try SentenceEdgeTrainer()
  }

  /// Takes a pair in.
  /// - Parameter weight: how often the pair counts.
  public mutating func add(arabic source: [UInt8], english target: [UInt8], weight: Float = 1) {
    let hash = KeyHash.hash(source) ^ (KeyHash.hash(target) &* 3)
    let sourceWords = Self.numbers(source, tokenizer, &arabic)
    let targetWords = Self.numbers(target, tokenizer, &english)
    guard !sourceWords.isEmpty, !targetWords.isEmpty, seen.insert(hash).inserted else {
      leftOut += 1
      return
    }
    taken += 1
    edges.add(source, .arabic)
    edges.add(target, .english)
    pairs.append(source: sourceWords, target: targetWords, weight: weight)
  }

  /// The words of one language met at least so often.
  public func words(_ language: Language, minimum: Float) -> [[UInt8]] {
    let words = language == .arabic ? arabic : english
    return words.texts.indices.filter { words.counts[$0] >= minimum && words.kinds[$0] == .word }
      .map { Array(words.texts[$0].utf8) }
  }

  private static func numbers(_ bytes: [UInt8], _ tokenizer: KeyTokenizer, _ words: inout Words) -> [Int32] {
    var numbers: [Int32] = []
    tokenizer.forEachKey(in: bytes, range: 0..<bytes.count) { token, key in numbers.append(words.number(token, key)) }
    return numbers
  }
}
