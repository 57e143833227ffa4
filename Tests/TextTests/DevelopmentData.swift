import Foundation

/// Development sets that lie beside the package and are never part of it.
enum DevelopmentData {
  /// `../shared/data/dev` beside the package, or what the environment's WASL_DATA names; nil where there is none.
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data =
      ProcessInfo.processInfo.environment["WASL_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
    let dev = data.appending(path: "dev")
    return FileManager.default.fileExists(atPath: dev.path()) ? dev : nil
  }()

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
}
