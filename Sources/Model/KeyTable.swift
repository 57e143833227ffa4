internal import WaslText

/// The keys of one language that a model knows: their counts in training, and how often no word of the
/// other language explains them.
package struct KeyTable: Sendable {
  private let index: HashIndex
  nonisolated(unsafe) private let counts: UnsafeRawBufferPointer
  nonisolated(unsafe) private let nullProbabilities: UnsafeRawBufferPointer
  nonisolated(unsafe) private let textOffsets: UnsafeRawBufferPointer
  nonisolated(unsafe) private let texts: UnsafeRawBufferPointer
  /// Occurrences of all keys in training.
  private let occurrences: Float

  /// - Parameter prefix: `ar` or `en`, before the sections' names.
  package init(_ file: ModelFile, prefix: String) {
    index = HashIndex(file.section(prefix + ".hash"))
    counts = file.section(prefix + ".cnt")
    nullProbabilities = file.section(prefix + ".slk")
    textOffsets = file.section(prefix + ".off")
    texts = file.section(prefix + ".txt")
    var histogram = Array(repeating: 0, count: 256)
    for count in counts { histogram[Int(count)] += 1 }
    occurrences = histogram.indices.reduce(0) { $0 + Float(histogram[$1]) * Self.occurrencesByCount[$1] }
  }

  package var count: Int { min(index.count, min(counts.count, nullProbabilities.count)) }

  @inline(__always)
  package func key(_ hash: UInt64) -> Int? {
    guard let key = index.index(of: hash), key < count else { return nil }
    return key
  }

  /// log2(1 + occurrences in training), within a sixteenth.
  @inline(__always)
  package func logCount(_ key: Int) -> Float { Float(counts[key]) / 12 }

  /// The key's share of the training text's words; for one that it lacks, as if it had been met twice.
  @inline(__always)
  package func frequency(_ key: Int) -> Float {
    (key < 0 ? 2 : Self.occurrencesByCount[Int(counts[key])]) / max(1, occurrences)
  }

  /// By a key's byte in the section of counts, see `logCount`.
  private static let occurrencesByCount = (0..<256).map { exponential(Float($0) / 12 * logarithm(2)) - 1 }

  /// Share of the key's occurrences that no word of the other side explains.
  @inline(__always)
  package func nullProbability(_ key: Int) -> Float { Float(nullProbabilities[key]) / 255 }

  /// The key itself.
  package func text(_ key: Int) -> String {
    guard (key + 2) * 4 <= textOffsets.count else { return "" }
    let (start, end) = (Int(textOffsets.load32(key * 4)), Int(textOffsets.load32(key * 4 + 4)))
    guard start <= end, end <= texts.count else { return "" }
    return String(decoding: texts[start..<end], as: UTF8.self)
  }

  /// One key of a table to be written.
  package struct Row {
    package var text: String
    package var count: Float
    package var nullProbability: Float

    package init(text: String, count: Float, nullProbability: Float) {
      (self.text, self.count, self.nullProbability) = (text, count, nullProbability)
    }
  }

  /// Sections for rows, and for each row its number in the table.
  package static func sections(prefix: String, _ rows: [Row]) -> (
    sections: [(name: String, bytes: [UInt8])], numbers: [Int]
  ) {
    let hashes = rows.map { KeyHash.hash($0.text) }
    let order = rows.indices.sorted { hashes[$0] < hashes[$1] }
    var numbers = Array(repeating: 0, count: rows.count)
    var counts: [UInt8] = []
    var nullProbabilities: [UInt8] = []
    var offsets: [UInt8] = []
    var texts: [UInt8] = []
    for (number, row) in order.enumerated() {
      numbers[row] = number
      counts.append(UInt8(max(0, min(255, (logarithm(1 + rows[row].count) / logarithm(2) * 12).rounded()))))
      nullProbabilities.append(UInt8(max(0, min(255, (rows[row].nullProbability * 255).rounded()))))
      offsets.append(integer: UInt32(texts.count))
      texts += Array(rows[row].text.utf8)
    }
    offsets.append(integer: UInt32(texts.count))
    let sections = [
      (prefix + ".hash", HashIndex.bytes(of: order.map { hashes[$0] })), (prefix + ".cnt", counts),
      (prefix + ".slk", nullProbabilities), (prefix + ".off", offsets), (prefix + ".txt", texts),
    ]
    return (sections, numbers)
  }
}
