public import WaslBitext
internal import WaslSyntax

extension JSONL {
  /// Reads the form that `wasl align` writes, and objects of two strings by the names that data sets give them (`ar` and
  /// `en`, `src` and `tgt`, these in `translation` or not). Of the first form `start`, `end`, `segments` and `confidence` may be absent,
  /// and further members are passed over. Empty lines are passed over.
  ///
  /// - Throws: a format or encoding error at the first bad line.
  public static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> [PairRecord] {
    try PairFile.sound { limit, defects in records(bytes, name: name, limit: limit, defects: &defects) }
  }

  /// Reads what is sound, and collects what is not.
  ///
  /// - Parameter limit: after so many defects no more is read.
  static func records(
    _ bytes: [UInt8], name: String, limit: Int = .max, defects: inout [WaslError]
  ) -> [PairRecord] {
    var records: [PairRecord] = []
    for (line, range) in Lines(bytes) where !bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      if defects.count >= limit { break }
      do throws(WaslError) {
        let location = WaslError.Location(file: name, line: line)
        records.append(try record(JSON(parsing: bytes, range, at: location), at: location, line: line))
      } catch {
        defects.append(error)
      }
    }
    return records
  }

  private static func record(
    _ value: JSON, at location: WaslError.Location, line: Int
  ) throws(WaslError) -> PairRecord {
    guard case .object = value else {
      throw WaslError(.format, "\(value.kind) instead of an object", at: location)
    }
    let isOwn = [value["source"], value["target"]].contains { if case .object? = $0 { true } else { false } }
    if !isOwn, let record = try texts(value, at: location, line: line) { return record }
    var record = PairRecord(
      source: try side(value, "source", at: location), target: try side(value, "target", at: location), line: line)
    guard record.source != nil || record.target != nil else {
      throw WaslError(.format, "both sides are null", at: location)
    }
    if let confidence = value["confidence"], confidence != .null {
      guard let number = confidence.number else {
        throw WaslError(.format, "'confidence' is \(confidence.kind) instead of a number", at: location)
      }
      try PairRecord.check(confidence: number, file: location.file, line: line)
      record.confidence = number
    }
    record.isConfirmed = try flag(value, "confirmed", at: location)
    record.isCrossing = try flag(value, "crossing", at: location)
    return record
  }

  /// False where it is absent.
  private static func flag(
    _ object: JSON, _ name: String, at location: WaslError.Location
  ) throws(WaslError) -> Bool {
    guard let value = object[name], value != .null else { return false }
    guard case .bool(let flag) = value else {
      throw WaslError(.format, "'\(name)' is \(value.kind) instead of true or false", at: location)
    }
    return flag
  }

  private static func side(
    _ object: JSON, _ name: String, at location: WaslError.Location
  ) throws(WaslError) -> PairRecord.Side? {
    guard let value = object[name] else {
      throw WaslError(.format, "no '\(name)'", at: location, advice: "a gap's empty side is null")
    }
    if value == .null { return nil }
    guard case .object = value else {
      throw WaslError(.format, "'\(name)' is \(value.kind) instead of an object or null", at: location)
    }
    guard let text = value["text"]?.string else {
      throw WaslError(.format, "'\(name)' has no string 'text'", at: location)
    }
    var side = PairRecord.Side(text: text)
    if value["start"] != nil || value["end"] != nil {
      guard let start = value["start"]?.integer, let end = value["end"]?.integer, start >= 0, start <= end,
        end < PairRecord.mostCounted
      else {
        throw WaslError(
          .format, "'start' and 'end' of '\(name)' are not a span", at: location,
          advice: "give two whole numbers, the end not before the start")
      }
      side.span = start..<end
    }
    if let segments = value["segments"] {
      guard let numbers = segments.array?.map(\.integer), !numbers.contains(nil) else {
        throw WaslError(.format, "'segments' of '\(name)' is not a list of whole numbers", at: location)
      }
      side.segments = try PairRecord.segments(numbers.compactMap { $0 }, file: location.file, line: location.line ?? 0)
    }
    return side
  }
}
