/// The units that one edit operation takes from one side: nothing (0), a letter, or one of some pairs of letters.
struct LetterUnits: Sendable, Equatable {
  /// Letter codes are below this number; they are units of their own.
  let letters: Int
  /// Pairs of letter codes; pair `i` is unit `letters + i`.
  let pairs: [Pair]
  /// Unit by `first * letters + second`, or 0.
  private let unitOfPair: [UInt8]

  struct Pair: Sendable, Hashable {
    var first: UInt8
    var second: UInt8
  }

  /// - Parameters:
  ///   - letters: at least 1.
  ///   - pairs: without repetitions; together at most 255 units.
  init(letters: Int, pairs: [Pair]) {
    precondition(letters + pairs.count <= 256)
    self.letters = letters
    self.pairs = pairs
    var unitOfPair = [UInt8](repeating: 0, count: letters * letters)
    for (index, pair) in pairs.enumerated() {
      unitOfPair[Int(pair.first) * letters + Int(pair.second)] = UInt8(letters + index)
    }
    self.unitOfPair = unitOfPair
  }

  var count: Int { letters + pairs.count }

  /// The unit of two letters, 0 if they are none.
  @inline(__always) func unit(_ first: UInt8, _ second: UInt8) -> UInt8 {
    unitOfPair[Int(first) * letters + Int(second)]
  }
}

extension LetterUnits.Pair: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
