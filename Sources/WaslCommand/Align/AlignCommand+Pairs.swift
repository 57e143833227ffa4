import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO
import WaslText

/// Files that already are pairs.
extension AlignCommand {
  /// Joins two localisation files by key; aligns the sentences inside each unit of one file of pairs.
  ///
  /// - Returns: false where the files are texts.
  func alignPairs(_ options: AlignmentOptions, _ writer: AlignedTextWriter) throws -> Bool {
    guard !files.contains("-"), files.contains(where: PairFile.mayBePairs) else { return false }
    let contents = try files.map { path throws(WaslError) in try InputFile.read(path) }
    let names = files.map { InputFile.name(of: $0) }
    var pairs: PairFile
    if files.count == 2 {
      guard let joined = try LocalisationFiles.join(contents, names, nil, messages) else { return false }
      pairs = options.sourceLanguage == joined.sides.source.language ? joined : joined.reversed
    } else {
      guard PairFile.isPairs(contents[0], name: names[0]) else { return false }
      if explain || wordLinks != nil || confirmed != nil {
        throw WaslError(
          .usage, "it is a file of pairs, with which --explain, --word-links and --confirmed do not go",
          at: .init(file: names[0]), advice: "leave them out: sentences are aligned inside each unit")
      }
      let file = try PairFile(contents[0], name: names[0])
      messages.warn(ofLeftOut: file.leftOut, name: names[0])
      messages.note(
        "\(names[0]): a file of pairs; sentences are aligned inside each of its \(file.records.count) units")
      pairs = options.sourceLanguage == file.sides.source.language ? file : file.reversed
      pairs.records = try inside(pairs, options)
    }
    guard !pairs.records.isEmpty else { throw ConvertCommand.nothing(names[0]) }
    let summary = try writer.write(pairs.records, pairs.sides, to: output.output)
    if let losses = summary.losses.text(writer.format) { messages.note(losses) }
    messages.note(ConvertCommand.text(summary))
    return true
  }

  /// A unit that is one sentence on each side stays as it is; others are cut.
  private func inside(_ pairs: PairFile, _ options: AlignmentOptions) throws -> [PairRecord] {
    let aligner = try DocumentAligner(model: model.load())
    var options = options
    options.glossary = try glossary.load(messages)
    var records: [PairRecord] = []
    for record in pairs.records {
      guard let source = record.source, let target = record.target else {
        records.append(record)
        continue
      }
      let text = try aligner.align(
        .segmented(source: document(source, pairs.sides.source), target: document(target, pairs.sides.target)),
        options: options)
      let beads = text.alignment.beads
      if beads.count <= 1 {
        var whole = record
        whole.confidence = record.confidence ?? beads.first?.confidence
        records.append(whole)
        continue
      }
      for (index, bead) in beads.enumerated() {
        var part = PairRecord(
          source: side(bead.source, text.source, source), target: side(bead.target, text.target, target),
          confidence: bead.confidence, line: record.line)
        if !record.metadata.isEmpty {
          part.metadata = record.metadata
          part.metadata.id = record.metadata.id.map { "\($0)-\(index + 1)" }
        }
        records.append(part)
      }
    }
    return records
  }

  private func document(_ side: PairRecord.Side, _ of: OutputSides.Side) -> Document {
    let text = SourceText(name: of.name, bytes: Array(side.text.utf8))
    if presplit { return BilingualInput.lines(of: text, of.language) }
    let options = SegmentationOptions(
      wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon, presplit: false)
    let segmenter = SentenceSegmenter(language: of.language, options: options)
    return Document(
      text: text, language: of.language, segments: segmenter.segments(of: text, in: [0..<text.bytes.count]))
  }

  private func side(_ segments: Range<Int>, _ document: Document, _ of: PairRecord.Side) -> PairRecord.Side? {
    if segments.isEmpty { return nil }
    var side = PairRecord.Side(text: segments.map { document.text(of: $0) }.joined(separator: " "))
    side.tag = of.tag
    return side
  }
}
