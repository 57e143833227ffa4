/// Latin words as sequences of small letter codes: 1…26 for a…z, whatever the case and the accents.
///
/// A final e, which is mostly silent, and initial vowels, which Arabic never leaves out, have codes
/// of their own.
package enum LatinLetters {
  package static let finalE: UInt8 = 27
  /// One more than the highest code; 0 is no letter.
  package static let count = 33

  /// Longer words are no names.
  package static let lengthLimit = 28

  private static let initialVowels: [(UInt8, UInt8)] = [(a, 28), (e, 29), (i, 30), (o, 31), (u, 32)]
  private static let a: UInt8 = 1
  private static let e: UInt8 = 5
  private static let i: UInt8 = 9
  private static let o: UInt8 = 15
  private static let s: UInt8 = 19
  private static let u: UInt8 = 21

  /// The base letters of U+00C0…U+024F, then of U+1E00…U+1EFF, by the Unicode decomposition where there is one.
  /// Digits stand for the `pairs`, a point for what is no letter of a name.
  private static let bases: (low: StaticString, high: StaticString) = (
    """
    aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllll.\
    .llnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    ................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................
    """,
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """
  )
  private static let pairs: [StaticString] = ["ae", "oe", "ss", "th", "ij"]

  /// Writes the letters of a word, without regard to their position.
  /// - Parameters:
  ///   - word: UTF-8.
  ///   - letters: room for `lengthLimit`.
  /// - Returns: how many letters; 0 when the word is none: it holds digits, another script, points, or is too long.
  ///   A possessive 's does not count, nor do hyphens.
  package static func read(_ word: UnsafeBufferPointer<UInt8>, into letters: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    var apostrophe = 0
    var index = 0
    func add(_ ascii: UInt8) -> Bool {
      guard count < lengthLimit else { return false }
      letters[count] = ascii - 0x60
      count += 1
      return true
    }
    while index < word.count {
      let (scalar, length) = decode(word, at: index)
      index += length
      switch scalar {
      case 0x41...0x5A: guard add(UInt8(scalar) + 0x20) else { return 0 }
      case 0x61...0x7A: guard add(UInt8(scalar)) else { return 0 }
      case 0x27, 0x60, 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2BE, 0x2BF: apostrophe = count
      case 0x2D, 0xAD, 0x2010, 0x2011, 0x300...0x36F: continue
      case 0xC0...0x24F, 0x1E00...0x1EFF:
        let base =
          scalar < 0x1E00
          ? bases.low.utf8Start[Int(scalar) - 0xC0] : bases.high.utf8Start[Int(scalar) - 0x1E00]
        if base >= 0x61 {
          guard add(base) else { return 0 }
        } else if base >= 0x31 {
          let pair = pairs[Int(base) - 0x31].utf8Start
          guard add(pair[0]), add(pair[1]) else { return 0 }
        } else {
          return 0
        }
      default: return 0
      }
    }
    if apostrophe > 0, count == apostrophe + 1, letters[count - 1] == s { count -= 1 }
    return count
  }

  /// The scalar at a place in UTF-8 and its length in bytes; 0 for bytes that are none.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : 3
    guard lead >= 0xC2, lead < 0xF0, index + length <= bytes.count else { return (0, 1) }
    var scalar = lead & (length == 2 ? 0x1F : 0x0F)
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return (0, 1) }
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (scalar, length)
  }

  /// Gives the letters at the edges of a word the codes they have there.
  package static func markEdges(_ letters: UnsafeMutableBufferPointer<UInt8>) {
    guard letters.count > 1 else { return }
    for (vowel, code) in initialVowels where letters[0] == vowel { letters[0] = code }
    if letters[letters.count - 1] == e { letters[letters.count - 1] = finalE }
  }

  /// A letter's code, and those at the edges of a word.
  package static func forms(_ code: UInt8) -> [UInt8] {
    [code] + initialVowels.filter { $0.0 == code }.map(\.1) + (code == e ? [finalE] : [])
  }

  /// The letters of codes, also of those at the edges, as lower-case ASCII.
  package static func text(_ codes: some Sequence<UInt8>) -> [UInt8] {
    codes.map { code in
      let plain = code == finalE ? e : initialVowels.first { $0.1 == code }?.0 ?? code
      return plain + 0x60
    }
  }
}
