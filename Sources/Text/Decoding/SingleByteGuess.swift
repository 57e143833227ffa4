internal import WaslBitext

/// Which single-byte encoding makes sense of some bytes: the two Arabic ones, or Western European.
///
/// The bytes are read in each, and the reading judged by what stands next to what: Arabic letters come in
/// words of Arabic letters, accented letters between Latin ones, and neither encoding's reading of the
/// other's text looks like that.
enum SingleByteGuess {
  static let candidates = ["windows-1256", "ISO-8859-6", "windows-1252"]
  /// What a reading must reach, of 1.5, to be believed.
  static let threshold = 0.4

  /// The name of the encoding, or nil when no reading looks like text.
  static func guess(_ sample: Span<UInt8>) -> String? {
    var scores: [(name: String, score: Double)] = []
    for name in candidates {
      guard let score = score(sample, as: name) else { continue }
      scores.append((name, score))
    }
    scores.sort { $0.score > $1.score }
    guard let best = scores.first, best.score >= threshold else { return nil }
    // Too near to call: ICU's detector knows the letter sequences of both Arabic encodings.
    if scores.count > 1, best.score - scores[1].score < 0.1, let icu = detectEncodingWithICU(sample),
      let named = scores.first(where: { $0.name == icu.name }), best.score - named.score < 0.1
    {
      return named.name
    }
    return best.name
  }

  /// How much the bytes above 0x7F look like text, -3…1.5, or nil where ICU lacks the encoding.
  static func score(_ sample: Span<UInt8>, as encoding: String) -> Double? {
    guard let converter = try? ICUConverter(encoding: encoding) else { return nil }
    var bytes: [UInt8] = []
    try? converter.append(sample, isLast: true, to: &bytes) { _, _, _ in }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var (total, high) = (0.0, 0)
    for index in scalars.indices where scalars[index].value >= 0x80 {
      let left = index > 0 ? Kind(scalars[index - 1].value) : .other
      let right = index + 1 < scalars.count ? Kind(scalars[index + 1].value) : .other
      total += score(scalars[index].value, between: left, and: right)
      high += 1
    }
    return high == 0 ? 0 : total / Double(high)
  }

  private static func score(_ scalar: UInt32, between left: Kind, and right: Kind) -> Double {
    switch Kind(scalar) {
    case .arabic:
      if left == .lower || left == .upper || right == .lower || right == .upper { return -1 }
      if left != .arabic && right != .arabic { return commonAlone.contains(scalar) ? 0.5 : 0 }
      return commonLetters.contains(scalar) ? 1.5 : 0.7
    case .lower:
      if left == .arabic || right == .arabic { return -2 }
      return left == .lower || left == .upper || right == .lower ? 1 : -0.5
    case .upper:
      return left == .other && right == .lower ? 0.5 : -1.5
    case .mark: return left == .arabic ? 1 : -2
    case .punctuation: return 0.7
    case .bad: return -3
    case .other: return -1
    }
  }

  /// Letters and marks, as far as they tell encodings apart.
  private enum Kind {
    case arabic, mark, lower, upper, punctuation, bad, other

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x61...0x7A: self = .lower
      case 0x41...0x5A: self = .upper
      case 0x00E0...0x00EF, 0x00F1...0x00F6, 0x00F9...0x00FC, 0x00DF, 0x0153: self = .lower
      case 0x00C0...0x00D6, 0x00D9...0x00DC, 0x0152: self = .upper
      case 0x0621...0x063A, 0x0640...0x064A, 0x067E, 0x0686, 0x0698, 0x06AF: self = .arabic
      case 0x064B...0x0652: self = .mark
      case 0x060C, 0x061B, 0x061F, 0x00A0, 0x00AB, 0x00BB, 0x2013...0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026:
        self = .punctuation
      case 0x0080...0x009F, 0xFFFD: self = .bad
      default: self = .other
      }
    }
  }

  /// The letters that make up two thirds of Arabic text: ا ل ي م ن و ر ت ب ه ع.
  private static let commonLetters: Set<UInt32> = [
    0x0627, 0x0644, 0x064A, 0x0645, 0x0646, 0x0648, 0x0631, 0x062A, 0x0628, 0x0647, 0x0639,
  ]
  /// Letters that stand alone: و, and the letters that number lists and name people.
  private static let commonAlone: Set<UInt32> = [0x0648, 0x0623, 0x0628, 0x062C, 0x062F, 0x0645, 0x0635]
}
