public import WaslBitext

/// A localisation file in one language, read whole.
public struct KeyedFile: Sendable {
  public let name: String
  public let kind: KeyedKind
  public var messages: [KeyedMessage] = []
  public var leftOut: [PairFile.LeftOut] = []
  /// A BCP 47 tag, where the file says its language.
  public var tag: String?

  init(name: String, kind: KeyedKind) {
    self.name = name
    self.kind = kind
  }

  /// - Parameter kind: nil to tell it by the name and the content.
  /// - Throws: what its reader throws; a usage error where the kind cannot be told.
  public init(_ bytes: [UInt8], name: String, kind: KeyedKind? = nil) throws(WaslError) {
    guard let kind = kind ?? KeyedKind(bytes, name: name) else {
      throw WaslError(
        .usage, "no kind of localisation file is known by its name or content", at: .init(file: name),
        advice: "say which with --from: \(KeyedKind.known)")
    }
    switch kind {
    case .android: self = try AndroidStrings.read(bytes, name: name)
    case .strings: self = try AppleStrings.read(bytes, name: name)
    case .stringsdict: self = try StringsDict.read(bytes, name: name)
    case .resx: self = try RESX.read(bytes, name: name)
    case .arb, .json: self = try JSONTree.read(bytes, name: name, kind: kind)
    case .yaml: self = try YAMLTree.read(bytes, name: name)
    case .properties: self = try Properties.read(bytes, name: name)
    case .fluent: self = try Fluent.read(bytes, name: name)
    case .po: self = try PO.messages(bytes, name: name)
    case .qt: self = try QtLinguist.messages(bytes, name: name)
    }
    removeLanguageRoot()
  }

  /// Rails and others put all messages under the tag of the language.
  private mutating func removeLanguageRoot() {
    guard kind == .yaml || kind == .json, let first = messages.first,
      let dot = first.identity.key.firstIndex(of: ".")
    else { return }
    let root = String(first.identity.key[..<dot])
    guard Language(tag: root) != nil, messages.allSatisfy({ $0.identity.key.hasPrefix(root + ".") }) else { return }
    for index in messages.indices { messages[index].identity.key.removeFirst(root.count + 1) }
    tag = tag ?? root.replacing("_", with: "-")
  }

  /// The two languages of a file that has both, under their tags; nil for any other.
  public var languages: (arabic: KeyedFile, english: KeyedFile)? {
    var sides: [Language: KeyedFile] = [:]
    for message in messages {
      guard let dot = message.identity.key.firstIndex(of: ".") else { return nil }
      let root = String(message.identity.key[..<dot])
      guard let language = Language(tag: root) else { continue }
      var message = message
      message.identity.key = String(message.identity.key[message.identity.key.index(after: dot)...])
      sides[language, default: KeyedFile(name: name, kind: kind)].messages.append(message)
      sides[language]?.tag = root.replacing("_", with: "-")
    }
    guard let arabic = sides[.arabic], let english = sides[.english] else { return nil }
    return (arabic, english)
  }
}
