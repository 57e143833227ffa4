import ArgumentParser
import Glibc
import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSyntax
import WaslSystemIO

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Show the contents of a translation model.",
    discussion: """
      EXAMPLES
        wasl model info
        wasl model info my.model --json
        wasl model export my.model -o entries.tsv
        wasl model export --keys ar | sort -t$'\\t' -k2,2nr | head
      """,
    subcommands: [ModelInfoCommand.self, ModelExportCommand.self])
}

/// The model that a subcommand is about.
struct ModelFileArgument: ParsableArguments {
  @Argument(help: .init("A model; without it, the one in the program.", valueName: "file"), completion: .file())
  var file = ModelArguments.embedded

  func load() throws -> TranslationModel { try ModelArguments.load(file) }
}

struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Print a model's version, size, counts, sections and sources.")

  @OptionGroup var input: ModelFileArgument

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func run() throws {
    let model = try input.load()
    let numbers: [(name: String, value: Int)] = [
      ("version", Int(ModelFile.version)), ("bytes", model.file.byteCount),
      ("arabicKeys", model.keyCount(.arabic)), ("englishKeys", model.keyCount(.english)),
      ("entries", model.entryCount), ("vectors", model.vectors.count), ("dimension", model.vectors.dimension),
    ]
    let checksum = "fnv1a:" + Self.hexadecimal(model.file.checksum)
    let about = model.description.split(separator: "\n").map { line -> (name: String, value: String) in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return (trimmed(parts[0]), parts.count > 1 ? trimmed(parts[1]) : "")
    }
    let parts: [(name: String, isThere: Bool)] = [
      ("transliteration", model.transliteration != nil), ("weights", !model.file.copy("weights").isEmpty),
    ]
    if json {
      let members =
        [JSON.Member("file", .string(input.file))]
        + numbers.map { JSON.Member($0.name, .number(Double($0.value))) }
        + parts.map { JSON.Member($0.name, .bool($0.isThere)) }
        + [
          JSON.Member("checksum", .string(checksum)),
          JSON.Member("training", .object(about.map { JSON.Member($0.name, .string($0.value)) })),
          JSON.Member(
            "sections",
            .array(model.file.contents.map { ["name": .string($0.name), "bytes": .number(Double($0.byteCount))] })),
        ]
      var sink = ByteSink()
      JSON.object(members).write(to: &sink)
      return try CommandIO.print(String(decoding: sink.bytes, as: UTF8.self))
    }
    var table = TextTable(header: [input.file, ""])
    for (name, value) in numbers { table.add([name, String(value)]) }
    for (name, isThere) in parts { table.add([name, isThere ? "yes" : "no"]) }
    table.add(["checksum", checksum])
    var sections = TextTable(header: ["section", "bytes"])
    for (name, count) in model.file.contents { sections.add([name, String(count)]) }
    let training = about.isEmpty ? "" : "\n" + about.map { "\($0.name): \($0.value)\n" }.joined()
    try CommandIO.print(table.text + training + "\n" + sections.text)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

struct ModelExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a model's tables as TSV.",
    discussion: """
      Without --keys, the translation table: Arabic key, English key, and how many times more probable than by chance \
      the Arabic makes the English and the English the Arabic. With --keys, a language's keys: key, occurrences in \
      training (to about 3 %), and the share of them that no word of the other language explains. Keys are stems in \
      the spelling they are looked up in.
      """)

  @OptionGroup var input: ModelFileArgument

  @Option(help: .init("Write the keys of this language, ar or en, instead of the translation table."))
  var keys: String?

  @Option(name: .shortAndLong, help: .init("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let language = try keys.map { name in
      guard let language = Language(rawValue: name) else { throw ValidationError("--keys is '\(name)': give ar or en") }
      return language
    }
    try OutputCheck.check([output], inputs: [input.file])
    let model = try input.load()
    try OutputFile.write(to: output) { sink in
      if let language {
        sink.append("key\tcount\tunexplained\n")
        for key in 0..<model.keyCount(language) {
          // log2(1 + n) is kept.
          let count = Self.power(model.logCount(key, language)) - 1
          sink.append(
            "\(model.text(key, language))\t\(Int(count.rounded()))\t\(Self.rounded(model.nullProbability(key, language)))\n"
          )
        }
        return
      }
      sink.append("arabic\tenglish\tenglish_ratio\tarabic_ratio\n")
      for arabic in 0..<model.keyCount(.arabic) {
        model.forEachTranslation(ofArabic: arabic) { english, englishRatio, arabicRatio in
          sink.append(
            "\(model.text(arabic, .arabic))\t\(model.text(english, .english))\t"
              + "\(Self.rounded(englishRatio + 1))\t\(Self.rounded(arabicRatio + 1))\n")
        }
      }
    }
  }

  private static func power(_ exponent: Float) -> Float { Float(exp2(Double(exponent))) }

  private static func rounded(_ value: Float) -> Float { (value * 100).rounded() / 100 }
}
