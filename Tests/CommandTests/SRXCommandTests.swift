import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SRXCommandTests {
  /// Cuts a text as the SRX specification says: at each place the first rule that matches on both sides decides.
  private struct Engine {
    var rules: [(breaks: Bool, before: NSRegularExpression, after: NSRegularExpression)] = []

    init(_ rules: [(breaks: Bool, before: String, after: String)]) throws {
      self.rules = try rules.map {
        (
          $0.breaks, try NSRegularExpression(pattern: "(?:\($0.before))$"),
          try NSRegularExpression(pattern: "^(?:\($0.after))")
        )
      }
    }

    func segments(_ text: String) -> [String] {
      var segments: [String] = []
      var start = text.startIndex
      for place in text.indices.dropFirst() {
        let (before, after) = (String(text[text.startIndex..<place]), String(text[place...]))
        let decision = rules.first { rule in
          rule.before.firstMatch(in: before, range: NSRange(before.startIndex..., in: before)) != nil
            && rule.after.firstMatch(in: after, range: NSRange(after.startIndex..., in: after)) != nil
        }
        if decision?.breaks == true {
          segments.append(String(text[start..<place]))
          start = place
        }
      }
      segments.append(String(text[start...]))
      return segments.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
  }

  private static func engine(_ name: String) throws -> Engine {
    let file = try WaslProcess.run(["srx"])
    let reader = RuleReader()
    let parser = XMLParser(data: Data(file.output.utf8))
    parser.delegate = reader
    try #require(parser.parse())
    return try Engine(try #require(reader.rules[name]))
  }

  @Test(arguments: [
    ("Arabic", ["قال د. أحمد إنه سعيد.", "هل أنت متأكد؟", "نعم!"]), ("Arabic", ["انظر ص. 15 من الكتاب.", "ثم عد."]),
    ("Arabic", ["1. المقدمة", "2. الخاتمة"]), ("Arabic", ["جاء أ.د. محمود، ومعه أ. سامي.", "«كيف حالك؟» سأل الرجل."]),
    ("Arabic", ["بلغ ٣٫٥ أو 3.5 مليون.", "انتهى…", "وقال ذلك."]),
    ("English", ["Dr. Smith met Mr. J. Jones.", "They left at 5 p.m. today.", "\"Really?\" she asked."]),
    ("English", ["It cost 3.5 dollars (approx. 3 euros).", "See No. 5.", "The U.S. is large."]),
    ("English", ["1. Introduction", "Hello!", "Next line"]),
  ])
  func srxRulesSegmentLikeSegment(language: String, sentences: [String]) throws {
    let text = sentences.joined(separator: sentences[0].hasPrefix("1.") ? "\n" : " ")
    #expect(try SRXCommandTests.engine(language).segments(text) == sentences)
  }
}

/// Collects the rules of each language.
private final class RuleReader: NSObject, XMLParserDelegate {
  var rules: [String: [(breaks: Bool, before: String, after: String)]] = [:]
  private var name = ""
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if element == "languagerule" { name = attributes["languagerulename"] ?? "" }
    if element == "rule" { rules[name, default: []].append((attributes["break"] == "yes", "", "")) }
    text = ""
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    guard let last = rules[name]?.indices.last else { return }
    if element == "beforebreak" { rules[name]?[last].before = text }
    if element == "afterbreak" { rules[name]?[last].after = text }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
