/// Bytes that are written one by one without a check for each: room is made ahead, and kept between uses.
struct ByteBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int = 256) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Makes room for `more` bytes behind the first `count`. Pointers taken from `base` before are void.
  mutating func reserve(_ more: Int) {
    precondition(more >= 0 && count <= capacity)
    guard count + more > capacity else { return }
    let larger = max(count + more, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Lends the bytes written so far.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    precondition(count <= capacity)
    return try body(UnsafeBufferPointer(start: base, count: count))
  }
}
