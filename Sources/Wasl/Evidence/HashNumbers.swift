/// Numbers by 64-bit hash: a table with open addressing, for keys whose hashes are at hand.
struct HashNumbers {
  typealias Entry = (hash: UInt64, number: Int32)

  /// A power of two of places; the number is -1 where none is taken.
  private var places: [Entry]
  private var shift: UInt64
  private(set) var count = 0

  init() {
    places = Array(repeating: (0, -1), count: 256)
    shift = 64 - 8
  }

  /// - Complexity: O(1) on average.
  @inline(__always)
  func number(of hash: UInt64) -> Int32? {
    // The mask keeps every place inside.
    places.withUnsafeBufferPointer { places in
      var place = first(hash)
      while true {
        let entry = places[place]
        if entry.number < 0 { return nil }
        if entry.hash == hash { return entry.number }
        place = (place + 1) & (places.count - 1)
      }
    }
  }

  /// - Precondition: the hash has no number yet, and the number is not below 0.
  mutating func add(_ hash: UInt64, _ number: Int32) {
    precondition(number >= 0)
    if count * 2 >= places.count { grow() }
    put((hash, number))
    count += 1
  }

  /// Calls `body` with all hashes and their numbers, in the order of the table: the same for the same hashes added in
  /// the same order.
  func forEachNumber(_ body: (_ hash: UInt64, _ number: Int32) -> Void) {
    for entry in places where entry.number >= 0 { body(entry.hash, entry.number) }
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: (0, -1), count: old.count * 2)
    shift -= 1
    for entry in old where entry.number >= 0 { put(entry) }
  }

  private mutating func put(_ entry: Entry) {
    var place = first(entry.hash)
    while places[place].number >= 0 { place = (place + 1) & (places.count - 1) }
    places[place] = entry
  }

  /// Fibonacci hashing: the product's leading bits depend on all bits of the hash.
  @inline(__always)
  private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
