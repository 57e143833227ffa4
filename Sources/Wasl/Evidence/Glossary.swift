public import WaslBitext
internal import WaslPairFormats
internal import WaslText

/// Terms and what they are called in the other language: evidence of the user's own, whatever the model says.
///
///     var glossary = Glossary()
///     try glossary.read(bytes, name: "terms.tsv")
///     options.glossary = glossary
///
/// A term is found where its words follow each other, with or without the article, proclitics and endings.
public struct Glossary: Sendable {
  private(set) var table = PhraseTable()
  /// The number of terms.
  public private(set) var count = 0
  /// Units of the files that were not taken, such as those in other languages: where, and why.
  public private(set) var leftOut: [WaslError] = []

  /// A glossary without terms.
  public init() {}

  /// Adds the terms of a file of pairs in any form that `wasl convert` reads; which side is Arabic is told by the
  /// letters.
  ///
  /// - Throws: what the file's reader throws, and a format error that names the line of a term that lacks a side or
  ///   has no words in it.
  public mutating func read(_ bytes: [UInt8], name: String) throws(WaslError) {
    let file = try PairFile(bytes, name: name)
    leftOut += file.leftOut.map {
      WaslError(.format, "left out: \($0.reason)", at: .init(file: name, line: $0.line))
    }
    let tokenizer = try KeyTokenizer()
    let arabicFirst = file.sides.source.language == .arabic
    for record in file.records {
      let (first, second) = (record.source?.text ?? "", record.target?.text ?? "")
      let (arabic, english) = arabicFirst ? (first, second) : (second, first)
      guard table.add(arabic: [arabic], english: [english], ratio: Self.ratio, tokenizer: tokenizer) else {
        throw WaslError(
          .format, "a term without words in both languages", at: .init(file: name, line: record.line),
          advice: "give the term in Arabic and in English, separated by a tab")
      }
      count += 1
    }
  }

  /// As much as the surest entry of a model counts.
  private static let ratio = ModelLinks.limit
}
