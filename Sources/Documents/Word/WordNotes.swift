internal import WaslBitext
internal import WaslSyntax

/// A footnote or an endnote by its number.
struct WordNote: Hashable {
  enum Kind { case footnote, endnote }
  let kind: Kind
  let id: String

  /// What an element refers to, if it refers to a note.
  init?(reference name: Substring, _ attributes: [String: String]) {
    guard name == "footnoteReference" || name == "endnoteReference", let id = attributes.local("id") else { return nil }
    (kind, self.id) = (name == "endnoteReference" ? .endnote : .footnote, id)
  }

  /// The note that an element holds. The lines between text and notes are stored as notes of other types.
  init?(element name: Substring, _ attributes: [String: String]) {
    guard name == "footnote" || name == "endnote", (attributes.local("type") ?? "normal") == "normal" else {
      return nil
    }
    (kind, id) = (name == "endnote" ? .endnote : .footnote, attributes.local("id") ?? "")
  }
}

/// What the parts of a Word document share.
struct WordParts {
  var styles = WordStyles()
  var numbering = WordNumbering()
  var notes: [WordNote: DocumentBuilder] = [:]
  /// All notes that have been read.
  private(set) var notesInOrder: [WordNote] = []

  init() {}

  /// Reads footnotes or endnotes.
  mutating func readNotes(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    var body: (note: WordNote, reader: WordBody)?
    while let event = try reader.next() {
      if case .start(let element, let attributes) = event, reader.open.count == 2 {
        body = WordNote(element: element.localName, attributes).map { ($0, WordBody(self, isNote: true)) }
      }
      body?.reader.read(event, reader)
      if case .end = event, reader.open.count == 1, case (let note, var inner)? = body {
        notes[note] = inner.flow.finished()
        notesInOrder.append(note)
        numbering = inner.parts.numbering
        body = nil
      }
    }
  }

  /// Notes that nothing refers to: a damaged reference must not lose them.
  mutating func takeUnreferencedNotes() -> [DocumentBuilder] {
    notesInOrder.compactMap { notes.removeValue(forKey: $0) }
  }
}
