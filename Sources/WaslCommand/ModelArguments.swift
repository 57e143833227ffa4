import ArgumentParser
import Bitext
import Formats
import Model

/// Which model is used.
struct ModelArguments: ParsableArguments {
  @Option(help: .init("A model made by `wasl train`, in place of the one in the binary.", valueName: "file"))
  var model: String?

  /// The model named, or the one in the binary.
  func load() throws -> TranslationModel {
    guard let model else { return try TranslationModel.embedded() }
    return TranslationModel(try ModelFile(InputFile.read(model), name: model))
  }
}
