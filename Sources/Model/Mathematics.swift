internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

@inline(__always) func logarithm(_ x: Float) -> Float { logf(x) }
@inline(__always) func exponential(_ x: Float) -> Float { expf(x) }

/// Applies a function to every element on all cores; results in order, whatever the number of threads.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  var results = [Result?](repeating: nil, count: elements.count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each index is written by one thread only.
    nonisolated(unsafe) let slots = buffer.baseAddress!
    if !elements.isEmpty {
      DispatchQueue.concurrentPerform(iterations: elements.count) { slots[$0] = transform(elements[$0]) }
    }
  }
  return results.map { $0! }
}
