/// How many letters of a text are Arabic, Latin, or of any script.
struct ScriptLetters {
  var arabic = 0
  var latin = 0
  var all = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        latin += 1
        all += 1
      case 0..<0xAA, 0x2000...0x206F: break
      case 0x620...0x63F, 0x641...0x64A:
        arabic += 1
        all += 1
      default:
        guard scalar.properties.isAlphabetic, scalar.properties.generalCategory != .nonspacingMark else { continue }
        all += 1
        switch scalar.value {
        case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: arabic += 1
        case 0xAA...0x24F, 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF5A: latin += 1
        default: break
        }
      }
    }
  }
}

/// The numbers that a text writes in digits.
enum DigitNumbers {
  /// In European digits, without separators of thousands; `.` for the decimal separator of either script.
  static func of(_ text: String) -> [String] {
    var numbers: [String] = []
    var current = ""
    var separator: Unicode.Scalar?
    func digit(_ scalar: Unicode.Scalar) -> Character? {
      switch scalar.value {
      case 0x30...0x39: Character(scalar)
      case 0x660...0x669: Unicode.Scalar(scalar.value - 0x660 + 0x30).map(Character.init)
      case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6F0 + 0x30).map(Character.init)
      default: nil
      }
    }
    func finish() {
      if !current.isEmpty { numbers.append(normal(current)) }
      current = ""
    }
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if let separator { current += ".\u{66B}".unicodeScalars.contains(separator) ? "." : "," }
        separator = nil
        current.append(digit)
      } else if !current.isEmpty, separator == nil, ".,\u{66B}\u{66C}\u{60C}".unicodeScalars.contains(scalar) {
        separator = scalar
      } else {
        separator = nil
        finish()
      }
    }
    finish()
    return numbers
  }

  /// A comma before groups of three digits separates thousands, another comma decimals.
  private static func normal(_ number: String) -> String {
    let parts = number.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return number }
    let isGrouped = parts.dropFirst().allSatisfy { ($0.split(separator: ".").first?.count ?? 0) == 3 }
    return parts.joined(separator: isGrouped ? "" : parts.count == 2 ? "." : ",")
  }
}
