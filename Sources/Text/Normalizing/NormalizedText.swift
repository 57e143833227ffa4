/// Normalised text that knows which bytes of the original each of its bytes came from.
///
/// Cutting the normalised text into pieces cuts the original into as many: the pieces' original ranges
/// follow each other without gap or overlap, but for what was deleted before the first.
public struct NormalizedText: Sendable {
  /// Valid UTF-8.
  public internal(set) var bytes: [UInt8] = []
  var map = OffsetMap()

  public init() {}

  /// The bytes of the original that a range of `bytes` came from. What was deleted belongs to the text before it.
  ///
  /// - Parameter range: on scalar boundaries of `bytes`.
  /// - Complexity: O(log *n*) in the number of places where the lengths differ.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    let start = map.original(of: range.lowerBound, roundingUp: false)
    if range.isEmpty { return start..<start }
    return start..<max(start, map.original(of: range.upperBound, roundingUp: true))
  }
}

/// Where normalised text stands in its original: pieces that run in step, and pieces that do not.
struct OffsetMap: Sendable, Hashable {
  struct Piece: Sendable, Hashable {
    var normalized: Int
    var original: Int
    /// Whether the piece is several bytes long on one side only as a whole, such as a ligature.
    var isAtomic: Bool
  }

  /// Both offsets ascend; the last piece is the empty one at the end.
  private(set) var pieces: [Piece] = []

  mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

  /// From here on, the text runs in step with the original from there.
  @inline(__always)
  mutating func add(normalized: Int, original: Int, isAtomic: Bool = false) {
    if let last = pieces.last, last.normalized == normalized { pieces.removeLast() }
    pieces.append(Piece(normalized: normalized, original: original, isAtomic: isAtomic))
  }

  var count: Int { pieces.count }

  /// Forgets the pieces from this one on; the one before may have been replaced, so it is given anew.
  mutating func rewind(to count: Int, last: Piece?) {
    pieces.removeLast(pieces.count - count)
    if let last { pieces[count - 1] = last }
  }

  var last: Piece? { pieces.last }

  /// Forgets the pieces that start at or behind an offset of the normalised text.
  mutating func removePieces(from normalized: Int) {
    while let last = pieces.last, last.normalized >= normalized { pieces.removeLast() }
  }

  func original(of offset: Int, roundingUp: Bool) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].normalized <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let piece = pieces[low - 1]
    guard piece.isAtomic, piece.normalized < offset else { return piece.original + offset - piece.normalized }
    return roundingUp && low < pieces.count ? pieces[low].original : piece.original
  }
}
