/// How a list writes its numbers.
enum NumberForm: Sendable, Hashable {
  case decimal
  /// 01, 02 … 10
  case decimalZero
  case upperRoman, lowerRoman, upperLetter, lowerLetter
  /// 1st, 2nd
  case ordinal
  /// أ ب ت ث, the order of dictionaries.
  case arabicAlpha
  /// أ ب ج د, the old order.
  case arabicAbjad
  /// ١ ٢ ٣
  case arabicIndic
  /// ۱ ۲ ۳
  case extendedArabicIndic
  /// १ २ ३
  case devanagari
  case none

  func text(_ number: Int) -> String {
    switch self {
    case .decimal: "\(number)"
    case .decimalZero: number >= 0 && number < 10 ? "0\(number)" : "\(number)"
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperLetter: Self.repeatedLetter(number, Self.latin)
    case .lowerLetter: Self.repeatedLetter(number, Self.latin).lowercased()
    case .ordinal: "\(number)" + Self.ordinalEnding(number)
    case .arabicAlpha: Self.repeatedLetter(number, Self.alphabet)
    case .arabicAbjad: Self.repeatedLetter(number, Self.abjad)
    case .arabicIndic: Self.digits(number, zero: 0x660)
    case .extendedArabicIndic: Self.digits(number, zero: 0x6F0)
    case .devanagari: Self.digits(number, zero: 0x966)
    case .none: ""
    }
  }

  private static let latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
  private static let alphabet = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي".map(String.init)
  private static let abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ".map(String.init)

  /// A … Z, AA, BB: word processors repeat the letter.
  private static func repeatedLetter(_ number: Int, _ letters: [String]) -> String {
    guard number > 0 else { return "" }
    let (times, letter) = (number - 1).quotientAndRemainder(dividingBy: letters.count)
    // Nobody reads more than a few; a damaged file may ask for a million.
    return String(repeating: letters[letter], count: min(times + 1, 20))
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    var (rest, text) = (number, "")
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func ordinalEnding(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  }

  private static func digits(_ number: Int, zero: UInt32) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in "\(number)".utf8 {
      let value = (0x30...0x39).contains(byte) ? zero + UInt32(byte) - 0x30 : UInt32(byte)
      scalars.append(Unicode.Scalar(value) ?? "?")
    }
    return String(scalars)
  }
}
