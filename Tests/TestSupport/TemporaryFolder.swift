public import Foundation

/// A folder of its own, removed at the end.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "wasl-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func path(_ name: String) -> String { url.appending(path: name).path() }

  /// The names in it.
  public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path()).sorted() }

  /// Writes files, with the folders in their names.
  public func write(_ files: [String: String]) throws {
    for (name, content) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }
  }
}
