public import WaslBitext

/// How probable it is that an Arabic and a Latin word are the same name.
///
/// A stochastic edit model (Ristad and Yianilos 1998): a pair of words is a sequence of operations, each of which
/// writes up to two Arabic and up to two Latin letters. The score is a logarithm of a likelihood ratio: log
/// P(arabic, latin) of the best sequence less log P(arabic) and log P(latin) of letter bigram models, which say how
/// probable it is that just these two words meet by chance.
///
/// ## Layout of the parameters
/// All numbers are bytes; `A` and `L` are the numbers of units on the two sides, `stride` below.
/// - 0…3: the signature `WTL1`
/// - 4: number of Arabic pairs; 5: number of Latin pairs; 6, 7: zero
/// - 8…19: slope, offset and cap of the calibration, Float32 little-endian
/// - Arabic pairs, then Latin pairs: two letter codes each
/// - the log ratios of the operations, `A` rows of `L` signed bytes, in sixteenths of a nat; −128 is impossible;
///   never above 0 for letters that stand for nothing
/// - the Arabic, then the Latin bigram corrections, letters × letters signed bytes (row: the letter before, 0 at the
///   start), in sixteenths of a nat
public struct TransliterationModel: Sendable {
  /// The bytes it was read from.
  public let parameters: [UInt8]
  package let arabicUnits: LetterUnits
  package let latinUnits: LetterUnits
  /// Log ratio of each operation, row by Arabic unit.
  package let operations: [Int16]
  package let arabicBigrams: [Int8]
  package let latinBigrams: [Int8]
  /// The most an Arabic unit can add to a score, whatever it stands for; likewise the Latin.
  package let arabicBounds: [Int16]
  package let latinBounds: [Int16]
  public let calibration: RatioCalibration

  /// Steps in a nat.
  package static let scale: Float = 16
  package static let impossible: Int16 = -20_000
  package static let signature: [UInt8] = Array("WTL1".utf8)

  /// - Throws: `WaslError` of code `model` when the bytes are not such parameters.
  public init(parameters: [UInt8]) throws(WaslError) {
    guard parameters.count >= 20, Array(parameters[..<4]) == Self.signature else {
      throw WaslError(.model, "no transliteration parameters", advice: "train the model again")
    }
    let (arabicPairs, latinPairs) = (Int(parameters[4]), Int(parameters[5]))
    let (rows, stride) = (ArabicLetters.count + arabicPairs, LatinLetters.count + latinPairs)
    let arabicSquare = ArabicLetters.count * ArabicLetters.count
    let latinSquare = LatinLetters.count * LatinLetters.count
    let size = 20 + 2 * (arabicPairs + latinPairs) + rows * stride + arabicSquare + latinSquare
    guard parameters.count == size, rows <= 256, stride <= 256 else {
      throw WaslError(
        .model, "the transliteration parameters have \(parameters.count) bytes instead of \(size)",
        advice: "train the model again")
    }
    var place = 20
    func read(_ count: Int) -> ArraySlice<UInt8> {
      defer { place += count }
      return parameters[place..<(place + count)]
    }
    func pairs(_ bytes: ArraySlice<UInt8>, letters: Int) -> [LetterUnits.Pair]? {
      guard bytes.allSatisfy({ Int($0) < letters }) else { return nil }
      let bytes = Array(bytes)
      return (0..<(bytes.count / 2)).map { LetterUnits.Pair(first: bytes[2 * $0], second: bytes[2 * $0 + 1]) }
    }
    guard let arabic = pairs(read(2 * arabicPairs), letters: ArabicLetters.count),
      let latin = pairs(read(2 * latinPairs), letters: LatinLetters.count)
    else {
      throw WaslError(.model, "unknown letters in the transliteration parameters", advice: "train the model again")
    }
    self.parameters = parameters
    arabicUnits = LetterUnits(letters: ArabicLetters.count, pairs: arabic)
    latinUnits = LetterUnits(letters: LatinLetters.count, pairs: latin)
    var operations = read(rows * stride).map { $0 == 0x80 ? Self.impossible : Int16(Int8(bitPattern: $0)) }
    for row in 0..<rows { operations[row * stride] = min(0, operations[row * stride]) }
    for column in 0..<stride { operations[column] = min(0, operations[column]) }
    self.operations = operations
    arabicBigrams = read(arabicSquare).map { Int8(bitPattern: $0) }
    latinBigrams = read(latinSquare).map { Int8(bitPattern: $0) }
    var arabicBounds = [Int16](repeating: Self.impossible, count: rows)
    var latinBounds = [Int16](repeating: Self.impossible, count: stride)
    for row in 0..<rows {
      for column in 0..<stride {
        let value = operations[row * stride + column]
        arabicBounds[row] = max(arabicBounds[row], value)
        latinBounds[column] = max(latinBounds[column], value)
      }
    }
    (self.arabicBounds, self.latinBounds) = (arabicBounds, latinBounds)
    calibration = RatioCalibration(
      slope: Self.float(parameters, 8), offset: Self.float(parameters, 12), cap: Self.float(parameters, 16))
  }

  private static func float(_ bytes: [UInt8], _ place: Int) -> Float {
    var bits: UInt32 = 0
    for index in (0..<4).reversed() { bits = bits << 8 | UInt32(bytes[place + index]) }
    let value = Float(bitPattern: bits)
    return value.isFinite ? value : 0
  }
}
