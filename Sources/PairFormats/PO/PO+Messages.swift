internal import WaslBitext

extension PO {
  /// The translations of a PO file by their `msgctxt` and `msgid`, plurals by category.
  ///
  /// In an English file what has no translation stands for itself.
  static func messages(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .po)
    let parser = try parsed(bytes, name: name)
    file.tag = parser.header["language"]?.replacing("_", with: "-")
    let language = Language(tag: file.tag ?? "")
    for entry in parser.entries {
      let id = entry.id ?? ""
      func add(_ text: String, _ plural: PluralCategory?) {
        if text.isEmpty { return }
        file.messages.append(KeyedMessage(id, text, plural: plural, context: entry.context, line: entry.line))
      }
      let isEmpty = entry.forms.values.allSatisfy(\.isEmpty)
      if isEmpty && language != .english {
        file.leftOut.append(.init(line: entry.line, reason: "no translation"))
      } else if let many = entry.pluralID {
        if isEmpty {
          add(id, .one)
          add(many, .other)
          continue
        }
        // As many categories as the language has forms.
        let categories: [PluralCategory] = entry.forms.count > 2 ? PluralCategory.allCases : [.one, .other]
        for category in categories {
          if let form = parser.plural.form(of: category.arabicSample) { add(entry.forms[form] ?? "", category) }
        }
      } else {
        add(isEmpty ? id : entry.forms[0] ?? "", nil)
      }
    }
    file.leftOut += parser.leftOut.filter { $0.reason != "no translation" }
    return file
  }
}
