import ArgumentParser
import Wasl
import WaslBitext
import WaslModel
import WaslPairFormats
import WaslSystemIO

/// Which model is used.
struct ModelArguments: ParsableArguments {
  @Option(help: .init("A model made by 'wasl train' (default: the one in the program).", valueName: "file"))
  var model: String?

  /// What stands for the model in the binary where a file is asked for.
  static let embedded = "embedded"

  /// The file named.
  var files: [String] { model.map { $0 == Self.embedded ? [] : [$0] } ?? [] }

  /// The model named, or the one in the binary.
  func load() throws -> TranslationModel { try Self.load(model ?? Self.embedded) }

  /// - Throws: a `.model` error for a file that is none, is damaged, or has none of a model's tables.
  static func load(_ path: String) throws -> TranslationModel {
    if path == embedded { return try TranslationModel.embedded() }
    let model = TranslationModel(try ModelFile(InputFile.read(path), name: path))
    if model.keyCount(.arabic) == 0 && model.vectors.dimension == 0 {
      throw WaslError(
        .model, "neither a translation table nor word vectors in it", at: .init(file: path),
        advice: "train one with `wasl train`")
    }
    return model
  }
}

/// Terms of the user's own.
struct GlossaryArguments: ParsableArguments {
  @Option(
    help: .init(
      "Terms in both languages (TSV, CSV, TMX, …), which outweigh the model. Can be given several times.",
      valueName: "file"), completion: .file())
  var glossary: [String] = []

  func load(_ messages: MessageOptions) throws -> Glossary {
    var terms = Glossary()
    for path in glossary { try terms.read(InputFile.read(path), name: InputFile.name(of: path)) }
    for part in terms.leftOut.prefix(10) { messages.warn(part.description) }
    if terms.leftOut.count > 10 { messages.warn("\(terms.leftOut.count) units of the glossary left out in all") }
    return terms
  }
}
