/// Memory of a fixed size for inner loops: allocated once, bounds checked in debug builds only.
///
/// Whoever reads or writes it states in a precondition, outside the loop, why its indices are inside.
package struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  package let base: UnsafeMutablePointer<Element>
  package let count: Int

  package init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Holds anything until it is written.
  package init(uninitialized count: Int) {
    base = .allocate(capacity: max(1, count))
    self.count = count
  }

  package init(_ elements: [Element]) {
    base = .allocate(capacity: max(1, elements.count))
    count = elements.count
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.initialize(from: first, count: source.count) }
    }
  }

  deinit { base.deallocate() }

  @inline(__always)
  package subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }
}
