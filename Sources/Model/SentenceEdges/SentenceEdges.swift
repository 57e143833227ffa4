internal import WaslText

/// How much likelier a word is to stand first, or last, in a sentence than inside one, and to have a capital inside one
/// than none.
///
/// Read in place from the model's section `edges`: the number of entries (u32), the upper halves of the words' hashes
/// ascending (u32 each), and for each its log ratio in sixteenths (i8).
public struct SentenceEdges: Sendable {
  nonisolated(unsafe) private let hashes: UnsafeRawBufferPointer
  nonisolated(unsafe) private let values: UnsafeRawBufferPointer
  public let count: Int

  /// - Parameter section: as `bytes(of:)` writes it; anything else counts as empty.
  package init(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 4, section.count == 4 + 5 * Int(section.load32(0)) else {
      (hashes, values, count) = (section, section, 0)
      return
    }
    count = Int(section.load32(0))
    hashes = UnsafeRawBufferPointer(rebasing: section[4..<4 + 4 * count])
    values = UnsafeRawBufferPointer(rebasing: section[(4 + 4 * count)...])
  }

  /// The log ratio of a word's key, in nats; by its first or last letters if the word is not known.
  public func logRatio(of word: Span<UInt8>, _ edge: SentenceEdge) -> Float {
    value(edge.hash(word: word)) ?? value(edge.hash(affixOf: word)) ?? 0
  }

  private func value(_ hash: UInt64) -> Float? {
    let wanted = UInt32(hash >> 32)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if hashes.load32(middle * 4) < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < count, hashes.load32(low * 4) == wanted else { return nil }
    return Float(Int8(bitPattern: values[low])) / 16
  }

  /// The section for log ratios by hash.
  package static func bytes(of ratios: [UInt64: Float]) -> [UInt8] {
    // Of two with one upper half the first of all hashes counts, whatever the order they came in.
    var rows: [(hash: UInt32, value: Int8)] = []
    for (hash, ratio) in ratios.sorted(by: { $0.key < $1.key }) where rows.last?.hash != UInt32(hash >> 32) {
      rows.append((UInt32(hash >> 32), Int8(max(-127, min(127, (ratio * 16).rounded())))))
    }
    var section: [UInt8] = []
    section.append(integer: UInt32(rows.count))
    for row in rows { section.append(integer: row.hash) }
    for row in rows { section.append(UInt8(bitPattern: row.value)) }
    return section
  }
}
