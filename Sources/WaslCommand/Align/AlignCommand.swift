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
      One file holds both languages: in two halves, or alternating by paragraph or line. Two files may come in either \
      order; their script shows which is which. '-' is standard input. The source is the Arabic side unless \
      --source-language is en. A long sentence is cut at a clause where the other side ends a sentence.

      With --presplit, every line is a segment. In one file, each line belongs to the language that it is written in, and \
      blank lines to neither. In two files, a blank line is an empty segment, so that the numbers in a ladder are line \
      numbers.

      Both texts are expected to say things in the same order. Passages that have changed places become gaps. With \
      --allow-crossing, a second pass pairs them, up to about 30 sentences away. These beads follow the order of the \
      source and are marked in JSON lines with "crossing":true. The hunalign format cannot hold them.

      HTML, Markdown, SRT, WebVTT, ASS, DOCX, ODT, EPUB and PDF files are recognised by their extensions; files packed with \
      gzip or zstd are unpacked. Where subtitles on both sides have matching times, apart from a shift or another frame \
      rate, they are cut where cues of both sides start and a sentence has ended.

      A review page (-o review.html) exports JSON lines. Give them back with --confirmed: confirmed beads are kept exactly, \
      and what lies between them is aligned again.

      Encodings are detected: UTF-8, UTF-16, Windows-1256, ISO-8859-6 and others. Offsets in JSON lines count Unicode \
      scalars of the decoded text with its line ends unchanged, as in Python's \
      open(file, encoding=…, newline='').read()[start:end]. A byte order mark counts in UTF-8, not in UTF-16.

      A summary goes to standard error. So does a progress bar, on a terminal, when the work takes more than a second. \
      Exit status: 0 done, 1 nothing to align, 2 bad usage or input, 3 --verify found an unsound alignment.

      EXAMPLES
        wasl align contract.txt -o contract.tmx
        wasl align story.ar.txt story.en.txt -o story.jsonl
        wasl align --presplit news.ar news.en --to ladder
        wasl align report.docx -o review.html
        wasl align report.docx --confirmed review.jsonl -o review.html
        wasl align film.ar.srt film.en.srt -o film.tmx
        wasl align minutes.txt --source-language en --to tsv | head
        wasl align --glossary terms.tsv contract.txt -o contract.tmx
        wasl align --batch documents.jsonl -j 8 --keep-going -o beads.jsonl
      """)

  @Argument(
    help: .init("One bilingual text, or an Arabic and an English text.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(help: "Keep the lines of the input as segments.")
  var presplit = false

  @Flag(
    help: """
      Join hard-wrapped lines; only a blank line ends a paragraph. By default, hard-wrapped lines of plain text are \
      recognised, and a note says so.
      """)
  var wrapped = false

  @Flag(help: "Keep the lines of plain text, however they end.")
  var noWrapped = false

  @Flag(help: "Also end segments at semicolons (؛ ;).")
  var breakSemicolon = false

  @Flag(help: "Also end segments at colons.")
  var breakColon = false

  @Option(
    help: .init(
      "Keep the beads confirmed in this file: JSON lines exported from the review page of the same text.",
      valueName: "jsonl"), completion: .file())
  var confirmed: String?

  @Option(
    help: .init(
      "The size of the segments to pair: sentence, clause or paragraph.", valueName: "size"),
    transform: { text in
      guard let granularity = Granularity(rawValue: text) else {
        throw ValidationError("--granularity is '\(text)': give sentence, clause or paragraph")
      }
      return granularity
    })
  var granularity = Granularity.sentence

  @Flag(
    help: """
      Also pair sentences and paragraphs that have changed places; the beads then follow the order of the source.
      """)
  var allowCrossing = false

  @Flag(help: "Add the evidence for each bead and its word links; the output is JSON lines.")
  var explain = false

  @Option(
    help: .init(
      "Write word links to this file, one line per bead, as pairs of word numbers: 0-0 1-2.",
      valueName: "file"), completion: .file())
  var wordLinks: String?

  @Flag(help: "Before writing, check that no text is lost, no segment comes twice, and confidences are in 0…1.")
  var verify = false

  @Option(
    help: .init(
      "Which of two files is in which language: ar,en or en,ar. Otherwise the letters tell.", valueName: "pair"))
  var languages: LanguageOrder?

  @OptionGroup(title: "Input") var input: DecodingArguments
  @OptionGroup(title: "Input") var reading: ReadingArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Batch") var batch: BatchOptions
  @OptionGroup(title: "Model") var model: ModelArguments
  @OptionGroup(title: "Model") var glossary: GlossaryArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    if batch.batch != nil {
      if !files.isEmpty { throw ValidationError("--batch lists the documents: leave out the files") }
      if batch.outputDir != nil && output.output != nil {
        throw ValidationError("give either --output-dir or -o")
      }
      try OptionRange.check(batch.jobs, "--jobs", OptionRange.jobs)
      if confirmed != nil { throw ValidationError("--confirmed works with one document, not with --batch") }
      if explain || wordLinks != nil {
        throw ValidationError("--explain and --word-links work with one document, not with --batch")
      }
      _ = try batch.shardNumbers()
    } else {
      if files.isEmpty { throw ValidationError("give one bilingual text, two texts, or --batch") }
      if batch.jobs != nil || batch.outputDir != nil || batch.resume || batch.keepGoing || batch.shard != nil {
        throw ValidationError("--jobs, --output-dir, --resume, --keep-going and --shard need --batch")
      }
    }
    if wrapped && noWrapped { throw ValidationError("give either --wrapped or --no-wrapped") }
    if languages != nil && files.count != 2 { throw ValidationError("--languages goes with two files") }
    if files.count > 2 { throw ValidationError("give one bilingual text or two texts, not \(files.count) files") }
    try OutputCheck.checkStandardInput(files + [batch.batch, confirmed, model.model] + glossary.glossary)
    if wordLinks == "-" && (output.output ?? "-") == "-" {
      throw ValidationError("standard output can take the pairs or --word-links, not both")
    }
    if presplit && (wrapped || noWrapped || breakSemicolon || breakColon || granularity != .sentence) {
      throw ValidationError("--presplit keeps the lines as they are: leave out the other segmentation options")
    }
  }

  func run() throws {
    let writer = try batch.batch == nil ? singleWriter() : batchWriter()
    var options = try alignmentOptions(writer)
    let inputs = files + glossary.glossary + model.files + [confirmed].compactMap { $0 }
    if batch.batch != nil {
      options.glossary = try glossary.load(messages)
      try BatchRun(
        options: batch, alignment: options, decoding: input, reading: readingOptions(writer.format), writer: writer,
        output: output.output, inputs: inputs, messages: messages
      ).run(model.load())
      return
    }
    try OutputCheck.checkTwice(files)
    try OutputCheck.check(output.paths(writer) + [wordLinks], inputs: inputs)
    if try alignPairs(options, writer) { return }
    let reading = readingOptions(writer.format)
    let texts = try files.map { try input.read($0, messages, reading) }
    let progress = messages.progress(stages: ["model", "beads", "writing"])
    defer { progress?.stop() }
    let aligner = try DocumentAligner(model: model.load())
    options.glossary = try glossary.load(messages)
    try readConfirmed(into: &options)
    progress?.advance()
    let text = try aligner.align(BilingualText(texts), options: options)
    progress?.advance()
    if let wordLinks { try OutputFile.write(to: wordLinks) { Pharaoh.write(text, to: &$0) } }
    let summary = try writer.write(text, to: output.output)
    progress?.stop()
    if messages.quiet { return }
    let relatedness = try aligner.relatedness(of: text)
    AlignmentDoubts.warn(text, relatedness, messages)
    messages.note(AlignmentSummary.text(text, summary))
    if let doubt = AlignmentDoubts.summary(relatedness) { messages.note(doubt) }
  }

  /// What a memory keeps of subtitles is sentences.
  private func readingOptions(_ format: Format) -> DocumentOptions {
    reading.options(joinsCues: format == .tmx || format == .xliff, keepsLines: presplit || wrapped || noWrapped)
  }

  /// What the library is asked for.
  private func alignmentOptions(_ writer: AlignedTextWriter) throws -> AlignmentOptions {
    var options = AlignmentOptions()
    options.segmentation = .init(
      wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon, presplit: presplit)
    options.sourceLanguage = try sourceLanguage()
    options.firstLanguage = languages?.first
    options.granularity = granularity
    options.allowsCrossing = allowCrossing
    options.verifies = verify
    if explain {
      options.detail = .evidence
    } else if batch.batch == nil && (wordLinks != nil || writer.format == .html) {
      options.detail = .wordLinks
    }
    return options
  }

  /// What explains beads is JSON lines.
  private func singleWriter() throws -> AlignedTextWriter {
    var output = output
    if explain && output.to == nil && output.output == nil { output.to = "jsonl" }
    let writer = try output.writer()
    if explain && writer.format != .jsonl {
      throw ValidationError("--explain writes JSON lines: give --to jsonl, or an output file that ends in .jsonl")
    }
    return writer
  }

  private func readConfirmed(into options: inout AlignmentOptions) throws {
    guard let confirmed else { return }
    options.confirmedName = InputFile.name(of: confirmed)
    options.confirmed = try JSONL.read(InputFile.read(confirmed), name: options.confirmedName)
    if !options.confirmed.contains(where: \.isConfirmed) {
      messages.warn("\(options.confirmedName): no bead in it is confirmed")
    }
  }

  /// A stream of documents is JSON lines, which alone say which document a bead is of.
  private func batchWriter() throws -> AlignedTextWriter {
    var output = output
    if batch.outputDir == nil {
      if let named = output.to, named != "jsonl" {
        throw ValidationError("a batch in one stream is JSON lines: give --output-dir for \(named)")
      }
      output.to = "jsonl"
    }
    return try output.writer()
  }

  /// Which side the output has first: the one that the language tags say.
  private func sourceLanguage() throws -> Language {
    let source = try language(output.sourceLanguage, "--source-language")
    let target = try language(output.targetLanguage, "--target-language")
    if let source, source == target {
      throw WaslError(
        .usage, "the source and the target have the same language", advice: "leave out --target-language")
    }
    return source ?? target?.other ?? .arabic
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
