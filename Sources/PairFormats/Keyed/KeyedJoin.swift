public import WaslBitext

/// Pairs of two localisation files by their keys.
public struct KeyedJoin: Sendable {
  /// What one file has and the other has not.
  public struct Rest: Sendable, Hashable {
    public var name: String
    public var messages = 0
    /// Forms of messages that the other file has, too, in other forms: English has no dual.
    public var forms: [PluralCategory: Int] = [:]
    /// The first of the messages.
    public var example: String?

    /// For people; nil for nothing.
    public var text: String? {
      var parts: [String] = []
      if messages > 0 {
        let example = example.map { ", such as '\($0.prefix(60))'" } ?? ""
        parts.append("\(messages) message\(messages == 1 ? "" : "s") without a counterpart\(example)")
      }
      let listed = PluralCategory.allCases.compactMap { form in forms[form].map { "\($0) \(form.rawValue)" } }
      if !listed.isEmpty {
        parts.append("plural forms that the other language has not: \(listed.joined(separator: ", "))")
      }
      return parts.isEmpty ? nil : "\(name): left out: \(parts.joined(separator: "; "))"
    }
  }

  public private(set) var pairs: PairFile
  public private(set) var rests: [Rest]

  /// The pairs stand in the order of the first file, which is the source. Plurals go by category.
  ///
  /// - Throws: an input error when neither file is Arabic.
  public init(_ first: KeyedFile, _ second: KeyedFile) throws(WaslError) {
    var texts: [KeyedMessage.Identity: KeyedMessage] = [:]
    for message in second.messages where texts[message.identity] == nil { texts[message.identity] = message }
    var records: [PairRecord] = []
    var taken: Set<KeyedMessage.Identity> = []
    var lone: [KeyedMessage] = []
    for message in first.messages {
      guard let other = texts[message.identity] else {
        lone.append(message)
        continue
      }
      guard taken.insert(message.identity).inserted else { continue }
      records.append(Self.record(message, other))
    }
    let rest = second.messages.filter { !taken.contains($0.identity) }
    rests = [
      Self.rest(lone, first.name, other: second.messages), Self.rest(rest, second.name, other: first.messages),
    ]
    pairs = PairFile(records, name: first.name)
    pairs.leftOut = []
    pairs.sides.target.name = second.name
    for (tag, side) in [(first.tag, \OutputSides.source), (second.tag, \OutputSides.target)] {
      if let tag, (try? LanguageTag.check(tag)) != nil, Language(tag: tag) == pairs.sides[keyPath: side].language {
        pairs.sides[keyPath: side].tag = tag
      }
    }
    let hasArabic = records.contains { record in
      [record.source, record.target].contains { $0?.text.utf8.contains { (0xD8...0xDB).contains($0) } ?? false }
    }
    if !records.isEmpty, !hasArabic {
      throw WaslError(
        .input, "no message has Arabic letters in either file", at: .init(file: second.name),
        advice: "give one Arabic and one English file of the same program")
    }
  }

  /// The rests of a file that holds both languages, as its units are left out.
  var formsLeftOut: [PairFile.LeftOut] {
    rests.compactMap { rest in
      guard let text = rest.text else { return nil }
      return .init(line: 1, reason: String(text.dropFirst(rest.name.count + 12)))
    }
  }

  private static func record(_ message: KeyedMessage, _ other: KeyedMessage) -> PairRecord {
    var record = PairRecord(source: .init(message.content), target: .init(other.content), line: message.line)
    let identity = message.identity
    record.metadata.id =
      ([identity.context, identity.key].compactMap { $0 }.joined(separator: "/"))
      + (identity.plural.map { "#\($0.rawValue)" } ?? "")
    if let comment = message.comment ?? other.comment { record.metadata.notes = [.init(PairMetadata.note, comment)] }
    return record
  }

  private static func rest(_ messages: [KeyedMessage], _ name: String, other: [KeyedMessage]) -> Rest {
    var plurals: Set<KeyedMessage.Identity> = []
    for message in other where message.identity.plural != nil {
      var identity = message.identity
      identity.plural = nil
      plurals.insert(identity)
    }
    var rest = Rest(name: name)
    for message in messages {
      var identity = message.identity
      identity.plural = nil
      if let form = message.identity.plural, plurals.contains(identity) {
        rest.forms[form, default: 0] += 1
      } else {
        rest.messages += 1
        rest.example = rest.example ?? message.identity.key
      }
    }
    return rest
  }
}
