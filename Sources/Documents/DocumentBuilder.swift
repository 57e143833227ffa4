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
  private var joinsLast = false
  /// What a user should know of how the document was read, in a few words each.
  package var notes: [String] = []

  package init() {}

  /// Bytes of the blocks that have ended.
  package var finishedCount: Int { finished.count }

  /// One more than the greatest number of a table, 0 without tables.
  package var tableCount: Int {
    blocks.reduce(0) { count, block in
      if case .tableCell(let cell) = block.kind { max(count, cell.table + 1) } else { count }
    }
  }

  /// Bytes of text in the block in hand.
  package var currentCount: Int { current.count }

  /// Where the next character of the block in hand will stand in the text, for the anchors of notes.
  package var position: Int {
    (finished.isEmpty ? 0 : finished.count + 1) + current.count + (spaceWaits && !current.isEmpty ? 1 : 0)
  }

  /// Ends the block in hand, and says what the next one is.
  ///
  /// - Parameter joinsLast: whether the text goes on from the block before, so that a space separates them.
  package mutating func begin(
    _ kind: Block.Kind, language: Language? = nil, direction: Block.Direction? = nil, joinsLast: Bool = false
  ) {
    end()
    self.joinsLast = joinsLast
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
      if joinsLast, !finished.isEmpty {
        finished[finished.count - 1] = 0x20
      } else if !finished.isEmpty {
        finished.append(0x0A)
      }
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
    (kind, language, direction, markLength, joinsLast) = (.paragraph, nil, nil, 0, false)
  }

  /// How far a text has come.
  package struct Checkpoint {
    fileprivate var finished: Int
    fileprivate var blocks: Int
    fileprivate var current: Int
    fileprivate var spaceWaits: Bool
  }

  package var checkpoint: Checkpoint {
    Checkpoint(finished: finished.count, blocks: blocks.count, current: current.count, spaceWaits: spaceWaits)
  }

  /// Takes back what has been added since; false when a block that had begun before has ended since.
  package mutating func rollBack(to checkpoint: Checkpoint) -> Bool {
    if checkpoint.current > 0, finished.count > checkpoint.finished { return false }
    finished.removeSubrange(min(checkpoint.finished, finished.count)...)
    blocks.removeSubrange(min(checkpoint.blocks, blocks.count)...)
    current.removeSubrange(min(checkpoint.current, current.count)...)
    spaceWaits = checkpoint.spaceWaits
    return true
  }

  /// Whether text of the block in hand ends in a letter or digit, to which what follows would be glued.
  package var endsInWord: Bool {
    if spaceWaits { return false }
    let tail = String(decoding: current.suffix(4), as: UTF8.self)
    return tail.last.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// Adds the blocks of another text behind those of this one.
  package mutating func append(_ other: consuming DocumentBuilder) {
    end()
    other.end()
    notes += other.notes
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
