import WaslBitext
import WaslText

/// Where sentences end, as the ordered rules of SRX: the first that matches at a place decides.
///
/// An extract of what `wasl segment` does: SRX sees a place's two sides by regular expressions, and nothing of the
/// sentence as a whole. The expressions keep to what both Java's and ICU's dialects know.
struct SRXRules {
  struct Rule {
    var breaks: Bool
    var before: String
    var after: String
  }

  let language: Language

  var rules: [Rule] {
    var rules = [keep("(?<![\(letters)])(?:\(any("title")))\\.", "\\s")]
    rules.append(keep("(?<![\(letters)])(?:\(any("number")))\\.", "\\s*[\\p{Nd}]"))
    // 1. 2) at the start of a line.
    rules.append(keep("(?:^|\\n)\\s*[(\\[]?[\\p{Nd}]{1,3}(?:\\.[\\p{Nd}]{1,3})*\\.", "\\s"))
    // Decimals, addresses and dates have no space behind the full stop, and need no rule.
    switch language {
    case .arabic:
      // Initials and the letters of lists, before another word that opens no sentence.
      rules.append(keep("(?<![\(letters)])[\\u0621-\\u064A]\\u0640?\\.", "\\s"))
      rules.append(keep("(?<![\(letters)])(?:\(any("either")))\\.", "\\s+(?!(?:\(any("starter")))(?![\(letters)]))"))
      rules.append(keep("(?:\\.\\.\\.|…)", "\\s+(?!(?:\(any("starter")))(?![\(letters)]))"))
    case .english:
      rules.append(keep("(?<![\(letters)])\\p{Lu}\\.", "\\s+\\p{L}"))
      rules.append(keep("(?<![\(letters)])(?:\(any("inner")))\\.", "\\s"))
      rules.append(
        keep("(?<![\(letters)])(?:\(any("either")))\\.", "\\s+(?!(?:\(capitalised("starter")))(?![\(letters)]))"))
      rules.append(keep("[.?!…\(closers)]", "\\s+\\p{Ll}"))
    }
    rules.append(keep("[?!؟][\(closers)]*[\(quotes)][\(closers)]*", "\\s+(?:\(any("reporting")))(?![\(letters)])"))
    rules.append(keep("[.?!…؟۔][\(closers)]*", "\\s*[،,؛;:]"))
    rules.append(Rule(breaks: true, before: "[.?!…؟۔]+[\(closers)]*", after: "\\s+"))
    rules.append(Rule(breaks: true, before: "\\n", after: ""))
    return rules
  }

  private let letters = "\\p{L}\\p{M}"
  private let quotes = "\"'»”’“"
  /// What may stand between the full stop and the space: quotation marks, brackets, direction marks.
  private let closers = "\"'»”’“)\\]}\\u200E\\u200F\\u061C"

  private func keep(_ before: String, _ after: String) -> Rule { Rule(breaks: false, before: before, after: after) }

  private func any(_ name: String) -> String { pattern(name) { [$0] } }

  /// Sentences start with a capital.
  private func capitalised(_ name: String) -> String { pattern(name) { [$0.prefix(1).uppercased() + $0.dropFirst()] } }

  /// Words as alternatives, the longest first; one in lower case stands for a capital at its start too.
  private func pattern(_ name: String, _ forms: (String) -> [String]) -> String {
    var alternatives: [String] = []
    for word in SegmentationWords.words(of: name, language) {
      for form in forms(word) {
        let escaped = form.replacing(".", with: "\\.")
        if language == .english, let first = form.first, first.isLowercase {
          alternatives.append("[\(first.uppercased())\(first)]" + escaped.dropFirst())
        } else {
          // A final heh is written with a tatweel in abbreviations.
          alternatives.append(escaped.hasSuffix("ه") ? escaped + "\\u0640?" : escaped)
        }
      }
    }
    return alternatives.sorted { $0.count > $1.count }.joined(separator: "|")
  }
}
