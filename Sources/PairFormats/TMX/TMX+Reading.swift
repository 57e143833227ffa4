internal import WaslBitext
internal import WaslSyntax

extension TMX {
  /// Reads TMX 1.1 to 1.4b: of each translation unit the Arabic and the English variants.
  ///
  /// The source is the side whose language the header's `srclang` names, else Arabic. Of several variants in a language
  /// each stands in a unit of its own. Inline codes, notes, properties, dates and users are kept. A unit that lacks a side
  /// is counted in `leftOut`.
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
  private var otherTags: Set<Language> = []

  private struct Variant {
    var tag: String?
    var language: Language?
    var segment = TMXSegment()
    var metadata = PairMetadata()
  }

  private var unitLine = 0
  private var variants: [Variant] = []
  private var metadata = PairMetadata()
  private var confidence: Double?
  private var variant: Variant?
  private var isInSegment = false
  /// A `note` or `prop` of a unit or a variant.
  private var property: PairMetadata.Property?

  init(name: String) { self.name = name }

  var result: PairFile {
    func side(_ language: Language) -> OutputSides.Side {
      var side = OutputSides.Side(name: name, language: language, tag: tags[language])
      side.hasSeveralTags = otherTags.contains(language)
      return side
    }
    return PairFile(
      records: records, sides: OutputSides(source: side(sourceLanguage), target: side(sourceLanguage.other)),
      leftOut: leftOut)
  }

  mutating func take(_ event: XMLReader.Event, _ reader: XMLReader) throws(WaslError) {
    switch event {
    case .start(let element, let attributes): try start(element, attributes, reader)
    case .text(let part):
      property?.value += part
      if isInSegment { variant?.segment.append(part) }
    case .end(let element): try end(element, reader)
    }
  }

  private mutating func start(
    _ element: String, _ attributes: [String: String], _ reader: XMLReader
  ) throws(WaslError) {
    if isInSegment { variant?.segment.start(element, attributes) }
    switch element {
    case "header":
      if let language = Language(tag: attributes["srclang"] ?? "") { sourceLanguage = language }
    case "tu":
      unitLine = reader.line
      variants = []
      metadata = TMXUnits.metadata(attributes)
      metadata.id = attributes["tuid"]
      confidence = nil
    case "tuv":
      guard let tag = attributes["xml:lang"] ?? attributes["lang"] else {
        throw reader.error("<tuv> has no xml:lang", advice: "name the language of each variant")
      }
      var next = Variant(language: Language(tag: tag), metadata: TMXUnits.metadata(attributes))
      if (try? LanguageTag.check(tag)) != nil { next.tag = tag }
      variant = next
    case "seg": isInSegment = variant != nil
    case "prop", "note":
      let parent = reader.open.dropLast().last
      if parent == "tu" || parent == "tuv" {
        let tag = attributes["xml:lang"] ?? attributes["lang"]
        property = .init(
          element == "note" ? PairMetadata.note : attributes["type"] ?? "", "",
          tag: tag.flatMap { (try? LanguageTag.check($0)) == nil ? nil : $0 })
      }
    default: break
    }
  }

  private static func metadata(_ attributes: [String: String]) -> PairMetadata {
    var metadata = PairMetadata()
    metadata.attributes = TMX.kept.compactMap { name in attributes[name].map { .init(name, $0) } }
    return metadata
  }

  private mutating func end(_ element: String, _ reader: XMLReader) throws(WaslError) {
    switch element {
    case "seg": isInSegment = false
    case "prop", "note": try endProperty(isNote: element == "note", reader)
    case "tuv":
      if let variant { variants.append(variant) }
      variant = nil
    case "tu": endUnit()
    default: if isInSegment { variant?.segment.end(element) }
    }
  }

  private mutating func endProperty(isNote: Bool, _ reader: XMLReader) throws(WaslError) {
    guard let property else { return }
    self.property = nil
    if property.name == "x-wasl-confidence", !isNote, variant == nil {
      guard let number = Double(property.value) else {
        throw reader.error("'\(property.value.prefix(12))' is not a confidence")
      }
      try PairRecord.check(confidence: number, file: name, line: reader.line)
      confidence = number
    } else if variant != nil {
      if isNote { variant?.metadata.notes.append(property) } else { variant?.metadata.properties.append(property) }
    } else if isNote {
      metadata.notes.append(property)
    } else {
      metadata.properties.append(property)
    }
  }

  /// Each variant stands in a pair: of two in one language and one in the other, that one twice.
  private mutating func endUnit() {
    let sides = [sourceLanguage, sourceLanguage.other].map { language in
      variants.filter { $0.language == language && !$0.segment.plainText.isEmpty }
    }
    guard !sides[0].isEmpty, !sides[1].isEmpty else {
      let missing = Language.allCases.filter { language in sides[language == sourceLanguage ? 0 : 1].isEmpty }
      leftOut.append(
        .init(line: unitLine, reason: "no text in '\(missing.map(\.rawValue).joined(separator: "' and '"))'"))
      return
    }
    for index in 0..<max(sides[0].count, sides[1].count) {
      var record = PairRecord(
        source: side(sides[0][min(index, sides[0].count - 1)]), target: side(sides[1][min(index, sides[1].count - 1)]),
        confidence: confidence, line: unitLine)
      if !metadata.isEmpty { record.metadata = metadata }
      // No two units may have the same name.
      if index > 0, let id = metadata.id { record.metadata.id = "\(id)-\(index + 1)" }
      records.append(record)
    }
  }

  private mutating func side(_ variant: Variant) -> PairRecord.Side {
    var side = PairRecord.Side(variant.segment.content)
    if !variant.metadata.isEmpty { side.metadata = variant.metadata }
    guard let language = variant.language, let tag = variant.tag else { return side }
    if let first = tags[language] {
      if tag != first {
        otherTags.insert(language)
        side.tag = tag
      }
    } else {
      tags[language] = tag
    }
    return side
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
