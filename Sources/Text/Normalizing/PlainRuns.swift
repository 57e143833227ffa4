internal import CWaslText

/// Normalises runs of ASCII and Arabic by the vectorised loop: the only door to it.
struct PlainRuns: ~Copyable {
  private var table: ctext_table
  private let instructions: Int32
  /// Where the lengths differed in the last run, if that was asked for: offsets into what was read and written, and
  /// how many bytes two became.
  private(set) var changes: [ctext_change] = []

  /// How much text is looked at in one go where changes of length are told, in bytes.
  private static let most = 4096
  /// How many bytes behind what it says the loop may write.
  static let padding = Int(CTEXT_PADDING)

  init(_ rules: NormalizationTable, instructions: Int32) {
    table = ctext_table(normalizingBy: rules)
    self.instructions = instructions
  }

  /// Normalises from `position` on, up to what is not plain.
  ///
  /// - Parameter target: has room for as many bytes as are read, and `padding` more.
  mutating func normalize(
    _ source: UnsafeRawBufferPointer, from position: Int, to end: Int, into target: UnsafeMutablePointer<UInt8>,
    tellsChanges: Bool
  ) -> ctext_normalized {
    precondition(position >= 0 && position < end && end <= source.count)
    var result = ctext_normalized()
    guard let base = source.bindMemory(to: UInt8.self).baseAddress else { return result }
    guard tellsChanges else {
      ctext_normalize(instructions, &table, base + position, end - position, target, nil, &result)
      return result
    }
    if changes.isEmpty { changes = Array(repeating: ctext_change(), count: Self.most / 2) }
    let length = min(end - position, Self.most)
    changes.withUnsafeMutableBufferPointer {
      ctext_normalize(instructions, &table, base + position, length, target, $0.baseAddress, &result)
    }
    return result
  }
}
