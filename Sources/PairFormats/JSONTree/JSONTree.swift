internal import WaslBitext
internal import WaslSyntax

/// A JSON tree whose leaves are texts: ARB of Flutter, i18next, Chrome's `messages.json`, and others.
///
/// The key is the path, its parts joined by dots. i18next's `key_one`, `key_other` are the plural forms of `key`. What
/// ARB says of a message (`@key`) is no message; its description is a comment. A message of ICU MessageFormat is kept
/// as it is. Numbers, truth values and nulls are passed over.
enum JSONTree {
  static func read(_ bytes: [UInt8], name: String, kind: KeyedKind) throws(WaslError) -> KeyedFile {
    var file = KeyedFile(name: name, kind: kind)
    let tree = try JSON(parsing: bytes, range(bytes), at: .init(file: name))
    guard case .object(let members) = tree else {
      throw WaslError(
        .format, "\(tree.kind) instead of an object", at: .init(file: name, line: 1),
        advice: "give an object with a text for each key")
    }
    let isARB = kind == .arb || members.contains { $0.name == "@@locale" }
    file.tag = (tree["@@locale"] ?? tree["@@language"])?.string?.replacing("_", with: "-")
    var leaves = leaves(of: tree, lines: JSON.memberLines(bytes))
    var comments: [String: String] = [:]
    if isARB || members.contains(where: { $0.name.hasPrefix("@") && $0.value["description"] != nil }) {
      for member in members where member.name.hasPrefix("@") {
        comments[String(member.name.dropFirst())] = member.value["description"]?.string
      }
      leaves.removeAll { $0.path.hasPrefix("@") }
    }
    if isChrome(members) {
      for member in members { comments[member.name] = member.value["description"]?.string }
      leaves = leaves.filter { $0.path.hasSuffix(".message") }.map { ($0.path.dropLast(8), $0.text, $0.line) }
        .map { (String($0.0), $0.1, $0.2) }
    }
    let paths = Set(leaves.map(\.path))
    for leaf in leaves {
      if leaf.text.allSatisfy(\.isWhitespace) {
        file.leftOut.append(.init(line: leaf.line, reason: "no text"))
        continue
      }
      let (key, plural) = plural(leaf.path, paths)
      file.messages.append(
        KeyedMessage(key, leaf.text, plural: plural, comment: comments[leaf.path], line: leaf.line))
    }
    return file
  }

  static func range(_ bytes: [UInt8]) -> Range<Int> {
    (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count
  }

  /// Chrome's form: an object with a `message` for each key.
  private static func isChrome(_ members: [JSON.Member]) -> Bool {
    !members.isEmpty && members.allSatisfy { $0.value["message"]?.string != nil }
  }

  /// The texts of the tree in the order of the file.
  static func leaves(of tree: JSON, lines: [Int]) -> [(path: String, text: String, line: Int)] {
    var leaves: [(path: String, text: String, line: Int)] = []
    walk(tree, lines) { path, value, line in if let text = value.string { leaves.append((path, text, line)) } }
    return leaves
  }

  /// The line of each path, the first if there are several.
  static func lines(of tree: JSON, _ lines: [Int]) -> [String: Int] {
    var places: [String: Int] = [:]
    walk(tree, lines) { path, _, line in if places[path] == nil { places[path] = line } }
    return places
  }

  /// Without recursion: how deep a value may be must not depend on how large a thread's stack is.
  private static func walk(_ tree: JSON, _ lines: [Int], _ visit: (String, JSON, Int) -> Void) {
    var open: [(path: String, value: JSON, isMember: Bool, line: Int)] = [("", tree, false, 1)]
    var next = 0
    while let (path, value, isMember, outerLine) = open.popLast() {
      var line = outerLine
      if isMember {
        if next < lines.count { line = lines[next] }
        next += 1
      }
      visit(path, value, line)
      func join(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
      switch value {
      case .object(let members):
        for member in members.reversed() { open.append((join(member.name), member.value, true, line)) }
      case .array(let values):
        for (index, value) in values.enumerated().reversed() { open.append((join("\(index)"), value, false, line)) }
      default: break
      }
    }
  }

  /// A key of i18next (`items_one`) or of a tree (`items.one`) as the message and its form.
  static func plural(_ path: String, _ paths: Set<String>) -> (key: String, plural: PluralCategory?) {
    for separator in ["_", "."] {
      guard let cut = path.lastIndex(of: Character(separator)) else { continue }
      let (key, end) = (String(path[..<cut]), String(path[path.index(after: cut)...]))
      if let form = PluralCategory(rawValue: end), paths.contains("\(key)\(separator)other") { return (key, form) }
      if end == "plural", separator == "_", paths.contains(key) { return (key, .other) }
    }
    // The form for one thing of i18next's third version.
    return paths.contains(path + "_plural") ? (path, .one) : (path, nil)
  }
}
