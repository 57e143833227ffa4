/// Looks for damaged words in a text, and puts them right.
struct MojibakeWords {
  private(set) var text: [UInt8] = []
  private(set) var count = 0
  private(set) var guessed = 0
  private(set) var codePage = ""

  private let bytes: [UInt8]

  private struct Word {
    var range: Range<Int>
    var reading: Reading?
  }

  /// What a word would be without the damage.
  private struct Reading {
    var bytes: [UInt8]
    var page: CodePage
    var guessed: Int
    /// Arabic letters and signs.
    var arabic: Int
    /// Certain by itself; else only beside such a word: `ظˆ` for `و`.
    var isCertain: Bool
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: whether there is enough to be sure; else nothing is changed.
  mutating func repair() -> Bool {
    var words: [Word] = []
    var (certain, letters, others) = (0, 0, 0)
    var start = 0
    while start < bytes.count {
      if isSpace(bytes[start]) {
        start += 1
        continue
      }
      var (end, isPlain) = (start, true)
      while end < bytes.count, !isSpace(bytes[end]) {
        isPlain = isPlain && bytes[end] < 0x80
        end += 1
      }
      if !isPlain {
        let reading = reading(of: start..<end)
        if let reading, reading.isCertain {
          certain += 1
          letters += reading.arabic
        } else if reading == nil {
          others += 1
        }
        words.append(Word(range: start..<end, reading: reading))
      }
      start = end
    }
    // A word or two may be quoted for the damage they show.
    guard certain > 0, certain >= 3 || letters >= 8 || certain >= others else { return false }
    write(words)
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private mutating func write(_ words: [Word]) {
    text.reserveCapacity(bytes.count)
    var end = 0
    var pages: [CodePage: Int] = [:]
    for index in words.indices {
      guard let reading = words[index].reading else { continue }
      guard reading.isCertain || isBesideCertain(index, in: words) else { continue }
      text += bytes[end..<words[index].range.lowerBound]
      text += reading.bytes
      end = words[index].range.upperBound
      count += 1
      guessed += reading.guessed
      pages[reading.page, default: 0] += 1
    }
    text += bytes[end...]
    codePage = (pages.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) })?.key.rawValue ?? ""
  }

  /// Whether the nearest word that is certain, or sound, is certain, on one side at least.
  private func isBesideCertain(_ index: Int, in words: [Word]) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 8, let reading = words[before].reading {
      if reading.isCertain { return true }
      before -= 1
    }
    var after = index + 1
    while after < words.count, after - index < 8, let reading = words[after].reading {
      if reading.isCertain { return true }
      after += 1
    }
    return false
  }

  /// The word turned back up to three times, nil where it is sound.
  private func reading(of range: Range<Int>) -> Reading? {
    if range.count > 4096 { return nil }
    for page in CodePage.allCases {
      guard var turned = page.turnBack(Array(bytes[range])) else { continue }
      for _ in 0..<2 {
        // Damaged more than once. What is Arabic at last has no reading as mojibake any more.
        let next = CodePage.allCases.lazy.compactMap { $0.turnBack(turned.bytes) }.first
        guard let next, next.arabic > 0 || turned.arabic == 0 else { break }
        let guessed = turned.guessed
        turned = next
        turned.guessed += guessed
      }
      if turned.arabic > 0 || turned.units > 0 {
        return Reading(
          bytes: turned.bytes, page: page, guessed: turned.guessed, arabic: turned.arabic,
          isCertain: turned.marks > 0 || turned.arabic >= 2 && turned.arabic > turned.guessed)
      }
    }
    return nil
  }
}
