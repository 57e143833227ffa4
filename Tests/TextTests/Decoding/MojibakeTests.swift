import Foundation
import Testing
import WaslBitext

@testable import WaslText

@Suite struct MojibakeTests {
  static let arabic = [
    "وصلت الرسالة أمس مساءً. أرسلوا العقد الموقع قبل نهاية الشهر.",
    "قال: «لا أعرف»، ثم سكت؛ لماذا؟ لا أحد يدري…",
    "فُتِحَ البابُ في الساعة ١٠:٣٠ – ودخلت ليلى “بهدوء”.",
    "في قلب المدينة سوق قديم\nفيه خبز وقهوة وكتب\n",
  ]

  /// Reads UTF-8 as a code page, with C1 controls where Windows-1252 has no character.
  private func damage(_ text: String, _ page: CodePage, keepsControls: Bool = true) throws -> String {
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      if byte < 0x80 {
        result.append(Unicode.Scalar(byte))
        continue
      }
      let scalar = ((UInt32(0xA0)...0xFFFF).first { page.byte($0) == byte }) ?? UInt32(byte)
      if !keepsControls, scalar < 0xA0 { continue }
      result.append(try #require(Unicode.Scalar(scalar)))
    }
    return String(result)
  }

  private func repaired(_ text: String) -> String? {
    Mojibake.repair(SourceText(name: "text", bytes: Array(text.utf8))).map {
      String(decoding: $0.text.bytes, as: UTF8.self)
    }
  }

  @Test(arguments: arabic, CodePage.allCases)
  func isRepaired(text: String, page: CodePage) throws {
    let damaged = try damage(text, page)
    #expect(repaired(damaged) == text)
    #expect(Mojibake.repair(SourceText(name: "", bytes: Array(damaged.utf8)))?.codePage == page.rawValue)
  }

  @Test(arguments: arabic, CodePage.allCases)
  func twofoldDamageIsRepaired(text: String, page: CodePage) throws {
    for second in CodePage.allCases { #expect(repaired(try damage(damage(text, page), second)) == text) }
  }

  @Test(arguments: CodePage.allCases)
  func soundPartsStay(page: CodePage) throws {
    let text =
      try "سطر سليم عن الخطوط، والظروف؛ ثم\n" + damage(Self.arabic[0], page) + "\nand a line of English.\nوسطر أخير"
    #expect(
      repaired(text) == "سطر سليم عن الخطوط، والظروف؛ ثم\n" + Self.arabic[0] + "\nand a line of English.\nوسطر أخير")
  }

  @Test func quotationMarksInEnglishAreRepairedBesideArabic() throws {
    let text = "“Done” – he said. كتب الرسالة أمس وأرسلها"
    #expect(repaired(try damage(text, .windows1252)) == text)
  }

  @Test func quotationMarksInEnglishAreRepaired() {
    #expect(repaired("He didnâ€™t say â€œnoâ€\u{9D}.") == "He didn’t say “no”.")
  }

  @Test func lostBytesAreTakenForTheCommonestLetter() throws {
    let damaged = try damage("في الغرفة ملف مفتوح", .windows1252, keepsControls: false)
    let repair = try #require(Mojibake.repair(SourceText(name: "", bytes: Array(damaged.utf8))))
    #expect(String(decoding: repair.text.bytes, as: UTF8.self) == "في الغرفة ملف مفتوح")
    #expect(repair.guessed == 4)
  }

  @Test func windows1256ReadAsLatin() throws {
    #expect(repaired("ÇáÓáÇã Úáíßã íÇ ÃÕÏÞÇÁ ÇáãÏíäÉ") == "السلام عليكم يا أصدقاء المدينة")
  }

  static let sound =
    arabic + [
      "الحروف: ط، ظ؛ ط؟ «ط» «ظ» ط… ظ… ط“ ظ” ثم غيرها",
      "حرفا «ط» و«ظ» متقاربان؛ خط، حظ، شرط… لفظ؟ وعظ» نقاط، حفاظ؛ ضبط“",
      "Élève naïve, déjà vu à l’été : « garçon » ; où êtes-vous ? Ça va… œuvre, ÀÉÎÕÜ, NÃO, AÇÃO",
      "Smørrebrød på Østerbro; Ødegård og Åse. «Ø» §3, Ø 12 mm, Ù? ÙÛ",
      "Größe, Übermaß, ÄÖÜ: „Straße“ – ‚gut‘",
      "پنجره را ببندید. می‌خواهم کتاب‌ها را بخوانم؛ گفت: «چرا؟» ژاله خندید.",
      "یہ کتاب ظہر کے وقت لکھی گئی ہے۔ ٹھیک ہے، خط ڈاک میں ہے۔",
      "من ط‌ها و ظ‌ها را نوشتم", "", "plain English only.", "Ã", "Ø§", "ط§",
      "النص المعطوب يبدأ هكذا: ط§ظ„ فاحذر منه", "\u{FEFF}بداية بعلامة",
    ]

  @Test(arguments: sound)
  func soundTextStays(text: String) { #expect(repaired(text) == nil) }

  @Test(.enabled(if: SharedData.isPresent, "no shared data beside the checkout"))
  func realTextStays() throws {
    var files = 0
    for file in SharedData.files("train", suffix: ".tsv") + SharedData.files("dev", suffix: ".txt") {
      let bytes = [UInt8](try Data(contentsOf: file))
      files += 1
      guard let repair = Mojibake.repair(SourceText(name: file.lastPathComponent, bytes: bytes)) else { continue }
      // One of the sets has some words of it.
      if String(decoding: bytes, as: UTF8.self).contains("Ø§Ù„Ù„Ù‡") && repair.words < 50 { continue }
      Issue.record("\(file.lastPathComponent): \(repair.words) words repaired")
    }
    #expect(files > 20)
  }

  @Test func damagedBytesOfAnyKindAreTaken() {
    var random = RandomProse(
      seed: 9,
      pieces: ["Ø", "Ù", "Ã", "Â", "ط", "ظ", "§", "„", "â€", "™", "\u{81}", "\u{FFFD}", " ", "\n", "a", "é", "ة", "Ã˜"])
    for round in 0..<5000 {
      let text = random.text(pieces: 1 + round % 50)
      if let repair = Mojibake.repair(SourceText(name: "", bytes: Array(text.utf8))) {
        #expect(String(validating: repair.text.bytes, as: UTF8.self) != nil)
      }
    }
  }
}
