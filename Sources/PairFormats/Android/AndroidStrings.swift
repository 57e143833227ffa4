internal import WaslBitext
internal import WaslSyntax

/// `strings.xml` of Android: `string`, `string-array` and `plurals`, with the escapes of its resource compiler.
///
/// Tags in a text become inline codes, `xliff:g` is passed through. What is not translatable, a reference to another
/// resource, and an empty text are counted.
/// Source: developer.android.com, "String resources".
enum AndroidStrings {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .android)
    var reader = try XMLReader(bytes, name: name)
    guard case .start("resources", let root)? = try reader.next() else {
      throw reader.error("the root element is not <resources>", advice: "give a strings.xml of Android")
    }
    if let locale = root["tools:locale"] { file.tag = locale.replacing("_", with: "-") }
    /// The element that holds items: its name, key, and how many items it has had.
    var list: (element: String, key: String, count: Int)?
    var text: (element: String, key: String, plural: PluralCategory?, raw: String, line: Int)?
    var isFixed = false
    let untranslatable = "not translatable"
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes):
        if text != nil {
          if !element.hasPrefix("xliff:") { text?.raw += tag(element, attributes) }
          continue
        }
        let key = (attributes["name"] ?? "") + (attributes["product"].map { "@\($0)" } ?? "")
        switch element {
        case "string", "string-array", "plurals", "integer-array", "array":
          isFixed = attributes["translatable"] == "false"
          if isFixed { file.leftOut.append(.init(line: reader.line, reason: untranslatable)) }
          if element == "string" {
            text = (element, key, nil, "", reader.line)
          } else {
            list = (element, key, 0)
          }
        case "item":
          guard let open = list else { continue }
          list?.count += 1
          if open.element == "plurals" {
            guard let form = PluralCategory(rawValue: attributes["quantity"] ?? "") else {
              throw reader.error(
                "'\(attributes["quantity"] ?? "")' is no plural category", advice: "zero, one, two, few, many or other")
            }
            text = (element, open.key, form, "", reader.line)
          } else {
            text = (element, "\(open.key)[\(open.count)]", nil, "", reader.line)
          }
        default: break
        }
      case .text(let part): text?.raw += part
      case .end(let element):
        guard let done = text else {
          if element == list?.element { list = nil }
          continue
        }
        guard element == done.element, reader.open.count == (element == "item" ? 2 : 1) else {
          if !element.hasPrefix("xliff:") { text?.raw += "</\(element)>" }
          continue
        }
        text = nil
        if isFixed { continue }
        let content = InlineContent(markup: unescaped(done.raw))
        if content.plainText.isEmpty {
          file.leftOut.append(.init(line: done.line, reason: "no text"))
        } else if content.plainText.hasPrefix("@string/") || content.plainText.hasPrefix("@android:") {
          file.leftOut.append(.init(line: done.line, reason: "a reference to another text"))
        } else {
          file.messages.append(KeyedMessage(done.key, content, plural: done.plural, line: done.line))
        }
      }
    }
    return file
  }

  private static func tag(_ element: String, _ attributes: [String: String]) -> String {
    "<\(element)" + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined() + ">"
  }

  /// White space outside of quotation marks becomes one space; a backslash makes of the next character another.
  static func unescaped(_ raw: String) -> String {
    var output = String.UnicodeScalarView()
    let scalars = Array(raw.unicodeScalars)
    var index = 0
    var isQuoted = false
    var space = false
    func put(_ scalar: Unicode.Scalar) {
      if space, !output.isEmpty { output.append(" ") }
      space = false
      output.append(scalar)
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case " ", "\n", "\t", "\r":
        if isQuoted { put(scalar) } else { space = true }
      case "\"": isQuoted.toggle()
      case "\\":
        guard index < scalars.count else { continue }
        let next = scalars[index]
        index += 1
        switch next {
        case "n": put("\n")
        case "t": put("\t")
        case "u":
          let digits = scalars[index...].prefix(4)
          if digits.count == 4, let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16) {
            index += 4
            put(Unicode.Scalar(value) ?? "\u{FFFD}")
          } else {
            put(next)
          }
        default: put(next)
        }
      default: put(scalar)
      }
    }
    return String(output)
  }
}
