internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

@inline(__always) package func logarithm(_ x: Float) -> Float { logf(x) }
@inline(__always) package func exponential(_ x: Float) -> Float { expf(x) }

/// Applies a function to every element on some threads; results in order, whatever the number of threads.
/// - Parameter threads: nil for as many as there are cores.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int? = nil, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  var results = [Result?](repeating: nil, count: elements.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each index is written by one thread only.
    nonisolated(unsafe) let slots = buffer.baseAddress
    concurrently(elements.count, threads: threads) { slots![$0] = transform(elements[$0]) }
  }
  return results.map { $0! }
}

/// Calls `body` with each number below `count`, on some threads, in no order.
package func concurrently(_ count: Int, threads: Int?, _ body: @Sendable (Int) -> Void) {
  if count == 0 { return }
  guard let threads else { return DispatchQueue.concurrentPerform(iterations: count, execute: body) }
  if threads == 1 || count == 1 {
    for index in 0..<count { body(index) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= count { return }
      body(index)
    }
  }
}
