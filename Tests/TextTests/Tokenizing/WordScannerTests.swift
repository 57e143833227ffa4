import Foundation
import Testing
import TextChecks

@testable import WaslText

/// The byte-level scanner cuts where ICU cuts.
@Suite struct WordScannerTests {
  /// The boundaries by the scanner, and by ICU, with what the segments hold.
  static func compare(_ bytes: [UInt8], _ fast: inout WordScanner, _ slow: inout WordScanner) -> Bool {
    func segments(_ scanner: inout WordScanner) -> [String] {
      var (found, position): ([String], Int) = ([], 0)
      scanner.reset()
      bytes.withUnsafeBytes { raw in
        while let segment = scanner.next(raw, from: position, to: raw.count) {
          found.append("\(segment.range) \(segment.contents.rawValue)")
          position = segment.range.upperBound
        }
      }
      #expect(position == bytes.count)
      return found
    }
    let (one, other) = (segments(&fast), segments(&slow))
    return one == other
  }

  @Test func randomText() throws {
    var (fast, slow) = (try WordScanner(), try WordScanner(usesFastPath: false))
    var texts = RandomText(seed: 5)
    for round in 0..<30_000 {
      let bytes = round % 3 == 0 ? texts.damagedBytes() : texts.bytes(most: round % 50 == 0 ? 300 : 24)
      #expect(Self.compare(bytes, &fast, &slow), "\(bytes.map { String($0, radix: 16) })")
    }
  }

  @Test(
    .enabled(if: ConformanceTests.has("WordBreakTest.txt"), "install unicode-data 15.0 to run the conformance test"))
  func conformanceFile() throws {
    var (fast, slow) = (try WordScanner(), try WordScanner(usesFastPath: false))
    for line in try String(contentsOfFile: ConformanceTests.folder + "WordBreakTest.txt", encoding: .utf8)
      .split(separator: "\n")
    {
      var bytes: [UInt8] = []
      for field in line.prefix(while: { $0 != "#" }).split(separator: " ") {
        if let scalar = UInt32(field, radix: 16) { UTF8Scalar.append(scalar, to: &bytes) }
      }
      #expect(Self.compare(bytes, &fast, &slow), "\(line)")
    }
  }

  /// All triples of the characters that decide: letters, digits, joints, marks, spaces, line ends.
  @Test func allShortTexts() throws {
    var (fast, slow) = (try WordScanner(), try WordScanner(usesFastPath: false))
    let alphabet: [String] = [
      "ب", "a", "5", "٣", ".", ",", "'", ":", "_", "\u{64E}", "\u{200F}", "\u{200D}", " ", "\n", "\r", "،", "·",
      "\u{2003}", "©", "😀", "-",
    ]
    for a in alphabet {
      for b in alphabet {
        for c in alphabet {
          for d in ["", "ب", "5"] {
            let text = a + b + c + d
            #expect(Self.compare(Array(text.utf8), &fast, &slow), "\(text.unicodeScalars.map { $0.value })")
          }
        }
      }
    }
  }

  @Test(.enabled(if: SharedData.isPresent, "the shared data are not at hand"))
  func realText() throws {
    var (fast, slow) = (try WordScanner(), try WordScanner(usesFastPath: false))
    var checked = 0
    for file in SharedData.files("dev", suffix: ".mixed.txt") {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(Self.compare(bytes, &fast, &slow), "\(file.path)")
      checked += bytes.count
    }
    #expect(checked > 1_000_000)
  }
}
