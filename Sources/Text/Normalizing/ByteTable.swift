internal import CText

/// The tables of the vectorised loops.
extension ctext_table {
  /// What runs of ASCII and Arabic become under rules.
  init(normalizingBy rules: NormalizationTable) {
    self.init()
    let lowers = rules.options.contains(.lowercase)
    for scalar in 0..<0x80 {
      set(ascii: scalar, UInt8(lowers && scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar))
    }
    for scalar in 0x600..<0x700 {
      let entry = rules.low[scalar]
      // Digits matter only behind a comma, which stops the loop.
      if entry.bits == 0 {
        set(arabic: scalar, 0, 0)
      } else if entry.isPlain || entry.isDigit && !entry.isExotic {
        set(arabic: scalar, becoming: entry.output)
      } else {
        set(arabic: scalar, UInt8(CTEXT_UNKNOWN), 0)
      }
    }
  }

  mutating func set(ascii scalar: Int, _ byte: UInt8) {
    precondition(scalar >= 0 && scalar < 0x80)
    withUnsafeMutableBytes(of: &ascii) { $0[scalar] = byte }
  }

  /// - Parameter scalar: below U+0800.
  mutating func set(arabic scalar: Int, becoming output: UInt32) {
    precondition(output < 0x800)
    if output < 0x80 { return set(arabic: scalar, 0, UInt8(output)) }
    set(arabic: scalar, UInt8(0xC0 | output >> 6), UInt8(0x80 | output & 0x3F))
  }

  mutating func set(arabic scalar: Int, _ leadByte: UInt8, _ tailByte: UInt8) {
    precondition(scalar >= 0x600 && scalar < 0x700)
    withUnsafeMutableBytes(of: &lead) { $0[scalar & 0xFF] = leadByte }
    withUnsafeMutableBytes(of: &tail) { $0[scalar & 0xFF] = tailByte }
  }
}

/// Which instructions the vectorised loops use.
enum Instructions {
  /// The best that the processor has.
  static let best = ctext_instructions()
  /// All that it has, for tests that compare them.
  static let all = Array(Int32(CTEXT_PLAIN)...best)
}
