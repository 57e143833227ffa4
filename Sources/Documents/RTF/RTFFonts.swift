internal import WaslBitext
internal import WaslText

/// The fonts of an RTF file, which say what its bytes mean.
struct RTFFonts {
  struct Font {
    var charset = 0
    var codePage: Int?
    var name = ""
  }

  private(set) var fonts: [Int: Font] = [:]
  /// The code page of the document, from `\ansicpg`.
  var documentPage = 1252
  /// The font of text that names none.
  var usual = 0
  private var current = 0
  /// By encoding, the characters of the bytes from 0x80 on.
  private var tables: [String: [String]] = [:]

  /// Takes up a control word of the font table.
  mutating func read(_ word: String, _ number: Int?) {
    switch word {
    case "f":
      current = number ?? 0
      fonts[current] = Font()
    case "fcharset": fonts[current]?.charset = number ?? 0
    case "cpg": fonts[current]?.codePage = number
    default: break
    }
  }

  /// Takes up a letter of a font's name.
  mutating func read(_ byte: UInt8) {
    if byte == UInt8(ascii: ";") { return }
    fonts[current]?.name.unicodeScalars.append(Unicode.Scalar(byte))
  }

  /// The text of bytes in a font.
  mutating func text(_ bytes: [UInt8], font number: Int?) -> String {
    let font = fonts[number ?? usual]
    if font?.charset == 2 {
      return String(
        String.UnicodeScalarView(
          bytes.map { byte in
            SymbolFonts.scalar(UInt32(byte), font: font?.name.lowercased() == "wingdings" ? font?.name : "Symbol")
              ?? Unicode.Scalar(byte)
          }))
    }
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    let encoding = Self.encoding(codePage(font))
    guard !Self.wide.contains(encoding) else { return Self.decoded(bytes, encoding) }
    let table = tables[encoding] ?? (0x80...0xFF).map { Self.decoded([$0], encoding) }
    tables[encoding] = table
    return bytes.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : table[Int($0) - 0x80] }.joined()
  }

  /// Encodings with characters of several bytes.
  private static let wide: Set<String> = ["Shift_JIS", "GBK", "EUC-KR", "Big5", "UTF-8"]

  private static func decoded(_ bytes: [UInt8], _ encoding: String) -> String {
    for encoding in [encoding, "windows-1252"] {
      let decoder = TextDecoder(encoding: encoding, replacesInvalid: true)
      if let text = try? decoder.decode(bytes, name: "") { return String(decoding: text.bytes, as: UTF8.self) }
    }
    return String(repeating: "\u{FFFD}", count: bytes.count)
  }

  private func codePage(_ font: Font?) -> Int {
    if let page = font?.codePage { return page }
    // Programs that know no fonts' charsets write 0 for all; what the document says is nearer then.
    return Self.charsets[font?.charset ?? 0] ?? documentPage
  }

  private static let charsets = [
    77: 10_000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]

  private static func encoding(_ page: Int) -> String {
    switch page {
    case 65_001: "UTF-8"
    case 10_000: "macintosh"
    case 10_004: "x-mac-arabic"
    case 708: "iso-8859-6"
    case 28_596: "iso-8859-6"
    case 437, 720, 737, 775, 850, 852, 855, 857, 858, 860...866, 869: "ibm-\(page)"
    case 932: "Shift_JIS"
    case 936: "GBK"
    case 949, 1361: "EUC-KR"
    case 950: "Big5"
    case 874: "windows-874"
    default: "windows-\(page)"
    }
  }
}
