import WaslBitext
import WaslSyntax
import WaslSystemIO
import WaslText

/// One document of a batch: what it is called, and where its text is.
struct BatchRecord: Sendable {
  enum Text: Sendable {
    case file(String)
    case text(String)
  }

  let id: String
  /// One bilingual text, or two texts.
  let texts: [Text]

  /// The paths of the files it names.
  var files: [String] {
    texts.compactMap { if case .file(let path) = $0 { path } else { nil } }
  }

  /// Whether a line of a list is a document's: neither blank nor a comment.
  static func isRecord(_ line: [UInt8]) -> Bool {
    line.first != UInt8(ascii: "#") && !line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// A line of a list.
  ///
  /// A line that starts with `{` is a JSON object: `source` and `target`, or `text`, hold texts, as strings or as the
  /// sides of a pair in JSON lines;
  /// `source_file` and `target_file`, or `file`, name files; `id` names the document. Any other line has
  /// columns between tabs: a file, two files, or a name and two files.
  ///
  /// - Parameters:
  ///   - number: of the record from 1, its name if it has no other.
  ///   - folder: where relative paths start.
  init(
    _ line: [UInt8], number: Int, folder: String, at location: WaslError.Location
  ) throws(WaslError) {
    if line.first == UInt8(ascii: "{") {
      let value = try JSON(parsing: line, line.indices, at: location)
      func string(_ name: String) throws(WaslError) -> String? {
        guard let member = value[name], member != .null else { return nil }
        // A side as JSON lines of pairs have it.
        guard let text = member.string ?? member["text"]?.string else {
          throw WaslError(.format, "'\(name)' is not a string", at: location)
        }
        return text
      }
      if let whole = value["id"]?.integer { id = String(whole) } else { id = try string("id") ?? String(number) }
      if let source = try string("source"), let target = try string("target") {
        texts = [.text(source), .text(target)]
      } else if let text = try string("text") {
        texts = [.text(text)]
      } else if let source = try string("source_file"), let target = try string("target_file") {
        texts = try [.file(Self.path(source, folder, location)), .file(Self.path(target, folder, location))]
      } else if let file = try string("file") {
        texts = try [.file(Self.path(file, folder, location))]
      } else if let arabic = try string("ar"), let english = try string("en") {
        texts = [.text(arabic), .text(english)]
      } else {
        throw WaslError(
          .format, "a record without texts", at: location,
          advice: "give 'source' and 'target', or 'text', or 'source_file' and 'target_file', or 'file'")
      }
      return
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw WaslError(.encoding, "not valid UTF-8", at: location, advice: "convert the list to UTF-8")
    }
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count <= 3, columns.allSatisfy({ !$0.isEmpty }) else {
      throw WaslError(
        .format, "\(columns.count) columns, or an empty one", at: location,
        advice: "give a file, two files, or a name and two files, with a tab between")
    }
    let files = columns.count == 3 ? Array(columns[1...]) : columns
    id = columns.count == 3 ? columns[0] : String(number)
    texts = try files.map { file throws(WaslError) in .file(try Self.path(file, folder, location)) }
  }

  /// Where the relative paths of a list start: the folder that it lies in.
  static func folder(of list: String) -> String { list.lastIndex(of: "/").map { String(list[..<$0]) } ?? "" }

  private static func path(
    _ name: String, _ folder: String, _ location: WaslError.Location
  ) throws(WaslError) -> String {
    // The system would read the file whose name ends before it.
    guard !name.utf8.contains(0) else {
      throw WaslError(
        .format, "the name of a file holds the character U+0000", at: location,
        advice: "give its name without it")
    }
    return name.hasPrefix("/") || folder.isEmpty ? name : folder + "/" + name
  }
}
