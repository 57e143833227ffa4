import ArgumentParser
import Bitext
import Formats
import Text
import Wasl

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Pair the sentences of an Arabic and an English text.",
    usage: """
      wasl align [<options>] FILE
      wasl align [<options>] ARABIC ENGLISH
      """,
    discussion: """
      One file holds both languages, in halves or interleaved; of two files, in either order, the script tells \
      which is which. '-' is standard input. HTML, Markdown, SRT, WebVTT, DOCX, ODT, EPUB and PDF (through \
      pdftotext) are known by the ends of their names, and gzip is unpacked. The source is the Arabic side unless --source-language is English.

      A summary goes to standard error. Exit status: 0 done, 1 nothing to align, 2 bad usage or input.

      EXAMPLES
        wasl align contract.txt -o contract.tmx
        wasl align story.ar.txt story.en.txt -o story.jsonl
        wasl align --presplit news.ar news.en --to ladder
        wasl align report.docx -o review.html
        wasl align minutes.txt --source-language en --to tsv | head
      """)

  @Argument(help: .init("One bilingual text, or two texts.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "The inputs have one segment a line: keep them.")
  var presplit = false

  @Flag(help: "A single line end is a space; a blank line ends a paragraph.")
  var wrapped = false

  @Flag(help: "A semicolon (؛ ;) also ends a segment.")
  var breakSemicolon = false

  @Flag(help: "A colon also ends a segment.")
  var breakColon = false

  @OptionGroup(title: "Input") var input: DecodingArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Model") var model: ModelArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    if files.count > 2 { throw ValidationError("give one bilingual text or two texts, not \(files.count) files") }
    if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read once only") }
    if presplit && (wrapped || breakSemicolon || breakColon) {
      throw ValidationError("--presplit keeps the lines as they are; leave the other segmentation options out")
    }
  }

  func run() throws {
    let writer = try output.writer()
    let (arabic, english) = try sides()
    let aligner = try DocumentAligner(model: model.load())
    let englishFirst = output.sourceLanguage.map { $0.lowercased().hasPrefix("en") } ?? false
    let text = englishFirst ? aligner.align(english, arabic) : aligner.align(arabic, english)
    let summary = try writer.write(text, to: output.output)
    messages.note(AlignmentSummary.text(text, summary))
  }

  private func sides() throws -> (arabic: Document, english: Document) {
    let texts = try files.map { try input.read($0, messages) }
    let reader = BilingualInput(
      segmentation: .init(
        wrapped: wrapped, breakAtSemicolon: breakSemicolon, breakAtColon: breakColon, presplit: presplit))
    guard texts.count == 2 else { return try reader.sides(of: texts[0]) }
    let sides = try reader.sides(of: texts[0], texts[1])
    if !presplit { return sides }
    return (
      BilingualInput.lines(of: sides.arabic.text, .arabic), BilingualInput.lines(of: sides.english.text, .english)
    )
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

  /// Reads a file, or standard input for `-`, and says how it was decoded when that was not UTF-8.
  func read(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    if path.lowercased().hasSuffix(".pdf") { return try pdf(path, messages) }
    let bytes = try InputFile.read(path)
    let name = InputFile.name(of: path)
    let document = DocumentFormat(path: path)
    if let document, document.isArchive {
      return SourceText(name: name, bytes: try document.text(of: bytes, name: name))
    }
    let decoder = TextDecoder(encoding: encoding, replacesInvalid: replaceInvalid)
    let text = try decoder.decode(bytes, name: name)
    if text.encoding != "UTF-8" { messages.note("\(text.name) read as \(text.encoding)") }
    guard let document else { return text }
    return SourceText(name: name, bytes: try document.text(of: text.bytes, name: name), encoding: text.encoding)
  }

  private func pdf(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    // A name with a hyphen at its start is no option.
    let file = path.hasPrefix("-") ? "./" + path : path
    let output = try ExternalProgram.output(
      "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], about: path, advice: "install poppler-utils")
    let (text, doubts) = PDFText.text(of: output)
    for doubt in doubts { messages.warn("\(path): \(doubt.message)") }
    return SourceText(name: path, bytes: text)
  }
}
