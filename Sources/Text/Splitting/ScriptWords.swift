/// Bytes of words in Arabic script.
enum ArabicWord {
  /// The length of the Arabic letter or mark at `index`, 0 if there is none. Digits and punctuation are none.
  @inline(__always) static func length(at index: Int, in view: ByteView) -> Int {
    let lead = view[unchecked: index]
    if lead == 0xD8 {  // U+0600…063F: letters from 0620, marks 0610…061A
      let second = view[index + 1]
      return second >= 0xA0 || (second >= 0x90 && second <= 0x9A) ? 2 : 0
    }
    if lead == 0xD9 {  // U+0640…067F: digits and signs at 0660…066D
      let second = view[index + 1]
      return second < 0xA0 || second > 0xAD ? 2 : 0
    }
    if lead < 0xDA { return 0 }
    return rareLength(at: index, lead: lead, in: view)
  }

  private static func rareLength(at index: Int, lead: UInt8, in view: ByteView) -> Int {
    let (second, third) = (view[index + 1], view[index + 2])
    switch lead {
    case 0xDA: return 2
    case 0xDB: return second == 0x94 || (second >= 0xB0 && second <= 0xB9) ? 0 : 2  // full stop, digits
    case 0xDD: return second >= 0x90 ? 2 : 0  // U+0750…077F
    case 0xE0: return second == 0xA2 || second == 0xA3 || (second == 0xA1 && third >= 0xB0) ? 3 : 0  // U+0870…08FF
    case 0xEF:  // presentation forms U+FB50…FDFF and U+FE70…FEFC
      if second >= 0xAD && second <= 0xB7 { return second > 0xAD || third >= 0x90 ? 3 : 0 }
      if second == 0xB9 { return third >= 0xB0 ? 3 : 0 }
      return second == 0xBA || (second == 0xBB && third <= 0xBC) ? 3 : 0
    default: return 0
    }
  }
}

/// A word in Latin letters: letters and digits, and the signs that join them in an address or a file name.
struct LatinWord {
  var range: Range<Int>
  /// Holds a digit or a sign such as `/ @ _`, or capitals only: an address, a version, an acronym.
  var isTechnical: Bool

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The length of the Latin letter beyond ASCII at `index`, 0 if there is none.
  static func wideLetterLength(at index: Int, in view: ByteView) -> Int {
    let (lead, second) = (view[index], view[index + 1])
    switch lead {
    case 0xC2: return second == 0xAA || second == 0xBA ? 2 : 0
    case 0xC3: return second == 0x97 || second == 0xB7 ? 0 : 2  // × and ÷ are signs
    case 0xC4...0xC9: return 2
    case 0xE1: return second >= 0xB8 && second <= 0xBB ? 3 : 0  // U+1E00…1EFF
    default: return 0
    }
  }

  /// - Precondition: a Latin letter stands at `start`.
  init(at start: Int, in view: ByteView) {
    var end = start
    var (hasSign, lowerCase) = (false, 0)
    while end < view.count {
      let byte = view[unchecked: end]
      if LatinWord.isLetter(byte) {
        lowerCase += Int(byte >> 5 & 1)
        end += 1
      } else if byte &- 0x30 < 10 {
        hasSign = true
        end += 1
      } else if byte < 0x80 {
        let length = LatinWord.joinerLength(at: end, in: view)
        if length == 0 { break }
        hasSign = hasSign || (byte != UInt8(ascii: "-") && byte != UInt8(ascii: "'"))
        end += length
      } else {
        let length = LatinWord.wideLetterLength(at: end, in: view)
        if length == 0 { break }
        lowerCase += 1
        end += length
      }
    }
    range = start..<end
    isTechnical = hasSign || (lowerCase == 0 && end - start > 1)
  }

  /// The length of the sign at `index` if it joins what stands before it to a letter or digit right after it.
  private static func joinerLength(at index: Int, in view: ByteView) -> Int {
    let length: Int
    switch view[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"),
      UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "~"),
      UInt8(ascii: "/"):
      length = 1
    case UInt8(ascii: ":"):
      length = view[index + 1] == UInt8(ascii: "/") && view[index + 2] == UInt8(ascii: "/") ? 3 : 0
    default: return 0
    }
    return isLetterOrDigit(view[index + length]) ? length : 0
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 0x30 < 10 }

  /// Whether this is one of the commonest function words of English, which Latin terms inside Arabic prose
  /// rarely hold.
  func isFunctionWord(in view: ByteView) -> Bool {
    let length = range.count
    if length < 2 || length > 4 { return false }
    var packed: UInt32 = 0
    for index in range {
      let byte = view[index]
      if byte >= 0x80 { return false }
      packed = packed << 8 | UInt32(byte | 0x20)
    }
    return LatinWord.functionWords.contains(packed)
  }

  /// Up to four letters, packed big-endian.
  private static let functionWords: [UInt32] = [
    "the", "of", "and", "to", "in", "is", "was", "for", "that", "it", "on", "with", "as", "at", "by", "be",
    "are", "has", "had", "have", "this", "from", "not", "but", "his", "her", "he", "she", "they", "we", "you",
    "an", "or", "its", "were", "been", "will", "who", "if",
  ].map { word in word.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
