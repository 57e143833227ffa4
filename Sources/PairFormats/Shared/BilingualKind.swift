internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// Files that hold both languages and are read, not written.
enum BilingualKind {
  case qt, stringCatalog, wordfast
  /// A tree of texts with a branch for each language.
  case tree(KeyedKind)

  init?(_ bytes: [UInt8], name: String) {
    let head = KeyedKind.head(bytes)
    let end = Compression.unpackedName(name).split(separator: ".").last?.lowercased() ?? ""
    if KeyedKind.root(head) == "TS" {
      self = .qt
    } else if end == "xcstrings" {
      self = .stringCatalog
    } else if head.hasPrefix("%"), head.prefix(300).contains("%Wordfast TM") {
      self = .wordfast
    } else if end == "yml" || end == "yaml" {
      self = .tree(.yaml)
    } else if end == "json" {
      self = .tree(.json)
    } else {
      return nil
    }
  }

  /// - Returns: nil for a tree that is none: lines of JSON may stand in a file named `.json`.
  func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile? {
    switch self {
    case .qt: return try QtLinguist.read(bytes, name: name)
    case .stringCatalog: return try StringCatalog.read(bytes, name: name)
    case .wordfast: return try Wordfast.read(bytes, name: name)
    case .tree(let kind):
      if kind == .json {
        guard let value = try? JSON(parsing: bytes, JSONTree.range(bytes), at: .init(file: name)) else { return nil }
        if let rows = value.array { return try JSONL.read(rows, name: name) }
        if JSONL.isPair(value) { return nil }
        if value["strings"] != nil, value["sourceLanguage"] != nil { return try StringCatalog.read(bytes, name: name) }
      }
      let file = try KeyedFile(bytes, name: name, kind: kind)
      guard let (arabic, english) = file.languages else { throw KeyedFile.oneLanguage(name) }
      let join = try KeyedJoin(arabic, english)
      var pairs = join.pairs
      pairs.leftOut = file.leftOut + join.formsLeftOut
      return pairs
    }
  }
}

extension KeyedFile {
  static func oneLanguage(_ name: String) -> WaslError {
    WaslError(
      .usage, "a localisation file holds one language", at: .init(file: name),
      advice: "give the Arabic and the English file: wasl convert AR EN")
  }
}
