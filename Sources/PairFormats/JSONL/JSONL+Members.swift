internal import WaslBitext
internal import WaslSyntax

/// JSON lines as data sets have them: `{"translation":{"ar":…,"en":…}}`, `{"ar":…,"en":…}`, `{"src":…,"tgt":…}`.
extension JSONL {
  /// The rows of an array, as lines of a file.
  static func read(_ rows: [JSON], name: String) throws(WaslError) -> PairFile {
    var records: [PairRecord] = []
    for (index, row) in rows.enumerated() {
      let location = WaslError.Location(file: name, line: index + 1)
      guard let record = try texts(row, at: location, line: index + 1) else {
        throw WaslError(
          .format, "item \(index + 1) has no texts", at: .init(file: name), advice: "name them 'ar' and 'en'")
      }
      records.append(record)
    }
    return PairFile(records, name: name)
  }

  /// Whether an object is a pair in itself.
  static func isPair(_ value: JSON) -> Bool {
    value["source"] != nil && value["target"] != nil || names(value) != nil
  }

  private static func object(_ value: JSON) -> JSON {
    if let inner = value["translation"], case .object = inner { inner } else { value }
  }

  /// The names of the two members with the texts, the source's first.
  private static func names(_ value: JSON) -> (source: String, target: String)? {
    guard case .object(let members) = object(value) else { return nil }
    let names = members.filter { $0.value.string != nil || $0.value == .null }.map(\.name)
    guard let (source, target) = ColumnNames.places(names) else { return nil }
    // Of Wasl's own form a gap's empty side is null, and the other an object.
    let isOwn = (names[source], names[target]) == ("source", "target")
    if isOwn, [names[source], names[target]].contains(where: { object(value)[$0]?.string == nil }) { return nil }
    return (names[source], names[target])
  }

  /// - Returns: nil for an object in Wasl's own form, or without such names.
  static func texts(_ value: JSON, at location: WaslError.Location, line: Int) throws(WaslError) -> PairRecord? {
    guard let (source, target) = names(value) else { return nil }
    let object = object(value)
    func side(_ name: String) -> PairRecord.Side? {
      object[name]?.string.flatMap { $0.isEmpty ? nil : .init(text: $0) }
    }
    var record = PairRecord(source: side(source), target: side(target), line: line)
    guard record.source != nil || record.target != nil else {
      throw WaslError(.format, "both texts are empty", at: location)
    }
    if let confidence = value["confidence"]?.number {
      try PairRecord.check(confidence: confidence, file: location.file, line: line)
      record.confidence = confidence
    }
    return record
  }
}
