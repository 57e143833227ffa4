public import WaslBitext

extension DocumentFormat {
  /// The text of a document under its name, as `source(of:name:encoding:)` has it, with what was left out of it.
  public func sourceAndOmissions(
    of bytes: [UInt8], name: String, encoding: String = "UTF-8"
  ) throws(WaslError) -> (source: SourceText, omissions: Omissions) {
    switch self {
    case .html, .markdown, .srt, .vtt, .ass, .epub:
      return (try source(of: bytes, name: name, encoding: encoding), Omissions())
    default:
      let document = try officeDocument(of: bytes, name: name)
      return (document.source(name: name), document.omissions)
    }
  }

  /// The text of word processors', spreadsheets' and presentations' files.
  func officeDocument(of bytes: [UInt8], name: String) throws(WaslError) -> DocumentBuilder {
    switch self {
    case .docx: try WordText.document(ZipArchive(bytes, name: name))
    case .xlsx: try WorkbookText.document(ZipArchive(bytes, name: name))
    case .pptx: try PresentationText.document(ZipArchive(bytes, name: name))
    case .odt: try OpenDocumentText.document(ZipArchive(bytes, name: name), kind: "ODT document")
    case .ods: try OpenDocumentText.document(ZipArchive(bytes, name: name), kind: "ODS spreadsheet")
    case .odp: try OpenDocumentText.document(ZipArchive(bytes, name: name), kind: "ODP presentation")
    case .flatOpenDocument: try OpenDocumentText.flatDocument(bytes, name: name)
    case .rtf: try RTFText.document(bytes, name: name)
    case .doc, .xls, .ppt: try LibreOffice.document(bytes, self, name: name)
    case .html, .markdown, .srt, .vtt, .ass, .epub:
      throw WaslError(.defect, "no office document", at: .init(file: name))
    }
  }
}
