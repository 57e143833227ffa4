internal import WaslBitext
internal import WaslSyntax

/// Wordfast's memories as text: a line of names that starts with `%`, then date, user, count, language and text of the
/// source, language and text of the target, separated by tabs; in UTF-8 or UTF-16.
enum Wordfast {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    let bytes = try XMLReader.decoded(bytes, name: name)
    var records: [PairRecord] = []
    var leftOut: [PairFile.LeftOut] = []
    var sides: OutputSides?
    for (line, range) in Lines(bytes) where !range.isEmpty {
      let text = try utf8Text(bytes, range, file: name, line: line)
      if text.hasPrefix("%") { continue }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 7 else {
        throw WaslError(
          .format, "\(fields.count) fields", at: .init(file: name, line: line),
          advice: "a line has date, user, count, language and text of the source, language and text of the target")
      }
      guard let source = Language(tag: String(fields[3])), let target = Language(tag: String(fields[5])),
        source != target
      else {
        leftOut.append(.init(line: line, reason: "in '\(fields[3])' and '\(fields[5])'"))
        continue
      }
      guard !fields[4].isEmpty, !fields[6].isEmpty else {
        leftOut.append(.init(line: line, reason: "no translation"))
        continue
      }
      var record = PairRecord(
        source: .init(content(fields[4])), target: .init(content(fields[6])), line: line)
      if let date = date(fields[0]) { record.metadata.attributes.append(.init("creationdate", date)) }
      if !fields[1].isEmpty { record.metadata.attributes.append(.init("creationid", String(fields[1]))) }
      let first = sides ?? Self.sides(name, source, fields)
      sides = first
      records.append(source == first.source.language ? record : record.reversed)
    }
    return PairFile(
      records: records, sides: sides ?? PairFile.sides(of: records, name: name), leftOut: leftOut)
  }

  private static func sides(_ name: String, _ source: Language, _ fields: [Substring]) -> OutputSides {
    func tag(_ text: Substring) -> String? { (try? LanguageTag.check(String(text))).map { String(text) } }
    return OutputSides(
      source: .init(name: name, language: source, tag: tag(fields[3])),
      target: .init(name: name, language: source.other, tag: tag(fields[5])))
  }

  /// `20240131~091500` as TMX has it.
  private static func date(_ text: Substring) -> String? {
    let parts = text.split(separator: "~")
    guard parts.count == 2, parts[0].count == 8, parts[1].count == 6,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "~") })
    else { return nil }
    return "\(parts[0])T\(parts[1])Z"
  }

  /// `&'A0;` is a character by its number, `&t1;` a tag.
  private static func content(_ text: Substring) -> InlineContent {
    var content = InlineContent()
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      content.append(String(rest[..<start]))
      let after = rest[rest.index(after: start)...]
      guard let end = after.prefix(8).firstIndex(of: ";") else {
        content.append("&")
        rest = after
        continue
      }
      let name = after[..<end]
      if name.first == "'", let number = UInt32(name.dropFirst(), radix: 16), let scalar = Unicode.Scalar(number) {
        content.append(String(Character(scalar)))
      } else if name.first == "t", !name.dropFirst().isEmpty {
        content.append(InlineCode(.standalone, id: String(name.dropFirst()), native: "&\(name);"))
      } else {
        content.append("&\(name);")
      }
      rest = after[after.index(after: end)...]
    }
    content.append(String(rest))
    return content
  }
}
