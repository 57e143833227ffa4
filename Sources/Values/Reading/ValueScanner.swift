/// Cuts text into the items that values are made of.
struct ValueScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: ValueLexicon
  private(set) var items: [ValueItem] = []
  private(set) var literals: [NumberLiteral] = []
  /// Whether any item can be part of a value.
  private(set) var hasValues = false
  private var word = FoldedWord()

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: ValueLexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    scan()
    if hasValues { joinPhrases() }
  }

  /// The scalar at an index and its length; U+FFFD and one byte where the bytes are no UTF-8.
  @inline(__always)
  private func scalar(_ index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if first < 0xC2 || first > 0xF4 || index + length > bytes.count { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      if byte & 0xC0 != 0x80 { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }

  @inline(__always)
  private static func digit(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x30...0x39: return Int64(scalar) - 0x30
    case 0x660...0x669: return Int64(scalar) - 0x660
    case 0x6F0...0x6F9: return Int64(scalar) - 0x6F0
    default: return nil
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar >= 0x2000 && scalar <= 0x200A || scalar == 0x202F || scalar == 0x3000
  }

  /// Marks that only say in which direction text runs.
  private static func isControl(_ scalar: UInt32) -> Bool {
    scalar == 0x61C || scalar >= 0x200B && scalar <= 0x200F || scalar >= 0x202A && scalar <= 0x202E
      || scalar >= 0x2066 && scalar <= 0x2069 || scalar == 0xFEFF
  }

  private mutating func scan() {
    var (index, isSpaced) = (0, true)
    while index < bytes.count {
      let (scalar, length) = scalar(index)
      if Self.isSpace(scalar) {
        isSpaced = true
        index += length
        continue
      }
      if Self.isControl(scalar) {
        index += length
        continue
      }
      let start = index
      let before = items.count
      if Self.digit(scalar) != nil {
        index = scanLiteral(index)
      } else if FoldedWord.fold(scalar) > FoldedWord.dropped || scalar == 0x621 {
        index = scanWord(index)
      } else {
        index += length
        // An apostrophe that ends a word, as in "Rabi' II".
        if !isSpaced, FoldedWord.fold(scalar) == FoldedWord.dropped, items.last?.kind == .word { continue }
        if let fraction = Self.vulgarFraction(scalar) {
          items.append(ValueItem(kind: .literal, start: start, end: index, literal: literals.count))
          literals.append(NumberLiteral(fraction: fraction))
          hasValues = true
        } else {
          var item = ValueItem(kind: .sign, start: start, end: index, sign: scalar)
          if scalar >= 0xA2 && scalar < 0x600 || scalar >= 0x2030 || scalar == 0x24 { findSign(&item) }
          items.append(item)
        }
      }
      if items.count > before { items[before].isSpaced = isSpaced }
      isSpaced = false
    }
  }

  private mutating func findSign(_ item: inout ValueItem) {
    word.clear()
    word.append(UInt16(truncatingIfNeeded: item.sign))
    item.place = lexicon.place(of: word.hash(0, 1)) ?? -1
    if item.place >= 0 { hasValues = true }
  }

  private static func vulgarFraction(_ scalar: UInt32) -> Quantity? {
    let table: [(UInt32, Int64, Int64)] = [
      (0xBC, 1, 4), (0xBD, 1, 2), (0xBE, 3, 4), (0x2150, 1, 7), (0x2151, 1, 9), (0x2152, 1, 10), (0x2153, 1, 3),
      (0x2154, 2, 3), (0x2155, 1, 5), (0x2156, 2, 5), (0x2157, 3, 5), (0x2158, 4, 5), (0x2159, 1, 6), (0x215A, 5, 6),
      (0x215B, 1, 8), (0x215C, 3, 8), (0x215D, 5, 8), (0x215E, 7, 8),
    ]
    if scalar < 0xBC || scalar > 0xBE && scalar < 0x2150 || scalar > 0x215E { return nil }
    return table.first { $0.0 == scalar }.flatMap { Quantity($0.1, over: $0.2) }
  }

  // MARK: Digits

  private mutating func scanLiteral(_ start: Int) -> Int {
    var literal = NumberLiteral()
    _ = literal.addGroup(after: 0)
    var index = start
    /// Where the first group ends, in case the others do not belong to it.
    var firstEnd = 0
    while index < bytes.count {
      let (scalar, length) = scalar(index)
      if let digit = Self.digit(scalar) {
        literal.addDigit(digit)
        index += length
        continue
      }
      if firstEnd == 0 { firstEnd = index }
      guard let (separator, next) = separator(scalar, index, length, literal), literal.addGroup(after: separator)
      else { break }
      index = next
    }
    if firstEnd == 0 { firstEnd = index }
    if !literal.interpret() {
      literal = NumberLiteral()
      _ = literal.addGroup(after: 0)
      index = start
      while index < firstEnd {
        let (scalar, length) = scalar(index)
        if let digit = Self.digit(scalar) { literal.addDigit(digit) }
        index += length
      }
      _ = literal.interpret()
    }
    items.append(ValueItem(kind: .literal, start: start, end: index, literal: literals.count))
    literals.append(literal)
    hasValues = true
    return index
  }

  /// A separator at an index, and where the next group of digits starts.
  private func separator(_ scalar: UInt32, _ index: Int, _ length: Int, _ literal: NumberLiteral) -> (UInt32, Int)? {
    let next = index + length
    switch scalar {
    case 0x2C, 0x2E, 0x66B, 0x66C, 0x60C, 0x27, 0x2019:
      guard next < bytes.count, Self.digit(self.scalar(next).0) != nil else { return nil }
      return (scalar == 0x2019 ? 0x27 : scalar, next)
    case 0x20, 0xA0, 0x2009, 0x202F:
      // Groups of three only.
      let group = literal.count - 1
      guard
        group == 0
          ? literal.widths[0] <= 3 && !literal.startsWithZero && literal.groups[0] > 0
          : literal.widths[group] == 3
            && literal.separator(group) == 0x20
      else { return nil }
      var (place, digits) = (next, 0)
      while place < bytes.count, case (let scalar, let length) = self.scalar(place), Self.digit(scalar) != nil {
        digits += 1
        place += length
      }
      return digits == 3 ? (0x20, next) : nil
    default: return nil
    }
  }

  // MARK: Words

  private mutating func scanWord(_ start: Int) -> Int {
    word.clear()
    var index = start
    var end = start
    var letters = 0
    while index < bytes.count {
      let (scalar, length) = scalar(index)
      let letter = FoldedWord.fold(scalar)
      if letter == 0 { break }
      index += length
      if letter != FoldedWord.dropped {
        word.append(letter)
        letters += 1
        end = index
      } else if scalar >= 0x621 && scalar < 0x6FF {
        end = index
      }
    }
    // A quotation mark after the last letter is no part of the word.
    index = max(end, start + 1)
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    var item = ValueItem(kind: .word, start: start, end: index)
    item.letters = letters
    item.isCapitalised = bytes[start] >= 0x41 && bytes[start] <= 0x5A
    if !word.isTooLong && word.count > 0 {
      if let (power, next) = power(index), word.count <= 3 {
        word.append(power)
        find(&item)
        if item.place >= 0 {
          index = next
          item.end = next
        } else {
          word.removeLast()
          find(&item)
        }
      } else {
        find(&item)
      }
    }
    items.append(item)
    return joiner(index) ?? index
  }

  /// What stands between the parts of one expression and says nothing: a hyphen or stroke between letters, the full stop of
  /// an abbreviation.
  private func joiner(_ index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    let byte = bytes[index]
    guard byte == 0x2D || byte == 0x2F || byte == 0x2E && word.count <= 2 else { return nil }
    let next = FoldedWord.fold(scalar(index + 1).0)
    return next > FoldedWord.dropped ? index + 1 : nil
  }

  /// The power of a unit: a 2 or 3 with no letter or digit after it.
  private func power(_ index: Int) -> (UInt16, Int)? {
    guard index < bytes.count else { return nil }
    let (sign, length) = scalar(index)
    let power: UInt16
    switch sign {
    case 0x32, 0x662, 0xB2: power = 0x32
    case 0x33, 0x663, 0xB3: power = 0x33
    default: return nil
    }
    let next = index + length
    if next < bytes.count {
      let (scalar, _) = scalar(next)
      if Self.digit(scalar) != nil || FoldedWord.fold(scalar) > FoldedWord.dropped { return nil }
    }
    return (power, next)
  }

  private mutating func find(_ item: inout ValueItem) {
    item.whole = word.hash(0, word.count)
    if word[0] < 0x250 {
      if let place = lexicon.place(of: item.whole) { take(&item, place, item.whole) }
    } else {
      ArabicWordSearch(word: word, lexicon: lexicon).find(&item)
      if item.place >= 0 || item.phrasePlace >= 0 { hasValues = true }
    }
  }

  private mutating func take(_ item: inout ValueItem, _ place: Int, _ hash: UInt64) {
    item.place = place
    item.found = hash
    hasValues = true
  }

  /// Makes one item of the words of each longest phrase.
  private mutating func joinPhrases() {
    var (read, write) = (0, 0)
    while read < items.count {
      var item = items[read]
      // و on its own belongs to the word or number behind it.
      if item.letters == 1, bytes[item.start] == 0xD9, bytes[min(item.start + 1, bytes.count - 1)] == 0x88,
        read + 1 < items.count, items[read + 1].kind != .sign
      {
        items[read + 1].hasAnd = true
        read += 1
        continue
      }
      var next = read + 1
      for (place, found) in [(item.phrasePlace, item.phraseFound), (item.place, item.found)]
      where next == read + 1 && place >= 0 && item.kind == .word {
        let longest = lexicon.phrase(place)
        var hash = found
        var part = read + 1
        while part < items.count, part - read < longest, items[part].kind == .word {
          hash = ValueLexicon.joined(hash, items[part].whole)
          part += 1
          if let place = lexicon.place(of: hash) {
            item.place = place
            item.end = items[part - 1].end
            next = part
          }
        }
      }
      items[write] = item
      write += 1
      read = next
    }
    items.removeSubrange(write...)
  }
}
