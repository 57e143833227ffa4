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
  static func isPlainText(_ path: String) -> Bool { DocumentReader.isPlainText(path) }

  /// Reads a file, or standard input for `-`, and says how it was decoded when that was not UTF-8.
  ///
  /// - Parameter options: how documents are read; by default the lines of plain text stay.
  func read(
    _ path: String, _ messages: MessageOptions, _ options: DocumentOptions = .plainLines
  ) throws -> SourceText {
    let read = try DocumentReader(encoding: encoding, replacesInvalid: replaceInvalid, options: options).read(path)
    for note in read.notes {
      switch note.severity {
      case .note: messages.note(note.description)
      case .warning: messages.warn(note.description)
      }
    }
    return read.text
  }
}
