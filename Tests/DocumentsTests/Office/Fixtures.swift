import Foundation
import WaslBitext
import WaslDocuments

/// Documents that other programs made: see `Tests/Scripts/office_fixtures.py`.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  static func read(_ name: String) throws -> (source: SourceText, omissions: Omissions) {
    guard let format = DocumentFormat(path: name) else { throw WaslError(.usage, "\(name) is no document") }
    return try format.sourceAndOmissions(of: bytes(name), name: name)
  }

  /// A line a block: what it is, and its text.
  static func outline(_ source: SourceText) -> [String] {
    source.blocks.map { block in
      var text = source[block.range].replacing("\n", with: "⏎")
      if case .note(let anchor?) = block.kind {
        text += " ← " + source[max(0, anchor - 4)..<anchor].replacing("\n", with: "⏎")
      }
      let marks = [block.language?.rawValue, block.direction?.rawValue].compactMap { $0 }.map { " " + $0 }.joined()
      return kind(block.kind) + marks + ": " + text
    }
  }

  private static func kind(_ kind: Block.Kind) -> String {
    switch kind {
    case .paragraph: return "p"
    case .heading(let level): return "h\(level)"
    case .listItem(let level, let mark): return "li\(level)+\(mark)"
    case .tableCell(let cell):
      let spans = cell.columnSpan > 1 || cell.rowSpan > 1 ? " \(cell.columnSpan)×\(cell.rowSpan)" : ""
      return "\(cell.isHeader ? "th" : "td") \(cell.table)/\(cell.row)/\(cell.column)\(spans)"
    case .note: return "note"
    case .caption: return "caption"
    case .pageFurniture: return "furniture"
    default: return "\(kind)"
    }
  }
}
