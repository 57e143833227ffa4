internal import WaslBitext
internal import WaslSyntax

/// `.ts` of Qt Linguist: source and translation of each message.
///
/// Unfinished, vanished and obsolete messages are counted. Of a message with numbers the form for many things, the last,
/// goes with the source, which has one form alone; the others are counted.
enum QtLinguist {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    let (entries, source, target) = try entries(bytes, name: name)
    var records: [PairRecord] = []
    var leftOut: [PairFile.LeftOut] = []
    for entry in entries {
      guard let translation = entry.forms.last, entry.reason == nil else {
        leftOut.append(.init(line: entry.line, reason: entry.reason ?? "no translation"))
        continue
      }
      if entry.forms.count > 1 {
        leftOut.append(.init(line: entry.line, reason: "\(entry.forms.count - 1) forms for other numbers"))
      }
      var record = PairRecord(
        source: .init(InlineContent(markup: entry.source)), target: .init(InlineContent(markup: translation)),
        line: entry.line)
      record.metadata.id = entry.id
      record.metadata.notes = entry.notes.map { .init(PairMetadata.note, $0) }
      records.append(record)
    }
    var file = PairFile(records, name: name)
    file.leftOut = leftOut
    for (tag, side) in [(source, \OutputSides.source), (target, \OutputSides.target)] {
      let tag = tag.replacing("_", with: "-")
      if (try? LanguageTag.check(tag)) != nil, Language(tag: tag) == file.sides[keyPath: side].language {
        file.sides[keyPath: side].tag = tag
      }
    }
    return file
  }

  /// The translations by their sources; in the source's language, what has no translation stands for itself.
  static func messages(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .qt)
    let (entries, source, target) = try entries(bytes, name: name)
    file.tag = target.replacing("_", with: "-")
    let isSource = Language(tag: target) == Language(tag: source)
    for entry in entries {
      if let reason = entry.reason, !(isSource && reason == "unfinished" || isSource && reason == "no translation") {
        file.leftOut.append(.init(line: entry.line, reason: reason))
        continue
      }
      guard let text = entry.forms.last ?? (isSource ? entry.source : nil), !text.isEmpty else { continue }
      file.messages.append(
        KeyedMessage(entry.source, InlineContent(markup: text), context: entry.id, line: entry.line))
    }
    return file
  }

  private struct Entry {
    var line: Int
    var source = ""
    /// Forms with a text, in the order of the file.
    var forms: [String] = []
    /// Why it is left out.
    var reason: String?
    var notes: [String] = []
    var id: String?
  }

  private static func entries(
    _ bytes: [UInt8], name: String
  ) throws(WaslError) -> (entries: [Entry], source: String, target: String) {
    var reader = try XMLReader(bytes, name: name)
    guard case .start("TS", let root)? = try reader.next() else {
      throw reader.error("the root element is not <TS>", advice: "give a .ts file of Qt Linguist")
    }
    var entries: [Entry] = []
    var entry: Entry?
    var (context, disambiguation, text) = ("", "", "")
    var hasForms = false
    while let event = try reader.next() {
      switch event {
      case .start("message", let attributes):
        entry = Entry(line: reader.line, id: attributes["id"])
        (disambiguation, hasForms) = ("", false)
      case .start("translation", let attributes):
        if let type = attributes["type"] { entry?.reason = type }
        text = ""
      case .start("byte", let attributes):
        let value = attributes["value"] ?? ""
        guard let number = value.hasPrefix("x") ? UInt32(value.dropFirst(), radix: 16) : UInt32(value),
          let scalar = Unicode.Scalar(number)
        else { throw reader.error("<byte> has no character in 'value'") }
        text.unicodeScalars.append(scalar)
      case .start("lengthvariant", _): if !text.allSatisfy(\.isWhitespace) { text += "\n" }
      case .start: text = ""
      case .text(let part): text += part
      case .end("name"): context = text
      case .end("source"): entry?.source = text
      case .end("comment"): disambiguation = text
      case .end("extracomment"), .end("translatorcomment"): if !text.isEmpty { entry?.notes.append(text) }
      case .end("numerusform"):
        hasForms = true
        if !text.isEmpty { entry?.forms.append(text) }
        text = ""
      case .end("translation"): if !hasForms, !text.isEmpty { entry?.forms = [text] }
      case .end("message"):
        guard var done = entry else { continue }
        entry = nil
        if done.reason == nil && done.forms.isEmpty { done.reason = "no translation" }
        done.id = done.id ?? [context, disambiguation].filter { !$0.isEmpty }.joined(separator: "/")
        if done.id?.isEmpty == true { done.id = nil }
        entries.append(done)
      case .end: break
      }
    }
    return (entries, root["sourcelanguage"] ?? "en", root["language"] ?? "")
  }
}
