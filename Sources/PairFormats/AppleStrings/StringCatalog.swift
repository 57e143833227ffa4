internal import WaslBitext
internal import WaslSyntax

/// `.xcstrings` of Xcode: all languages of a program in one file.
enum StringCatalog {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    let catalog = try JSON(parsing: bytes, JSONTree.range(bytes), at: .init(file: name))
    guard case .object(let strings)? = catalog["strings"] else {
      throw WaslError(.format, "no 'strings'", at: .init(file: name, line: 1), advice: "give a string catalog of Xcode")
    }
    let lines = JSON.memberLines(bytes)
    let sourceTag = catalog["sourceLanguage"]?.string ?? "en"
    var files: [Language: KeyedFile] = [:]
    for language in Language.allCases {
      files[language] = KeyedFile(name: name, kind: .json)
      files[language]?.tag = Language(tag: sourceTag) == language ? sourceTag : nil
    }
    var leftOut: [PairFile.LeftOut] = []
    // The lines of names by their text: a string's own name is the first of that text.
    let places = JSONTree.lines(of: catalog, lines)
    for member in strings {
      let line = places["strings.\(member.name)"] ?? 1
      if member.value["shouldTranslate"] == .bool(false) {
        leftOut.append(.init(line: line, reason: "not translatable"))
        continue
      }
      let comment = member.value["comment"]?.string
      var found: [Language: [KeyedMessage]] = [:]
      if case .object(let localizations)? = member.value["localizations"] {
        for localization in localizations {
          guard let language = Language(tag: localization.name), found[language] == nil else { continue }
          found[language] = messages(member.name, localization.value, comment, line)
          if files[language]?.tag == nil { files[language]?.tag = localization.name }
        }
      }
      if let source = Language(tag: sourceTag), found[source, default: []].isEmpty, !member.name.isEmpty {
        // The key of a text that has only been found in the program is the text.
        found[source] = [KeyedMessage(member.name, member.name, comment: comment, line: line)]
        let other = found[source.other] ?? []
        if let form = other.first?.identity.plural,
          form == .other || other.contains(where: { $0.identity.plural == .other })
        {
          found[source]?[0].identity.plural = .other
        }
      }
      guard let arabic = found[.arabic], let english = found[.english], !arabic.isEmpty, !english.isEmpty else {
        leftOut.append(.init(line: line, reason: "no translation"))
        continue
      }
      files[.arabic]?.messages += arabic
      files[.english]?.messages += english
    }
    let empty = KeyedFile(name: name, kind: .json)
    let source = Language(tag: sourceTag) ?? .english
    let join = try KeyedJoin(files[source] ?? empty, files[source.other] ?? empty)
    var file = join.pairs
    file.leftOut = leftOut + join.formsLeftOut
    return file
  }

  private static func messages(_ key: String, _ value: JSON, _ comment: String?, _ line: Int) -> [KeyedMessage] {
    if let text = value["stringUnit"]?["value"]?.string {
      return text.isEmpty ? [] : [KeyedMessage(key, text, comment: comment, line: line)]
    }
    guard case .object(let variations)? = value["variations"] else { return [] }
    var messages: [KeyedMessage] = []
    for variation in variations {
      guard case .object(let forms) = variation.value else { continue }
      for form in forms {
        guard let text = form.value["stringUnit"]?["value"]?.string, !text.isEmpty else { continue }
        let plural = variation.name == "plural" ? PluralCategory(rawValue: form.name) : nil
        messages.append(
          KeyedMessage(
            plural == nil ? "\(key)/\(form.name)" : key, text, plural: plural, comment: comment, line: line))
      }
    }
    return messages
  }
}
