import Testing
import TextChecks
import WaslBitext

@testable import WaslText

@Suite struct TextDecoderTests {
  static let arabic = "السلام عليكم ورحمة الله، كيف الحال؟\n"
  static let mixed = "Wasl: وصل النصوص 2024\n"

  static func bytes(hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)!
    }
  }

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool = false) -> [UInt8] {
    (mark ? [0xFEFF] + Array(text.utf16) : Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  // The bytes of the single-byte encodings are what Python's codecs make of the texts.
  @Test(arguments: [
    (Array(arabic.utf8), arabic, "UTF-8"),
    (Array("plain".utf8), "plain", "UTF-8"),
    ([], "", "UTF-8"),
    ([0xEF, 0xBB, 0xBF] + Array(mixed.utf8), "\u{FEFF}" + mixed, "UTF-8"),
    (utf16(mixed, bigEndian: false, mark: true), mixed, "UTF-16LE"),
    (utf16(mixed, bigEndian: true, mark: true), mixed, "UTF-16BE"),
    (utf16(mixed, bigEndian: false), mixed, "UTF-16LE"),
    (utf16(arabic, bigEndian: true), arabic, "UTF-16BE"),
    (utf16("a\u{1F600}b and so on", bigEndian: true), "a\u{1F600}b and so on", "UTF-16BE"),
    (
      bytes(hex: "c7e1d3e1c7e320dae1eddfe320e6d1cde3c920c7e1e1e5a120dfeddd20c7e1cdc7e1bf0a"),
      arabic, "windows-1256"
    ),
    (
      bytes(hex: "c7e4d3e4c7e520d9e4eae3e520e8d1cde5c920c7e4e4e7ac20e3eae120c7e4cdc7e4bf0a"),
      arabic, "ISO-8859-6"
    ),
    (bytes(hex: "5761736c3a20e6d5e120c7e1e4d5e6d520323032340a"), mixed, "windows-1256"),
    (bytes(hex: "5761736c3a20e8d5e420c7e4e6d5e8d520323032340a"), mixed, "ISO-8859-6"),
    (
      bytes(hex: "636166e920936e61ef76659420962064e96ae0207675850a"),
      "café “naïve” – déjà vu…\n", "windows-1252"
    ),
  ])
  func encodingsAreDetected(input: [UInt8], text: String, encoding: String) throws {
    let decoded = try TextDecoder().decode(input, name: "in")
    #expect(String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(decoded.encoding == encoding)
    #expect(decoded.name == "in")
  }

  @Test(arguments: [
    ("utf8", Array(mixed.utf8), mixed, "UTF-8"),
    ("UTF-16LE", utf16(mixed, bigEndian: false, mark: true), mixed, "UTF-16LE"),
    ("UTF-16", utf16(mixed, bigEndian: true, mark: true), mixed, "UTF-16"),
    ("cp1256", [0xE3, 0xE4], "من", "windows-1256"),
    ("latin1", [0xE3, 0xE4], "ãä", "ISO-8859-1"),
    ("ISO-8859-6", [0xE5, 0xE6], "من", "ISO-8859-6"),
  ])
  func anEncodingCanBeNamed(encoding: String, input: [UInt8], text: String, name: String) throws {
    let decoded = try TextDecoder(encoding: encoding).decode(input, name: "in")
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.encoding == name)
  }

  @Test(arguments: [
    (Array("سطر\nثان ".utf8) + [0xFF, 0x20], 2, 14),
    (Array("one two three\r\nfour \u{E9}t\u{E9}\rsix ".utf8) + [0xC3], 3, 30),
    (Array("abc".utf8) + [0xED, 0xA0, 0x80], 1, 3),
    (Array("abc".utf8) + [0xC0, 0x80], 1, 3),
    (Array("hello ".utf8) + [0xFF] + Array(" world".utf8), 1, 6),
    (Array("a\nb".utf8) + [0], 2, 3),
  ])
  func badBytesAreNamed(input: [UInt8], line: Int, byte: Int) throws {
    let error = #expect(throws: WaslError.self) { try TextDecoder().decode(input, name: "in") }
    #expect(error?.code == .encoding)
    #expect(error?.location == .init(file: "in", line: line, byte: byte))
    #expect(error?.advice?.contains("--replace-invalid") == true)
  }

  @Test(arguments: [
    ([0x61, 0xFF, 0xFE, 0x62, 0xD8, 0x27], "a\u{FFFD}\u{FFFD}b\u{FFFD}'"),
    ([0x61, 0, 0x62], "a\u{FFFD}b"),
    ([0xE2, 0x80], "\u{FFFD}"),
    ([0xF0, 0x9F, 0x98, 0x61], "\u{FFFD}a"),
  ])
  func badBytesCanBeReplaced(input: [UInt8], text: String) throws {
    let decoded = try TextDecoder(encoding: "UTF-8", replacesInvalid: true).decode(input, name: "in")
    #expect(decoded.bytes == Array(text.utf8))
  }

  @Test func badUTF16IsNamedAndReplaced() throws {
    let input = Self.utf16("line\r\nline\r\n", bigEndian: false) + [0x00, 0xD8, 0x61, 0x00, 0x62]
    let error = #expect(throws: WaslError.self) { try TextDecoder().decode(input, name: "in") }
    #expect(error?.location == .init(file: "in", line: 3, byte: 24))
    let decoded = try TextDecoder(replacesInvalid: true).decode(input, name: "in")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "line\r\nline\r\n\u{FFFD}a\u{FFFD}")
    #expect(decoded.encoding == "UTF-16LE")
  }

  @Test func nulIsFoundBehindAConverter() throws {
    let input = Self.utf16("line one\nline\0two", bigEndian: true)
    let error = #expect(throws: WaslError.self) { try TextDecoder(encoding: "UTF-16BE").decode(input, name: "in") }
    #expect(error?.location?.line == 2)
    let decoded = try TextDecoder(encoding: "UTF-16BE", replacesInvalid: true).decode(input, name: "in")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "line one\nline\u{FFFD}two")
  }

  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), "PDF"),
    ([0x50, 0x4B, 3, 4, 20, 0], "ZIP"),
    ((0..<400).map { UInt8($0 * 7 % 251) }, "binary"),
  ])
  func filesThatAreNoTextAreTold(input: [UInt8], word: String) {
    let error = #expect(throws: WaslError.self) { try TextDecoder().decode(input, name: "in") }
    #expect(error?.code == .input)
    #expect(error?.message.contains(word) == true)
  }

  @Test func anUnknownEncodingIsAUsageError() {
    let error = #expect(throws: WaslError.self) { try TextDecoder(encoding: "latin-99").decode([], name: "in") }
    #expect(error?.code == .usage)
  }

  /// Whatever the pieces, the stream gives what the whole gives.
  @Test(arguments: ["UTF-8", "UTF-16LE", "windows-1256", "UTF-16BE"], [false, true])
  func piecesGiveWhatTheWholeGives(encoding: String, damaged: Bool) throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      var input: [UInt8]
      let text = String(repeating: Self.mixed + "\u{1F600} é\r\n", count: 3)
      switch encoding {
      case "UTF-8": input = Array(text.utf8)
      case "windows-1256": input = (0..<60).map { _ in UInt8.random(in: 1...255, using: &random) }
      default: input = Self.utf16(text, bigEndian: encoding == "UTF-16BE")
      }
      if damaged { input[Int.random(in: 0..<input.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      let replaces = Bool.random(using: &random)
      let decoder = TextDecoder(encoding: encoding, replacesInvalid: replaces)
      let whole = Result { () throws(WaslError) in try decoder.decode(input, name: "in").bytes }
      let pieces = Result { () throws(WaslError) in
        let stream = StreamDecoder(decoder, name: "in")
        var (output, start): ([UInt8], Int) = ([], 0)
        while start < input.count {
          let end = min(input.count, start + Int.random(in: 1...9, using: &random))
          try stream.append(input.span.extracting(start..<end), isLast: false, to: &output)
          start = end
        }
        try stream.append([UInt8]().span, isLast: true, to: &output)
        return output
      }
      #expect(pieces == whole)
    }
  }
}
