import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSystemIO
import WaslText

/// How the bytes of a text become characters: the same for every subcommand that reads text.
struct DecodingArguments: ParsableArguments {
  @Option(
    help: .init(
      "The encoding of the input: UTF-8, UTF-16, windows-1256, … (default: detected).", valueName: "name")
  )
  var encoding: String?

  @Flag(help: "Replace bytes that are not text with U+FFFD and go on.")
  var replaceInvalid = false

  /// Decodes as the options say.
  var decoder: TextDecoder { TextDecoder(encoding: encoding, replacesInvalid: replaceInvalid) }

  /// Whether a path names plain text, which can be read piece by piece, and not a document in some format.
  static func isPlainText(_ path: String) -> Bool { !isPDF(path) && DocumentFormat(path: path) == nil }

  private static func isPDF(_ path: String) -> Bool { path.lowercased().hasSuffix(".pdf") }

  /// Reads a file, or standard input for `-`, and says how it was decoded when that was not UTF-8.
  func read(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    if Self.isPDF(path) { return try pdf(path, messages) }
    let bytes = try InputFile.read(path)
    let name = InputFile.name(of: path)
    let document = DocumentFormat(path: path)
    if let document, document.isArchive {
      return try document.source(of: bytes, name: name)
    }
    var text = try decoder.decode(bytes, name: name)
    if text.encoding != "UTF-8" { messages.note("\(text.name) read as \(text.encoding)") }
    if let repair = Mojibake.repair(text) {
      messages.warn(of: repair)
      text = repair.text
    }
    guard let document else { return text }
    return try document.source(of: text.bytes, name: name, encoding: text.encoding)
  }

  private func pdf(_ path: String, _ messages: MessageOptions) throws -> SourceText {
    // A name that starts with a hyphen must not be taken for an option.
    let file = path.hasPrefix("-") ? "./" + path : path
    let output = try ExternalProgram.output(
      "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], about: path, advice: "install poppler-utils")
    let (text, doubts) = PDFText.text(of: output)
    for doubt in doubts { messages.warn("\(path): \(doubt.message)") }
    return SourceText(name: path, bytes: text)
  }
}
