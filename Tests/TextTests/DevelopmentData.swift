import Foundation
import Testing

/// Development sets that lie beside the package and are never part of it.
enum DevelopmentData {
  /// The folder of the sets, or nil where there is none.
  static let folder: URL? = {
    let dev = SharedData.folder.appending(path: "dev")
    return FileManager.default.fileExists(atPath: dev.path()) ? dev : nil
  }()

  static let absence: Comment = "no development sets beside the checkout"

  /// The files of all sets' `variants` folders that end in `suffix`, sorted.
  static func files(_ variants: [String], suffix: String, sets: [String]? = nil) throws -> [URL] {
    guard let folder else { return [] }
    let names = try sets ?? FileManager.default.contentsOfDirectory(atPath: folder.path())
    var files: [URL] = []
    for name in names.sorted() {
      for variant in variants {
        let place = folder.appending(path: "\(name)/\(variant)")
        let inside = (try? FileManager.default.contentsOfDirectory(atPath: place.path())) ?? []
        files += inside.filter { $0.hasSuffix(suffix) }.sorted().map { place.appending(path: $0) }
      }
    }
    return files
  }

  /// The pairs of a `.spans.tsv` as texts, an empty one where a side has no counterpart.
  static func goldPairs(_ spans: URL) throws -> [(arabic: String, english: String)] {
    let base = spans.path().dropLast(".spans.tsv".count)
    let arabic = Array(try String(contentsOf: URL(filePath: base + ".ar.txt"), encoding: .utf8).unicodeScalars)
    let english = Array(try String(contentsOf: URL(filePath: base + ".en.txt"), encoding: .utf8).unicodeScalars)
    func text(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
      if start < 0 { return "" }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      return String(view)
    }
    return try goldSpans(spans).map { (text(arabic, $0[0], $0[1]), text(english, $0[2], $0[3])) }
  }

  /// Rows of arabic start, arabic end, english start, english end in Unicode scalars; -1 -1 where there is none.
  static func goldSpans(_ spans: URL) throws -> [[Int]] {
    try String(contentsOf: spans, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").compactMap { Int($0) } }
  }
}
