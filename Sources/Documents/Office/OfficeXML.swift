internal import WaslBitext
internal import WaslSyntax

/// What the readers of office XML share. Prefixes differ between producers, so elements and attributes go by their local
/// names.
extension String {
  /// Without the prefix before a colon.
  var localName: Substring {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return self[...] }
    return self[utf8.index(after: colon)...]
  }
}

extension [String: String] {
  /// The value of an attribute, whatever its prefix.
  func local(_ name: String) -> String? {
    if let value = self["w:" + name] ?? self[name] { return value }
    return filter { $0.key.localName == name }.min { $0.key < $1.key }?.value
  }

  func localNumber(_ name: String) -> Int? { local(name).flatMap { Int($0) } }

  /// The value of an element that switches something on: on without a value.
  var isOn: Bool { !["0", "false", "off"].contains(local("val") ?? "1") }
}

/// Passes over elements with all that is in them.
struct XMLSkipper {
  private var depth = Int.max

  var isSkipping: Bool { depth != .max }

  /// Whether an event lies in an element that is passed over.
  ///
  /// - Parameter skips: whether to pass over an element that begins, from the local names of it and of the one around it.
  mutating func passesOver(
    _ event: XMLReader.Event, _ reader: XMLReader, where skips: (_ name: Substring, _ parent: Substring) -> Bool
  ) -> Bool {
    switch event {
    case .start(let name, _):
      if depth == .max, skips(name.localName, reader.parent) { depth = reader.open.count }
      return depth != .max
    case .text: return depth != .max
    case .end:
      guard depth != .max else { return false }
      if reader.open.count < depth { depth = .max }
      return true
    }
  }

  /// Passes over the rest of the innermost open element of a name.
  mutating func skipRest(of name: Substring, _ reader: XMLReader) {
    guard let index = reader.open.lastIndex(where: { $0.localName == name }) else { return }
    depth = index + 1
  }
}

extension XMLReader {
  /// The local name of the element around the one that has begun.
  var parent: Substring { ancestor(1) }

  /// The local name of the open element that is so many levels above the innermost one, or nothing.
  func ancestor(_ levels: Int) -> Substring {
    let index = open.count - 1 - levels
    return open.indices.contains(index) ? open[index].localName : ""
  }
}
