/// Files that are no documents, by the bytes at their start.
struct MagicNumber: Sendable {
  let name: String
  let advice: String
  private let bytes: [UInt8]
  private let offset: Int

  private init(_ bytes: [UInt8], at offset: Int = 0, _ name: String, _ advice: String) {
    (self.bytes, self.offset, self.name, self.advice) = (bytes, offset, name, advice)
  }

  private init(_ text: String, at offset: Int = 0, _ name: String, _ advice: String) {
    self.init(Array(text.utf8), at: offset, name, advice)
  }

  static func first(of file: [UInt8]) -> MagicNumber? { known.first { $0.matches(file) } }

  private func matches(_ file: [UInt8]) -> Bool {
    file.count >= offset + bytes.count && file[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  private static let picture = "give its text, recognised by an OCR program such as tesseract"
  private static let sound = "give its subtitles or a transcript"
  private static let program = "give a document"
  private static let font = "give a document"

  private static let known: [MagicNumber] = [
    .init(
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "unpack it: 7z x FILE, and give the documents in it"),
    .init("Rar!\u{1A}\u{07}", "a RAR archive", "unpack it: unrar x FILE, and give the documents in it"),
    .init("ustar", at: 257, "a tar archive", "unpack it: tar xf FILE, and give the documents in it"),
    .init("MSCF", "a Windows cabinet", "unpack it: cabextract FILE, and give the documents in it"),
    .init("!<arch>\n", "an archive of the program ar", "unpack it: ar x FILE"),
    .init([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed by xz", "unpack it: xz -d FILE"),
    .init("BZh", "compressed by bzip2", "unpack it: bunzip2 FILE"),
    .init([0x04, 0x22, 0x4D, 0x18], "compressed by LZ4", "unpack it: lz4 -d FILE"),
    .init([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture", picture),
    .init([0xFF, 0xD8, 0xFF], "a JPEG picture", picture), .init("GIF87a", "a GIF picture", picture),
    .init("GIF89a", "a GIF picture", picture), .init([0x49, 0x49, 0x2A, 0x00], "a TIFF picture", picture),
    .init([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture", picture), .init("WEBP", at: 8, "a WebP picture", picture),
    .init("8BPS", "a Photoshop picture", picture),
    .init("AT&TFORM", "a DjVu document", "turn it into text: djvutxt FILE"),
    .init([0x7F, 0x45, 0x4C, 0x46], "a program", program),
    .init([0x4D, 0x5A, 0x90, 0x00], "a Windows program", program),
    .init([0xCF, 0xFA, 0xED, 0xFE], "a macOS program", program),
    .init([0xCA, 0xFE, 0xBA, 0xBE], "a compiled Java class", program),
    .init([0x00, 0x61, 0x73, 0x6D], "a WebAssembly program", program),
    .init("SQLite format 3\u{0}", "an SQLite database", "export its texts as CSV: sqlite3 -csv FILE 'SELECT …'"),
    .init([0x00, 0x01, 0x00, 0x00] + Array("Standard".utf8), "an Access database", "export its tables as CSV"),
    .init([0xDE, 0x12, 0x04, 0x95], "a compiled gettext catalogue", "turn it into PO: msgunfmt FILE"),
    .init([0x95, 0x04, 0x12, 0xDE], "a compiled gettext catalogue", "turn it into PO: msgunfmt FILE"),
    .init([0x3C, 0xB8, 0x64, 0x18], "a compiled Qt translation", "turn it into XML: lconvert -i FILE -o FILE.ts"),
    .init([0xFF, 0x57, 0x50, 0x43], "a WordPerfect document", "open it in LibreOffice and save it as ODT or DOCX"),
    .init([0xDB, 0xA5, 0x2D, 0x00], "a document of Word 2", "open it in LibreOffice and save it as DOCX"),
    .init("ITSF", "a compiled Windows help file (CHM)", "unpack it: 7z x FILE, and give the HTML in it"),
    .init("BOOKMOBI", at: 60, "a Kindle book", "turn it into EPUB, with Calibre for example"),
    .init("ftyp", at: 4, "a film or picture in an MP4 container", sound),
    .init([0x1A, 0x45, 0xDF, 0xA3], "a Matroska film", "take its subtitles out: mkvextract FILE tracks …"),
    .init("ID3", "a sound file (MP3)", sound), .init("OggS", "a sound file (Ogg)", sound),
    .init("fLaC", "a sound file (FLAC)", sound), .init("WAVE", at: 8, "a sound file (WAV)", sound),
    .init([0x00, 0x01, 0x00, 0x00, 0x00], "a font", font), .init("OTTO", "a font", font), .init("wOFF", "a font", font),
    .init("wOF2", "a font", font),
    .init("PAR1", "a Parquet file", "write it as TSV or JSONL, with pandas or duckdb for example"),
    .init("ARROW1", "an Arrow file", "write it as TSV or JSONL, with pandas or duckdb for example"),
    .init([0x93] + Array("NUMPY".utf8), "an array of NumPy", program), .init("GGUF", "a language model", program),
  ]
}
