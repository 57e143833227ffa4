import ArgumentParser
import Wasl
import WaslBitext
import WaslSystemIO

/// What the arguments say of single folders, and that no input is overwritten.
extension TuneCommand {
  /// How much the folders that `--weight` names count.
  func weights() throws -> [(end: Substring, weight: Double)] {
    try weight.map { entry in
      let (end, value) = try named(entry, "--weight", "DIR=W")
      guard let weight = Double(value), weight >= 0, weight <= 1e6 else {
        throw ValidationError("--weight is \(entry): give DIR=W with a number W from 0 to 1000000")
      }
      return (end, weight)
    }
  }

  /// The models that `--model-for` names.
  func models() throws -> [(end: Substring, file: String)] {
    try modelFor.map { entry in
      let (end, file) = try named(entry, "--model-for", "DIR=FILE")
      return (end, String(file))
    }
  }

  /// How much a folder counts, by its short name.
  func weightOfFolder() throws -> (String) -> Double {
    let weights = try weights()
    return { name in weights.last { Self.folder(name, isNamed: $0.end) }?.weight ?? 1 }
  }

  /// What looks at a folder's documents, by its short name.
  func alignerOfFolder() throws -> (String) -> DocumentAligner {
    let usual = try DocumentAligner(model: model.load())
    let others = try models().map { (end: $0.end, aligner: try DocumentAligner(model: ModelArguments.load($0.file))) }
    return { name in others.last { Self.folder(name, isNamed: $0.end) }?.aligner ?? usual }
  }

  private func named(_ entry: String, _ option: String, _ form: String) throws -> (end: Substring, value: Substring) {
    let parts = entry.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { throw ValidationError("\(option) is \(entry): give \(form)") }
    guard folders.contains(where: { Self.folder(Self.shortName($0), isNamed: parts[0]) }) else {
      throw ValidationError("\(option) \(entry): none of the folders is named so")
    }
    return (parts[0], parts[1])
  }

  /// What a folder is called: `SET/VARIANT`.
  static func shortName(_ folder: String) -> String { folder.split(separator: "/").suffix(2).joined(separator: "/") }

  /// Whether a folder `SET/VARIANT` is meant by the end of its name, or by its set's.
  static func folder(_ folder: String, isNamed name: Substring) -> Bool {
    folder.hasSuffix(name) || folder.hasPrefix(name + "/")
  }

  /// That the weights do not take the place of a document, a gold or a model.
  func checkOutput() throws {
    let ends = [".ar", ".en", ".ladder", ".mixed.txt", ".spans.tsv"]
    let documents = try folders.flatMap { folder in
      try InputFile.names(inFolder: folder).filter { name in ends.contains { name.hasSuffix($0) } }
        .map { "\(folder)/\($0)" }
    }
    try OutputCheck.check(
      [output], inputs: try documents + model.files + models().map(\.file) + [from].compactMap { $0 })
  }
}
