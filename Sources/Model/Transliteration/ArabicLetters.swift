/// Arabic words as sequences of small letter codes.
///
/// Codes 1…30 are letters. A few letters stand for something else at the edge of a word (ا for any
/// vowel at the start, ه for a feminine ending at the end) and have codes of their own there.
package enum ArabicLetters {
  /// In the order of the codes, from 1.
  package static let alphabet = "ءابتثجحخدذرزسشصضطظعغفقكلمنهويئ"
  package static let initialAlef: UInt8 = 31
  package static let initialWaw: UInt8 = 32
  package static let initialYeh: UInt8 = 33
  package static let finalAlef: UInt8 = 34
  package static let finalHeh: UInt8 = 35
  package static let finalYeh: UInt8 = 36
  package static let finalWaw: UInt8 = 37
  /// One more than the highest code; 0 is no letter.
  package static let count = 38

  /// Longer words are no names.
  package static let lengthLimit = 20

  /// What the scalars U+0600…U+06FF are: a code, `ignored`, or 0 for what no name holds.
  private static let codes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for (index, scalar) in alphabet.unicodeScalars.enumerated() {
      table[Int(scalar.value) - 0x600] = UInt8(index + 1)
    }
    let folded: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("آ", "ا"), ("أ", "ا"), ("إ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ة", "ه"), ("ؤ", "ء"), ("ک", "ك"),
      ("ہ", "ه"), ("ھ", "ه"), ("پ", "ب"), ("ڤ", "ف"), ("چ", "ج"), ("ژ", "ج"), ("گ", "غ"),
    ]
    for (variant, letter) in folded { table[Int(variant.value) - 0x600] = table[Int(letter.value) - 0x600] }
    // Vowel marks, tatweel, superscript alef.
    for value in Array(0x64B...0x65F) + [0x640, 0x670] { table[value - 0x600] = ignored }
    return table
  }()
  private static let ignored: UInt8 = 255

  package static let alef = code("ا")
  package static let waw = code("و")
  package static let yeh = code("ي")
  package static let heh = code("ه")
  package static let lam = code("ل")
  package static let beh = code("ب")
  package static let feh = code("ف")
  package static let kaf = code("ك")

  package static func code(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value >= 0x600 && scalar.value < 0x700 ? codes[Int(scalar.value) - 0x600] : 0
  }

  /// Writes the letters of a word, without regard to their position.
  /// - Parameters:
  ///   - word: UTF-8.
  ///   - letters: room for `lengthLimit`.
  /// - Returns: how many letters; 0 when the word is none: it holds digits, Latin, anything else, or is too long.
  package static func read(_ word: UnsafeBufferPointer<UInt8>, into letters: UnsafeMutablePointer<UInt8>) -> Int {
    codes.withUnsafeBufferPointer { codes in
      var count = 0
      var run = 0
      var index = 0
      while index + 1 < word.count {
        let lead = word[index]
        guard lead >= 0xD8 && lead <= 0xDB, word[index + 1] & 0xC0 == 0x80 else { return 0 }
        let code = codes[Int(lead & 3) << 6 | Int(word[index + 1] & 0x3F)]
        index += 2
        if code == ignored { continue }
        guard code != 0 else { return 0 }
        // Three and more of the same are one letter drawn out.
        run = count > 0 && letters[count - 1] == code ? run + 1 : 1
        if run == 3 { count -= 1 }
        if run >= 3 { continue }
        guard count < lengthLimit else { return 0 }
        letters[count] = code
        count += 1
      }
      return index == word.count ? count : 0
    }
  }

  /// Gives the letters at the edges of a word the codes they have there.
  package static func markEdges(_ letters: UnsafeMutableBufferPointer<UInt8>) {
    guard letters.count > 1 else { return }
    switch letters[0] {
    case alef: letters[0] = initialAlef
    case waw: letters[0] = initialWaw
    case yeh: letters[0] = initialYeh
    default: break
    }
    switch letters[letters.count - 1] {
    case alef: letters[letters.count - 1] = finalAlef
    case heh: letters[letters.count - 1] = finalHeh
    case waw: letters[letters.count - 1] = finalWaw
    case yeh: letters[letters.count - 1] = finalYeh
    default: break
    }
  }

  /// The letters of codes, also of those at the edges, as UTF-8.
  package static func text(_ codes: some Sequence<UInt8>) -> [UInt8] {
    let scalars = Array(alphabet.unicodeScalars)
    let plain: [UInt8: UInt8] = [
      initialAlef: alef, initialWaw: waw, initialYeh: yeh, finalAlef: alef, finalHeh: heh, finalYeh: yeh, finalWaw: waw,
    ]
    return codes.flatMap { Array(String(scalars[Int(plain[$0] ?? $0) - 1]).utf8) }
  }
}
