public import WaslBitext
internal import WaslSyntax

/// A document of the OPUS collection in XML: the texts of its sentences (`s`) by their `id`.
struct OPUSDocument {
  private(set) var sentences: [String: String] = [:]

  init(_ bytes: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(bytes, name: name)
    var id: String?
    var text = ""
    var words: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start("s", let attributes): (id, text, words) = (attributes["id"] ?? "", "", [])
      case .start("w", _):
        words.append("")
      case .text(let part):
        if reader.open.last == "w", !words.isEmpty { words[words.count - 1] += part } else { text += part }
      case .end("s"):
        guard let done = id else { continue }
        id = nil
        // A tokenised sentence is its words, any other its text.
        let parts = words.isEmpty ? text.split(whereSeparator: \.isWhitespace).map(String.init) : words
        guard sentences.updateValue(parts.joined(separator: " "), forKey: done) == nil else {
          throw reader.error("the sentence '\(done.prefix(40))' stands twice")
        }
      case .start, .end: break
      }
    }
    guard !sentences.isEmpty else {
      throw WaslError(
        .format, "no sentences <s> in it", at: .init(file: name), advice: "give a document of OPUS in XML")
    }
  }
}

extension XCES {
  /// Whether a file holds links between sentences.
  public static func isAlignment(_ bytes: [UInt8]) -> Bool { KeyedKind.root(KeyedKind.head(bytes)) == "cesAlign" }

  /// Whether a file is XML, as the documents of OPUS are.
  public static func isXML(_ bytes: [UInt8]) -> Bool { KeyedKind.root(KeyedKind.head(bytes)) != nil }

  /// Reads links with the two documents whose sentences they name. A link to a sentence that is not there is counted.
  public static func read(
    _ bytes: [UInt8], name: String, _ first: (bytes: [UInt8], name: String), _ second: (bytes: [UInt8], name: String)
  ) throws(WaslError) -> PairFile {
    let source = try OPUSDocument(first.bytes, name: first.name).sentences
    let target = try OPUSDocument(second.bytes, name: second.name).sentences
    var records: [PairRecord] = []
    var leftOut: [PairFile.LeftOut] = []
    var reader = try XMLReader(bytes, name: name)
    var groups = 0
    while let event = try reader.next() {
      guard case .start(let element, let attributes) = event else { continue }
      if element == "linkGrp" { groups += 1 }
      if groups > 1 {
        throw reader.error("a second pair of documents", advice: "give one <linkGrp> with its two documents")
      }
      guard element == "link" else { continue }
      let sides = (attributes["xtargets"] ?? "").split(separator: ";", omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw reader.error("'xtargets' has no two sides", advice: "write xtargets=\"1 2;1\"")
      }
      let ids = sides.map { $0.split(separator: " ").map(String.init) }
      let texts = zip(ids, [source, target]).map { ids, sentences in ids.map { sentences[$0] } }
      guard !texts.joined().contains(nil) else {
        leftOut.append(.init(line: reader.line, reason: "a sentence that its document has not"))
        continue
      }
      func side(_ texts: [String?]) -> PairRecord.Side? {
        let text = texts.compactMap { $0 }.joined(separator: " ")
        return text.isEmpty ? nil : .init(text: text)
      }
      var record = PairRecord(source: side(texts[0]), target: side(texts[1]), line: reader.line)
      if record.source == nil && record.target == nil {
        leftOut.append(.init(line: reader.line, reason: "both sides are empty"))
        continue
      }
      if let certainty = attributes["certainty"].flatMap(Double.init), (0...1).contains(certainty) {
        record.confidence = certainty
      }
      records.append(record)
    }
    var file = PairFile(records, name: first.name)
    file.sides.target.name = second.name
    file.leftOut = leftOut
    return file
  }
}
