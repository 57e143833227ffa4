internal import WaslBitext

/// The pairs of an XLIFF file, all in one direction.
struct XLIFFPairs {
  let name: String
  /// Of the `file` that is open, as it gives them.
  var languages = (source: "", target: "")
  private var records: [PairRecord] = []
  private var leftOut: [PairFile.LeftOut] = []
  private var sides: OutputSides?
  /// Languages of which one is neither Arabic nor English, or of which both are the same.
  private var foreign: (source: String, target: String)?

  init(name: String) { self.name = name }

  mutating func startFile(_ source: String?, _ target: String?) {
    guard source != nil || target != nil else { return }
    languages = (source ?? "", target ?? "")
  }

  mutating func add(_ unit: XLIFFUnit) {
    let tags = (source: unit.source.tag ?? languages.source, target: unit.target.tag ?? languages.target)
    guard let source = Language(tag: tags.source),
      let target = Language(tag: tags.target) ?? (tags.target.isEmpty ? source.other : nil), source != target
    else {
      foreign = foreign ?? tags
      leftOut.append(.init(line: unit.line, reason: "in '\(tags.source)' and '\(tags.target)'"))
      return
    }
    let first = sides ?? Self.sides(name, source, tags)
    sides = first
    for pair in unit.pairs {
      guard let texts = pair.texts else {
        leftOut.append(.init(line: unit.line, reason: pair.reason))
        continue
      }
      var record = PairRecord(
        source: .init(texts.source), target: .init(texts.target), confidence: unit.confidence, line: unit.line)
      record.isConfirmed = unit.isConfirmed || pair.mid.map(unit.confirmed.contains) ?? false
      if !unit.metadata.isEmpty { record.metadata = unit.metadata }
      if let mid = pair.mid { record.metadata.id = [unit.metadata.id, mid].compactMap { $0 }.joined(separator: "-") }
      if let metadata = unit.sideMetadata["source"] { record.source?.metadata = metadata }
      if let metadata = unit.sideMetadata["target"] { record.target?.metadata = metadata }
      let (ownSource, ownTarget) = source == first.source.language ? tags : (tags.target, tags.source)
      if source != first.source.language { record = record.reversed }
      if !ownSource.isEmpty, ownSource != first.source.tag, (try? LanguageTag.check(ownSource)) != nil {
        record.source?.tag = ownSource
        sides?.source.hasSeveralTags = true
      }
      if !ownTarget.isEmpty, ownTarget != first.target.tag, (try? LanguageTag.check(ownTarget)) != nil {
        record.target?.tag = ownTarget
        sides?.target.hasSeveralTags = true
      }
      records.append(record)
    }
  }

  private static func sides(
    _ name: String, _ source: Language, _ tags: (source: String, target: String)
  ) -> OutputSides {
    func tag(_ text: String) -> String? { (try? LanguageTag.check(text)).map { text } }
    return OutputSides(
      source: .init(name: name, language: source, tag: tag(tags.source)),
      target: .init(name: name, language: source.other, tag: tag(tags.target)))
  }

  func file() throws(WaslError) -> PairFile {
    if let sides { return PairFile(records: records, sides: sides, leftOut: leftOut) }
    let found = foreign ?? languages
    guard let source = Language(tag: found.source), Language(tag: found.target) ?? source.other != source else {
      throw WaslError(
        .format, "the languages are '\(found.source)' and '\(found.target)'", at: .init(file: name, line: 1),
        advice: "one must be Arabic and the other English")
    }
    return PairFile(records: [], sides: Self.sides(name, source, found), leftOut: leftOut)
  }
}
