internal import WaslBitext
internal import WaslSyntax

extension XLIFF {
  /// Reads XLIFF 1.2 and 2.x: each unit's segments as pairs, with the confidence of the unit's note and whether it
  /// is reviewed or final. Inline codes are left out of the text.
  ///
  /// A unit without a target, and one in other languages than Arabic and English, is counted in `leftOut`.
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    var reader = try XMLReader(bytes, name: name)
    guard case .start("xliff", let root)? = try reader.next() else {
      throw reader.error("the root element is not <xliff>", advice: "give an XLIFF file")
    }
    var languages = (source: root["srcLang"] ?? "", target: root["trgLang"] ?? "")
    var records: [PairRecord] = []
    var leftOut: [PairFile.LeftOut] = []
    var texts: (source: String?, target: String?) = (nil, nil)
    var (line, codes, ignored) = (0, 0, 0)
    var (confidence, note, isConfirmed): (Double?, String?, Bool) = (nil, nil, false)
    var current: WritableKeyPath<(source: String?, target: String?), String?>?
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes):
        switch element {
        case "file":
          languages.source = attributes["source-language"] ?? languages.source
          languages.target = attributes["target-language"] ?? languages.target
        case "unit": confidence = nil
        case "note" where attributes["category"] == "confidence": note = ""
        case "trans-unit", "segment":
          texts = (nil, nil)
          line = reader.line
          isConfirmed = ["reviewed", "final"].contains(attributes["state"])
          if element == "trans-unit" { confidence = nil }
        case "alt-trans", "ignorable", "seg-source": ignored += 1
        case "source" where ignored == 0:
          texts.source = ""
          current = \.source
        case "target" where ignored == 0:
          texts.target = ""
          current = \.target
        case "bpt", "ept", "ph", "it": codes += 1
        case "cp":
          guard let number = UInt32(attributes["hex"] ?? "", radix: 16), let scalar = Unicode.Scalar(number) else {
            throw reader.error("<cp> has no character in 'hex'")
          }
          if let current { texts[keyPath: current]?.unicodeScalars.append(scalar) }
        default: break
        }
      case .text(let part):
        note? += part
        if codes == 0, let current { texts[keyPath: current]? += part }
      case .end(let element):
        switch element {
        case "bpt", "ept", "ph", "it": codes -= 1
        case "alt-trans", "ignorable", "seg-source": ignored -= 1
        case "source", "target": current = nil
        case "note":
          if let text = note {
            guard let number = Double(text) else { throw reader.error("'\(text.prefix(12))' is not a confidence") }
            try PairRecord.check(confidence: number, file: name, line: reader.line)
            confidence = number
          }
          note = nil
        case "trans-unit", "segment":
          guard let source = texts.source, let target = texts.target, !source.isEmpty, !target.isEmpty else {
            leftOut.append(.init(line: line, reason: "no translation"))
            continue
          }
          var record = PairRecord(
            source: .init(text: source), target: .init(text: target), confidence: confidence, line: line)
          record.isConfirmed = isConfirmed
          records.append(record)
        default: break
        }
      }
    }
    guard let source = Language(tag: languages.source), Language(tag: languages.target) ?? source.other != source
    else {
      throw WaslError(
        .format, "the languages are '\(languages.source)' and '\(languages.target)'", at: .init(file: name, line: 1),
        advice: "one must be Arabic and the other English")
    }
    func tag(_ text: String) -> String? { (try? LanguageTag.check(text)).map { text } }
    let sides = OutputSides(
      source: .init(name: name, language: source, tag: tag(languages.source)),
      target: .init(name: name, language: source.other, tag: tag(languages.target)))
    return PairFile(records: records, sides: sides, leftOut: leftOut)
  }
}
