internal import WaslBitext
internal import WaslSystemIO

extension PairFile {
  /// Whether a name's end says that the file may hold pairs or messages, or leaves it open.
  public static func mayBePairs(_ path: String) -> Bool {
    let texts: Set<String> = [
      "md", "html", "htm", "xhtml", "docx", "odt", "epub", "pdf", "srt", "vtt", "rtf", "pptx", "xlsx", "ods", "odp",
      "ass", "ssa",
    ]
    let name = Compression.unpackedName(path).split(separator: "/").last ?? ""
    // A name without an end may be a pipe, which can be read once.
    let parts = name.split(separator: ".")
    return parts.count > 1 && !texts.contains(parts.last?.lowercased() ?? "")
  }

  /// Whether a file is known for pairs by its content, or by its name where the content does not object.
  public static func isPairs(_ bytes: [UInt8], name: String) -> Bool {
    let head = KeyedKind.head(bytes)
    if let root = KeyedKind.root(head) {
      return ["tmx", "xliff", "TS", "resources"].contains(root) || KeyedKind(bytes, name: name) != nil
    }
    if BilingualKind(bytes, name: name) != nil || KeyedKind(bytes, name: name) != nil { return true }
    switch Format(inputPath: name) {
    case .tmx, .xliff, .po, .jsonl, .tsv, .csv: return true
    default: return false
    }
  }

  /// With its sides changed over.
  public var reversed: PairFile {
    var file = self
    file.records = records.map(\.reversed)
    (file.sides.source, file.sides.target) = (sides.target, sides.source)
    return file
  }
}
