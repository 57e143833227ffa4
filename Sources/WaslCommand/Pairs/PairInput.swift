import ArgumentParser
import Wasl
import WaslBitext
import WaslPairFormats
import WaslSystemIO
import WaslText

/// Files of pairs as input: the same for every subcommand that reads them.
struct PairInput: ParsableArguments {
  @Argument(
    help: .init(
      "A file of pairs; or the two files of moses; or a ladder, hunalign or xces file with its two texts, one segment per line.",
      valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: .init(
      "\(PairFile.readable.map(\.rawValue).joined(separator: ", ")); without it, the extension or the content decides.",
      valueName: "format"))
  var from: String?

  @Option(
    help: .init(
      "Which columns of a table hold the texts, by name or number: ar=NAME,en=NAME.", valueName: "ar=…,en=…"))
  var columns: String?

  func validate() throws {
    if files.count > 3 { throw ValidationError("give one to three files, not \(files.count)") }
    try OutputCheck.checkStandardInput(files)
  }

  /// What the files hold.
  enum Content {
    case pairs(PairFile)
    case text(AlignedText)

    /// As pairs, with the spans of an aligned text left out.
    var pairs: PairFile {
      switch self {
      case .pairs(let file): return file
      case .text(let text):
        func side(_ numbers: Range<Int>, _ document: Document) -> PairRecord.Side? {
          if numbers.isEmpty { return nil }
          return .init(text: numbers.map { document.text(of: $0) }.joined(separator: " "), segments: numbers)
        }
        let records = text.alignment.beads.enumerated().map { index, bead in
          PairRecord(
            source: side(bead.source, text.source), target: side(bead.target, text.target),
            confidence: bead.confidence, line: index + 1)
        }
        return PairFile(records, name: text.source.text.name)
      }
    }
  }

  func read(_ messages: MessageOptions) throws -> Content {
    let kind = from.flatMap { KeyedKind(rawValue: $0.lowercased()) }
    let format = try kind == nil || files.count != 2 ? namedFormat() : nil
    let choice = try columns.map { text throws(WaslError) in try ColumnChoice(text) }
    let names = files.map { InputFile.name(of: $0) }
    let contents = try zip(files, names).map { path, name in try repaired(InputFile.read(path), name, messages) }
    switch files.count {
    case 1:
      let file = try PairFile(contents[0], name: names[0], format: format, columns: choice)
      messages.warn(ofLeftOut: file.leftOut, name: names[0])
      return .pairs(file)
    case 2:
      if let pairs = try LocalisationFiles.join(contents, names, kind, messages) { return .pairs(pairs) }
      return .pairs(
        PairFile(try Moses.read(contents[0], name: names[0], contents[1], name: names[1]), name: names[0]))
    default:
      if XCES.isAlignment(contents[0]), contents.dropFirst().allSatisfy(XCES.isXML) {
        let file = try XCES.read(contents[0], name: names[0], (contents[1], names[1]), (contents[2], names[2]))
        messages.warn(ofLeftOut: file.leftOut, name: names[0])
        return .pairs(file)
      }
      return .text(try aligned(contents, names))
    }
  }

  private func namedFormat() throws(WaslError) -> Format? {
    guard let from, !["qt", "json", "yaml"].contains(from.lowercased()) else { return nil }
    return try Format(named: from)
  }

  /// The bytes of a file, mojibake put right.
  private func repaired(_ bytes: [UInt8], _ name: String, _ messages: MessageOptions) -> [UInt8] {
    guard TextDecoder.isUTF8(bytes), let repair = Mojibake.repair(SourceText(name: name, bytes: bytes)) else {
      return bytes
    }
    messages.warn(of: repair)
    return repair.text.bytes
  }

  /// A ladder and its texts.
  private func aligned(_ contents: [[UInt8]], _ names: [String]) throws -> AlignedText {
    let ladder = try LadderFile(anyForm: contents[0], name: names[0])
    let texts = try zip(contents, names).dropFirst().map { bytes, name in
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw WaslError(.encoding, "not valid UTF-8", at: .init(file: name), advice: "convert the file to UTF-8")
      }
      return SourceText(name: name, bytes: bytes)
    }
    // The languages by the letters, the sides by the order given.
    let sample = PairRecord(
      source: .init(text: texts[0][0..<texts[0].bytes.count]), target: .init(text: texts[1][0..<texts[1].bytes.count]),
      line: 1)
    let language = PairFile([sample], name: "").sides.source.language
    let source = BilingualInput.lines(of: texts[0], language)
    let target = BilingualInput.lines(of: texts[1], language.other)
    let alignment = try ladder.alignment(
      sourceCount: source.segments.count, targetCount: target.segments.count, allowsCrossing: true)
    return AlignedText(source: source, target: target, alignment: alignment)
  }
}
