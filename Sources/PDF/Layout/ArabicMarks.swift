/// The order of marks on a letter, and the letters that are composed with them.
enum ArabicMarks {
  /// A letter with its marks in Unicode's normal form (NFC).
  ///
  /// - Parameter scalars: letters, each followed by its marks in any order.
  static func normalized(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 1, scalars.contains(where: \.isMark) else { return scalars }
    var output: [Unicode.Scalar] = []
    var marks: [Unicode.Scalar] = []
    func finish() {
      // A mark that is given twice is drawn twice, and meant once.
      var sorted: [Unicode.Scalar] = []
      for mark in stableByClass(marks) where sorted.last != mark { sorted.append(mark) }
      marks.removeAll(keepingCapacity: true)
      if let letter = output.last, let own = decomposed(letter) { sorted.removeAll { $0 == own.mark } }
      if let letter = output.last,
        let (index, composed) = sorted.enumerated().lazy.compactMap({ index, mark in
          composed(letter, mark).map { (index, $0) }
        }).first
      {
        output[output.count - 1] = composed
        sorted.remove(at: index)
      }
      output += sorted
    }
    for scalar in scalars {
      if scalar.isMark {
        marks.append(scalar)
      } else {
        finish()
        output.append(scalar)
      }
    }
    finish()
    return output
  }

  private static func stableByClass(_ marks: [Unicode.Scalar]) -> [Unicode.Scalar] {
    marks.enumerated().sorted {
      let (one, other) = (combiningClass($0.element), combiningClass($1.element))
      return (one, $0.offset) < (other, $1.offset)
    }.map(\.element)
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.properties.canonicalCombiningClass.rawValue
  }

  /// With the marks of letters that have one by nature, such as the hamza of أ, as characters of their own.
  static func decomposed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.flatMap { scalar in decomposed(scalar).map { [$0.letter, $0.mark] } ?? [scalar] }
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, mark: Unicode.Scalar)? {
    switch scalar {
    case "\u{622}": ("\u{627}", "\u{653}")
    case "\u{623}": ("\u{627}", "\u{654}")
    case "\u{625}": ("\u{627}", "\u{655}")
    case "\u{624}": ("\u{648}", "\u{654}")
    case "\u{626}": ("\u{64A}", "\u{654}")
    default: nil
    }
  }

  private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (letter, mark) {
    case ("\u{627}", "\u{653}"): "\u{622}"
    case ("\u{627}", "\u{654}"): "\u{623}"
    case ("\u{627}", "\u{655}"): "\u{625}"
    case ("\u{648}", "\u{654}"): "\u{624}"
    case ("\u{64A}", "\u{654}"): "\u{626}"
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it stands over or under another.
  var isMark: Bool {
    value >= 0x300 && (properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark)
  }
}
