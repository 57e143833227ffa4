import Testing

@testable import WaslPDF

@Suite struct FilterTests {
  @Test func asciiFilters() {
    #expect(ASCIIFilters.hexadecimal(Array("48 656C6C 6F7>".utf8)[...]) == Array("Hellop".utf8))
    #expect(ASCIIFilters.base85(Array("87cURD]j7BEbo80~>".utf8)) == Array("Hello world!".utf8))
    #expect(RunLength.unpacked([2, 65, 66, 67, 254, 68, 128], limit: 100) == Array("ABCDDD".utf8))
  }

  /// The example of ISO 32000-1, 7.4.4.2.
  @Test func lzw() {
    let packed: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
    #expect(LZW.unpacked(packed, isEarly: true, limit: 100) == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  }

  @Test func predictors() {
    let up = Predictor(["Predictor": .number(12), "Columns": .number(3)])
    #expect(up.undone([2, 1, 2, 3, 2, 1, 1, 1]) == [1, 2, 3, 2, 3, 4])
  }

  @Test(arguments: [
    ("Aacute", "Á"), ("uni0644", "ل"), ("uni06440627", "لا"), ("u1F600", "😀"), ("lam_alef", "لا"), ("beh-ar.init", "ب"),
    ("behinitialarabic", "ب"), ("afii57415", "ا"), ("a", "a"),
  ])
  func glyphNames(name: String, text: String) {
    #expect(GlyphNames.scalars(name).map { $0.map { String($0) }.joined() } == text)
  }
}
