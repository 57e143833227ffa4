import Foundation
import Testing

/// The rules of docs/ARCHITECTURE.md: which room may use which, and that the files it names are there.
@Suite struct ModuleImportTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func page() throws -> String {
    try String(contentsOf: root.appending(path: "docs/ARCHITECTURE.md"), encoding: .utf8)
  }

  /// The rows of the table under "What may use what": a room, and the rooms it may use.
  static func rules() throws -> [(room: String, uses: Set<String>)] {
    let section = try page().components(separatedBy: "## What may use what")[1].components(separatedBy: "\n## ")[0]
    return section.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| `"), cells.count == 2 else { return nil }
      return (cells[0].trimmingCharacters(in: ["`"]), Set(names(cells[1])))
    }
  }

  /// What stands between backquotes.
  static func names(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }

  /// The rooms that a folder's files import.
  static func imports(of room: String) throws -> [String: String] {
    var found: [String: String] = [:]
    let folder = root.appending(path: "Sources/\(room)")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [:] }
    for case let file as URL in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("import ") {
        guard let name = line.split(separator: " ").last, line.hasSuffix("import \(name)") else { continue }
        if name == "Wasl" { found["Wasl"] = file.lastPathComponent }
        for prefix in ["CWasl", "Wasl"] where name.hasPrefix(prefix) && name.count > prefix.count {
          found[(prefix == "CWasl" ? "C" : "") + name.dropFirst(prefix.count)] = file.lastPathComponent
          break
        }
      }
    }
    return found
  }

  @Test func roomsUseOnlyWhatTheyMay() throws {
    let rules = try Self.rules()
    #expect(rules.count >= 10)
    let all = Set(rules.map(\.room))
    for (room, uses) in rules {
      let allowed = room == "WaslCommand" ? all.union(["CKernel"]) : uses
      for (used, file) in try Self.imports(of: room) where used != room {
        #expect(allowed.contains(used), "\(room)/\(file) imports \(used)")
      }
    }
  }

  @Test func noRoomUsesALaterOne() throws {
    let rules = try Self.rules()
    for (index, rule) in rules.enumerated() {
      let later = Set(rules[index...].map(\.room))
      #expect(rule.uses.isDisjoint(with: later), "\(rule.room)")
    }
  }

  /// A room without a rule would be free to use anything.
  @Test func everyRoomHasARule() throws {
    let rules = Set(try Self.rules().map(\.room))
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path())
    for folder in folders where try !Self.imports(of: folder).isEmpty {
      #expect(rules.contains(folder), "\(folder)")
    }
  }

  @Test func filesOfTheWayAreThere() throws {
    let links = try Self.page().components(separatedBy: "](../").dropFirst().map { $0.prefix { $0 != ")" } }
    #expect(links.count >= 10)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: String(link)).path()), "\(link)")
    }
  }
}
