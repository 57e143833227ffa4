internal import WaslBitext

/// Finds pairs that are almost those seen before.
///
/// How near two pairs are is the Jaccard index of their shingles: of the runs of five characters that occur on either
/// side, the share that both have. Pairs worth comparing are found by MinHash in bands (Broder 1997; Leskovec,
/// Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3), so the time grows with the number of pairs and
/// not with its square. Of two pairs with four fifths in common, fewer than one in a hundred is missed.
struct NearDuplicates {
  private static let shingleLength = 5
  private static let bands = 8
  private static let rows = 3
  /// Pairs compared for each band: more have the band in common only where thousands are alike.
  private static let bucketLimit = 8

  private let threshold: Double
  private var keys: [[[UInt8]]] = []
  private var lines: [Int] = []
  private var buckets: [UInt64: [Int32]] = [:]

  /// - Parameter threshold: the least Jaccard index of near duplicates, above 0, at most 1.
  init(threshold: Double) { self.threshold = threshold }

  /// The nearest of the pairs seen before, if one is near enough; if none is, the pair is seen from now on.
  ///
  /// - Parameters:
  ///   - key: the folded texts of both sides.
  ///   - line: where the pair stands in its file.
  mutating func match(_ key: [String], line: Int) -> (share: Double, line: Int)? {
    let shingles = Self.shingles(key.map { Array($0.utf8) })
    let bands = Self.bands(shingles)
    var nearest: (share: Double, line: Int)?
    var compared: Set<Int32> = []
    for band in bands {
      for number in buckets[band] ?? [] where compared.insert(number).inserted {
        let other = Self.shingles(keys[Int(number)])
        let common = shingles.intersection(other).count
        let share = Double(common) / Double(max(1, shingles.count + other.count - common))
        if share >= threshold, share > nearest?.share ?? 0 { nearest = (share, lines[Int(number)]) }
      }
    }
    if nearest != nil { return nearest }
    let number = Int32(truncatingIfNeeded: keys.count)
    keys.append(key.map { Array($0.utf8) })
    lines.append(line)
    for band in bands where (buckets[band]?.count ?? 0) < Self.bucketLimit { buckets[band, default: []].append(number) }
    return nil
  }

  /// Hashes of the runs of characters of each side; of a side that is shorter than one, of the whole.
  private static func shingles(_ sides: [[UInt8]]) -> Set<UInt64> {
    var shingles: Set<UInt64> = []
    for (side, bytes) in sides.enumerated() {
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { UInt64($0.value) }
      for start in 0..<max(1, scalars.count - shingleLength + 1) {
        var hash = mixed(UInt64(side))
        for scalar in scalars[start..<min(start + shingleLength, scalars.count)] { hash = mixed(hash ^ scalar) }
        shingles.insert(hash)
      }
    }
    return shingles
  }

  /// A hash for each band of the signature.
  private static func bands(_ shingles: Set<UInt64>) -> [UInt64] {
    (0..<bands).map { band in
      var hash = UInt64(band)
      for row in 0..<rows {
        // Odd, so that it permutes the hashes.
        let factor = mixed(UInt64(band * rows + row)) | 1
        hash = mixed(hash ^ (shingles.lazy.map { $0 &* factor }.min() ?? 0))
      }
      return hash
    }
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
