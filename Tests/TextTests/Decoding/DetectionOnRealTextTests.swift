import Foundation
import Testing
import WaslBitext

@testable import WaslText

@Suite struct DetectionOnRealTextTests {
  /// Encodes text by the inverse of the decoder, whose own tests hold bytes made elsewhere. Letters the
  /// encoding lacks are left out.
  static func encode(_ text: String, as encoding: String) throws -> [UInt8] {
    var codes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(1)...0xFF {
      let decoded = try TextDecoder(encoding: encoding, replacesInvalid: true).decode([byte], name: "byte")
      if let scalar = decoded[0..<decoded.bytes.count].unicodeScalars.first, scalar != "\u{FFFD}" {
        codes[scalar] = byte
      }
    }
    return text.unicodeScalars.compactMap { codes[$0] }
  }

  @Test(
    .enabled(if: SharedData.isPresent, "the shared data are not at hand"),
    arguments: ["windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "UTF-8"], ["ar.txt", "mixed.txt"])
  func everyDocumentIsRecognised(encoding: String, suffix: String) throws {
    var checked = 0
    for file in SharedData.files("dev", suffix: suffix) where file.path.contains("/run/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let bytes =
        switch encoding {
        case "UTF-8": Array(text.utf8)
        case "UTF-16LE", "UTF-16BE": TextDecoderTests.utf16(text, bigEndian: encoding == "UTF-16BE")
        default: try Self.encode(text, as: encoding)
        }
      #expect(EncodingDetector.detect(bytes.span, isWhole: true).encoding == encoding, "\(file.lastPathComponent)")
      // One line has to do as well: its first 60 letters.
      let line = bytes.prefix(120).withUnsafeBufferPointer { Array($0) }
      if encoding != "UTF-8" {
        #expect(EncodingDetector.detect(line.span, isWhole: false).encoding == encoding, "\(file.lastPathComponent)")
      }
      checked += 1
    }
    #expect(checked > 50)
  }
}
