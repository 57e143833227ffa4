internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The inline codes of one unit in XLIFF 2: what stands for them in the original is kept once, before the segment.
struct XLIFFCodes {
  /// Native codes by their order; `d1` is the first.
  private var data: [String] = []
  private var dataNumbers: [String: Int] = [:]
  private var next = 1

  private enum Key: Hashable {
    case standalone(String)
    case enclosing(String)
  }
  /// Codes with the same name on both sides have one number.
  private var numbers: [Key: Int] = [:]

  init(_ bead: BeadText) {
    for side in [bead.source, bead.target] {
      for case .code(let code) in side?.content?.parts ?? [] where !code.native.isEmpty {
        if dataNumbers[code.native] != nil { continue }
        data.append(code.native)
        dataNumbers[code.native] = data.count
      }
    }
  }

  func writeData(to sink: inout ByteSink) {
    if data.isEmpty { return }
    sink.append("      <originalData>")
    for (index, native) in data.enumerated() {
      sink.append("<data id=\"d\(index + 1)\" xml:space=\"preserve\">")
      sink.appendEscapedForXML(native)
      sink.append("</data>")
    }
    sink.append("</originalData>\n")
  }

  mutating func write(_ side: BeadText.Side?, to sink: inout ByteSink) {
    guard let content = side?.content else {
      side?.append(XML.escaping, to: &sink)
      return
    }
    var seen: Set<Int> = []
    var open: [String: [Int]] = [:]
    var highlights = 0
    for part in content.parts {
      guard case .code(let code) = part else {
        if case .text(let text) = part { sink.appendEscapedForXML(text) }
        continue
      }
      if code.isHighlight {
        // `mrk` is an annotation and no code, which says what `hi` says.
        if code.role == .end {
          if highlights > 0 { sink.append("</mrk>") }
          highlights = max(0, highlights - 1)
        } else {
          highlights += 1
          sink.append("<mrk id=\"m\(number(nil, &seen))\" type=\"generic\">")
        }
        continue
      }
      let key = code.match ?? code.id
      switch code.role {
      case .standalone:
        sink.append("<ph id=\"\(number(key.map(Key.standalone), &seen))\"")
      case .start:
        let number = number(key.map(Key.enclosing), &seen)
        open[code.id ?? "", default: []].append(number)
        sink.append("<sc id=\"\(number)\"")
        if code.isIsolated || !closes(code, in: content) { sink.append(" isolated=\"yes\"") }
      case .end:
        if !code.isIsolated, let start = open[code.id ?? ""]?.popLast() {
          sink.append("<ec startRef=\"\(start)\"")
        } else {
          sink.append("<ec id=\"\(number(nil, &seen))\" isolated=\"yes\"")
        }
      }
      writeType(code, to: &sink)
      if let number = dataNumbers[code.native] { sink.append(" dataRef=\"d\(number)\"") }
      sink.append("/>")
    }
    for _ in 0..<highlights { sink.append("</mrk>") }
  }

  private func closes(_ start: InlineCode, in content: InlineContent) -> Bool {
    content.parts.contains { part in
      if case .code(let code) = part { code.role == .end && code.id == start.id && !code.isIsolated } else { false }
    }
  }

  /// A number that stands once in a side.
  private mutating func number(_ key: Key?, _ seen: inout Set<Int>) -> Int {
    if let key, let known = numbers[key], seen.insert(known).inserted { return known }
    let new = next
    next += 1
    seen.insert(new)
    if let key, numbers[key] == nil { numbers[key] = new }
    return new
  }

  /// The types of XLIFF 2 that say what other formats say in a word of their own.
  private func writeType(_ code: InlineCode, to sink: inout ByteSink) {
    guard code.role != .end else { return }
    let type = code.type?.lowercased() ?? ""
    let subtypes = ["lb": "lb", "pb": "pb", "b": "b", "bold": "b", "i": "i", "italic": "i", "u": "u", "x-br": "lb"]
    if let subtype = subtypes[type] ?? (type.hasPrefix("xlf:") ? String(type.dropFirst(4)) : nil),
      ["lb", "pb", "b", "i", "u"].contains(subtype)
    {
      sink.append(" type=\"fmt\" subType=\"xlf:\(subtype)\"")
    } else if ["fmt", "ui", "quote", "link", "image", "other"].contains(type) {
      sink.append(" type=\"\(type)\"")
    }
  }
}

extension XLIFF {
  /// Notes, and properties and dates as notes whose category names them: `property:x-domain`, `target:changedate`.
  static func writeNotes(_ bead: BeadText, to sink: inout ByteSink) {
    let none = PairMetadata()
    let parts: [(place: String, metadata: PairMetadata)] = [
      ("", bead.metadata), ("source:", bead.source?.metadata ?? none), ("target:", bead.target?.metadata ?? none),
    ]
    guard bead.confidence != nil || parts.contains(where: \.metadata.hasNotes) else { return }
    sink.append("      <notes>")
    if let confidence = bead.confidence {
      sink.append("<note category=\"confidence\">")
      sink.append(confidence: confidence)
      sink.append("</note>")
    }
    for (place, metadata) in parts {
      for note in metadata.notes { write(note, category: place.isEmpty ? nil : place + "note", to: &sink) }
      for property in metadata.properties { write(property, category: "\(place)property:\(property.name)", to: &sink) }
      for attribute in metadata.attributes { write(attribute, category: "\(place)\(attribute.name)", to: &sink) }
    }
    sink.append("</notes>\n")
  }

  private static func write(_ note: PairMetadata.Property, category: String?, to sink: inout ByteSink) {
    sink.append("<note")
    if let category { XML.attribute("category", category, to: &sink) }
    sink.append(">")
    sink.appendEscapedForXML(note.value)
    sink.append("</note>")
  }
}

extension PairMetadata {
  /// What a note of XLIFF was written for.
  struct NotePlace {
    var side: String?
    var part: Part
    var name: String

    enum Part { case attribute, note, property }
  }

  /// - Returns: nil for a note like any other.
  static func place(ofCategory category: String) -> NotePlace? {
    var rest = category
    var side: String?
    for name in ["source", "target"] where rest.hasPrefix(name + ":") {
      side = name
      rest = String(rest.dropFirst(name.count + 1))
    }
    if rest.hasPrefix("property:") { return NotePlace(side: side, part: .property, name: String(rest.dropFirst(9))) }
    if TMX.kept.contains(rest) { return NotePlace(side: side, part: .attribute, name: rest) }
    return side != nil && rest == note ? NotePlace(side: side, part: .note, name: note) : nil
  }

  mutating func add(_ property: Property, to part: NotePlace.Part) {
    switch part {
    case .attribute: attributes.append(property)
    case .note: notes.append(property)
    case .property: properties.append(property)
    }
  }
}
