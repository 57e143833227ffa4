import WaslBitext
import WaslPairFormats

/// Two localisation files of one program, an Arabic and an English one.
enum LocalisationFiles {
  /// Their pairs by key; what only one of them has is said.
  ///
  /// - Parameter kind: nil to tell it by names and contents.
  /// - Returns: nil where neither is a localisation file.
  /// - Throws: a usage error where only one is.
  static func join(
    _ contents: [[UInt8]], _ names: [String], _ kind: KeyedKind?, _ messages: MessageOptions
  ) throws -> PairFile? {
    let kinds = zip(contents, names).map { kind ?? KeyedKind($0, name: $1) }
    guard let first = kinds[0], let second = kinds[1] else {
      guard let known = kinds.firstIndex(where: { $0 != nil }), let kind = kinds[known] else { return nil }
      throw WaslError(
        .usage, "\(names[known]) is a localisation file (\(kind.rawValue)), and this is none",
        at: .init(file: names[1 - known]), advice: "give the same file in Arabic and in English")
    }
    let files = [
      try KeyedFile(contents[0], name: names[0], kind: first), try KeyedFile(contents[1], name: names[1], kind: second),
    ]
    for file in files { messages.warn(ofLeftOut: file.leftOut, name: file.name) }
    let join = try KeyedJoin(files[0], files[1])
    for rest in join.rests { if let text = rest.text { messages.warn(text) } }
    return join.pairs
  }
}
