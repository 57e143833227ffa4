internal import CWaslYAML
internal import WaslBitext
internal import WaslSystemIO

/// A YAML tree whose leaves are texts: Rails, Hugo, OpenAPI and others.
///
/// The key is the path, its parts joined by dots; `one`, `other` and the like under a key are its plural forms. Aliases
/// are counted and not followed, so that nothing expands. Numbers, truth values and nulls in plain style are passed over.
///
/// Read by the events of libyaml, which know their lines. (Yams, the package for Swift, brings the whole of Foundation
/// into the program, and follows aliases.)
enum YAMLTree {
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> KeyedFile {
    guard
      String(validating: bytes, as: UTF8.self) != nil || bytes.starts(with: [0xFF, 0xFE])
        || bytes.starts(with: [0xFE, 0xFF])
    else {
      throw WaslError(.encoding, "not valid UTF-8", at: .init(file: name), advice: "convert the file to UTF-8")
    }
    var builder = YAMLBuilder(file: KeyedFile(name: name, kind: .yaml))
    try events(bytes, name: name, &builder)
    return builder.result
  }

  private static func events(_ bytes: [UInt8], name: String, _ builder: inout YAMLBuilder) throws(WaslError) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw WaslError(.input, "no memory for its reader", at: .init(file: name))
    }
    defer { yaml_parser_delete(&parser) }
    // The parser keeps the address: the copy stays where it is until it is done.
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    defer { copy.deallocate() }
    copy.initialize(from: bytes, count: bytes.count)
    yaml_parser_set_input_string(&parser, copy, bytes.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let problem = parser.problem.map { String(cString: $0) } ?? "not well-formed"
        throw WaslError(
          .format, problem, at: .init(file: name, line: Int(clamping: parser.problem_mark.line) + 1),
          advice: "put a text with ':' or '#' in it into quotation marks")
      }
      defer { yaml_event_delete(&event) }
      let line = Int(clamping: event.start_mark.line) + 1
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_MAPPING_START_EVENT: try builder.open(isMapping: true, line)
      case YAML_SEQUENCE_START_EVENT: try builder.open(isMapping: false, line)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: builder.close()
      case YAML_ALIAS_EVENT: builder.alias(line)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let text = scalar.value.map {
          String(decoding: UnsafeBufferPointer(start: $0, count: scalar.length), as: UTF8.self)
        }
        builder.scalar(text ?? "", isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, line)
      default: break
      }
    }
  }
}

/// Keeps the path to what is being read.
private struct YAMLBuilder {
  private struct Container {
    var isMapping: Bool
    /// What precedes the keys inside.
    var path: String
    var key: String?
    var count = 0
  }

  private var file: KeyedFile
  private var open: [Container] = []
  private var leaves: [(path: String, text: String, line: Int)] = []

  init(file: KeyedFile) { self.file = file }

  /// The path of the value that comes next.
  private mutating func nextPath() -> String {
    guard let last = open.indices.last else { return "" }
    let part: String
    if open[last].isMapping {
      part = open[last].key ?? ""
      open[last].key = nil
    } else {
      part = String(open[last].count)
      open[last].count += 1
    }
    return open[last].path.isEmpty ? part : "\(open[last].path).\(part)"
  }

  private var expectsKey: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  mutating func open(isMapping: Bool, _ line: Int) throws(WaslError) {
    let location = WaslError.Location(file: file.name, line: line)
    guard !expectsKey else { throw WaslError(.format, "a key that is no text", at: location) }
    guard open.count < min(InputLimits.depth, 1000) else {
      throw WaslError(.format, "nested too deeply", at: location, advice: "give a tree of texts")
    }
    open.append(Container(isMapping: isMapping, path: nextPath()))
  }

  mutating func close() { open.removeLast() }

  mutating func alias(_ line: Int) {
    if expectsKey {
      open[open.count - 1].key = "*"
    } else {
      _ = nextPath()
    }
    file.leftOut.append(.init(line: line, reason: "an alias of another text"))
  }

  mutating func scalar(_ text: String, isPlain: Bool, _ line: Int) {
    if expectsKey {
      open[open.count - 1].key = text
      return
    }
    let path = nextPath()
    if text.allSatisfy(\.isWhitespace) {
      file.leftOut.append(.init(line: line, reason: "no text"))
    } else if !(isPlain && isNoText(text)) {
      // A block ends in a line end that is no part of the text.
      leaves.append((path, text.hasSuffix("\n") ? String(text.dropLast()) : text, line))
    }
  }

  private func isNoText(_ text: String) -> Bool {
    ["true", "false", "yes", "no", "null", "~", "on", "off"].contains(text.lowercased()) || Double(text) != nil
      || text.hasPrefix(":")
  }

  var result: KeyedFile {
    var file = file
    let paths = Set(leaves.map(\.path))
    for leaf in leaves {
      let (key, plural) = JSONTree.plural(leaf.path, paths)
      file.messages.append(KeyedMessage(key, leaf.text, plural: plural, line: leaf.line))
    }
    return file
  }
}
