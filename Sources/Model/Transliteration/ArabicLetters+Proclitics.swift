extension ArabicLetters {
  /// At most four numbers.
  package struct Readings {
    private var values: (Int, Int, Int, Int) = (0, 0, 0, 0)
    package private(set) var count = 0

    package subscript(index: Int) -> Int {
      switch index {
      case 0: values.0
      case 1: values.1
      case 2: values.2
      default: values.3
      }
    }

    fileprivate mutating func append(_ value: Int) {
      switch count {
      case 0: values.0 = value
      case 1: values.1 = value
      case 2: values.2 = value
      default: values.3 = value
      }
      count += 1
    }
  }

  /// How many letters may be proclitics at the start of a word: a conjunction و ف, a preposition ب ل ك, the article
  /// ال (لل after ل), in this order, before at least two letters of a stem.
  /// - Parameter letters: codes without regard to position.
  package static func proclitics(_ letters: UnsafeBufferPointer<UInt8>) -> Readings {
    var readings = Readings()
    var place = 0
    func letter(_ index: Int) -> UInt8 { index + 2 < letters.count ? letters[index] : 0 }
    if letter(place) == waw || letter(place) == feh {
      place += 1
      readings.append(place)
    }
    if letter(place) == beh || letter(place) == lam || letter(place) == kaf {
      if letter(place) == lam, letter(place + 1) == lam {
        readings.append(place + 2)
      }
      place += 1
      readings.append(place)
    }
    if letter(place) == alef, letter(place + 1) == lam { readings.append(place + 2) }
    return readings
  }
}
