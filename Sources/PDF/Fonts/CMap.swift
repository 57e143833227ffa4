/// A table from character codes to Unicode values or to glyph numbers (CIDs).
///
/// Source: Adobe Technical Note 5014, ISO 32000-1, 9.7.5 and 9.10.3.
struct CMap {
  /// The codes of one length that belong together.
  struct CodeSpace {
    var length: Int
    var low: UInt32
    var high: UInt32
  }

  /// A run of codes with consecutive values.
  struct Range<Value> {
    var low: UInt32
    var high: UInt32
    var value: Value
  }

  /// How much of one table is read.
  static let limit = 400_000

  var codeSpaces: [CodeSpace] = []
  var isVertical = false
  /// The table that this one builds on.
  var base: String?
  private var scalars: [UInt32: [Unicode.Scalar]] = [:]
  private var scalarRanges: [Range<[Unicode.Scalar]>] = []
  private var cidRanges: [Range<UInt32>] = []

  var isEmpty: Bool { scalars.isEmpty && scalarRanges.isEmpty }
  var hasCIDs: Bool { !cidRanges.isEmpty }

  mutating func set(_ code: UInt32, _ value: [Unicode.Scalar]) {
    if scalars.count < Self.limit { scalars[code] = value }
  }

  mutating func set(_ low: UInt32, through high: UInt32, _ value: [Unicode.Scalar]) {
    if scalarRanges.count < Self.limit { scalarRanges.append(Range(low: low, high: high, value: value)) }
  }

  mutating func set(_ low: UInt32, through high: UInt32, cid: UInt32) {
    if cidRanges.count < Self.limit { cidRanges.append(Range(low: low, high: high, value: cid)) }
  }

  /// Nil for a code that the table doesn't have.
  func scalars(_ code: UInt32) -> [Unicode.Scalar]? {
    if let value = scalars[code] { return value }
    guard let range = scalarRanges.last(where: { $0.low <= code && code <= $0.high }), let last = range.value.last,
      let scalar = Unicode.Scalar(last.value &+ (code - range.low))
    else { return nil }
    return range.value.dropLast() + [scalar]
  }

  func cid(_ code: UInt32) -> UInt32? {
    cidRanges.last { $0.low <= code && code <= $0.high }.map { $0.value &+ (code - $0.low) }
  }
}
