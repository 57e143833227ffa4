import Foundation
import Testing
import Wasl
import WaslBitext
import WaslModel
import WaslText

@testable import WaslAligning

/// The narrow search against the search of the whole lattice, on the development sets where they are at hand.
@Suite(.enabled(if: isOptimized, "slow without optimisation")) struct SearchBandDevelopmentTests {
  static let folder: URL = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data =
      ProcessInfo.processInfo.environment["WASL_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return data.appending(path: "dev")
  }()

  static let documents: [URL] = {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "ar" }.sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !documents.isEmpty, "no development sets: name their folder in WASL_DATA"))
  func developmentSetsGetTheBeadsOfTheWholeLattice() throws {
    let model = try TranslationModel.embedded()
    let aligner = try DocumentAligner(model: model)
    for file in Self.documents {
      let texts = try [file, file.deletingPathExtension().appendingPathExtension("en")].map {
        SourceText(name: $0.path, bytes: Array(try Data(contentsOf: $0)))
      }
      let problem = try aligner.problem(
        BilingualInput.lines(of: texts[0], .arabic), BilingualInput.lines(of: texts[1], .english))
      func align(_ fullLimit: Int) -> Alignment {
        var search = BandSearch(
          weights: aligner.search.weights, beadCost: aligner.search.beadCost,
          gapAdaptation: aligner.search.gapAdaptation)
        search.fullLimit = fullLimit
        return BlockAligner(search: search).align(problem)
      }
      let (whole, narrow) = (align(.max), align(0))
      #expect(whole.beads.map(\.source) == narrow.beads.map(\.source), "\(file.lastPathComponent)")
      #expect(whole.beads.map(\.target) == narrow.beads.map(\.target), "\(file.lastPathComponent)")
      for (left, right) in zip(whole.beads, narrow.beads) {
        #expect(abs(left.confidence - right.confidence) < 1e-4, "\(file.lastPathComponent)")
      }
    }
  }
}
