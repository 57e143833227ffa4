import Testing
import TextChecks

@testable import WaslText

@Suite struct UTF8ValidationTests {
  /// What the validation has to say, by reading scalar by scalar.
  static func expected(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position)
      let isWritten = length == 3 && Array(bytes[position..<position + 3]) == [0xEF, 0xBF, 0xBD]
      if scalar == 0 || scalar == 0xFFFD && !isWritten { return position }
      position += length
    }
    return nil
  }

  @Test func randomBytes() {
    var texts = RandomText(seed: 51)
    for round in 0..<40_000 {
      let bytes = round % 2 == 0 ? texts.damagedBytes(most: 60) : texts.bytes(most: 60)
      #expect(UTF8Validation.firstDefect(bytes.span) == Self.expected(bytes, from: 0), "\(bytes)")
    }
  }

  /// Every byte at every place among ASCII and Arabic, which the blocks of eight pass over.
  @Test func everyByteAtEveryPlace() {
    for filler in ["abcdefghijklmnopqrstuvwx", "ابتثجحخدذرزس", "aابbتث جحcخدذر", "é ab ا cd ب ef ت g"] {
      let text = Array(filler.utf8)
      for place in text.indices {
        for byte in UInt8.min...UInt8.max {
          var bytes = text
          bytes[place] = byte
          #expect(UTF8Validation.firstDefect(bytes.span) == Self.expected(bytes, from: 0), "\(bytes)")
          bytes.removeSubrange((place + 1)...)
          #expect(UTF8Validation.firstDefect(bytes.span) == Self.expected(bytes, from: 0), "\(bytes)")
        }
      }
    }
  }
}
