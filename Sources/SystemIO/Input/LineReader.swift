internal import WaslBitext

/// Reads lines of any length, one at a time.
package struct LineReader: ~Copyable {
  private var reader: InputReader
  private var rest: [UInt8] = []
  private var start = 0
  private var isAtStart = true
  private var isDone = false
  /// The number of the line read last, from 1.
  package private(set) var number = 0
  /// Whether the line read last had no end.
  package private(set) var isUnended = false

  package init(path: String) throws { reader = try InputReader(path: path) }

  package var name: String { reader.name }

  /// The next line without its end, or nil after the last.
  package mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = rest[searched...].firstIndex(of: 0x0A) {
        let line = rest[start..<(end > start && rest[end - 1] == 0x0D ? end - 1 : end)]
        start = end + 1
        number += 1
        return Array(line)
      }
      if isDone {
        if start == rest.count { return nil }
        defer { start = rest.count }
        number += 1
        isUnended = true
        return Array(rest[start...])
      }
      searched = rest.count - start
      rest.removeFirst(start)
      start = 0
      let piece = try reader.next()
      if piece.isEmpty { isDone = true } else { rest += piece }
      guard rest.count <= InputLimits.bytes else { throw InputLimits.tooLarge("line \(number + 1) has", name: name) }
      if isAtStart, rest.count >= 3 {
        isAtStart = false
        // A byte order mark, as some editors write it, is no part of the first line.
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { (rest, searched) = (Array(rest[3...]), 0) }
      }
    }
  }
}
