package import WaslBitext

/// Collects the text of a document with its blocks, white space folded as HTML has it.
///
///     var builder = DocumentBuilder()
///     builder.begin(.heading(level: 1))
///     builder.append("قطع الغيار")
///     builder.begin(.paragraph)
///     builder.append("The parts are listed …")
///     let text = builder.source(name: "parts.html")
///
/// Blocks are separated by blank lines. What is appended before the first `begin` is a paragraph. `begin` ends the block
/// before it, so that readers of careless markup need not.
package struct DocumentBuilder {
  private var finished: [UInt8] = []
  private var blocks: [Block] = []
  private var current: [UInt8] = []
  private var spaceWaits = false
  private var kind = Block.Kind.paragraph
  private var language: Language?
  private var direction: Block.Direction?
  private var markLength = 0

  package init() {}

  /// Bytes of the blocks that have ended.
  package var finishedCount: Int { finished.count }

  /// Bytes of text in the block in hand.
  package var currentCount: Int { current.count }

  /// Where the next character of the block in hand will stand in the text, for the anchors of notes.
  package var position: Int {
    (finished.isEmpty ? 0 : finished.count + 1) + current.count + (spaceWaits && !current.isEmpty ? 1 : 0)
  }

  /// Ends the block in hand, and says what the next one is.
  package mutating func begin(
    _ kind: Block.Kind, language: Language? = nil, direction: Block.Direction? = nil
  ) {
    end()
    self.kind = kind
    self.language = language
    self.direction = direction
  }

  /// The mark of a list item, as the document shows it: `1.`, `•`. It is part of the text.
  package mutating func appendMark(_ mark: String) {
    append(mark)
    if current.isEmpty { return }
    append(" ")
    markLength = current.count + 1
  }

  package mutating func append(_ text: String) { append(Array(text.utf8)[...]) }

  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        spaceWaits = !current.isEmpty
      } else {
        if spaceWaits, current.last != 0x0A { current.append(0x20) }
        spaceWaits = false
        current.append(byte)
      }
    }
  }

  /// Text whose spaces and line ends stay, such as program text.
  package mutating func appendVerbatim(_ text: String) {
    if spaceWaits, current.last != 0x0A { current.append(0x20) }
    spaceWaits = false
    current += text.utf8
  }

  /// A line end that stays.
  package mutating func breakLine() {
    spaceWaits = false
    if !current.isEmpty, current.last != 0x0A { current.append(0x0A) }
  }

  /// Ends the block in hand; the next one is a paragraph until `begin` says otherwise. A block without text is none.
  package mutating func end() {
    while let last = current.last, last == 0x0A || last == 0x20 { current.removeLast() }
    if !current.isEmpty {
      if !finished.isEmpty { finished.append(0x0A) }
      let start = finished.count
      finished += current
      var kind = kind
      if case .listItem(let level, _) = kind {
        kind = .listItem(level: level, markLength: min(markLength, current.count))
      }
      blocks.append(Block(range: start..<finished.count, kind: kind, language: language, direction: direction))
      finished.append(0x0A)
    }
    current = []
    spaceWaits = false
    (kind, language, direction, markLength) = (.paragraph, nil, nil, 0)
  }

  /// Adds the blocks of another text behind those of this one.
  package mutating func append(_ other: consuming DocumentBuilder) {
    end()
    other.end()
    if other.finished.isEmpty { return }
    if !finished.isEmpty { finished.append(0x0A) }
    let offset = finished.count
    finished += other.finished
    for block in other.blocks { blocks.append(block.moved(by: offset)) }
  }

  /// Everything under a name.
  package consuming func source(name: String, encoding: String = "UTF-8", cues: [Cue] = []) -> SourceText {
    end()
    return SourceText(name: name, bytes: finished, encoding: encoding, cues: cues, blocks: blocks)
  }
}

extension Block {
  fileprivate func moved(by offset: Int) -> Block {
    var block = self
    block.range = range.lowerBound + offset..<range.upperBound + offset
    if case .note(let anchor) = kind { block.kind = .note(anchor: anchor.map { $0 + offset }) }
    return block
  }
}
