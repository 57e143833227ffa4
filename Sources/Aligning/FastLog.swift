/// Natural logarithm of a positive, finite number, to about 2e-5: a table-free polynomial that is
/// the same on every machine and several times faster than the library's.
@inline(__always)
func fastLog(_ x: Float) -> Float {
  let bits = x.bitPattern
  let exponent = Float(Int32(bits >> 23) - 127)
  let mantissa = Float(bitPattern: (bits & 0x007F_FFFF) | 0x3F80_0000)
  // log2(m) on 1..<2 in t = (m - 1) / (m + 1): the series of atanh, whose error falls as t^9.
  let t = (mantissa - 1) / (mantissa + 1)
  let t2 = t * t
  let log = t * (2 + t2 * (0.666_666_67 + t2 * (0.4 + t2 * (0.285_714_3 + t2 * 0.222_222_2))))
  return exponent * 0.693_147_18 + log
}
