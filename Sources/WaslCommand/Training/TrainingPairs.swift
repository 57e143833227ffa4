import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSyntax
import WaslSystemIO
import WaslText
import WaslTraining

/// Reads training pairs, from files of any form that holds texts.
enum TrainingPairs {
  /// Adds the pairs of some files. Two that are named alike but for `.ar` and `.en` hold a text a line each.
  ///
  /// - Throws: what the readers throw; a usage error for a text whose other half is not among the files.
  static func read(_ paths: [String], weight: Float, into text: inout TrainingText, _ messages: MessageOptions) throws {
    for input in try inputs(paths) {
      try forEachPair(input, messages) { text.add(arabic: $0, english: $1, weight: weight) }
    }
  }

  /// The names of a file of the same forms.
  static func names(_ path: String, _ messages: MessageOptions) throws -> [NamePair] {
    var pairs: [NamePair] = []
    try forEachPair(.pairs(path), messages) { pairs.append(NamePair(arabic: $0, latin: $1)) }
    return pairs
  }

  enum Input: Equatable {
    case pairs(String)
    case lines(arabic: String, english: String)
  }

  /// The files with the two halves of a line-parallel text put together, at the place of the first.
  static func inputs(_ paths: [String]) throws -> [Input] {
    var inputs: [Input] = []
    var used: Set<Int> = []
    for (index, path) in paths.enumerated() where !used.contains(index) {
      guard let (stem, language) = half(path) else {
        inputs.append(.pairs(path))
        continue
      }
      guard
        let other = paths.indices.first(where: {
          $0 > index && !used.contains($0) && half(paths[$0]).map { $0 == (stem, language.other) } ?? false
        })
      else {
        throw WaslError(
          .usage, "a text without its other half", at: .init(file: path),
          advice: "give both files of lines, named alike but for .ar and .en")
      }
      used.insert(other)
      inputs.append(
        language == .arabic
          ? .lines(arabic: path, english: paths[other]) : .lines(arabic: paths[other], english: path))
    }
    return inputs
  }

  /// `news.ar.gz` is the Arabic half of `news`.
  private static func half(_ path: String) -> (stem: String, language: Language)? {
    var stem = Substring(path)
    for end in [".gz", ".txt"] where stem.lowercased().hasSuffix(end) { stem = stem.dropLast(end.count) }
    for language in [Language.arabic, .english] where stem.lowercased().hasSuffix("." + language.rawValue) {
      return (String(stem.dropLast(3)), language)
    }
    return nil
  }

  private static func forEachPair(
    _ input: Input, _ messages: MessageOptions, _ body: (_ arabic: [UInt8], _ english: [UInt8]) -> Void
  ) throws {
    let records: [PairRecord]
    switch input {
    case .lines(let arabic, let english):
      func lines(_ path: String) throws -> [UInt8] { try TextDecoder().decode(InputFile.read(path), name: path).bytes }
      for record in try Moses.read(lines(arabic), name: arabic, lines(english), name: english) {
        body(Array((record.source?.text ?? "").utf8), Array((record.target?.text ?? "").utf8))
      }
      return
    case .pairs(let path):
      let bytes = try InputFile.read(path)
      let format = Format(inputPath: path)
      // The forms of XML say themselves how they are encoded.
      let isXML = format == .tmx || format == .xliff || bytes.prefix(200).contains(UInt8(ascii: "<"))
      let name = InputFile.name(of: path)
      let text = try isXML ? bytes : TextDecoder().decode(bytes, name: name).bytes
      let file = try PairFile(text, name: name, format: format)
      messages.warn(ofLeftOut: file.leftOut, name: name)
      records = file.records
    }
    // Which side is Arabic is told pair by pair: files are put together from others.
    for record in records {
      let (first, second) = (Array((record.source?.text ?? "").utf8), Array((record.target?.text ?? "").utf8))
      let isArabicFirst = arabicLetters(first) * max(1, second.count) >= arabicLetters(second) * max(1, first.count)
      body(isArabicFirst ? first : second, isArabicFirst ? second : first)
    }
  }

  /// Lead bytes of U+0600 to U+06FF.
  private static func arabicLetters(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1 >= 0xD8 && $1 <= 0xDB ? 1 : 0) }
  }
}
