internal import CWaslText

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
    guard let start = key.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    return ctext_hash(start, key.count)
  }

  /// The hash of a key's bytes.
  public static func hash(_ key: Span<UInt8>) -> UInt64 { key.withUnsafeBytes { hash($0) } }

  /// The hash of a key's bytes.
  public static func hash(_ key: [UInt8]) -> UInt64 { key.withUnsafeBytes { hash($0) } }

  /// The hash of a key.
  public static func hash(_ key: String) -> UInt64 { hash(Array(key.utf8)) }
}
