internal import WaslBitext
internal import WaslSyntax

extension PO {
  /// Reads the translations of a PO file.
  ///
  /// Fuzzy, obsolete and missing ones are counted in `leftOut`. Of a plural entry the form for one thing goes with
  /// `msgid` and each of the others with `msgid_plural`.
  ///
  /// - Throws: a format or encoding error at the first bad line.
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    let parser = try parsed(bytes, name: name)
    var file = PairFile(parser.records, name: name)
    file.leftOut = parser.leftOut
    // Tags of the header, where they are those of the letters.
    for (tag, side) in [
      (parser.header["x-source-language"], \OutputSides.source), (parser.header["language"], \.target),
    ] {
      guard let tag = tag.map({ $0.replacing("_", with: "-") }), (try? LanguageTag.check(tag)) != nil,
        Language(tag: tag) == file.sides[keyPath: side].language
      else { continue }
      file.sides[keyPath: side].tag = tag
    }
    return file
  }
}

extension PO {
  static func parsed(_ bytes: [UInt8], name: String) throws(WaslError) -> POParser {
    let bytes = try POEncoding.utf8(bytes, name: name)
    var parser = POParser(file: name)
    for (number, range) in Lines(bytes) {
      try parser.take(utf8Text(bytes, range, file: name, line: number), number)
    }
    try parser.endEntry()
    return parser
  }
}

/// Takes a PO file line by line.
struct POParser {
  let file: String
  private(set) var records: [PairRecord] = []
  private(set) var leftOut: [PairFile.LeftOut] = []
  /// All but the header, and what is obsolete or fuzzy.
  private(set) var entries: [Entry] = []
  /// The fields of the first entry by their names in small letters.
  private(set) var header: [String: String] = [:]
  private(set) var plural = PluralForms.germanic

  struct Entry {
    var line = 0
    var isFuzzy = false
    var isObsolete = false
    var confidence: Double?
    var context: String?
    var id: String?
    var pluralID: String?
    /// By the number of the form.
    var forms: [Int: String] = [:]
  }

  private enum Field {
    case context, id, pluralID
    case form(Int)
  }

  private var entry = Entry()
  /// What a line that starts with a quotation mark goes on with.
  private var field: Field?

  init(file: String) { self.file = file }

  mutating func take(_ line: String, _ number: Int) throws(WaslError) {
    // By bytes: a combining mark after a quotation mark or a space makes one character with it.
    var text = Self.unindented(line[...].utf8)
    if text.isEmpty { return try endEntry() }
    var isObsolete = false
    if text.starts(with: "#~".utf8) {
      isObsolete = true
      text = Self.unindented(text.dropFirst(2))
      // What the message was before; the same as `#|`.
      if text.first == UInt8(ascii: "|") || text.isEmpty { return }
    }
    if text.first == UInt8(ascii: "#") {
      if !entry.forms.isEmpty { try endEntry() }
      return try comment(Substring(text), number)
    }
    if text.first == UInt8(ascii: "\"") {
      guard let field else { throw error("a text without a keyword before it", number) }
      return append(try string(text, number), to: field)
    }
    let keyword = Substring(text.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") })
    let rest = Self.unindented(text[keyword.endIndex...])
    let next = try self.field(keyword, number)
    switch next {
    case .context, .id: if entry.id != nil && !entry.forms.isEmpty { try endEntry() }
    case .pluralID, .form: if entry.id == nil { throw error("'\(keyword)' without a msgid before it", number) }
    }
    if case .id = next {
      if entry.id != nil { throw error("a second msgid without a msgstr before it", number) }
      entry.line = number
      entry.isObsolete = isObsolete
    }
    field = next
    guard rest.first == UInt8(ascii: "\"") else {
      throw error("no text in quotation marks after '\(keyword)'", number)
    }
    append(try string(rest, number), to: next)
  }

  private static func unindented(_ text: Substring.UTF8View) -> Substring.UTF8View {
    text.drop { $0 == 0x20 || $0 == 0x09 }
  }

  private func field(_ keyword: Substring, _ line: Int) throws(WaslError) -> Field {
    switch keyword {
    case "msgctxt": return .context
    case "msgid": return .id
    case "msgid_plural": return .pluralID
    case "msgstr": return .form(0)
    default:
      if keyword.hasPrefix("msgstr["), keyword.hasSuffix("]"), let number = Int(keyword.dropFirst(7).dropLast()),
        (0..<100).contains(number)
      {
        return .form(number)
      }
      throw error("'\(keyword.prefix(20))' is not a PO keyword", line)
    }
  }

  private mutating func append(_ text: String, to field: Field) {
    switch field {
    case .context: if entry.context?.append(text) == nil { entry.context = text }
    // In place: a text may go on for a million lines.
    case .id: if entry.id?.append(text) == nil { entry.id = text }
    case .pluralID: if entry.pluralID?.append(text) == nil { entry.pluralID = text }
    case .form(let number): entry.forms[number, default: ""] += text
    }
  }

  private mutating func comment(_ text: Substring, _ line: Int) throws(WaslError) {
    if text.hasPrefix("#,") {
      if text.split(whereSeparator: { ", \t#".contains($0) }).contains("fuzzy") { entry.isFuzzy = true }
    } else if text.hasPrefix("#."), let mark = text.firstRange(of: PO.confidenceMark) {
      let value = text[mark.upperBound...].split(separator: " ").first ?? ""
      guard let number = Double(value) else { throw error("'\(value.prefix(12))' is not a confidence", line) }
      try PairRecord.check(confidence: number, file: file, line: line)
      entry.confidence = number
    }
  }

  /// What stands between quotation marks, its escapes resolved.
  private func string(_ text: Substring.UTF8View, _ line: Int) throws(WaslError) -> String {
    var bytes: [UInt8] = []
    let content = Array(text)
    var index = 1
    while index < content.count {
      let byte = content[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard content[index...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
          throw error("text after the closing quotation mark", line)
        }
        guard let string = String(validating: bytes, as: UTF8.self) else {
          throw error("escapes that make no UTF-8", line)
        }
        return string
      }
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let (scalar, length) = POParser.escape(content[index...]) else {
        throw error(
          "'\\\(String(decoding: content[index...].prefix(1), as: UTF8.self))' is not an escape sequence", line)
      }
      bytes.append(scalar)
      index += length
    }
    throw error("a quotation mark is not closed", line)
  }

  /// The byte that an escape stands for, as in C, and the escape's length after the backslash.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "a"): 0x07, UInt8(ascii: "\\"): 0x5C,
      UInt8(ascii: "\""): 0x22,
    ]
    guard let first = bytes.first else { return nil }
    if let byte = simple[first] { return (byte, 1) }
    let isHex = first == UInt8(ascii: "x")
    let radix = isHex ? 16 : 8
    let digits = bytes.dropFirst(isHex ? 1 : 0).prefix(isHex ? 2 : 3).prefix {
      Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } ?? false
    }
    guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: radix) else { return nil }
    return (value, digits.count + (isHex ? 1 : 0))
  }

  mutating func endEntry() throws(WaslError) {
    field = nil
    guard let id = entry.id else { return }
    defer { entry = Entry() }
    if entry.forms.isEmpty { throw error("msgid without msgstr", entry.line) }
    if id.isEmpty {
      if records.isEmpty && leftOut.isEmpty && !entry.isObsolete { takeHeader(entry.forms[0] ?? "") }
      return
    }
    if !entry.isObsolete && !entry.isFuzzy { entries.append(entry) }
    let reason: String? =
      entry.isObsolete
      ? "obsolete" : entry.isFuzzy ? "fuzzy" : entry.forms.values.allSatisfy(\.isEmpty) ? "no translation" : nil
    if let reason { return leftOut.append(.init(line: entry.line, reason: reason)) }
    guard let many = entry.pluralID else { return add(id, entry.forms[0] ?? "") }
    // A language with one form has none for one thing alone.
    let one = entry.forms.count == 1 ? nil : plural.form(of: 1)
    if let one, let form = entry.forms[one], !form.isEmpty { add(id, form) }
    var seen: Set<String> = []
    for (number, form) in entry.forms.sorted(by: { $0.key < $1.key }) where number != one && !form.isEmpty {
      if seen.insert(form).inserted { add(many, form) }
    }
  }

  private mutating func add(_ source: String, _ target: String) {
    records.append(
      PairRecord(
        source: .init(text: source), target: .init(text: target), confidence: entry.confidence, line: entry.line))
  }

  private mutating func takeHeader(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      header[line[..<colon].lowercased()] = String(value)
    }
    if let forms = header["plural-forms"], let known = PluralForms(forms) { plural = known }
  }

  private func error(_ message: String, _ line: Int) -> WaslError {
    WaslError(
      .format, message, at: .init(file: file, line: line), advice: "msgfmt -c of gettext says what PO asks for")
  }
}
