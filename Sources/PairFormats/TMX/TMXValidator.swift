internal import WaslBitext
internal import WaslSyntax

/// The rules of TMX 1.4, by its DTD and its specification.
struct TMXValidator {
  /// - Returns: how many translation units there are.
  static func check(_ bytes: [UInt8], name: String, defects: inout [WaslError]) -> Int {
    var validator = TMXValidator(file: name)
    do {
      var reader = try XMLReader(bytes, name: name)
      while let event = try reader.next() { validator.take(event, reader) }
    } catch {
      validator.defects.append(error)
    }
    defects += validator.defects
    return validator.units
  }

  private let file: String
  private var defects: [WaslError] = []
  private var units = 0
  private var version = ""
  private var sourceTag = ""
  /// For each open element, the children it has had.
  private var children: [[String]] = []
  private var unitTags: [String] = []
  private var unitLine = 0

  private init(file: String) { self.file = file }

  private static let allowed: [String: Set<String>] = [
    "tmx": ["header", "body"], "header": ["note", "prop", "ude"], "ude": ["map"], "body": ["tu"],
    "tu": ["note", "prop", "tuv"], "tuv": ["note", "prop", "seg"],
    "seg": ["bpt", "ept", "ph", "it", "hi", "ut"], "hi": ["bpt", "ept", "ph", "it", "hi", "ut"],
    "sub": ["bpt", "ept", "ph", "it", "hi", "ut"], "bpt": ["sub"], "ept": ["sub"], "ph": ["sub"], "it": ["sub"],
    "ut": ["sub"], "note": [], "prop": [], "map": [],
  ]

  private static let required: [String: [String]] = [
    "tmx": ["version"],
    "header": ["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"],
    "prop": ["type"], "bpt": ["i"], "ept": ["i"], "it": ["pos"], "ude": ["name"], "map": ["unicode"],
  ]

  private static let dates: Set<String> = ["creationdate", "changedate", "lastusagedate"]
  private static let withText: Set<String> = ["seg", "hi", "sub", "bpt", "ept", "ph", "it", "ut", "note", "prop"]

  private mutating func take(_ event: XMLReader.Event, _ reader: XMLReader) {
    switch event {
    case .start(let element, let attributes): start(element, attributes, reader)
    case .text(let text):
      guard let element = reader.open.last, !TMXValidator.withText.contains(element) else { return }
      if text.utf8.contains(where: { $0 > 0x20 }) { report("text inside <\(element)>", reader.line) }
    case .end(let element): end(element, reader)
    }
  }

  private mutating func start(_ element: String, _ attributes: [String: String], _ reader: XMLReader) {
    let line = reader.line
    if let parent = reader.open.dropLast().last {
      if TMXValidator.allowed[parent]?.contains(element) != true {
        report("<\(element)> has no place in <\(parent)>", line)
      } else if let last = children.last, element == "note" || element == "prop", parent == "tu" || parent == "tuv",
        last.contains("tuv") || last.contains("seg")
      {
        report("<\(element)> must stand before <\(parent == "tu" ? "tuv" : "seg")>", line)
      }
      children[children.count - 1].append(element)
    } else if element != "tmx" {
      report("the root element is <\(element)>, not <tmx>", line)
    }
    children.append([])
    for attribute in TMXValidator.required[element] ?? [] where attributes[attribute] == nil {
      report("<\(element)> has no '\(attribute)'", line)
    }
    for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) where TMXValidator.dates.contains(attribute) {
      if !isDate(value) { report("'\(attribute)' is '\(value)', not YYYYMMDDThhmmssZ", line) }
    }
    check(element, attributes, line)
  }

  private mutating func check(_ element: String, _ attributes: [String: String], _ line: Int) {
    switch element {
    case "tmx":
      version = attributes["version"] ?? ""
      if !version.isEmpty, !["1.1", "1.2", "1.3", "1.4"].contains(version) {
        report(
          "the version is '\(version)'", line, advice: version == "1.4b" ? "write it as 1.4" : "1.1 to 1.4 are known")
      }
    case "header":
      sourceTag = attributes["srclang"] ?? ""
      if !sourceTag.isEmpty, sourceTag != "*all*" { checkTag(sourceTag, "srclang", line) }
      if let type = attributes["segtype"], !["block", "paragraph", "sentence", "phrase"].contains(type) {
        report("'segtype' is '\(type)'", line, advice: "block, paragraph, sentence or phrase")
      }
    case "tu":
      units += 1
      unitTags = []
      unitLine = line
    case "tuv":
      let old = version == "1.4" ? nil : attributes["lang"]
      guard let tag = attributes["xml:lang"] ?? old else {
        report("<tuv> has no 'xml:lang'", line)
        return
      }
      checkTag(tag, "xml:lang", line)
      unitTags.append(tag)
    default: break
    }
  }

  private mutating func end(_ element: String, _ reader: XMLReader) {
    let last = children.popLast() ?? []
    switch element {
    case "tmx":
      if last != ["header", "body"] { report("<tmx> must hold one <header> and then one <body>", reader.line) }
    case "tuv":
      let count = last.count { $0 == "seg" }
      if count != 1 { report("<tuv> has \(count) <seg>, not one", reader.line) }
    case "tu":
      if unitTags.isEmpty {
        report("<tu> has no variant with a language", unitLine)
      } else if sourceTag != "*all*", !sourceTag.isEmpty, !unitTags.contains(sourceTag) {
        let isNear = unitTags.contains { $0.lowercased() == sourceTag.lowercased() }
        report(
          "no variant in '\(sourceTag)', the header's srclang", unitLine,
          advice: isNear ? "some tools compare tags by letter: use the same case" : nil)
      }
    default: break
    }
  }

  private mutating func checkTag(_ tag: String, _ attribute: String, _ line: Int) {
    do throws(WaslError) { try LanguageTag.check(tag) } catch {
      report("'\(attribute)' is '\(tag)', which is not a language tag", line, advice: error.advice)
    }
  }

  private func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return false }
    return bytes.indices.allSatisfy { $0 == 8 || $0 == 15 || (0x30...0x39).contains(bytes[$0]) }
  }

  private mutating func report(_ message: String, _ line: Int, advice: String? = nil) {
    defects.append(WaslError(.format, message, at: .init(file: file, line: line), advice: advice))
  }
}
