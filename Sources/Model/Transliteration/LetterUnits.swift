/// The units that one edit operation takes from one side: nothing (0), a letter, or one of some pairs of letters.
package struct LetterUnits: Sendable, Equatable {
  /// Letter codes are below this number; they are units of their own.
  package let letters: Int
  /// Pairs of letter codes; pair `i` is unit `letters + i`.
  package let pairs: [Pair]
  /// Unit by `first * letters + second`, or 0.
  private let unitOfPair: [UInt8]

  package struct Pair: Sendable, Hashable {
    package var first: UInt8
    package var second: UInt8

    package init(first: UInt8, second: UInt8) { (self.first, self.second) = (first, second) }
  }

  /// - Parameters:
  ///   - letters: at least 1.
  ///   - pairs: without repetitions; together at most 255 units.
  package init(letters: Int, pairs: [Pair]) {
    precondition(letters + pairs.count <= 256)
    self.letters = letters
    self.pairs = pairs
    var unitOfPair = [UInt8](repeating: 0, count: letters * letters)
    for (index, pair) in pairs.enumerated() {
      unitOfPair[Int(pair.first) * letters + Int(pair.second)] = UInt8(letters + index)
    }
    self.unitOfPair = unitOfPair
  }

  package var count: Int { letters + pairs.count }

  /// The unit of two letters, 0 if they are none.
  @inline(__always) package func unit(_ first: UInt8, _ second: UInt8) -> UInt8 {
    unitOfPair[Int(first) * letters + Int(second)]
  }
}

extension LetterUnits.Pair: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
