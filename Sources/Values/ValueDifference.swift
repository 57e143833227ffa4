public import WaslBitext

/// Says in what the values of two texts differ: for filters of parallel corpora.
public struct ValueDifference: Sendable {
  private let source: ValueReader
  private let target: ValueReader

  public init(source: Language) {
    self.source = ValueReader(language: source)
    target = ValueReader(language: source.other)
  }

  /// The words of the values in digits that the other side does not have and of those that it contradicts, as
  /// `12 / 21`; nil where all agree. Numbers in words and ordinary words may be left out.
  public func description(_ source: String, _ target: String) -> String? {
    let texts = [Array(source.utf8), Array(target.utf8)]
    let values = [self.source.values(in: texts[0]), self.target.values(in: texts[1])]
    let agreement = ValueAgreement(values[0], values[1])
    var differing = [agreement.contradicting.map(\.source), agreement.contradicting.map(\.target)]
    for (side, omitted) in [agreement.omittedSource, agreement.omittedTarget].enumerated() {
      differing[side] += omitted.filter { hasDigit(texts[side][values[side][$0].range]) }
    }
    if differing.allSatisfy(\.isEmpty) { return nil }
    let lists = [0, 1].map { side in
      let words = differing[side].sorted().map { String(decoding: texts[side][values[side][$0].range], as: UTF8.self) }
      return words.isEmpty ? "none" : words.joined(separator: " ")
    }
    return "\(lists[0]) / \(lists[1])"
  }

  /// ASCII, Arabic-Indic and Persian digits.
  private func hasDigit(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte >= 0x30 && byte <= 0x39 { return true }
      if last == 0xD9 && byte >= 0xA0 && byte <= 0xA9 || last == 0xDB && byte >= 0xB0 && byte <= 0xB9 { return true }
      last = byte
    }
    return false
  }
}
