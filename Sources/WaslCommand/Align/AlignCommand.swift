import ArgumentParser
import Wasl
import WaslBitext
import WaslDocuments
import WaslPairFormats
import WaslSyntax
import WaslSystemIO
import WaslText

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Pair the sentences of an Arabic and an English text.",
    usage: """
      wasl align [<options>] FILE
      wasl align [<options>] ARABIC ENGLISH
      wasl align [<options>] --batch LIST
      """,
    discussion: """
      One file holds both languages, in halves or interleaved by paragraph or line; of two files, in either \
      order, the script tells which is which. '-' is standard input. The source is the Arabic side unless \
      --source-language is en. With --presplit every line is a segment: of one file, each belongs to the \
      language it is in and blank lines to none; of two files, blank lines are empty segments, so that the \
      numbers in a ladder are line numbers. Otherwise a long sentence is cut at a clause where the other side \
      ends a sentence.

      Both texts are taken to tell things in the same order: what has changed places becomes gaps. With \
      --allow-crossing a second pass pairs it, up to some thirty sentences away. Such beads stand in the order of the \
      source, and JSON lines have "crossing":true for them; hunalign's form cannot hold them.

      HTML, Markdown, SRT, WebVTT, DOCX, ODT, EPUB and PDF are known by the ends of their \
      names, and gzip and zstd are unpacked. Subtitles on both sides whose times agree, apart from a shift or \
      another frame rate, are cut where cues of both start and a sentence has ended.

      A review page (-o review.html) exports JSON lines; given back with --confirmed, the beads that are confirmed \
      in them stand exactly, and what lies between them is aligned anew.

      Encodings are detected (UTF-8, UTF-16, Windows-1256, ISO-8859-6 and others). Offsets in JSON lines count \
      the Unicode scalars of the decoded text, its line ends as they are: in Python \
      open(file, encoding=…, newline='').read()[start:end]. A byte order mark counts in UTF-8, not in UTF-16.

      A summary goes to standard error, and a progress bar when it is a terminal and the work takes more than \
      a second. Exit status: 0 done, 1 nothing to align, 2 bad usage or input, 3 \
      --verify found the result unsound.

      EXAMPLES
        wasl align contract.txt -o contract.tmx
        wasl align story.ar.txt story.en.txt -o story.jsonl
        wasl align --presplit news.ar news.en --to ladder
        wasl align report.docx -o review.html
        wasl align report.docx --confirmed review.jsonl -o review.html
        wasl align film.ar.srt film.en.srt -o film.tmx
        wasl align minutes.txt --source-language en --to tsv | head
        wasl align --glossary terms.tsv contract.txt -o contract.tmx
        wasl align --batch documents.jsonl --jobs 8 --keep-going -o beads.jsonl
      """)

  @Argument(help: .init("One bilingual text, or two texts.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(help: "The inputs have one segment a line: keep them.")
  var presplit = false

  @Flag(help: "A single line end is a space; a blank line ends a paragraph.")
  var wrapped = false

  @Flag(help: "A semicolon (؛ ;) also ends a segment.")
  var breakSemicolon = false

  @Flag(help: "A colon also ends a segment.")
  var breakColon = false

  @Option(
    help: .init(
      "Keep the beads that are confirmed in this file, JSONL exported from the review page of the same text.",
      valueName: "jsonl"), completion: .file())
  var confirmed: String?

  @Option(
    help: .init(
      "How large the pieces are that are paired: sentence, clause or paragraph.", valueName: "size"),
    transform: { text in
      guard let granularity = Granularity(rawValue: text) else {
        throw ValidationError("'\(text)' is no size of pieces; take sentence, clause or paragraph")
      }
      return granularity
    })
  var granularity = Granularity.sentence

  @Flag(
    help: """
      Also look for sentences and paragraphs that have changed places, and pair them; the beads are in the order of \
      the source then.
      """)
  var allowCrossing = false

  @Flag(help: "Tell for each bead what speaks for it and which words stand for each other; the output is JSONL.")
  var explain = false

  @Option(
    help: .init(
      "Write the words that stand for each other to this file: a line a bead, 0-0 1-2, by the numbers of the words.",
      valueName: "file"), completion: .file())
  var wordLinks: String?

  @Flag(help: "Check before writing that no text was lost, no segment stands twice, and confidences are in 0…1.")
  var verify = false

  @OptionGroup(title: "Input") var input: DecodingArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Batch") var batch: BatchOptions
  @OptionGroup(title: "Model") var model: ModelArguments
  @OptionGroup(title: "Model") var glossary: GlossaryArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    if batch.batch != nil {
      if !files.isEmpty { throw ValidationError("--batch names the documents; leave the files out") }
      if batch.outputDir != nil && output.output != nil {
        throw ValidationError("give either --output-dir or -o")
      }
      try OptionRange.check(batch.jobs, "--jobs", OptionRange.jobs)
      if confirmed != nil { throw ValidationError("--confirmed goes with one document, not with --batch") }
      if explain || wordLinks != nil {
        throw ValidationError("--explain and --word-links go with one document, not with --batch")
      }
      _ = try batch.shardNumbers()
    } else {
      if files.isEmpty { throw ValidationError("give one bilingual text, two texts, or --batch") }
      if batch.jobs != nil || batch.outputDir != nil || batch.resume || batch.keepGoing || batch.shard != nil {
        throw ValidationError("--jobs, --output-dir, --resume, --keep-going and --shard go with --batch")
      }
    }
    if files.count > 2 { throw ValidationError("give one bilingual text or two texts, not \(files.count) files") }
    try OutputCheck.checkStandardInput(files + [batch.batch, confirmed, model.model] + glossary.glossary)
    if wordLinks == "-" && (output.output ?? "-") == "-" {
      throw ValidationError("standard output can take the pairs or --word-links, not both")
    }
    if presplit && (wrapped || breakSemicolon || breakColon || granularity != .sentence) {
      throw ValidationError("--presplit keeps the lines as they are; leave the other segmentation options out")
    }
  }

  func run() throws {
    let task = try AlignmentTask(
      segmentation: .init(
        wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon, presplit: presplit),
      englishFirst: isEnglishFirst(), granularity: granularity, allowsCrossing: allowCrossing, verifies: verify)
    if batch.batch != nil {
      try BatchRun(
        options: batch, task: task, decoding: input, writer: batchWriter(), output: output.output,
        inputs: glossary.glossary + model.files, messages: messages
      ).run(model.load(), glossary: glossary.load(messages))
      return
    }
    let writer = try singleWriter()
    try OutputCheck.checkTwice(files)
    try OutputCheck.check(
      output.paths(writer) + [wordLinks],
      inputs: files + glossary.glossary + model.files + [confirmed].compactMap { $0 })
    let texts = try files.map { try input.read($0, messages) }
    let progress = messages.progress(stages: ["sentences", "beads", "writing"])
    defer { progress?.stop() }
    var aligner = try DocumentAligner(model: model.load(), glossary: glossary.load(messages))
    let (arabic, english) = try task.sides(texts, aligner)
    aligner.granularity = granularity
    aligner.allowsCrossing = allowCrossing
    let (source, target) = task.englishFirst ? (english, arabic) : (arabic, english)
    progress?.advance()
    // Given segments are not for cutting.
    let text = try aligner.align(guide(source, target), cutsSentences: !presplit)
    try task.verify(text)
    progress?.advance()
    let summary = try write(text, aligner, writer)
    progress?.stop()
    messages.note(AlignmentSummary.text(text, summary))
  }

  /// Writes the output, and the word links where they are asked for.
  private func write(
    _ text: AlignedText, _ aligner: DocumentAligner, _ writer: AlignedTextWriter
  ) throws -> WriteSummary {
    var text = text
    if explain {
      text = aligner.explained(text)
    } else if wordLinks != nil || writer.format == .html {
      text = aligner.linked(text)
    }
    if let wordLinks { try OutputFile.write(to: wordLinks) { Pharaoh.write(text, to: &$0) } }
    return try writer.write(text, to: output.output)
  }

  /// What explains beads is JSON lines.
  private func singleWriter() throws -> AlignedTextWriter {
    var output = output
    if explain && output.to == nil && output.output == nil { output.to = "jsonl" }
    let writer = try output.writer()
    if explain && writer.format != .jsonl {
      throw ValidationError("--explain tells in JSONL; write to a file that ends in .jsonl, or give --to jsonl")
    }
    return writer
  }

  /// What is known of the alignment before it is looked for.
  private func guide(_ source: Document, _ target: Document) throws -> AlignmentGuide {
    guard let confirmed else { return try AlignmentGuide(source, target) }
    let name = InputFile.name(of: confirmed)
    let records = try JSONL.read(InputFile.read(confirmed), name: name)
    if !records.contains(where: \.isConfirmed) { messages.warn("\(name): no bead in it is confirmed") }
    return try AlignmentGuide(source, target, confirmed: records, file: name)
  }

  /// A stream of documents is JSON lines, which alone say which document a bead is of.
  private func batchWriter() throws -> AlignedTextWriter {
    var output = output
    if batch.outputDir == nil {
      if let named = output.to, named != "jsonl" {
        throw ValidationError("a batch in one stream is jsonl; for \(named) give --output-dir")
      }
      output.to = "jsonl"
    }
    return try output.writer()
  }

  /// Which side the output has first: the one that the language tags say.
  private func isEnglishFirst() throws -> Bool {
    let source = try language(output.sourceLanguage, "--source-language")
    let target = try language(output.targetLanguage, "--target-language")
    if let source, source == target {
      throw WaslError(
        .usage, "the source and the target have the same language", advice: "leave --target-language out")
    }
    return (source ?? target?.other) == .english
  }

  private func language(_ tag: String?, _ option: String) throws -> Language? {
    guard let tag else { return nil }
    let main = tag.prefix { $0 != "-" }.lowercased()
    guard let language = Language(rawValue: main) else {
      throw WaslError(
        .usage, "\(option) \(tag) is neither Arabic nor English", advice: "give a tag such as ar-SY or en-GB")
    }
    return language
  }
}

/// How inputs are decoded: the same for every subcommand that reads text.
struct DecodingArguments: ParsableArguments {
  @Option(
    help: .init(
      "The input's encoding, when it is not detected rightly: UTF-8, UTF-16, windows-1256, …", valueName: "name")
  )
  var encoding: String?

  @Flag(help: "Replace bytes that are no text by U+FFFD and go on.")
  var replaceInvalid = false

  /// Decodes as the options say.
  var decoder: TextDecoder { TextDecoder(encoding: encoding, replacesInvalid: replaceInvalid) }

  /// Reads a file, or standard input for `-`, and says how it was decoded when that was not UTF-8.
  func read(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    if path.lowercased().hasSuffix(".pdf") { return try pdf(path, messages) }
    let bytes = try InputFile.read(path)
    let name = InputFile.name(of: path)
    let document = DocumentFormat(path: path)
    if let document, document.isArchive {
      return try document.source(of: bytes, name: name)
    }
    let text = try decoder.decode(bytes, name: name)
    if text.encoding != "UTF-8" { messages.note("\(text.name) read as \(text.encoding)") }
    guard let document else { return text }
    return try document.source(of: text.bytes, name: name, encoding: text.encoding)
  }

  private func pdf(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    guard PDFSource.isAvailable else {
      messages.note("\(path): read through pdftotext, which loses the order of Arabic; install libqpdf (libqpdf29)")
      return try pdfThroughProgram(path, messages)
    }
    let bytes = try InputFile.read(path)
    let source: PDFSource
    do {
      source = try PDFSource(bytes, name: InputFile.name(of: path))
    } catch {
      guard error.code == .format else { throw error }
      messages.warn("\(error.description); trying pdftotext")
      return try pdfThroughProgram(path, messages)
    }
    for warning in source.warnings { messages.warn(warning) }
    return source.text
  }

  private func pdfThroughProgram(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    // A name with a hyphen at its start is no option.
    let file = path.hasPrefix("-") ? "./" + path : path
    let output = try ExternalProgram.output(
      "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], about: path, advice: "install poppler-utils")
    let (text, doubts) = PDFText.text(of: output)
    for doubt in doubts { messages.warn("\(path): \(doubt.message)") }
    return SourceText(name: path, bytes: text)
  }
}
