public import WaslBitext
internal import WaslSyntax

/// What a ladder file holds, before anything is asked of it.
///
/// Scorers take any set of beads; `alignment(sourceCount:targetCount:)` asks for a whole alignment.
public struct LadderFile: Sendable {
  public let name: String
  /// In the order of the file. An empty list is `n..<n`, `n` being the number after the side's last.
  /// Lines whose both lists are empty say nothing and are left out.
  public private(set) var beads: [Bead] = []
  /// The line of each bead, from 1.
  public private(set) var lines: [Int] = []
  /// The third field of each bead: a confidence, or another tool's cost. Nil where there is none.
  public private(set) var scores: [Double?] = []

  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - name: what messages call the file.
  /// - Throws: a format error at the first line that is no bead.
  public init(_ bytes: [UInt8], name: String) throws(WaslError) {
    self.name = name
    var (sourceEnd, targetEnd) = (0, 0)
    for (line, range) in Lines(bytes) {
      var scanner = BeadScanner(bytes: bytes, index: range.lowerBound, end: range.upperBound, file: name, line: line)
      scanner.skipSpaces()
      if scanner.isAtEnd { continue }
      let source = try scanner.list("source")
      try scanner.expect(UInt8(ascii: ":"))
      let target = try scanner.list("target")
      let score = try scanner.score()
      if source == nil && target == nil { continue }
      sourceEnd = source?.upperBound ?? sourceEnd
      targetEnd = target?.upperBound ?? targetEnd
      append(source ?? sourceEnd..<sourceEnd, target ?? targetEnd..<targetEnd, score, line: line)
    }
  }

  init(name: String) { self.name = name }

  mutating func append(_ source: Range<Int>, _ target: Range<Int>, _ score: Double?, line: Int) {
    if source.isEmpty && target.isEmpty { return }
    beads.append(Bead(source: source, target: target))
    lines.append(line)
    scores.append(score)
  }

  /// The beads with their third fields as confidences.
  ///
  /// - Throws: a format error at the first bead that has none, or one outside 0…1.
  public func beadsWithConfidences() throws(WaslError) -> [Bead] {
    var result = beads
    for index in beads.indices {
      guard let score = scores[index] else {
        throw error("no confidence", at: index, advice: "the third field is needed: [0]:[0]:0.97")
      }
      guard (0...1).contains(score) else {
        throw error("confidence \(score) is outside 0…1", at: index, advice: "a cost is not a confidence")
      }
      result[index].confidence = score
    }
    return result
  }

  /// The whole alignment; beads without a third field have confidence 1.
  ///
  /// - Parameters:
  ///   - sourceCount: how many segments the source has, where known.
  ///   - targetCount: how many segments the target has, where known.
  ///   - allowsCrossing: whether target segments may be out of order; the beads that are get marked.
  /// - Throws: a format error unless every segment stands in exactly one bead, in order.
  public func alignment(
    sourceCount: Int? = nil, targetCount: Int? = nil, allowsCrossing: Bool = false
  ) throws(WaslError) -> Alignment {
    if let defect = defect(sourceCount: sourceCount, targetCount: targetCount, allowsCrossing: allowsCrossing) {
      throw defect
    }
    let isScored = scores.contains { $0 != nil }
    let alignment = Alignment(beads: isScored ? try beadsWithConfidences() : beads)
    return allowsCrossing ? alignment.markingCrossing() : alignment
  }

  /// The first place where the file is no whole alignment, or nil.
  ///
  /// - Parameter allowsCrossing: whether target segments may be out of order.
  public func defect(
    sourceCount: Int? = nil, targetCount: Int? = nil, allowsCrossing: Bool = false
  ) -> WaslError? {
    let defects = [
      sideDefect(\.source, "source", count: sourceCount),
      sideDefect(\.target, "target", count: targetCount, allowsCrossing: allowsCrossing),
    ]
    return defects.compactMap { $0 }.min { ($0.location?.line ?? .max) < ($1.location?.line ?? .max) }
  }

  private func sideDefect(
    _ side: KeyPath<Bead, Range<Int>>, _ name: String, count: Int?, allowsCrossing: Bool = false
  ) -> WaslError? {
    var next = 0
    var order = beads.indices.filter { !beads[$0][keyPath: side].isEmpty }
    if allowsCrossing {
      order.sort { (beads[$0][keyPath: side].lowerBound, $0) < (beads[$1][keyPath: side].lowerBound, $1) }
    }
    for index in order {
      let range = beads[index][keyPath: side]
      if range.lowerBound < next {
        return error("\(name) segment \(range.lowerBound) stands in an earlier bead too", at: index)
      }
      if range.lowerBound > next {
        if !allowsCrossing, let later = beads[index...].firstIndex(where: { $0[keyPath: side].contains(next) }) {
          return error(
            "\(name) segment \(next) comes after segment \(range.lowerBound)", at: later,
            advice: side == \.target ? "beads that cross others have no place here" : nil)
        }
        return error("\(name) segment \(next) is missing before this bead", at: index)
      }
      next = range.upperBound
    }
    guard let count, count != next else { return nil }
    if next > count {
      let index = beads.firstIndex { $0[keyPath: side].upperBound > count } ?? 0
      return error("\(name) segment \(next - 1) does not exist; the text has \(count)", at: index)
    }
    let advice = "every segment must stand in a bead, with [] for its other side if it has none"
    return WaslError(
      .format, "\(name) segments from \(next) on are missing; the text has \(count)",
      at: .init(file: self.name, line: (lines.last ?? 0) + 1), advice: advice)
  }

  private func error(_ message: String, at index: Int, advice: String? = nil) -> WaslError {
    WaslError(.format, message, at: .init(file: name, line: lines[index]), advice: advice)
  }
}

/// Reads the fields of one line.
private struct BeadScanner {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  let file: String
  let line: Int

  var isAtEnd: Bool { index == end }

  mutating func skipSpaces() {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  mutating func expect(_ byte: UInt8) throws(WaslError) {
    skipSpaces()
    guard index < end, bytes[index] == byte else {
      throw error("expected '\(Character(Unicode.Scalar(byte)))', found \(found)")
    }
    index += 1
    skipSpaces()
  }

  /// `[]`, `[4]`, `[4, 5]`: nil when empty.
  mutating func list(_ side: String) throws(WaslError) -> Range<Int>? {
    try expect(UInt8(ascii: "["))
    if index < end, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return nil
    }
    let first = try number()
    var last = first
    while true {
      skipSpaces()
      guard index < end, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
      skipSpaces()
      let next = try number()
      guard next > last else { throw error("\(side) segment \(next) does not come after \(last)") }
      guard next == last + 1 else {
        throw error("\(side) segments \(last) and \(next) are in one bead without those between them")
      }
      last = next
    }
    try expect(UInt8(ascii: "]"))
    return first..<last + 1
  }

  private mutating func number() throws(WaslError) -> Int {
    let start = index
    var value = 0
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      guard value < PairRecord.mostCounted else { throw error("a segment number is too large") }
      index += 1
    }
    guard index > start else { throw error("expected a segment number, found \(found)") }
    return value
  }

  /// The third field, after a colon, up to the line's end.
  mutating func score() throws(WaslError) -> Double? {
    skipSpaces()
    if isAtEnd { return nil }
    try expect(UInt8(ascii: ":"))
    var last = end
    while last > index, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    guard let value = Double(String(decoding: bytes[index..<last], as: UTF8.self)), value.isFinite else {
      throw error("expected a number as the third field, found \(found)")
    }
    return value
  }

  /// What stands at the index, short and printable.
  private var found: String {
    if isAtEnd { return "the end of the line" }
    let text = String(decoding: bytes[index..<end], as: UTF8.self).prefix(12)
    return "'\(String(text.map { $0.isNewline || $0.asciiValue.map { $0 < 32 } == true ? " " : $0 }))'"
  }

  private func error(_ message: String) -> WaslError {
    WaslError(.format, message, at: .init(file: file, line: line), advice: "a bead is written [0, 1]:[0]:0.97")
  }
}
