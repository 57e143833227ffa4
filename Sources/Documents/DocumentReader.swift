public import WaslBitext
internal import WaslSystemIO
internal import WaslText

/// Reads the text of a document from a path or from bytes: plain text in any encoding, HTML, Markdown, SRT, WebVTT, DOCX,
/// ODT, EPUB and PDF; what gzip or zstd has compressed is unpacked.
///
///     let read = try DocumentReader().read("contract.docx")
///     for note in read.notes { print(note) }
///     let text = read.text
///
/// The end of the name says what a file is; another is plain text.
public struct DocumentReader: Sendable, Hashable {
  /// The name of the encoding of plain text, HTML, Markdown and subtitles, or nil to detect it.
  public var encoding: String?
  /// Whether each bad sequence and each NUL becomes U+FFFD instead of an error.
  public var replacesInvalid: Bool
  /// How documents are read where more than one reading is sound.
  public var options: DocumentOptions

  /// A reader that detects encodings unless one is named.
  public init(encoding: String? = nil, replacesInvalid: Bool = false, options: DocumentOptions = .init()) {
    self.encoding = encoding
    self.replacesInvalid = replacesInvalid
    self.options = options
  }

  /// What was read, and what is worth to know of it.
  public struct Result: Sendable {
    /// The text with what the document says of it.
    public var text: SourceText
    /// In the order of reading.
    public var notes: [Note]
  }

  /// Something that a user may want to know of an input.
  public struct Note: Sendable, Hashable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: Sendable, Hashable {
      /// How the input was read.
      case note
      /// The text may be wrong.
      case warning
    }

    /// How much it matters.
    public var severity: Severity
    /// What messages call the input.
    public var file: String
    /// In a few words.
    public var message: String

    public var description: String { severity == .note ? "\(file) \(message)" : "\(file): \(message)" }
  }

  /// Whether a path names plain text, not a document in some format.
  public static func isPlainText(_ path: String) -> Bool { !isPDF(path) && DocumentFormat(path: path) == nil }

  private static func isPDF(_ path: String) -> Bool { path.lowercased().hasSuffix(".pdf") }

  /// Reads a file, or standard input for `-`.
  ///
  /// - Throws: an `.input` error for a file that cannot be read or is too large, `.encoding` for bytes that are not text,
  ///   `.format` for a damaged archive, `.usage` for an encoding that nobody knows.
  public func read(_ path: String) throws(WaslError) -> Result {
    if Self.isPDF(path) { return try readPDF(path) }
    return try read(InputFile.read(path), name: InputFile.name(of: path), format: DocumentFormat(path: path))
  }

  /// Reads bytes that are not compressed.
  ///
  /// - Parameters:
  ///   - name: what messages call the input.
  ///   - format: nil for plain text.
  /// - Throws: as `read(_:)`.
  public func read(_ bytes: [UInt8], name: String, format: DocumentFormat?) throws(WaslError) -> Result {
    /// With what a reader has to say of the text.
    func result(_ read: (text: SourceText, notes: [String]), _ notes: [Note]) -> Result {
      Result(text: read.text, notes: notes + read.notes.map { Note(severity: .note, file: name, message: $0) })
    }
    if let format, format.isArchive {
      return result(try format.sourceAndNotes(of: bytes, name: name, options: options), [])
    }
    let decoder = TextDecoder(encoding: encoding, replacesInvalid: replacesInvalid)
    var text = try decoder.decode(bytes, name: name)
    var notes: [Note] = []
    if text.encoding != "UTF-8" {
      notes.append(Note(severity: .note, file: name, message: "read as \(text.encoding)"))
    }
    if let repair = Mojibake.repair(text) {
      notes.append(Note(severity: .warning, file: name, message: repair.message))
      text = repair.text
    }
    guard let format else { return result(PlainText.arranged(text, options), notes) }
    return result(
      try format.sourceAndNotes(of: text.bytes, name: name, encoding: text.encoding, options: options), notes)
  }

  /// By where the glyphs stand; through `pdftotext` where libqpdf is missing or the file is damaged.
  private func readPDF(_ path: String) throws(WaslError) -> Result {
    let name = InputFile.name(of: path)
    guard PDFSource.isAvailable else {
      let message = "read through pdftotext, which loses the order of Arabic; install libqpdf (Debian: libqpdf29)"
      return try readThroughProgram(path, Note(severity: .note, file: name, message: message))
    }
    let bytes = try InputFile.read(path)
    do {
      let source = try PDFSource(bytes, name: name)
      return Result(
        text: source.text, notes: source.warnings.map { Note(severity: .warning, file: name, message: $0) })
    } catch {
      guard error.code == .format else { throw error }
      return try readThroughProgram(
        path, Note(severity: .warning, file: name, message: "\(error.message); trying pdftotext"))
    }
  }

  private func readThroughProgram(_ path: String, _ note: Note) throws(WaslError) -> Result {
    // A name with a hyphen at its start is not an option.
    let file = path.hasPrefix("-") ? "./" + path : path
    let output = try ExternalProgram.output(
      "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], about: path, advice: "install poppler-utils")
    let (text, doubts) = PDFText.text(of: output)
    return Result(
      text: SourceText(name: path, bytes: text),
      notes: [note] + doubts.map { Note(severity: .warning, file: path, message: $0.message) })
  }
}
