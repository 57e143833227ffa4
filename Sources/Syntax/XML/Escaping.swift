internal import WaslBitext
package import WaslSystemIO

/// How a format rewrites what it cannot hold as it is.
package struct Escaping: Sendable {
  /// For each byte, whether a sequence that starts with it may have to be rewritten.
  private let suspects: [Bool]
  private let length: @Sendable (_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int
  private let rewrite: @Sendable (_ bytes: [UInt8], _ index: Int, _ sink: inout ByteSink) -> Void

  /// - Parameters:
  ///   - suspects: the bytes at which to ask for a length.
  ///   - length: how many bytes from `index` on, and before `end`, are rewritten as one; 0 for none.
  ///   - rewrite: writes what stands for them.
  package init(
    suspects: some Sequence<UInt8>,
    length: @escaping @Sendable (_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int,
    rewrite: @escaping @Sendable (_ bytes: [UInt8], _ index: Int, _ sink: inout ByteSink) -> Void
  ) {
    var table = [Bool](repeating: false, count: 256)
    for byte in suspects { table[Int(byte)] = true }
    self.suspects = table
    self.length = length
    self.rewrite = rewrite
  }

  /// Appends a range of valid UTF-8, copying in runs what stays as it is.
  package func append(_ bytes: [UInt8], _ range: Range<Int>, to sink: inout ByteSink) {
    var copied = range.lowerBound
    var index = firstSuspect(bytes, range)
    while index < range.upperBound {
      let count = length(bytes, index, range.upperBound)
      if count > 0 {
        sink.append(bytes[copied..<index])
        rewrite(bytes, index, &sink)
        copied = index + count
      }
      index = firstSuspect(bytes, index + max(count, 1)..<range.upperBound)
    }
    sink.append(bytes[copied..<range.upperBound])
  }

  /// The first byte that may have to be rewritten; the range's end if there is none.
  private func firstSuspect(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    suspects.withUnsafeBufferPointer { suspects in
      bytes.withUnsafeBufferPointer { bytes in
        range.first { suspects[Int(bytes[$0])] } ?? range.upperBound
      }
    }
  }
}

/// Line ends in UTF-8: LF, CR, CR LF, VT, FF, NEL (U+0085), LS (U+2028), PS (U+2029).
package enum LineBreak {
  /// The bytes with which a line end can start.
  package static let firstBytes: [UInt8] = [0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2]

  /// How many bytes the line end at `index` has; 0 when there is none. CR LF is one.
  package static func length(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case 0x0D: index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }
}
