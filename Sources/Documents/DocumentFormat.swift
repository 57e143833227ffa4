public import WaslBitext
internal import WaslSystemIO

/// The forms of documents from which the text is taken before it is aligned.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case html, markdown, srt, vtt, docx, odt, epub

  /// By the end of the path, a `.gz` or `.zst` after it passed over; nil is plain text.
  public init?(path: String) {
    let name = Compression.unpackedName(path).lowercased()
    let ends: [(String, DocumentFormat)] = [
      (".html", .html), (".htm", .html), (".xhtml", .html), (".md", .markdown), (".markdown", .markdown),
      (".srt", .srt), (".vtt", .vtt), (".docx", .docx), (".odt", .odt), (".epub", .epub),
    ]
    guard let format = ends.first(where: { name.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }

  /// Whether the file is an archive, and not text in some encoding.
  public var isArchive: Bool { self == .docx || self == .odt || self == .epub }

  /// The text of a document: paragraphs with a blank line between them, without markup, scripts, navigation
  /// and times. Line ends inside a paragraph are those that the document asks for.
  ///
  /// - Parameter bytes: UTF-8, or the archive.
  /// - Throws: a format or input error for a damaged archive, and what is inside it.
  public func text(of bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    switch self {
    case .html: return HTMLText.paragraphs(bytes).text
    case .markdown: return MarkdownText.paragraphs(bytes).text
    case .srt, .vtt: return SubtitleText.read(bytes).text
    case .docx: return try OfficeText.word(ZipArchive(bytes, name: name)).text
    case .odt: return try OfficeText.openDocument(ZipArchive(bytes, name: name)).text
    case .epub: return try EPUBText.paragraphs(ZipArchive(bytes, name: name)).text
    }
  }

  /// The text of a document under its name, with the times of subtitles.
  ///
  /// - Parameter encoding: what `bytes` were decoded from.
  /// - Throws: as `text(of:name:)`.
  public func source(of bytes: [UInt8], name: String, encoding: String = "UTF-8") throws(WaslError) -> SourceText {
    if self == .srt || self == .vtt {
      let (text, cues) = SubtitleText.read(bytes)
      return SourceText(name: name, bytes: text, encoding: encoding, cues: cues)
    }
    return SourceText(name: name, bytes: try text(of: bytes, name: name), encoding: encoding)
  }
}
