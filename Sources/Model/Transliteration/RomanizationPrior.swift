/// What each Arabic letter is usually written as in Latin letters: the knowledge that estimation starts from, and
/// keeps for letters that names from other languages seldom show.
///
/// The customary romanisations: ALA-LC, BGN/PCGN, the press, and French spellings of the Maghreb, without marks.
package enum RomanizationPrior {
  package static let table: [(arabic: Character, latin: String)] = [
    ("ا", "a e i o u aa"), ("ب", "b p bb pp v"), ("ت", "t tt th"), ("ث", "th t s"), ("ج", "j g dj jj gg dg"),
    ("ح", "h hh"), ("خ", "kh k ch h x"), ("د", "d dd"), ("ذ", "th dh d z"), ("ر", "r rr rh"), ("ز", "z zz s"),
    ("س", "s ss c sc z"), ("ش", "sh ch s sc"), ("ص", "s ss c"), ("ض", "d dh"), ("ط", "t tt"), ("ظ", "z dh th"),
    ("ع", "a aa e i o u"), ("غ", "g gh gg gu"), ("ف", "f v ff ph w"), ("ق", "q k c g qu ck"),
    ("ك", "k c ck ch cc kk q qu g x"), ("ل", "l ll"), ("م", "m mm"), ("ن", "n nn"), ("ه", "h a"),
    ("و", "w u o ou oo ow au aw v"), ("ي", "y i e ee ie ai ei ay ey"), ("ئ", "e i a"), ("ء", "a"),
  ]
  /// Latin letters that stand for nothing in Arabic.
  package static let unwritten = "aeiouyhsdtpg"
  /// Arabic letters that stand for nothing in Latin.
  package static let silent = "عءاهيئو"
}

extension RomanizationPrior {
  /// The knowledge as counts of operations; `weight` sightings for each Arabic letter.
  package static func counts(_ arabic: LetterUnits, _ latin: LetterUnits, weight: Double) -> [Double] {
    var counts = [Double](repeating: 0, count: arabic.count * latin.count)
    func add(_ row: UInt8, _ column: UInt8, _ count: Double) {
      counts[Int(row) * latin.count + Int(column)] += count
    }
    for (letter, text) in table {
      let rows = forms(ArabicLetters.code(letter.unicodeScalars.first!))
      let spellings = text.split(separator: " ").flatMap { columns(Array($0.utf8), latin) }
      // The first is the most usual.
      for row in rows {
        for (rank, column) in spellings.enumerated() { add(row, column, weight / Double(rank + 1)) }
      }
    }
    for letter in unwritten.utf8 {
      for column in columns([letter], latin) { add(0, column, weight) }
    }
    for letter in silent {
      for row in forms(ArabicLetters.code(letter.unicodeScalars.first!)) { add(row, 0, weight / 4) }
    }
    return counts
  }

  /// A letter's code, and those at the edges of a word.
  private static func forms(_ code: UInt8) -> [UInt8] {
    switch code {
    case ArabicLetters.alef: [code, ArabicLetters.initialAlef, ArabicLetters.finalAlef]
    case ArabicLetters.waw: [code, ArabicLetters.initialWaw, ArabicLetters.finalWaw]
    case ArabicLetters.yeh: [code, ArabicLetters.initialYeh, ArabicLetters.finalYeh]
    case ArabicLetters.heh: [code, ArabicLetters.finalHeh]
    default: [code]
    }
  }

  /// The units of one or two Latin letters, also at the edges of a word; none if the pair is no unit.
  private static func columns(_ text: [UInt8], _ latin: LetterUnits) -> [UInt8] {
    let codes = text.map { $0 - 0x60 }
    if codes.count == 1 { return LatinLetters.forms(codes[0]) }
    return LatinLetters.forms(codes[0]).flatMap { first in
      LatinLetters.forms(codes[1]).compactMap { second in
        let unit = latin.unit(first, second)
        return unit == 0 ? nil : unit
      }
    }
  }
}
