internal import WaslBitext
internal import WaslSyntax

/// `.stringsdict` of Apple, and `.strings` as a property list: texts by the path of their keys, plurals by category.
enum StringsDict {
  /// What a format string is called, which joins the variables of a message.
  private static let format = "NSStringLocalizedFormatKey"
  private static let specification: Set<String> = ["NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"]

  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .stringsdict)
    var reader = try XMLReader(bytes, name: name)
    guard case .start("plist", _)? = try reader.next() else {
      throw reader.error("the root element is not <plist>", advice: "give a .stringsdict file")
    }
    var path: [String] = []
    var key = ""
    var text = ""
    while let event = try reader.next() {
      switch event {
      case .start("dict", _):
        if reader.open.count > 2 { path.append(key) }
        key = ""
      case .start: text = ""
      case .text(let part): text += part
      case .end("key"): key = text
      case .end("dict"): key = path.popLast() ?? ""
      case .end("string"):
        add(text, path, key, reader.line, to: &file)
      case .end: break
      }
    }
    return file
  }

  private static func add(_ text: String, _ path: [String], _ key: String, _ line: Int, to file: inout KeyedFile) {
    if specification.contains(key) { return }
    // "%#@count@" alone is no text.
    if key == format, !hasWords(text) { return }
    if text.isEmpty {
      file.leftOut.append(.init(line: line, reason: "no text"))
    } else if let form = PluralCategory(rawValue: key), path.count > 1 {
      file.messages.append(KeyedMessage(path.joined(separator: "/"), text, plural: form, line: line))
    } else {
      let path = key == format ? path : path + [key]
      file.messages.append(KeyedMessage(path.joined(separator: "/"), text, line: line))
    }
  }

  private static func hasWords(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstRange(of: "%#@"), let end = rest[start.upperBound...].firstIndex(of: "@") {
      rest = rest[..<start.lowerBound] + rest[rest.index(after: end)...]
    }
    return rest.contains(where: \.isLetter)
  }
}
