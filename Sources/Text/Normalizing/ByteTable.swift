internal import CWaslText

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
    for scalar in Self.signScalars {
      let entry = rules.sign(scalar)
      set(
        sign: scalar,
        entry.bits == 0 || entry.isPlain && entry.output < 0x80 ? UInt8(entry.output) : UInt8(CTEXT_UNKNOWN))
    }
    blessing = rules.isInert(0xFDFA) ? 1 : 0
  }

  /// The signs that the loops know.
  static let signScalars = Array(0x80..<0xC0) + Array(0x2000..<0x2040)

  mutating func set(sign scalar: Int, _ byte: UInt8) {
    precondition(Self.signScalars.contains(scalar))
    withUnsafeMutableBytes(of: &signs) { $0[(scalar < 0x100 ? 0 : 0x40) | scalar & 0x3F] = byte }
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

extension NormalizationTable {
  /// What becomes of a scalar of `ctext_table.signs`.
  func sign(_ scalar: Int) -> Entry { scalar < 0x800 ? low[scalar] : punctuation[scalar - 0x2000] }
}

/// Which instructions the vectorised loops use.
package enum Instructions {
  /// The best that the processor has.
  package static let best = ctext_instructions()
  /// All that it has, for tests that compare them.
  package static let all = Array(Int32(CTEXT_PLAIN)...best)
}
