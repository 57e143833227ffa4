import Glibc
import Wasl
import WaslBitext
import WaslDocuments
import WaslPDF
import WaslPairFormats
import WaslSystemIO
import WaslText

extension FuzzTarget {
  /// Everything that reads bytes but for models.
  static let readers: [FuzzTarget] =
    [
      FuzzTarget("decode", Seeds.texts, decode),
      FuzzTarget("text", Seeds.texts, tokens: ["؟", ".", "…", "د.", "Dr. ", "٫", "ـ", "\u{200F}", "\u{FEFF}"], text),
      FuzzTarget("html", Seeds.html, tokens: ["<p>", "</", "<!--", "<script>", "&#x10FFFF;", "&amp"]) {
        try document(.html, $0)
      },
      FuzzTarget("markdown", Seeds.markdown, tokens: ["```", "[", "](", "**", "\n\n", "| ", "\t", "<"]) {
        try document(.markdown, $0)
      },
      FuzzTarget("srt", Seeds.subtitles, tokens: ["-->", "\n\n", "{\\", "00:"]) { try document(.srt, $0) },
      FuzzTarget("vtt", Seeds.subtitles, tokens: ["-->", "WEBVTT", "NOTE", "<v "]) { try document(.vtt, $0) },
      FuzzTarget("ass", Seeds.subtitles, tokens: ["[Events]", "Format: ", "Dialogue: ", ",", "{\\p1}", "\\N"]) {
        try document(.ass, $0)
      },
      FuzzTarget("plaintext", Seeds.texts, tokens: ["\n\n", "\r\n", "•", "• a • b", " ", "\n    "]) { bytes in
        let text = SourceText(name: "fuzz", bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
        let arranged = PlainText.arranged(text, DocumentOptions()).text
        try checkUTF8(arranged.bytes)
        try require(arranged.bytes.count == text.bytes.count, "the length has changed")
      },
      FuzzTarget("pdf", Seeds.pdf, tokens: ["\u{0C}", "\n", "-\n", "ﻼ"]) { bytes in
        try checkUTF8(PDFText.text(of: Array(String(decoding: bytes, as: UTF8.self).utf8)).text)
      },
      FuzzTarget(
        "pdfpages", Seeds.pdfFiles,
        tokens: ["BT", "ET", " Do ", "<<", ">>", "[", " 0 R", "BDC", "EMC", "<FFFF>", "Tj", "1e999"]
      ) { bytes in
        guard let content = try? PDFDocument(bytes: bytes, name: "fuzz").content() else { return }
        for block in content.blocks { try checkUTF8(Array(block.text.utf8)) }
      },
      archive("docx", .docx), archive("odt", .odt), archive("epub", .epub),
      FuzzTarget("zip", Seeds.archives.sorted { $0.key < $1.key }.map { Seeds.zip($0.value) }) { bytes in
        for format in [DocumentFormat.docx, .odt, .epub] { _ = try? document(format, bytes) }
      },
      FuzzTarget("gzip", [Seeds.gzip], packed), FuzzTarget("zstd", Seeds.zstd, packed),
      FuzzTarget("tmx", Seeds.tmx, tokens: xml) { try pairs(.tmx, $0) },
      FuzzTarget("xliff", Seeds.xliff, tokens: xml) { try pairs(.xliff, $0) },
      FuzzTarget("tsv", Seeds.tsv) { try pairs(.tsv, $0) },
      FuzzTarget("csv", Seeds.csv, tokens: ["\"\"", ",", ";"]) { try pairs(.csv, $0) },
      FuzzTarget("jsonl", Seeds.jsonl, tokens: ["\\ud800", "\\u0000", "[[", "null", "{\"", ":", "1e308"]) {
        try pairs(.jsonl, $0)
      },
      FuzzTarget("po", Seeds.po, tokens: Seeds.poTokens) { try pairs(.po, $0) },
      FuzzTarget("anypairs", Seeds.tmx + Seeds.xliff + Seeds.tsv + Seeds.csv + Seeds.jsonl + Seeds.po) {
        try pairs(nil, $0)
      },
      FuzzTarget("moses", Seeds.texts, tokens: ["\n", "\r\n", "\u{2028}"]) { bytes in
        // The two files are the halves of the input.
        let half = bytes.count / 2
        let records = try Moses.read(Array(bytes[..<half]), name: "ar", Array(bytes[half...]), name: "en")
        try written(PairFile(records, name: "fuzz"))
      },
      FuzzTarget("ladder", Seeds.ladder, tokens: ["[", "]:[", ", ", ":"]) { bytes in
        let file = try LadderFile(bytes, name: "fuzz")
        try ladder(file)
      },
      FuzzTarget("rungs", Seeds.ladder + Seeds.rungs, tokens: xml + ["\t", "\n0\t0\t", "xtargets=\"1;1\""]) { bytes in
        try ladder(LadderFile(anyForm: bytes, name: "fuzz"))
      },
      FuzzTarget("spans", Seeds.spans, tokens: ["\t", "-1", "#", "add "]) { bytes in
        for bead in try SpanFile(bytes, name: "fuzz").beads {
          try require(bead.source != nil || bead.target != nil, "a bead without sides")
        }
      },
      FuzzTarget("validate", Seeds.tmx + Seeds.xliff + Seeds.tsv + Seeds.csv + Seeds.jsonl + Seeds.ladder, tokens: xml)
      {
        bytes in
        for format in Validator.formats { _ = try Validator.report(bytes, name: "fuzz", format: format) }
      },
    ]

  private static let xml = [
    "<tu>", "</tu>", "<seg>", "</seg>", "<!DOCTYPE", "<!ENTITY a \"b\">", "&a;", "<![CDATA[", "]]>", "<!--", "-->",
    "<?x",
    "?>", " a=\"b\"", "/>", "&#0;", "&#x10FFFF;", "xml:lang=\"ar\"",
  ]

  // MARK: What is done with the input

  private static func decode(_ bytes: [UInt8]) throws {
    var refusal: WaslError?
    for encoding in [nil, "utf-8", "utf-16le", "utf-16be", "windows-1256", "iso-8859-6"] {
      for replaces in [false, true] {
        let decoder = TextDecoder(encoding: encoding, replacesInvalid: replaces)
        do { try checkUTF8(decoder.decode(bytes, name: "fuzz").bytes) } catch let error as WaslError { refusal = error }
        // Piece by piece.
        let stream = StreamDecoder(decoder, name: "fuzz")
        var output: [UInt8] = []
        do {
          var rest = bytes[...]
          repeat {
            let piece = Array(rest.prefix(7))
            rest = rest.dropFirst(7)
            try stream.append(piece.span, isLast: rest.isEmpty, to: &output)
          } while !rest.isEmpty
          try checkUTF8(output)
        } catch let error as WaslError { refusal = error }
      }
    }
    if let refusal { throw refusal }
  }

  private static func text(_ bytes: [UInt8]) throws {
    let source = SourceText(name: "fuzz", bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
    for language in Language.allCases {
      for options in [SegmentationOptions(), .init(wrapped: true, breakAtSemicolon: true, breakAtColon: true)] {
        let segments = SentenceSegmenter(language: language, options: options).segments(of: source)
        let document = Document(text: source, language: language, segments: segments)
        if let problem = document.defect ?? source.firstLoss(in: [document]) { throw FuzzFailure(problem) }
      }
    }
    var end = 0
    try Tokenizer().forEachToken(in: source.bytes, range: 0..<source.bytes.count) { token in
      try require(token.range.lowerBound >= end && token.range.upperBound <= source.bytes.count, "token \(token.range)")
      end = token.range.upperBound
    }
    try KeyTokenizer().forEachKey(in: source.bytes, range: 0..<source.bytes.count) { _, _ in }
    for options in [NormalizationOptions.match, .search, .display, .camel] {
      var normalized = NormalizedText()
      try Normalizer(options).normalize(source.bytes, into: &normalized)
    }
  }

  private static func document(_ format: DocumentFormat, _ bytes: [UInt8]) throws {
    let input = format.isArchive ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    try checkUTF8(format.text(of: input, name: "fuzz"))
  }

  /// Damages the parts of an archive, then packs them.
  private static func archive(_ name: String, _ format: DocumentFormat) -> FuzzTarget {
    FuzzTarget(name) {
      let parts = Seeds.archives[name] ?? []
      let mutator = Mutator(xml)
      return { random in
        let hit = random.below(parts.count)
        var files = parts
        files[hit].content = mutator.mutated([parts[hit].content], &random)
        try document(format, Seeds.zip(files))
      }
    }
  }

  /// Asks everything of a file of beads.
  private static func ladder(_ file: LadderFile) throws {
    _ = try? file.beadsWithConfidences()
    let alignment = try file.alignment()
    let counts = [\Bead.source, \Bead.target].map { side in
      alignment.beads.map { $0[keyPath: side].upperBound }.max() ?? 0
    }
    if let defect = alignment.defect(sourceCount: counts[0], targetCount: counts[1]) { throw FuzzFailure(defect) }
  }

  /// Reads a file that may be packed.
  private static func packed(_ bytes: [UInt8]) throws {
    let path = "/tmp/wasl-fuzz-\(getpid()).packed"
    defer { unlink(path) }
    try write(bytes, path)
    _ = try InputFile.read(path)
  }

  /// Reads a file of pairs, writes what was read in every form, and reads that again; filters it too.
  private static func pairs(_ format: Format?, _ bytes: [UInt8]) throws {
    let file = try PairFile(bytes, name: "fuzz", format: format)
    try written(file)
    var rules = FilterRules()
    (rules.duplicates, rules.matchesNumbers, rules.minimumScript) = (.near, true, nil)
    var filter = PairFilter(rules, source: file.sides.source.language) { $0.lowercased() }
    for record in file.records.prefix(20) { _ = filter.rejection(of: record) }
  }

  private static func written(_ file: PairFile) throws {
    for format in Format.allCases where format != .moses {
      var sink = ByteSink()
      do { _ = try AlignedTextWriter(format: format).write(file.records, file.sides, to: &sink) } catch is WaslError {
        // Segment numbers may be missing, or a tag be none.
        continue
      }
      try checkUTF8(sink.bytes)
      guard PairFile.readable.contains(format) else { continue }
      let again: PairFile
      do { again = try PairFile(sink.bytes, name: "fuzz", format: format) } catch {
        throw FuzzFailure("what was written as \(format.rawValue) cannot be read: \(error)")
      }
      if format == .jsonl {
        try require(
          again.records.count == file.records.count, "\(file.records.count) pairs became \(again.records.count)")
      }
    }
  }

  static func checkUTF8(_ bytes: [UInt8]) throws {
    try require(String(validating: bytes, as: UTF8.self) != nil, "the text is not valid UTF-8")
  }
}

/// Writes a file for a reader that takes a path.
func write(_ bytes: [UInt8], _ path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  guard descriptor >= 0 else { throw FuzzFailure("\(path) cannot be written") }
  defer { close(descriptor) }
  guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw FuzzFailure("\(path): no room") }
}

/// A file's bytes as they are.
func fileBytes(_ path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw FuzzFailure("\(path) cannot be read") }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &piece, piece.count)
    if count <= 0 { return bytes }
    bytes += piece[..<count]
  }
}
