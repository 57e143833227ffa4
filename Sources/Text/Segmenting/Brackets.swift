/// The brackets open in a segment. A sentence does not end inside a short parenthesis.
struct Brackets {
  /// How long a parenthesis may be, in scalars, for full stops inside it to end nothing.
  private static let limit = 200

  private var depth = 0
  /// The outermost open bracket.
  private var opened = 0
  /// Where the outermost bracket closes, -1 if it does not within the limit, nil if not looked for yet.
  private var closed: Int?

  var isOpen: Bool { depth > 0 }

  func opened(at index: Int) -> Bool { depth > 0 && opened == index }

  /// Reads a byte that may be a bracket.
  mutating func read(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      if depth == 0 { (opened, closed) = (index, nil) }
      depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
    default: break
    }
  }

  /// Whether the outermost open bracket closes within the limit, and after `index`.
  mutating func closeSoon(after index: Int, in view: ByteView, upper: Int, wrapped: Bool) -> Bool {
    if closed == nil { closed = closingPlace(in: view, upper: upper, wrapped: wrapped) }
    return (closed ?? -1) >= index
  }

  /// Where the bracket at `opened` closes, -1 if it does not within the limit, the paragraph and the run.
  private func closingPlace(in view: ByteView, upper: Int, wrapped: Bool) -> Int {
    var (place, open, scalars) = (opened, 0, 0)
    while place < upper, scalars < Self.limit {
      let byte = view[place]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        open -= 1
        if open == 0 { return place }
      default:
        if view.lineEndLength(at: place) > 0, !wrapped || view.lineEnds(at: place, upTo: upper).count > 1 { return -1 }
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      place += 1
    }
    return -1
  }
}
