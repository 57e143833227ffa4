import Bitext
import Foundation
import Testing

@testable import Text

@Suite struct SplittingDevelopmentTests {
  /// Each `.mixed.txt` is the text of `.ar.txt`, one separator, the text of `.en.txt`.
  @Test func halvesAreSplitWithoutOneCharacterOnTheWrongSide() throws {
    let files = try DevelopmentData.files(["run", "run_noisy"], suffix: ".mixed.txt")
    if files.isEmpty {
      print("skipped: no development data beside the package")
      return
    }
    var (wrong, all) = (0, 0)
    for file in files {
      let mixed = [UInt8](try Data(contentsOf: file))
      let base = file.path().dropLast(".mixed.txt".count)
      let arabic = [UInt8](try Data(contentsOf: URL(filePath: base + ".ar.txt")))
      var boundary = arabic.count
      while boundary > 0, arabic[boundary - 1] <= 0x20 { boundary -= 1 }

      let runs = LanguageSplitter().split(SourceText(name: file.lastPathComponent, bytes: mixed))
      var wrongHere = 0
      for run in runs {
        let arabicPart = run.range.clamped(to: 0..<boundary)
        let englishPart = run.range.clamped(to: boundary..<mixed.count)
        wrongHere += characters(mixed, run.language == .arabic ? englishPart : arabicPart)
      }
      if wrongHere > 0 || runs.count != 2 {
        print("\(file.lastPathComponent): \(runs.count) runs, \(wrongHere) characters on the wrong side")
      }
      wrong += wrongHere
      all += characters(mixed, 0..<mixed.count)
    }
    print("halves: \(files.count) files, \(all) characters, \(wrong) on the wrong side")
    #expect(wrong == 0)
  }

  /// Scalars that are not white space.
  private func characters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
