internal import WaslBitext

/// How many letters of either script the cells of a column hold.
struct CellLetters {
  private(set) var arabic = 0
  private(set) var latin = 0
  /// Cells that hold letters, and cells that hold none.
  private(set) var worded = 0
  private(set) var wordless = 0

  /// Counts one cell.
  mutating func add(_ text: some Sequence<Unicode.Scalar>) {
    let before = arabic + latin
    for scalar in text {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x620...0x64A, 0x671...0x6D3, 0xFB50...0xFDFF, 0xFE70...0xFEFC: arabic += 1
      default: break
      }
    }
    if arabic + latin > before { worded += 1 } else { wordless += 1 }
  }

  /// The language of most letters; nil without letters.
  var language: Language? {
    if arabic + latin == 0 { return nil }
    return arabic >= latin ? .arabic : .english
  }

  /// Whether the column consists of numbers, dates and signs for the most part.
  var isWordless: Bool { wordless > 2 * worded }

  init() {}

  init(_ text: String) { add(text.unicodeScalars) }
}
