internal import WaslBitext
internal import WaslSyntax

extension TMX {
  /// Reads TMX 1.1 to 1.4b: of each translation unit the Arabic and the English variant.
  ///
  /// The source is the side whose language the header's `srclang` names, else Arabic. Inline codes (`bpt`,
  /// `ept`, `ph`, `it`, `ut`) are left out of the text, `hi` is kept. A unit that lacks a side is counted in
  /// `leftOut`, a second variant in the same language too.
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    var reader = try XMLReader(bytes, name: name)
    var file = TMXUnits(name: name)
    guard case .start("tmx", _)? = try reader.next() else {
      throw reader.error("the root element is not <tmx>", advice: "give a TMX file")
    }
    while let event = try reader.next() { try file.take(event, reader) }
    return file.result
  }
}

/// Collects the units of a TMX file.
private struct TMXUnits {
  let name: String
  private var records: [PairRecord] = []
  private var leftOut: [PairFile.LeftOut] = []
  private var sourceLanguage = Language.arabic
  private var tags: [Language: String] = [:]

  private var unitLine = 0
  private var texts: [Language: String] = [:]
  private var confidence: Double?
  private var language: Language?
  private var text: String?
  private var property: (type: String, text: String)?
  /// How many elements of native code are open.
  private var codes = 0

  init(name: String) { self.name = name }

  var result: PairFile {
    let target = sourceLanguage.other
    return PairFile(
      records: records,
      sides: OutputSides(
        source: .init(name: name, language: sourceLanguage, tag: tags[sourceLanguage]),
        target: .init(name: name, language: target, tag: tags[target])), leftOut: leftOut)
  }

  mutating func take(_ event: XMLReader.Event, _ reader: XMLReader) throws(WaslError) {
    switch event {
    case .start(let element, let attributes): try start(element, attributes, reader)
    case .text(let part):
      property?.text += part
      if codes == 0 { text? += part }
    case .end(let element): try end(element, reader)
    }
  }

  private mutating func start(
    _ element: String, _ attributes: [String: String], _ reader: XMLReader
  ) throws(WaslError) {
    switch element {
    case "header":
      if let language = Language(tag: attributes["srclang"] ?? "") { sourceLanguage = language }
    case "tu":
      unitLine = reader.line
      texts = [:]
      confidence = nil
    case "tuv":
      guard let tag = attributes["xml:lang"] ?? attributes["lang"] else {
        throw reader.error("<tuv> has no xml:lang", advice: "name the language of each variant")
      }
      language = Language(tag: tag)
      if let language, tags[language] == nil, (try? LanguageTag.check(tag)) != nil { tags[language] = tag }
    case "seg": text = ""
    case "prop" where reader.open.dropLast().last == "tu": property = (attributes["type"] ?? "", "")
    case "bpt", "ept", "ph", "it", "ut": codes += 1
    default: break
    }
  }

  private mutating func end(_ element: String, _ reader: XMLReader) throws(WaslError) {
    switch element {
    case "bpt", "ept", "ph", "it", "ut": codes -= 1
    case "prop":
      if let property, property.type == "x-wasl-confidence" {
        guard let number = Double(property.text) else {
          throw reader.error("'\(property.text.prefix(12))' is not a confidence")
        }
        try PairRecord.check(confidence: number, file: name, line: reader.line)
        confidence = number
      }
      property = nil
    case "seg":
      if let language, let text {
        if texts[language] == nil {
          texts[language] = text
        } else {
          leftOut.append(.init(line: reader.line, reason: "a second variant in '\(language.rawValue)'"))
        }
      }
      text = nil
    case "tuv": language = nil
    case "tu": endUnit()
    default: break
    }
  }

  private mutating func endUnit() {
    let sides = [sourceLanguage, sourceLanguage.other].map { language in
      texts[language].flatMap { $0.isEmpty ? nil : PairRecord.Side(text: $0) }
    }
    guard let source = sides[0], let target = sides[1] else {
      let missing = Language.allCases.filter { (texts[$0] ?? "").isEmpty }.map(\.rawValue)
      leftOut.append(.init(line: unitLine, reason: "no text in '\(missing.joined(separator: "' and '"))'"))
      return
    }
    records.append(PairRecord(source: source, target: target, confidence: confidence, line: unitLine))
  }
}

extension Language {
  /// By the first part of a BCP 47 tag or an ISO 639 code, in any case: `ar-SY`, `EN_us`, `ara`.
  init?(tag: String) {
    switch tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() {
    case "ar", "ara", "arb": self = .arabic
    case "en", "eng": self = .english
    default: return nil
    }
  }
}
