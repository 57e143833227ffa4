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

  /// The text of a document under its name, with its blocks and the times of subtitles: blank lines between blocks,
  /// without markup, scripts and navigation. Line ends inside a block are those that the document asks for.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, or the archive.
  ///   - encoding: what `bytes` were decoded from.
  /// - Throws: a format or input error for a damaged archive, and what is inside it.
  public func source(of bytes: [UInt8], name: String, encoding: String = "UTF-8") throws(WaslError) -> SourceText {
    switch self {
    case .srt, .vtt:
      let (document, cues) = SubtitleText.read(bytes)
      return document.source(name: name, encoding: encoding, cues: cues)
    case .html: return HTMLText.document(bytes).source(name: name, encoding: encoding)
    case .markdown: return MarkdownText.document(bytes).source(name: name, encoding: encoding)
    case .docx: return try OfficeText.word(ZipArchive(bytes, name: name)).source(name: name)
    case .odt: return try OfficeText.openDocument(ZipArchive(bytes, name: name)).source(name: name)
    case .epub: return try EPUBText.document(ZipArchive(bytes, name: name)).source(name: name)
    }
  }

  /// The bytes of `source(of:name:)`.
  public func text(of bytes: [UInt8], name: String) throws(WaslError) -> [UInt8] {
    try source(of: bytes, name: name).bytes
  }
}
