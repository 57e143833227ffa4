import Foundation

/// Texts that lie outside the repository, for tests on real input where they are at hand.
enum SharedData {
  /// What the environment's WASL_DATA names, else the folder `shared/data` beside the repository, or beside a folder
  /// that it lies in.
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["WASL_DATA"] { return URL(filePath: named) }
    let parts = URL(filePath: #filePath).pathComponents
    let places = parts.indices.reversed().map { URL(filePath: "/" + parts[1..<max($0, 1)].joined(separator: "/")) }
    return places.map { $0.appending(path: "shared/data") }
      .first { FileManager.default.fileExists(atPath: $0.path) } ?? URL(filePath: "/nowhere")
  }()

  /// The files below a folder of the shared data whose name ends so, sorted; empty where there are none.
  static func files(_ path: String, suffix: String) -> [URL] {
    let found = FileManager.default.enumerator(at: folder.appending(path: path), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }
      .sorted { $0.path < $1.path }
  }

  static let isPresent = !files("dev/seed", suffix: ".txt").isEmpty
}
