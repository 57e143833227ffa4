extension TransliterationModel {
  /// What words that cannot be compared score, and the least that any pair scores.
  public static let floor: Float = -100

  /// How much more probable the two words are as one name than as two words that meet by chance.
  ///
  /// - Parameters:
  ///   - arabic: UTF-8, a match key or raw; marks, tatweel and the variants of alef make no difference.
  ///   - latin: UTF-8; case, accents, hyphens and a possessive 's make no difference.
  ///   - threshold: below this the result may be `floor` instead of the exact value, which takes less time.
  ///   - strippingClitics: whether the Arabic word may also be read without و ف ب ل ك and ال before it; the best
  ///     reading counts, less `cliticCost`.
  /// - Returns: a natural logarithm; `floor` if one of them is empty or no word in its script.
  /// - Complexity: the product of the lengths; nothing is allocated.
  public func logRatio(
    arabic: UnsafeBufferPointer<UInt8>, latin: UnsafeBufferPointer<UInt8>, threshold: Float = floor,
    strippingClitics: Bool = false
  ) -> Float {
    let limit = Self.lengthLimit
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 7 * limit) { bytes in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: 2 * (limit + 1)) { bounds in
        let arabicLetters = bytes.baseAddress!
        let latinLetters = arabicLetters + limit
        let n = ArabicLetters.read(arabic, into: arabicLetters)
        let m = LatinLetters.read(latin, into: latinLetters)
        guard n > 0, m > 0 else { return Self.floor }
        let latinWord = prepare(
          UnsafeMutableBufferPointer(start: latinLetters, count: m), .latin, units: latinLetters + limit,
          bounds: bounds.baseAddress!)
        let units = latinLetters + 3 * limit
        var best = Self.floor
        func tryReading(_ skipped: Int, cost: Float) {
          // Preparing marks the edges of a reading: it works on a copy.
          let reading = UnsafeMutableBufferPointer(start: units + 2 * limit, count: n - skipped)
          _ = reading.initialize(
            fromContentsOf: UnsafeBufferPointer(start: arabicLetters + skipped, count: n - skipped))
          let word = prepare(reading, .arabic, units: units, bounds: bounds.baseAddress! + limit + 1)
          let score = score(word, latinWord, threshold: max(threshold, best) + cost)
          best = max(best, score - cost)
        }
        tryReading(0, cost: 0)
        if strippingClitics {
          let readings = ArabicLetters.proclitics(UnsafeBufferPointer(start: arabicLetters, count: n))
          for index in 0..<readings.count { tryReading(readings[index], cost: Self.cliticCost) }
        }
        return best
      }
    }
  }

  /// What a reading without proclitics costs, in nats: it gives chance one more opportunity, and most words that
  /// start like a proclitic start with a letter of their own.
  public static let cliticCost: Float = 2

  /// Log ratio of two prepared words.
  /// - Returns: the exact value, or `floor` if it is below the threshold.
  @inline(__always)
  package func score(_ arabic: PreparedWord, _ latin: PreparedWord, threshold: Float) -> Float {
    guard arabic.count > 0, latin.count > 0 else { return Self.floor }
    let background = arabic.background + latin.background
    let limited = threshold > Self.floor ? min(threshold, -Self.floor) : Self.floor
    let least = Int32((limited * Self.scale).rounded(.up)) + background
    let best = bestPath(arabic, latin, least: least)
    return best == .min ? Self.floor : max(Self.floor, Float(best - background) / Self.scale)
  }

  /// The score of the best sequence of operations; `.min` when it is below `least`.
  private func bestPath(_ arabic: PreparedWord, _ latin: PreparedWord, least: Int32) -> Int32 {
    // Most pairs of words are too short or too common in their letters to get there at all.
    if Int32(min(arabic.bounds[0], latin.bounds[0])) < least { return .min }
    let width = latin.count + 1
    let stride = latinUnits.count
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (Self.lengthLimit + 1)) { rows in
      operations.withUnsafeBufferPointer { operations in
        let table = operations.baseAddress!
        var (older, old, new) = (
          rows.baseAddress!, rows.baseAddress! + Self.lengthLimit + 1, rows.baseAddress! + 2 * (Self.lengthLimit + 1)
        )
        new[0] = 0
        for j in 1..<width { new[j] = new[j - 1] + Int32(table[Int(latin.units[2 * j - 2])]) }
        var reachable = true
        for i in 1...arabic.count {
          (older, old, new) = (old, new, older)
          let single = table + Int(arabic.units[2 * i - 2]) * stride
          let arabicPair = Int(arabic.units[2 * i - 1])
          let double = table + arabicPair * stride
          let arabicBound = Int32(arabic.bounds[i])
          new[0] = old[0] + Int32(single[0])
          // The most that any path through this row can still reach.
          var hope = new[0] + min(arabicBound, Int32(latin.bounds[0]))
          for j in 1..<width {
            let letter = Int(latin.units[2 * j - 2])
            let pair = Int(latin.units[2 * j - 1])
            var best = max(old[j] + Int32(single[0]), new[j - 1] + Int32(table[letter]))
            best = max(best, old[j - 1] + Int32(single[letter]))
            if pair != 0 { best = max(best, old[j - 2] + Int32(single[pair])) }
            if arabicPair != 0 {
              best = max(best, older[j - 1] + Int32(double[letter]))
              if pair != 0 { best = max(best, older[j - 2] + Int32(double[pair])) }
            }
            new[j] = best
            hope = max(hope, best + min(arabicBound, Int32(latin.bounds[j])))
          }
          // An Arabic pair may step over one row, but not over two.
          if hope < least {
            if !reachable { return .min }
            reachable = false
          } else {
            reachable = true
          }
        }
        return new[width - 1] >= least ? new[width - 1] : .min
      }
    }
  }
}
