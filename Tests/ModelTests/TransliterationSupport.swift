import Foundation
import Testing
import WaslBitext

@testable import WaslModel
@testable import WaslTraining

extension TransliterationModel {
  func score(
    _ arabic: String, _ latin: String, threshold: Float = floor, strippingClitics: Bool = false
  ) -> Float {
    score(Array(arabic.utf8), Array(latin.utf8), threshold: threshold, strippingClitics: strippingClitics)
  }

  func score(
    _ arabic: [UInt8], _ latin: [UInt8], threshold: Float = floor, strippingClitics: Bool = false
  ) -> Float {
    arabic.withUnsafeBufferPointer { arabic in
      latin.withUnsafeBufferPointer { latin in
        logRatio(arabic: arabic, latin: latin, threshold: threshold, strippingClitics: strippingClitics)
      }
    }
  }
}

/// Models that several tests share: learnt once.
enum TrainedModel {
  /// Learnt from the well-known names, all but every fifth.
  static let small: TransliterationModel = {
    var trainer = TransliterationTrainer()
    trainer.pairMinimum = 3
    return trainer.train(WellKnownNames.pairs.enumerated().filter { $0.offset % 5 != 4 }.map(\.element))
  }()
  static let smallHeldOut = WellKnownNames.pairs.enumerated().filter { $0.offset % 5 == 4 }.map(\.element)

  /// Learnt from a part of the name list beside the repository, without the well-known names.
  static let large: TransliterationModel = {
    let known = Set(WellKnownNames.pairs.map { String(decoding: $0.latin, as: UTF8.self).lowercased() })
    var trainer = TransliterationTrainer()
    trainer.iterations = 5
    return trainer.train(
      SharedNames.pairs.enumerated().filter {
        $0.offset % 5 == 0 && !known.contains(String(decoding: $0.element.latin, as: UTF8.self))
      }.map(\.element))
  }()
  static let largeHeldOut = SharedNames.pairs.enumerated().filter { $0.offset % 10 == 7 }.map(\.element)
}

/// A list of name pairs that lies beside the repository on some machines.
enum SharedNames {
  static let path: String? = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let file = folder.appendingPathComponent("shared/data/lex/google_translit_names.tsv").path
      if FileManager.default.fileExists(atPath: file) { return file }
    }
    return nil
  }()

  static let pairs: [NamePair] = {
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      return fields.count == 2 ? NamePair(arabic: Array(fields[0].utf8), latin: Array(fields[1].utf8)) : nil
    }
  }()
}
