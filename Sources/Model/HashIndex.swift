/// Finds a key's number by its 64-bit hash, in place: the hashes ascending, and where those with each
/// 16 leading bits start. The number of a key is its hash's rank.
///
/// Two keys with one hash would share a number; among a million keys that happens once in 37 million
/// models.
package struct HashIndex: Sendable {
  // Read-only memory of the model file, which the owner keeps alive.
  nonisolated(unsafe) private let starts: UnsafeRawBufferPointer
  nonisolated(unsafe) private let hashes: UnsafeRawBufferPointer
  package let count: Int

  private static let startBytes = 65_537 * 4

  /// - Parameter section: as `bytes(of:)` writes it; anything else counts as empty.
  package init(_ section: UnsafeRawBufferPointer) {
    guard section.count >= Self.startBytes, (section.count - Self.startBytes) % 8 == 0,
      Int(section.load32(65_536 * 4)) == (section.count - Self.startBytes) / 8
    else {
      starts = UnsafeRawBufferPointer(start: nil, count: 0)
      hashes = starts
      count = 0
      return
    }
    starts = UnsafeRawBufferPointer(rebasing: section[..<Self.startBytes])
    hashes = UnsafeRawBufferPointer(rebasing: section[Self.startBytes...])
    count = hashes.count / 8
  }

  /// The number of the key with this hash.
  @inline(__always)
  package func index(of hash: UInt64) -> Int? {
    if count == 0 { return nil }
    let bucket = Int(hash >> 48)
    var position = min(Int(starts.load32(bucket * 4)), count)
    let end = min(Int(starts.load32(bucket * 4 + 4)), count)
    while position < end {
      let found = hashes.load64(position * 8)
      if found >= hash { return found == hash ? position : nil }
      position += 1
    }
    return nil
  }

  /// The section for hashes in ascending order.
  package static func bytes(of sorted: [UInt64]) -> [UInt8] {
    var section: [UInt8] = []
    section.reserveCapacity(startBytes + sorted.count * 8)
    var position = 0
    for bucket in 0...65_535 {
      section.append(integer: UInt32(position))
      while position < sorted.count, Int(sorted[position] >> 48) == bucket { position += 1 }
    }
    section.append(integer: UInt32(position))
    for hash in sorted { section.append(integer: hash) }
    return section
  }
}
