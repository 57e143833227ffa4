public import WaslBitext
internal import WaslSyntax

extension LadderFile {
  /// An alignment by numbers in any form that holds one: a ladder, hunalign's rungs or XCES, told by how it starts.
  ///
  /// - Throws: a format error at the first line that is no part of its form.
  public init(anyForm bytes: [UInt8], name: String) throws(WaslError) {
    let first = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if first.first == UInt8(ascii: "<") {
      try self.init(xces: bytes, name: name)
    } else if let digit = first.first, (0x30...0x39).contains(digit) {
      try self.init(hunalign: bytes, name: name)
    } else {
      try self.init(bytes, name: name)
    }
  }

  /// hunalign's rungs: a bead reaches from one to the next.
  init(hunalign bytes: [UInt8], name: String) throws(WaslError) {
    self.init(name: name)
    var last: (source: Int, target: Int, quality: Double, line: Int)?
    for (line, range) in Lines(bytes) where !range.isEmpty {
      let error = WaslError(
        .format, "not a rung of two segment numbers and a quality", at: .init(file: name, line: line),
        advice: "hunalign writes them without -text")
      let fields = try utf8Text(bytes, range, file: name, line: line).split(separator: "\t")
      guard (2...3).contains(fields.count), let source = Int(fields[0]), let target = Int(fields[1]), source >= 0,
        target >= 0, source < PairRecord.mostCounted, target < PairRecord.mostCounted,
        let quality = fields.count == 3 ? Double(fields[2]) : 0, quality.isFinite
      else { throw error }
      if let last {
        guard source >= last.source, target >= last.target else {
          throw WaslError(
            .format, "the rung \(source) \(target) lies before \(last.source) \(last.target)",
            at: .init(file: name, line: line))
        }
        append(last.source..<source, last.target..<target, last.quality, line: last.line)
      } else if source != 0 || target != 0 {
        throw WaslError(.format, "the first rung is not 0 0", at: .init(file: name, line: line))
      }
      last = (source, target, quality, line)
    }
  }

  /// The links of one pair of documents; numbers count from 1.
  init(xces bytes: [UInt8], name: String) throws(WaslError) {
    self.init(name: name)
    var reader = try XMLReader(bytes, name: name)
    guard case .start("cesAlign", _)? = try reader.next() else {
      throw reader.error("the root element is not <cesAlign>", advice: "give an XCES alignment, as OPUS has them")
    }
    var groups = 0
    var (sourceEnd, targetEnd) = (0, 0)
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event else { continue }
      if element == "linkGrp" {
        groups += 1
        if groups > 1 { throw reader.error("a second pair of documents", advice: "give each <linkGrp> as a file") }
      }
      guard element == "link" else { continue }
      let sides = (attributes["xtargets"] ?? "").split(separator: ";", omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw reader.error("<link> has no 'xtargets' of two sides", advice: "write it as xtargets=\"1 2;1\"")
      }
      var ranges: [Range<Int>?] = []
      for side in sides {
        let numbers = side.split(separator: " ").map { Int($0) }
        guard numbers.allSatisfy({ ($0 ?? 0) > 0 }) else {
          throw reader.error("'\(side.prefix(20))' are not segment numbers from 1")
        }
        ranges.append(try PairRecord.segments(numbers.compactMap { $0.map { $0 - 1 } }, file: name, line: reader.line))
      }
      if ranges[0] == nil && ranges[1] == nil { continue }
      var score: Double?
      if let certainty = attributes["certainty"] {
        guard let number = Double(certainty), number.isFinite else {
          throw reader.error("'\(certainty.prefix(12))' is not a certainty")
        }
        score = number
      }
      sourceEnd = ranges[0]?.upperBound ?? sourceEnd
      targetEnd = ranges[1]?.upperBound ?? targetEnd
      append(ranges[0] ?? sourceEnd..<sourceEnd, ranges[1] ?? targetEnd..<targetEnd, score, line: reader.line)
    }
  }
}
