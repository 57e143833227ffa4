/// The hash by which a key is looked up in a model. **Frozen**: model files hold it.
///
/// The key's bytes are read as little-endian 64-bit words, the last one filled up with zeros. From
/// *h* = length · 9E3779B97F4A7C15, each word *w* makes *h* = (*h* ⊕ *w*) · BF58476D1CE4E5B9, then
/// *h* ⊕= *h* ≫ 32. At the end *h* = *h* · 94D049BB133111EB, then *h* ⊕= *h* ≫ 29. All products are taken
/// modulo 2⁶⁴, all constants are hexadecimal (they are those of SplitMix64).
///
/// Every step can be undone, so keys of up to eight bytes and equal length never collide.
public enum KeyHash {
  /// The hash of a key's bytes.
  @inline(__always)
  public static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hash = start(key.count)
    var position = 0
    while position + 8 <= key.count {
      step(&hash, key.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    if position < key.count {
      var word: UInt64 = 0
      for offset in 0..<key.count - position { word |= UInt64(key[position + offset]) << UInt64(8 * offset) }
      step(&hash, UInt64(littleEndian: word))
    }
    return end(hash)
  }

  /// The hash of a key behind which seven bytes of anything may be read.
  @inline(__always)
  static func hashReadingOn(_ key: UnsafeRawPointer, count: Int) -> UInt64 {
    var hash = start(count)
    var position = 0
    while position + 8 <= count {
      step(&hash, key.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    if position < count {
      let word = UInt64(littleEndian: key.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      step(&hash, UInt64(littleEndian: word & ~0 &>> UInt64(8 * (8 - (count - position)))))
    }
    return end(hash)
  }

  @inline(__always)
  private static func start(_ count: Int) -> UInt64 { UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func step(_ hash: inout UInt64, _ word: UInt64) {
    hash = (hash ^ UInt64(littleEndian: word)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
  }

  @inline(__always)
  private static func end(_ hash: UInt64) -> UInt64 {
    let mixed = hash &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 29
  }

  /// The hash of a key's bytes.
  public static func hash(_ key: Span<UInt8>) -> UInt64 { key.withUnsafeBytes { hash($0) } }

  /// The hash of a key's bytes.
  public static func hash(_ key: [UInt8]) -> UInt64 { key.withUnsafeBytes { hash($0) } }

  /// The hash of a key.
  public static func hash(_ key: String) -> UInt64 { hash(Array(key.utf8)) }
}
