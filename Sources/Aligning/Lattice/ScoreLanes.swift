/// Eight lanes, or the first four of them where four are enough.
package protocol ScoreLanes: SIMD where Scalar == Float {
  init(first lanes: SIMD8<Float>)
  /// As many of eight numbers that lie eight apart.
  init(eighths base: UnsafePointer<Float>)
  var fastLogs: Self { get }
  var magnitudes: Self { get }
}

extension SIMD8: ScoreLanes where Scalar == Float {
  @inline(__always)
  package init(first lanes: SIMD8<Float>) { self = lanes }

  @inline(__always)
  package init(eighths base: UnsafePointer<Float>) {
    self.init(base[0], base[8], base[16], base[24], base[32], base[40], base[48], base[56])
  }

  package var fastLogs: Self { @inline(__always) get { fastLog(self) } }

  package var magnitudes: Self {
    @inline(__always) get { unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: Self.self) }
  }
}

extension SIMD4: ScoreLanes where Scalar == Float {
  @inline(__always)
  package init(first lanes: SIMD8<Float>) { self = lanes.lowHalf }

  @inline(__always)
  package init(eighths base: UnsafePointer<Float>) { self.init(base[0], base[8], base[16], base[24]) }

  package var fastLogs: Self { @inline(__always) get { fastLog(self) } }

  package var magnitudes: Self {
    @inline(__always) get { unsafeBitCast(unsafeBitCast(self, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF, to: Self.self) }
  }
}
