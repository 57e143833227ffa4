/// What translates what, pruned and quantised: for each Arabic key, the English keys it may stand for and
/// how much more probable than chance each makes the other.
package struct TranslationTable: Sendable {
  nonisolated(unsafe) private let offsets: UnsafeRawBufferPointer
  nonisolated(unsafe) private let targets: UnsafeRawBufferPointer
  nonisolated(unsafe) private let ratios: UnsafeRawBufferPointer

  package init(_ file: ModelFile) {
    offsets = file.section("lex.off")
    targets = file.section("lex.key")
    ratios = file.section("lex.rat")
  }

  /// Entries in the table.
  package var count: Int { min(targets.count / 4, ratios.count / 2) }

  /// Calls `body` with each English key of an Arabic one, ascending, and both ratios.
  @inline(__always)
  package func forEach(_ key: Int, _ body: (_ target: Int, _ targetRatio: Float, _ sourceRatio: Float) -> Void) {
    guard key >= 0, (key + 2) * 4 <= offsets.count else { return }
    let (start, end) = (Int(offsets.load32(key * 4)), min(Int(offsets.load32(key * 4 + 4)), count))
    if start >= end { return }
    for entry in start..<end {
      body(
        Int(targets.load32(entry * 4)), Self.decoded[Int(ratios[entry * 2])], Self.decoded[Int(ratios[entry * 2 + 1])])
    }
  }

  /// One entry of a table to be written.
  package struct Entry {
    package var target: Int
    package var targetRatio: Float
    package var sourceRatio: Float

    package init(target: Int, targetRatio: Float, sourceRatio: Float) {
      (self.target, self.targetRatio, self.sourceRatio) = (target, targetRatio, sourceRatio)
    }
  }

  /// Sections for the entries of each Arabic key in the table's numbering.
  package static func sections(_ rows: [[Entry]]) -> [(name: String, bytes: [UInt8])] {
    var offsets: [UInt8] = []
    var targets: [UInt8] = []
    var ratios: [UInt8] = []
    for row in rows {
      offsets.append(integer: UInt32(targets.count / 4))
      for entry in row.sorted(by: { $0.target < $1.target }) {
        targets.append(integer: UInt32(entry.target))
        ratios.append(encode(entry.targetRatio))
        ratios.append(encode(entry.sourceRatio))
      }
    }
    offsets.append(integer: UInt32(targets.count / 4))
    return [("lex.off", offsets), ("lex.key", targets), ("lex.rat", ratios)]
  }

  /// Ratios from 1 in steps of a sixteenth of e: half a step is 3 %, far below what separates entries.
  private static func encode(_ ratio: Float) -> UInt8 {
    UInt8(max(0, min(255, (logarithm(max(1, ratio)) * 20).rounded())))
  }

  private static let decoded: [Float] = (0...255).map { exponential(Float($0) / 20) - 1 }
}
