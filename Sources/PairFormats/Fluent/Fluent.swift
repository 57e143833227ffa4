internal import WaslBitext
internal import WaslSyntax

/// Project Fluent's `.ftl`: messages, terms (`-brand`) and attributes (`message.title`).
///
/// A text that is one selection over plural categories gives a message for each; any other placeable is kept as it is.
enum Fluent {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var parser = Parser(file: KeyedFile(name: name, kind: .fluent))
    for (line, range) in Lines(bytes) {
      try parser.take(utf8Text(bytes, range, file: name, line: line), line)
    }
    return try parser.result()
  }

  private struct Parser {
    var file: KeyedFile
    private var message = ""
    private var entry: (key: String, text: String, line: Int)?
    private var comment: String?
    /// Braces that are open.
    private var depth = 0

    init(file: KeyedFile) { self.file = file }

    mutating func take(_ line: String, _ number: Int) throws(WaslError) {
      let content = line.drop { $0 == " " }
      if depth == 0, line.hasPrefix("#") {
        end()
        let text = String(line.drop { $0 == "#" }.drop { $0 == " " })
        comment = line.hasPrefix("##") ? nil : comment.map { $0 + "\n" + text } ?? text
        return
      }
      if depth == 0, content.isEmpty {
        if let text = entry?.text, !text.isEmpty { entry?.text = text + "\n" }
        return
      }
      let isIndented = line.first == " " || line.first == "\t"
      if depth == 0, !isIndented, !line.hasPrefix("}") {
        end()
        guard let (key, text) = Self.definition(content) else {
          throw error("no message starts here", number)
        }
        message = key
        start(key, text, number)
      } else if depth == 0, content.first == ".", let (key, text) = Self.definition(content.dropFirst()) {
        guard !message.isEmpty else { throw error("an attribute without a message before it", number) }
        end()
        start("\(message).\(key)", text, number)
      } else {
        guard var open = entry else { throw error("a text without a message before it", number) }
        open.text += (open.text.isEmpty ? "" : "\n") + content
        entry = open
        count(content)
      }
    }

    private mutating func start(_ key: String, _ text: Substring, _ line: Int) {
      entry = (key, String(text), line)
      depth = 0
      count(text)
    }

    private mutating func count(_ text: Substring) {
      var isQuoted = false
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\""), depth > 0 { isQuoted.toggle() }
        if isQuoted { continue }
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      }
    }

    /// `key = text`
    private static func definition(_ line: Substring) -> (key: String, text: Substring)? {
      guard let equals = line.firstIndex(of: "=") else { return nil }
      let key = line[..<equals].trimmingSpaces
      let isName = key.utf8.enumerated().allSatisfy { index, byte in
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
          || index > 0 && ((0x30...0x39).contains(byte) || byte == UInt8(ascii: "_"))
      }
      guard !key.isEmpty, isName else { return nil }
      return (String(key), line[line.index(after: equals)...].trimmingSpaces)
    }

    private mutating func end() {
      defer { entry = nil }
      guard let (key, raw, line) = entry else { return }
      var text = raw
      while text.hasSuffix("\n") { text.removeLast() }
      // Comments and blank lines after the message are none of it.
      let note = comment
      if key == message || !key.contains(".") { comment = nil }
      if text.isEmpty { return }
      if let forms = Self.forms(text) {
        for (form, text) in forms {
          file.messages.append(KeyedMessage(key, text, plural: form, comment: note, line: line))
        }
      } else {
        file.messages.append(KeyedMessage(key, text, comment: note, line: line))
      }
    }

    /// `{ $n -> [one] … *[other] … }`
    private static func forms(_ text: String) -> [(PluralCategory, String)]? {
      guard text.hasPrefix("{"), text.hasSuffix("}"), let arrow = text.firstRange(of: "->") else { return nil }
      var forms: [(PluralCategory, String)] = []
      for line in text[arrow.upperBound...].dropLast().split(separator: "\n") {
        let line = line.trimmingSpaces
        if line.isEmpty { continue }
        let open = line.drop { $0 == "*" }
        if open.first == "[", let close = open.firstIndex(of: "]") {
          guard
            let form = PluralCategory(rawValue: String(open[open.index(after: open.startIndex)..<close].trimmingSpaces))
          else { return nil }
          forms.append((form, String(open[open.index(after: close)...].trimmingSpaces)))
        } else {
          guard !forms.isEmpty else { return nil }
          let last = forms.count - 1
          forms[last].1 += (forms[last].1.isEmpty ? "" : "\n") + line
        }
      }
      return forms.isEmpty || forms.contains { $0.1.isEmpty } ? nil : forms
    }

    mutating func result() throws(WaslError) -> KeyedFile {
      if depth > 0, let entry { throw error("a brace of '\(entry.key)' is not closed", entry.line) }
      end()
      return file
    }

    private func error(_ message: String, _ line: Int) -> WaslError {
      WaslError(
        .format, message, at: .init(file: file.name, line: line), advice: "write 'key = text', and indent what goes on")
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
