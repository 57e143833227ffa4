/// Keys under which an Arabic and a Latin word meet if they may be the same name: the classes of their first consonants.
///
/// Vowels, h and ع, and whatever else one script writes and the other does not, are left out; sounds that the scripts
/// confuse are one class. Where a letter is ambiguous, the word gets several keys.
package enum NameSkeleton {
  /// Number of consonants in a key.
  package static let length = 3
  /// Keys are below this number.
  package static let count = 1 << (4 * length)
  /// A word gets at most this many keys.
  package static let keyLimit = 8

  /// Classes of consonants.
  package static let none: UInt8 = 0
  package static let labial: UInt8 = 1
  package static let labiodental: UInt8 = 2
  package static let dental: UInt8 = 3
  package static let sibilant: UInt8 = 4
  package static let velar: UInt8 = 5
  /// ج غ: g, j, gh.
  package static let voiced: UInt8 = 6
  package static let lateral: UInt8 = 7
  package static let labialNasal: UInt8 = 8
  package static let nasal: UInt8 = 9
  package static let rhotic: UInt8 = 10

  private static let arabicClasses: [UInt8] = {
    var table = [UInt8](repeating: none, count: ArabicLetters.count)
    let classes: [(String, UInt8)] = [
      ("ب", labial), ("ف", labiodental), ("تثدذضطظ", dental), ("زسشص", sibilant), ("خقك", velar), ("جغ", voiced),
      ("ل", lateral), ("م", labialNasal), ("ن", nasal), ("ر", rhotic),
    ]
    for (letters, value) in classes {
      for scalar in letters.unicodeScalars { table[Int(ArabicLetters.code(scalar))] = value }
    }
    return table
  }()

  /// The keys of an Arabic word, without repetitions.
  /// - Parameters:
  ///   - letters: codes without regard to position.
  ///   - keys: room for `keyLimit`.
  /// - Returns: how many.
  package static func keys(
    arabic letters: UnsafeBufferPointer<UInt8>, into keys: UnsafeMutablePointer<UInt32>
  ) -> Int {
    arabicClasses.withUnsafeBufferPointer { classes in
      keys[0] = 0
      var count = 1
      for (index, letter) in letters.enumerated() {
        let value = classes[Int(letter)]
        let next = index + 1 < letters.count ? classes[Int(letters[index + 1])] : none
        // تش for ch, تس for z, دج for j: one sound, or two.
        let isAffricate = value == dental && (next == sibilant || next == voiced)
        extend(keys, &count, by: isAffricate ? Sounds(dental, none) : Sounds(value))
      }
      return removeRepetitions(keys, count)
    }
  }

  /// The keys of a Latin word, likewise.
  package static func keys(
    latin letters: UnsafeBufferPointer<UInt8>, into keys: UnsafeMutablePointer<UInt32>
  ) -> Int {
    keys[0] = 0
    var count = 1
    var index = 0
    while index < letters.count {
      let (sounds, taken) = sounds(letters, at: index)
      index += taken
      extend(keys, &count, by: sounds)
    }
    return removeRepetitions(keys, count)
  }

  /// Adds each of the alternatives to each of the keys, as long as there is room.
  private static func extend(_ keys: UnsafeMutablePointer<UInt32>, _ count: inout Int, by sounds: Sounds) {
    for key in 0..<count {
      let start = keys[key]
      keys[key] = append(sounds[0], to: start)
      for other in 1..<max(1, sounds.count) where count < keyLimit {
        let alternative = append(sounds[other], to: start)
        if !(0..<count).contains(where: { keys[$0] == alternative }) {
          keys[count] = alternative
          count += 1
        }
      }
    }
  }

  /// Adds the one or two classes of a sound to a key.
  private static func append(_ sound: UInt8, to key: UInt32) -> UInt32 {
    append(class: sound >> 4, to: append(class: sound & 15, to: key))
  }

  /// Adds a class to a key that is not full; the same class twice in a row counts once.
  @inline(__always)
  private static func append(class value: UInt8, to key: UInt32) -> UInt32 {
    if value == none || key >> (4 * UInt32(length - 1)) != 0 || key & 15 == UInt32(value) { return key }
    return key << 4 | UInt32(value)
  }

  private static func removeRepetitions(_ keys: UnsafeMutablePointer<UInt32>, _ count: Int) -> Int {
    var kept = 0
    for index in 0..<count where !(0..<kept).contains(where: { keys[$0] == keys[index] }) {
      keys[kept] = keys[index]
      kept += 1
    }
    return kept
  }
}
