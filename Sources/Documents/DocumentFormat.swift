public import WaslBitext
internal import WaslSystemIO

/// The forms of documents from which the text is taken before it is aligned.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case html, markdown, srt, vtt, ass, docx, odt, epub

  /// By the end of the path, a `.gz` or `.zst` after it passed over; nil is plain text.
  public init?(path: String) {
    let name = Compression.unpackedName(path).lowercased()
    let ends: [(String, DocumentFormat)] = [
      (".html", .html), (".htm", .html), (".xhtml", .html), (".md", .markdown), (".markdown", .markdown),
      (".mdx", .markdown),
      (".srt", .srt), (".vtt", .vtt), (".ass", .ass), (".ssa", .ass), (".docx", .docx), (".odt", .odt),
      (".epub", .epub),
    ]
    guard let format = ends.first(where: { name.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }

  /// Whether the file is an archive, and not text in some encoding.
  public var isArchive: Bool {
    switch self {
    case .html, .markdown, .srt, .vtt, .ass: false
    default: true
    }
  }

  /// The text of a document under its name, with its blocks and the times of subtitles: blank lines between blocks,
  /// without markup, scripts and navigation. Line ends inside a block are those that the document asks for.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, or the archive.
  ///   - encoding: what `bytes` were decoded from.
  /// - Throws: a format or input error for a damaged archive, and what is inside it.
  public func source(
    of bytes: [UInt8], name: String, encoding: String = "UTF-8", options: DocumentOptions = .init()
  ) throws(WaslError) -> SourceText {
    try sourceAndNotes(of: bytes, name: name, encoding: encoding, options: options).text
  }

  /// The same, and what a user should know of how the document was read.
  public func sourceAndNotes(
    of bytes: [UInt8], name: String, encoding: String = "UTF-8", options: DocumentOptions = .init()
  ) throws(WaslError) -> (text: SourceText, notes: [String]) {
    var cues: [Cue] = []
    let document: DocumentBuilder
    switch self {
    case .srt, .vtt, .ass: (document, cues) = SubtitleText.read(bytes, options: options)
    case .html: document = HTMLText.document(bytes, keepsWholePage: options.keepsWholePage)
    case .markdown: document = MarkdownText.document(bytes)
    case .docx: document = try OfficeText.word(ZipArchive(bytes, name: name))
    case .odt: document = try OfficeText.openDocument(ZipArchive(bytes, name: name))
    case .epub: document = try EPUBText.document(ZipArchive(bytes, name: name))
    }
    let notes = document.notes
    return (document.source(name: name, encoding: isArchive ? "UTF-8" : encoding, cues: cues), notes)
  }

  /// The bytes of `source(of:name:)`.
  public func text(of bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    try source(of: bytes, name: name).bytes
  }
}
