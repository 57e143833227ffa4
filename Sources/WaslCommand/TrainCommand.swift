import ArgumentParser
import Bitext
import Formats
import Model
import Text

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a translation model from sentence pairs.",
    discussion: """
      Pairs are TSV files: an Arabic and an English text a line, in either order. Dictionaries have the same \
      form and count as often as --dictionary-weight says.

      EXAMPLES
        wasl train corpus.tsv -o corpus.model
        wasl train news.tsv law.tsv --dictionary terms.tsv -o my.model
        wasl align --model my.model report.txt -o report.tmx
      """)

  @Argument(help: .init("Files of sentence pairs.", valueName: "pairs"), completion: .file())
  var pairs: [String] = []

  @Option(help: .init("A file of dictionary entries; may be given several times.", valueName: "file"))
  var dictionary: [String] = []

  @Option(help: .init("How often a dictionary entry counts.", valueName: "number"))
  var dictionaryWeight: Float = 1

  @Option(
    help: .init(
      "Word vectors: PREFIX.txt with a unit a line and PREFIX.f32 with as many rows of little-endian numbers.",
      valueName: "prefix"))
  var vectors: String?

  @Option(help: .init("A file of names in Arabic and Latin letters, to learn transliteration from.", valueName: "file"))
  var names: String?

  @Option(help: .init("The aligner's weights, as `wasl tune` writes them.", valueName: "file"))
  var weights: String?

  @Option(help: .init("The weights of the border search, as `wasl tune --borders` writes them.", valueName: "file"))
  var borderWeights: String?

  @Option(help: .init("Rounds of estimation.", valueName: "number"))
  var iterations = 6

  @Option(name: .shortAndLong, help: .init("Write the model to this file.", valueName: "file"))
  var output: String

  @OptionGroup var messages: MessageOptions

  func run() throws {
    if pairs.isEmpty && dictionary.isEmpty { throw ValidationError("give at least one file of pairs") }
    var text = try TrainingText()
    for (files, weight) in [(pairs, Float(1)), (dictionary, dictionaryWeight)] {
      for file in files { try TrainingPairs.read(file, weight: weight, into: &text) }
    }
    messages.note("\(text.taken) pairs taken, \(text.leftOut) left out (repeated, or without words on a side)")
    if text.taken == 0 {
      throw WaslError(.nothingToAlign, "no usable pairs", advice: "give lines of Arabic, tab, English")
    }
    var trainer = ModelTrainer()
    trainer.lexicon.iterations = iterations
    var extra: [(name: String, bytes: [UInt8])] = []
    if let weights { extra.append(("weights", try InputFile.read(weights))) }
    if let borderWeights { extra.append(("borders", try InputFile.read(borderWeights))) }
    if let names {
      let pairs = try TrainingPairs.names(names)
      let model = TransliterationTrainer().train(
        pairs, arabicWords: text.words(.arabic, minimum: 3), latinWords: text.words(.english, minimum: 3))
      extra.append(("translit", model.parameters))
      messages.note("transliteration learnt from \(pairs.count) names")
    }
    let units = try vectors.map { try VectorFiles.read($0) } ?? []
    let about = """
      pairs = \(text.taken)
      sources = \((pairs + dictionary).map(Self.fileName).joined(separator: " "))
      vectors = \(units.count)

      """
    let model = trainer.train(text, vectors: units, extra: extra, about: about) { stage in
      switch stage {
      case .stems: messages.note("stems chosen")
      case .iteration(let number, let likelihood):
        messages.note("round \(number + 1) of \(iterations): log-likelihood \(likelihood) a word")
      case .table(let keys, let entries): messages.note("\(keys) keys, \(entries) entries")
      }
    }
    try OutputFile.write(to: output) { $0.append(model[...]) }
    messages.note("\(output): \(model.count) bytes")
  }

  private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}

/// Reads training pairs.
enum TrainingPairs {
  /// Adds the pairs of a TSV file.
  /// - Throws: a `.format` error naming the line without two columns.
  static func read(_ path: String, weight: Float, into text: inout TrainingText) throws {
    try forEachPair(path) { text.add(arabic: $0, english: $1, weight: weight) }
  }

  private static func forEachPair(_ path: String, _ body: (_ arabic: [UInt8], _ english: [UInt8]) -> Void) throws {
    let source = try TextDecoder().decode(InputFile.read(path), name: path)
    var number = 0
    for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 2 else {
        throw WaslError(
          .format, "\(fields.count) columns, expected 2", at: .init(file: path, line: number),
          advice: "give an Arabic and an English text, separated by a tab")
      }
      let (first, second) = (Array(fields[0]), Array(fields[1]))
      let isArabicFirst = arabicLetters(first) * max(1, second.count) >= arabicLetters(second) * max(1, first.count)
      body(isArabicFirst ? first : second, isArabicFirst ? second : first)
    }
  }

  /// The names of a file of the same form.
  static func names(_ path: String) throws -> [NamePair] {
    var pairs: [NamePair] = []
    try forEachPair(path) { pairs.append(NamePair(arabic: $0, latin: $1)) }
    return pairs
  }

  /// Lead bytes of U+0600 to U+06FF.
  private static func arabicLetters(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1 >= 0xD8 && $1 <= 0xDB ? 1 : 0) }
  }
}

/// Reads word vectors for training.
enum VectorFiles {
  /// - Throws: a `.format` error when the two files do not go together.
  static func read(_ prefix: String) throws -> [WordVectors.Unit] {
    let names = String(decoding: try InputFile.read(prefix + ".txt"), as: UTF8.self).split(separator: "\n")
    let numbers = try InputFile.read(prefix + ".f32")
    guard !names.isEmpty, numbers.count % (4 * names.count) == 0 else {
      throw WaslError(
        .format, "\(numbers.count) bytes do not make \(names.count) rows", at: .init(file: prefix + ".f32"),
        advice: "write as many rows as \(prefix).txt has lines")
    }
    let dimension = numbers.count / 4 / names.count
    return try names.enumerated().map { row, name in
      let fields = name.split(separator: " ")
      guard fields.count == 2, fields[0] == "w" || fields[0] == "p" else {
        throw WaslError(
          .format, "not a unit: \(name)", at: .init(file: prefix + ".txt", line: row + 1),
          advice: "write w or p, a space, and the word or piece")
      }
      let vector = (0..<dimension).map { column in
        let at = (row * dimension + column) * 4
        return Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(numbers[at + $1]) << UInt32(8 * $1) })
      }
      return .init(text: String(fields[1]), isPiece: fields[0] == "p", vector: vector)
    }
  }
}
