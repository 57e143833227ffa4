import ArgumentParser
import WaslBitext
import WaslDocuments
import WaslSystemIO
import WaslText

/// `wasl normalize`: a filter that brings the ways to write Arabic and English to one.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Bring different spellings of Arabic and English text to one.",
    discussion: """
      A preset is a set of rules; --fold adds rules to it, --keep takes rules from it. Normalising twice gives \
      what normalising once gives (but for light10). The text is read bit by bit, so files of any size and pipes are fine.

      PRESETS
        match     one spelling for each word, as the aligner compares them (the default)
        search    for a search field: match, with hamza carriers, compatibility forms and phrases resolved
        dediac    without short vowels and superscript alef
        display   to be read: presentation forms repaired, marks in order, no blocking, plain spaces
        none      no rule, to be built up with --fold
        lucene, camel, pyarabic   what those libraries' normalisers do
        light10   lucene, and words cut to their stems as Larkey's light10 does

      EXAMPLES
        wasl normalize article.txt > keys.txt
        zcat corpus.gz | wasl normalize --preset dediac
        wasl normalize --preset match --keep teh-marbuta,digits article.txt
        wasl normalize --preset none --fold tatweel,presentation-forms article.txt
        wasl normalize --list
      """)

  enum Preset: String, ExpressibleByArgument, CaseIterable {
    case match, search, dediac, display, none, lucene, camel, pyarabic, light10

    var options: NormalizationOptions {
      if self == .light10 { return .lucene }
      return NormalizationOptions.presets.first { $0.name == rawValue }?.options ?? .match
    }
  }

  @Argument(help: "A text file; - or nothing reads standard input.")
  var file = "-"

  @Option(help: "The rules to start from.")
  var preset = Preset.match

  @Option(help: .init("Rules to add, with commas between them.", valueName: "rules"))
  var fold: [String] = []

  @Option(help: .init("Rules to leave out, with commas between them.", valueName: "rules"))
  var keep: [String] = []

  @Flag(help: "List the rules and which preset has them.")
  var list = false

  @Option(name: [.short, .long], help: .init("Write to a file.", valueName: "file"))
  var output: String?

  @OptionGroup var decoding: DecodingArguments
  @OptionGroup var messages: MessageOptions

  func run() throws {
    if list { return try CommandIO.print(Self.listing) }
    try OutputCheck.check([output], inputs: [file])
    let normalizer = try Normalizer(try options())
    var reader = try PieceReader(file, decoding.decoder)
    var (normalized, stems): ([UInt8], [UInt8]) = ([], [])
    var isFirst = true
    try OutputFile.write(to: output) { sink in
      while try reader.next({ bytes, range in
        normalized.removeAll(keepingCapacity: true)
        normalizer.append(bytes.span, range: range, to: &normalized)
        if preset == .light10 {
          stems.removeAll(keepingCapacity: true)
          Light10Stemmer.stemWords(in: normalized, into: &stems)
          sink.append(stems[...])
        } else {
          sink.append(normalized[...])
        }
      }) {
        if isFirst, let note = reader.note { messages.note(note) }
        isFirst = false
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
