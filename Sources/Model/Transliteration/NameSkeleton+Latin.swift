extension NameSkeleton {
  /// Up to three sounds that a spelling may stand for, each one class or two (the second in the high bits).
  package struct Sounds {
    private var values: (UInt8, UInt8, UInt8)
    package let count: Int

    package init(_ first: UInt8) { (values, count) = ((first, 0, 0), 1) }
    package init(_ first: UInt8, _ second: UInt8) { (values, count) = ((first, second, 0), 2) }
    package init(_ first: UInt8, _ second: UInt8, _ third: UInt8) { (values, count) = ((first, second, third), 3) }

    package subscript(index: Int) -> UInt8 { index == 0 ? values.0 : index == 1 ? values.1 : values.2 }
  }

  /// What the Latin letters at a place may sound like in the languages that names come from, and how many letters
  /// that takes.
  package static func sounds(_ letters: UnsafeBufferPointer<UInt8>, at index: Int) -> (Sounds, Int) {
    func letter(_ offset: Int) -> Unicode.Scalar {
      let place = index + offset
      return place < letters.count && place >= 0 ? Unicode.Scalar(letters[place] + 0x60) : " "
    }
    let next = letter(1)
    switch letter(0) {
    case "b": return (Sounds(labial), 1)
    case "p":
      if next == "h" { return (Sounds(labiodental), 2) }
      return (next == "f" ? Sounds(none) : Sounds(labial), 1)
    case "f": return (Sounds(labiodental), 1)
    case "v": return (Sounds(labiodental, none), 1)
    case "w": return (Sounds(none, labiodental), 1)
    case "d", "t":
      switch next {
      case "s", "z", "c": return (Sounds(none), 1)
      case "j", "g": return (Sounds(none, dental), 1)
      // Mute at the end of French names.
      case " ": return (Sounds(dental, none), 1)
      default: return (Sounds(dental), 1)
      }
    case "s":
      if next == "c", letter(2) == "h" { return (Sounds(sibilant, sibilant | velar << 4), 3) }
      return (next == " " ? Sounds(sibilant, none) : Sounds(sibilant), 1)
    case "z": return (next == "h" ? Sounds(sibilant, voiced) : Sounds(sibilant, dental), 1)
    case "c":
      switch next {
      case "h", "e", "i", "y", " ": return (Sounds(sibilant, velar), 1)
      case "c": return (Sounds(none), 1)
      default: return (Sounds(velar), 1)
      }
    case "k": return (next == "n" ? Sounds(velar, none) : Sounds(velar), 1)
    case "q": return (Sounds(velar), 1)
    case "x": return (Sounds(velar | sibilant << 4, sibilant, next == " " ? none : velar), 1)
    case "g": return (next == "h" || next == "n" ? Sounds(voiced, velar, none) : Sounds(voiced, velar), 1)
    case "j": return (Sounds(voiced, none, velar), 1)
    case "l": return (Sounds(lateral), 1)
    case "m": return (Sounds(labialNasal), 1)
    case "n": return (Sounds(nasal), 1)
    case "r": return (Sounds(rhotic), 1)
    default: return (Sounds(none), 1)
    }
  }
}
