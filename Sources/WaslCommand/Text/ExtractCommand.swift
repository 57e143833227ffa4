import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSyntax
import WaslSystemIO

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the text of a document, as 'wasl align' reads it.",
    usage: "wasl extract [<options>] [FILE]",
    discussion: """
      HTML, Markdown, SRT, WebVTT, ASS, DOCX, ODT, EPUB and PDF files are recognised by their extensions; anything else is \
      plain text. Paragraphs are separated by blank lines. Offsets in JSON lines count in this text.

      EXAMPLES
        wasl extract report.docx > report.txt
        wasl extract page.html | wasl align - -o page.tmx
      """)

  @OptionGroup var input: TextInput
  @OptionGroup(title: "Input") var reading: ReadingArguments
  @OptionGroup(title: "Output") var output: TextOutput
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    try output.write([input.file]) { sink in
      try input.forEachPiece(messages, reading.options(keepsLines: true)) { bytes, range in
        sink.append(bytes[range])
        try sink.flushIfFull()
      }
    }
  }
}
