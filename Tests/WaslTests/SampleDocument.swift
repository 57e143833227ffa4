import Foundation
import Wasl
import WaslBitext

/// The documents in `Corpora/`, with their gold alignments.
enum SampleDocument {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora")

  static func text(_ name: String, _ end: String) throws -> SourceText {
    let data = try Data(contentsOf: folder.appending(path: "\(name)/\(name).\(end)"))
    return SourceText(name: "\(name).\(end)", bytes: Array(data))
  }

  /// Both languages in one text.
  static func mixed(_ name: String) throws -> (arabic: Document, english: Document) {
    try BilingualInput().sides(of: text(name, "mixed.txt"))
  }
}
