internal import WaslSystemIO

/// The kinds of localisation files that hold one language each.
public enum KeyedKind: String, Sendable, Hashable, CaseIterable {
  /// `strings.xml`
  case android
  /// `.strings` of Apple
  case strings
  case stringsdict
  /// `.resx`, `.resw` of .NET
  case resx
  case arb
  /// A tree whose leaves are texts: i18next, Chrome's `messages.json` and others.
  case json
  /// A tree whose leaves are texts: Rails, Hugo and others.
  case yaml
  /// Java
  case properties
  /// `.ftl`
  case fluent
  /// gettext, two files with the same `msgid`s
  case po
  /// `.ts` of Qt Linguist, two files with the same sources
  case qt

  static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// By how the content starts, else by the end of the name; nil for anything else.
  public init?(_ bytes: [UInt8], name: String) {
    let head = Self.head(bytes)
    let end = Compression.unpackedName(name).split(separator: ".").last?.lowercased() ?? ""
    if let root = Self.root(head) {
      switch root {
      case "resources": self = .android
      case "TS": self = .qt
      case "root" where head.contains("<data ") || end == "resx" || end == "resw": self = .resx
      case "plist": self = end == "strings" ? .strings : .stringsdict
      default: return nil
      }
      return
    }
    switch end {
    case "strings": self = .strings
    case "arb": self = .arb
    case "json", "json5": self = .json
    case "yml", "yaml": self = .yaml
    case "properties": self = .properties
    case "ftl": self = .fluent
    case "po", "pot": self = .po
    default:
      guard Self.looksLikeStrings(head) else { return nil }
      self = .strings
    }
  }

  static func head(_ bytes: [UInt8]) -> String {
    // UTF-16 with its zeros left out reads as ASCII.
    String(decoding: bytes.prefix(4000).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
  }

  /// The name of the root element of an XML file.
  static func root(_ head: String) -> Substring? {
    var rest = head[...].drop(while: \.isWhitespace)
    guard rest.first == "<" else { return nil }
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      guard let end = rest.firstRange(of: rest.hasPrefix("<!--") ? "-->" : ">") else { return nil }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return nil }
    return rest.dropFirst().prefix { $0.isLetter || $0.isNumber || ":_-".contains($0) }
  }

  /// `"key" = "text";` on the first line that is no comment.
  private static func looksLikeStrings(_ head: String) -> Bool {
    for line in head.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      if line.hasPrefix("/") || line.hasPrefix("*") || line.isEmpty { continue }
      return line.hasPrefix("\"") && line.contains("\" = \"")
    }
    return false
  }
}
