extension EditProbabilities {
  /// The Latin pairs of letters that say most, by what they gain over writing their letters one by one.
  package func usefulLatinPairs(_ limit: Int) -> [LetterUnits.Pair] {
    let stride = latin.count
    return best(latin, limit) { pair, unit in
      (1..<arabic.letters).reduce(0) { sum, row in
        let (first, second) = (Int(pair.first), Int(pair.second))
        let apart = max(
          values[row * stride + first] * values[second], values[first] * values[row * stride + second])
        return sum + gain(values[row * stride + unit], apart)
      }
    }
  }

  /// Likewise the Arabic ones.
  package func usefulArabicPairs(_ limit: Int) -> [LetterUnits.Pair] {
    let stride = latin.count
    return best(arabic, limit) { pair, unit in
      (1..<latin.count).reduce(0) { sum, column in
        let (first, second) = (Int(pair.first) * stride, Int(pair.second) * stride)
        var apart = max(values[first + column] * values[second], values[first] * values[second + column])
        if column >= latin.letters {
          let letters = latin.pairs[column - latin.letters]
          apart = max(apart, values[first + Int(letters.first)] * values[second + Int(letters.second)])
        }
        return sum + gain(values[unit * stride + column], apart)
      }
    }
  }

  private func gain(_ together: Double, _ apart: Double) -> Double {
    together > apart ? together * logarithm(together / max(apart, 1e-12)) : 0
  }

  private func best(
    _ units: LetterUnits, _ limit: Int, _ gain: (LetterUnits.Pair, Int) -> Double
  ) -> [LetterUnits.Pair] {
    let gains = units.pairs.enumerated().map { (pair: $1, gain: gain($1, units.letters + $0)) }
    return gains.sorted { ($1.gain, $0.pair) < ($0.gain, $1.pair) }.prefix(max(0, limit)).map(\.pair).sorted()
  }
}
