#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

@inline(__always) package func logarithm(_ x: Double) -> Double { log(x) }
@inline(__always) package func exponential(_ x: Double) -> Double { exp(x) }
