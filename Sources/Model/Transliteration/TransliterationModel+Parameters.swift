extension TransliterationModel {
  /// Writes estimated probabilities down as parameters, in the layout that `init(parameters:)` reads.
  package init(
    _ probabilities: EditProbabilities, arabic: LetterBigrams, latin: LetterBigrams, calibration: RatioCalibration
  ) {
    let (arabicUnits, latinUnits) = (probabilities.arabic, probabilities.latin)
    var bytes = Self.signature
    bytes += [UInt8(arabicUnits.pairs.count), UInt8(latinUnits.pairs.count), 0, 0]
    for value in [calibration.slope, calibration.offset, calibration.cap] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    for pair in arabicUnits.pairs + latinUnits.pairs { bytes += [pair.first, pair.second] }
    for row in 0..<arabicUnits.count {
      let arabicLog = Self.log(of: row, arabicUnits, arabic)
      for column in 0..<latinUnits.count {
        let value = probabilities.values[row * latinUnits.count + column]
        guard probabilities.isOperation(row, column), value > 0 else {
          bytes.append(0x80)
          continue
        }
        let ratio = logarithm(value) - arabicLog - Self.log(of: column, latinUnits, latin)
        // Letters without a counterpart are no evidence for one; the bounds of the comparison rely on it.
        bytes.append(Self.quantize(row == 0 || column == 0 ? min(0, ratio) : ratio))
      }
    }
    bytes += arabic.corrections.map(Self.quantize)
    bytes += latin.corrections.map(Self.quantize)
    do {
      try self.init(parameters: bytes)
    } catch {
      preconditionFailure("the writer of the parameters does not agree with their reader: \(error)")
    }
  }

  /// Log probability of the letters of a unit, one by one.
  private static func log(of unit: Int, _ units: LetterUnits, _ bigrams: LetterBigrams) -> Double {
    if unit == 0 { return 0 }
    if unit < units.letters { return bigrams.unigrams[unit] }
    let pair = units.pairs[unit - units.letters]
    return bigrams.unigrams[Int(pair.first)] + bigrams.unigrams[Int(pair.second)]
  }

  private static func quantize(_ nats: Double) -> UInt8 {
    UInt8(bitPattern: Int8(max(-127, min(127, (nats * Double(scale)).rounded()))))
  }
}
