import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSyntax
import WaslSystemIO

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the text of a document, as 'wasl align' reads it.",
    discussion: """
      HTML, Markdown, SRT, WebVTT, DOCX, ODT, EPUB and PDF are known by the ends of their names; \
      anything else is plain text. Paragraphs are separated by blank lines. Offsets in JSON lines count in this text.

      EXAMPLES
        wasl extract report.docx > report.txt
        wasl extract page.html | wasl align - -o page.tmx
      """)

  @Argument(help: .init("The document; '-' is standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    name: .shortAndLong, help: .init("Write to this file; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Input") var input: DecodingArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    try OutputCheck.check([output], inputs: [file])
    let text = try input.read(file, messages)
    try OutputFile.write(to: output) { $0.append(text.bytes[...]) }
  }
}
