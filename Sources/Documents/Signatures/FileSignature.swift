public import WaslBitext
internal import WaslSystemIO

/// What a file is by its first bytes, whatever its name.
public enum FileSignature: Sendable, Hashable {
  /// A document that is read here.
  case document(DocumentFormat)
  case pdf
  /// Pairs or messages, which have a reader of their own.
  ///
  /// - Parameter name: what messages call it: `a Qt translation file`.
  case pairs(name: String)
  /// What is not read.
  ///
  /// - Parameters:
  ///   - name: what messages call it: `a 7-Zip archive`.
  ///   - advice: the way out.
  case unreadable(name: String, advice: String)
  /// Nothing that is known: text, perhaps.
  case unknown

  /// - Parameter bytes: the whole file, unpacked from gzip and zstd.
  public init(of bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip(bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile(bytes)
    } else if let magic = MagicNumber.first(of: bytes) {
      self = .unreadable(name: magic.name, advice: magic.advice)
    } else {
      self = .text(bytes)
    }
  }

  /// How a file is read: by what it is where its bytes say that, else by its name.
  ///
  /// - Returns: nil for plain text.
  /// - Throws: an input error for what is not read as a document, with the way out.
  public static func format(of bytes: [UInt8], path: String, name: String) throws(WaslError) -> DocumentFormat? {
    let named = DocumentFormat(path: path)
    switch FileSignature(of: bytes) {
    case .document(let format):
      // Text that begins like HTML may be Markdown, and a subtitle file anything; the name knows.
      if format == .html, let named, !named.isArchive { return named }
      if format == .html, named == nil, !Compression.unpackedName(path).lowercased().hasSuffix(".txt") { return .html }
      return format == .html && named == nil ? nil : format
    case .unreadable(let what, let advice):
      throw WaslError(.input, "this is \(what)", at: .init(file: name), advice: advice)
    case .pairs(let what):
      throw WaslError(
        .input, "this is \(what), not a document", at: .init(file: name), advice: "read it with: wasl convert FILE")
    case .pdf, .unknown: return named
    }
  }
}
