internal import WaslBitext
internal import WaslSyntax

/// `.resx` and `.resw` of .NET: `data` with `value` and `comment`. What is no text, by its type, is counted.
enum RESX {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: .resx)
    var reader = try XMLReader(bytes, name: name)
    guard case .start("root", _)? = try reader.next() else {
      throw reader.error("the root element is not <root>", advice: "give a .resx file")
    }
    var data: (key: String, value: String, comment: String, line: Int, isText: Bool)?
    while let event = try reader.next() {
      switch event {
      case .start("data", let attributes):
        data = (
          attributes["name"] ?? "", "", "", reader.line,
          attributes["mimetype"] == nil && (attributes["type"].map { $0.hasPrefix("System.String") } ?? true)
        )
      case .start: break
      case .text(let part):
        if reader.open.last == "value" { data?.value += part }
        if reader.open.last == "comment" { data?.comment += part }
      case .end("data"):
        guard let done = data else { continue }
        data = nil
        if !done.isText || done.key.hasPrefix(">>") {
          file.leftOut.append(.init(line: done.line, reason: "no text but an object"))
        } else if done.value.allSatisfy(\.isWhitespace) {
          file.leftOut.append(.init(line: done.line, reason: "no text"))
        } else {
          file.messages.append(
            KeyedMessage(
              done.key, done.value, comment: done.comment.isEmpty ? nil : done.comment, line: done.line))
        }
      case .end: break
      }
    }
    return file
  }
}
