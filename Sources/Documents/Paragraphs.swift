/// Collects text into paragraphs, white space folded as HTML has it.
package struct Paragraphs {
  private var finished: [UInt8] = []
  private var current: [UInt8] = []
  private var spaceWaits = false

  /// Bytes of the paragraphs that have ended.
  package var finishedCount: Int { finished.count }

  /// Everything, paragraphs separated by blank lines.
  package var text: [UInt8] {
    var copy = self
    copy.endParagraph()
    return copy.finished
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

  /// A line end that stays.
  package mutating func breakLine() {
    spaceWaits = false
    if !current.isEmpty, current.last != 0x0A { current.append(0x0A) }
  }

  package mutating func endParagraph() {
    while current.last == 0x0A { current.removeLast() }
    if !current.isEmpty {
      if !finished.isEmpty { finished.append(0x0A) }
      finished += current
      finished.append(0x0A)
    }
    current = []
    spaceWaits = false
  }

  package mutating func append(_ other: Paragraphs) {
    endParagraph()
    let text = other.text
    if text.isEmpty { return }
    if !finished.isEmpty { finished.append(0x0A) }
    finished += text
  }
}
