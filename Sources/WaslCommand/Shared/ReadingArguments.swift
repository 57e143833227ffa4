import ArgumentParser
import WaslBitext
import WaslDocuments

/// How documents are read where more than one reading is sound.
struct ReadingArguments: ParsableArguments {
  @Flag(help: "Keep the navigation, banners and footers of HTML pages.")
  var wholePage = false

  @Flag(help: "Leave punctuation that stands at the wrong end of Arabic subtitles.")
  var keepPunctuation = false

  @Flag(
    help: """
      Keep each subtitle on its own; otherwise sentences that run over subtitles are joined for TMX and XLIFF.
      """)
  var cues = false

  /// - Parameters:
  ///   - joinsCues: whether the output is a memory, which wants sentences.
  ///   - keepsLines: whether the lines of plain text stay as they are.
  func options(joinsCues: Bool = false, keepsLines: Bool) -> DocumentOptions {
    var options = DocumentOptions()
    options.keepsWholePage = wholePage
    options.keepsPunctuation = keepPunctuation
    options.joinsCues = joinsCues && !cues
    options.lines = keepsLines ? .asGiven : .inferred
    return options
  }
}

/// The languages of two files, by `--languages ar,en`.
struct LanguageOrder: ExpressibleByArgument {
  var first: Language

  init?(argument: String) {
    let languages = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Language(rawValue: $0.prefix { $0 != "-" }.lowercased())
    }
    guard languages.count == 2, let first = languages[0], languages[1] == first.other else { return nil }
    self.first = first
  }
}
