import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSystemIO
import WaslText

/// `wasl normalize`: a filter that brings the ways to write Arabic and English to one.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Reduce different spellings of Arabic and English text to one.",
    usage: "wasl normalize [<options>] [FILE]",
    discussion: """
      A preset is a set of rules: --fold adds rules to it, --keep removes rules from it. Normalising twice gives the same \
      as normalising once, except with light10. Plain text is read piece by piece, so files of any size and pipes work.

      PRESETS
        match      one spelling for each word, as the aligner compares them
                   (the default)
        search     for a search field: match, with hamza carriers, compatibility
                   forms and phrases resolved
        dediac     without short vowels and superscript alef
        display    for reading: presentation forms repaired, marks in order,
                   plain spaces
        none       no rules; build up your own set with --fold
        lucene, camel, pyarabic
                   what the normalisers of those libraries do
        light10    lucene, with words cut to their stems as in Larkey's light10

      EXAMPLES
        wasl normalize article.txt > keys.txt
        wasl normalize --preset dediac corpus.gz
        wasl normalize --keep teh-marbuta,digits article.txt
        wasl normalize --preset none --fold tatweel article.txt
        wasl normalize --list
      """)

  enum Preset: String, ExpressibleByArgument, CaseIterable {
    case match, search, dediac, display, none, lucene, camel, pyarabic, light10

    var options: NormalizationOptions {
      if self == .light10 { return .lucene }
      return NormalizationOptions.presets.first { $0.name == rawValue }?.options ?? .match
    }
  }

  @OptionGroup var input: TextInput

  @Option(help: "The rules to start from.")
  var preset = Preset.match

  @Option(help: .init("Rules to add, separated by commas.", valueName: "rules"))
  var fold: [String] = []

  @Option(help: .init("Rules to leave out, separated by commas.", valueName: "rules"))
  var keep: [String] = []

  @Flag(help: "List the rules and the presets that have them.")
  var list = false

  @OptionGroup(title: "Output") var output: TextOutput
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if list { return try CommandIO.print(Self.listing) }
    let normalizer = try Normalizer(try options())
    var (normalized, stems): ([UInt8], [UInt8]) = ([], [])
    try output.write([input.file]) { sink in
      try input.forEachPiece(messages) { bytes, range in
        normalized.removeAll(keepingCapacity: true)
        normalizer.append(bytes.span, range: range, to: &normalized)
        if preset == .light10 {
          stems.removeAll(keepingCapacity: true)
          Light10Stemmer.stemWords(in: normalized, into: &stems)
          sink.append(stems[...])
        } else {
          sink.append(normalized[...])
        }
        try sink.flushIfFull()
      }
    }
  }

  private func options() throws -> NormalizationOptions {
    let (added, removed) = (try Self.rules(fold), try Self.rules(keep))
    guard added.isDisjoint(with: removed) else {
      throw WaslError(.usage, "a rule is both in --fold and in --keep", advice: "name it in one of them")
    }
    return preset.options.union(added).subtracting(removed)
  }

  private static func rules(_ arguments: [String]) throws -> NormalizationOptions {
    var options: NormalizationOptions = []
    for name in arguments.flatMap({ $0.split(separator: ",") }) {
      guard let rule = NormalizationOptions.rules.first(where: { $0.name == name }) else {
        throw WaslError(.usage, "unknown rule \"\(name)\"", advice: "wasl normalize --list names the rules")
      }
      options.formUnion(rule.options)
    }
    return options
  }

  private static var listing: String {
    let presets = NormalizationOptions.presets.filter { !$0.options.isEmpty }
    let width = NormalizationOptions.rules.map(\.name.count).max() ?? 0
    func line(_ name: String, _ cells: [String]) -> String {
      name + String(repeating: " ", count: width - name.count) + cells.map { "  " + $0 }.joined()
    }
    var lines = [line("rule", presets.map(\.name))]
    for rule in NormalizationOptions.rules {
      let cells = presets.map { preset in
        (preset.options.contains(rule.options) ? "x" : "-") + String(repeating: " ", count: preset.name.count - 1)
      }
      var text = line(rule.name, cells)
      while text.hasSuffix(" ") { text.removeLast() }
      lines.append(text)
    }
    return lines.joined(separator: "\n")
  }
}
