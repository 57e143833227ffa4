import WaslBitext
internal import WaslSystemIO
package import WaslText

/// Decodes a file or standard input and gives it out in pieces that end where a line ends, in memory bounded
/// by the longest line. A line above a megabyte is cut before a space, where no word goes on.
package struct PieceReader: ~Copyable {
  private var input: InputReader
  private let decoder: StreamDecoder
  private var buffer: [UInt8] = []
  /// How much of `buffer` has been given out.
  private var given = 0
  /// Up to where there is known to be no line feed, and up to where there is no other place to cut.
  private var searched = 0
  private var unspaced = 0
  private var isAtEnd = false

  private static let longLine = 1 << 20

  /// - Parameter path: a file, or `-` for standard input.
  package init(_ path: String, _ decoder: TextDecoder) throws {
    // The first piece has to be large enough to tell the encoding by.
    input = try InputReader(path: path)
    self.decoder = StreamDecoder(decoder, name: input.name)
  }

  /// The encoding, once a piece has been read, when it is worth a message.
  package var note: String? {
    guard let encoding = decoder.encoding, encoding != "UTF-8" else { return nil }
    return "\(input.name) read as \(encoding)"
  }

  /// Calls `body` with the text read so far and the range of the next piece in it; false at the end of the input.
  package mutating func next(_ body: ([UInt8], Range<Int>) throws -> Void) throws -> Bool {
    while true {
      if let end = cut() {
        let range = given..<end
        given = end
        searched = end
        unspaced = end
        try body(buffer, range)
        return true
      }
      if isAtEnd { return false }
      try read()
    }
  }

  private mutating func read() throws {
    buffer.removeSubrange(..<given)
    searched -= given
    unspaced -= given
    given = 0
    let bytes = try input.next()
    isAtEnd = bytes.isEmpty
    try decoder.append(bytes.span, isLast: isAtEnd, to: &buffer)
  }

  /// The end of the next piece, or nil when more has to be read first.
  private mutating func cut() -> Int? {
    if given == buffer.count { return nil }
    if isAtEnd { return buffer.count }
    if let last = buffer[searched...].lastIndex(of: 0x0A) { return last + 1 }
    searched = buffer.count
    guard buffer.count - given > Self.longLine else { return nil }
    // A space behind an ASCII character that is none.
    var place = buffer.count - 1
    while place > max(given, unspaced - 1) {
      if buffer[place] == 0x20, buffer[place - 1] > 0x20, buffer[place - 1] < 0x7F { return place }
      place -= 1
    }
    unspaced = buffer.count
    return nil
  }
}
