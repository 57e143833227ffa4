/// The letters of a word with what spelling varies taken out: case, vowel signs, tatweel, the seat of hamza, ta marbuta,
/// alef maqsura, the marks on Latin letters.
struct FoldedWord {
  /// What is longer is part of no value.
  static let limit = 24
  private var letters = InlineArray<24, UInt16>(repeating: 0)
  private(set) var count = 0
  private(set) var isTooLong = false

  mutating func clear() {
    count = 0
    isTooLong = false
  }

  @inline(__always)
  mutating func append(_ letter: UInt16) {
    if count < Self.limit {
      letters[count] = letter
      count += 1
    } else {
      isTooLong = true
    }
  }

  subscript(index: Int) -> UInt16 { letters[index] }

  mutating func removeLast() { count -= 1 }

  /// The hash of some letters, and of one more after them unless it is 0.
  @inline(__always)
  func hash(_ from: Int, _ to: Int, and last: UInt16 = 0) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in from..<to { hash = (hash ^ UInt64(letters[index])) &* 0x0000_0100_0000_01B3 }
    if last != 0 { hash = (hash ^ UInt64(last)) &* 0x0000_0100_0000_01B3 }
    return (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The hash of a whole word of the word lists: every scalar counts as a letter.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var word = FoldedWord()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let letter = fold(scalar.value)
      if letter != dropped { word.append(letter == 0 ? UInt16(truncatingIfNeeded: scalar.value) : letter) }
    }
    return word.hash(0, word.count)
  }

  /// What `fold` gives for what does not count inside a word.
  static let dropped: UInt16 = 1

  /// A letter as it counts; 0 for what is no letter.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0x61...0x7A: return UInt16(scalar)
    case 0x41...0x5A: return UInt16(scalar | 0x20)
    case 0x621: return dropped
    case 0x622, 0x623, 0x625, 0x671: return 0x627
    case 0x624: return 0x648
    case 0x626, 0x649, 0x6CC: return 0x64A
    case 0x629: return 0x647
    case 0x6A9: return 0x643
    case 0x627...0x63A, 0x641...0x64A: return UInt16(scalar)
    case 0x640, 0x64B...0x65F, 0x670, 0x200C, 0x200D, 0x300...0x36F, 0x2BB...0x2BF, 0x27, 0x60, 0x2018, 0x2019:
      return dropped
    case 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: return UInt16(scalar)
    case 0xC0...0x24F, 0x1E00...0x1EFF: return latin(scalar)
    case 0x370...0x5FF, 0x3040...0xABFF: return UInt16(scalar)
    default: return 0
    }
  }

  private static func latin(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xD7, 0xF7: return 0
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0x1CD, 0x1CE, 0x1EA0...0x1EB7: return 0x61
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x1EB8...0x1EC7: return 0x65
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1EC8...0x1ECB: return 0x69
    case 0xD2...0xD6, 0xF2...0xF6, 0x14C...0x151, 0x1ECC...0x1EE3: return 0x6F
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173, 0x1EE4...0x1EF1: return 0x75
    case 0xC7, 0xE7, 0x106...0x10D: return 0x63
    case 0x10E...0x111, 0x1E0A...0x1E13: return 0x64
    case 0x11C...0x123, 0x1E20, 0x1E21: return 0x67
    case 0x124...0x127, 0x1E22...0x1E2B, 0x1E96: return 0x68
    case 0xD1, 0xF1, 0x143...0x148: return 0x6E
    case 0x154...0x159: return 0x72
    case 0x15A...0x161, 0x1E60...0x1E69: return 0x73
    case 0x162...0x167, 0x1E6A...0x1E71: return 0x74
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: return 0x79
    case 0x179...0x17E, 0x1E90...0x1E95: return 0x7A
    default: return UInt16(scalar)
    }
  }
}
