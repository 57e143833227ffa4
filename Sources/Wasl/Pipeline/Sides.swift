internal import WaslBitext

extension AlignmentRun {
  /// The sides of an input, cut into segments: the source first.
  func sides(of input: BilingualText) throws(WaslError) -> (source: Document, target: Document) {
    let sides: (arabic: Document, english: Document)
    switch input {
    case .segmented(let source, let target): return (source, target)
    case .mixed(let text):
      try Self.checkSize(text)
      sides = try reader.sides(of: arranged(text))
    case .texts(let first, let second):
      for text in [first, second] { try Self.checkSize(text) }
      let given = try reader.sides(of: first, second, languages: options.firstLanguage.map { ($0, $0.other) })
      let arranged = arranged(given.arabic.text, like: given.english.text)
      sides =
        arranged.bytes == given.arabic.text.bytes
        ? given : try reader.sides(of: arranged, given.english.text, languages: (.arabic, .english))
    }
    return options.sourceLanguage == .arabic ? (sides.arabic, sides.english) : (sides.english, sides.arabic)
  }

  private var reader: BilingualInput { BilingualInput(segmentation: options.segmentation) }

  /// The aligner counts words in 32 bits.
  private static func checkSize(_ text: SourceText) throws(WaslError) {
    guard text.bytes.count > Int(Int32.max) else { return }
    throw WaslError(
      .input, "it has more than 2 GB of text", at: .init(file: text.name), advice: "cut it into parts, such as chapters"
    )
  }
}
