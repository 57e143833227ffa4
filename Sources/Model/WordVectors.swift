internal import CWaslKernel
internal import WaslText

/// Vectors of words and of word pieces, for both languages in one space: a segment's vector is the sum of
/// its words', so a bead's is the sum of its segments'.
///
/// A word without a vector of its own is the sum of its pieces: the longest known ones from left to
/// right, where `^` stands before the word's start.
public struct WordVectors: Sendable {
  private let index: HashIndex
  nonisolated(unsafe) private let scales: UnsafeRawBufferPointer
  nonisolated(unsafe) private let rows: UnsafeRawBufferPointer
  /// Numbers in a vector; 0 when the model has none.
  public let dimension: Int

  package init(_ file: ModelFile) {
    index = HashIndex(file.section("vec.hash"))
    scales = file.section("vec.scl")
    rows = file.section("vec.row")
    let header = file.section("vec.dim")
    let dimension = header.count >= 4 ? Int(header.load32(0)) : 0
    let complete = dimension > 0 && dimension <= 1024 && dimension % 8 == 0 && rows.count == index.count * dimension
    self.dimension = complete && scales.count == index.count * 4 ? dimension : 0
  }

  /// Words and pieces that have a vector.
  public var count: Int { dimension == 0 ? 0 : index.count }

  /// In the order in which a model file holds them.
  package static let sectionNames = ["vec.dim", "vec.hash", "vec.scl", "vec.row"]

  /// Longest piece in bytes.
  package static let pieceLimit = 32

  /// Calls `body` with each unit of a word: the word itself, or its pieces in order.
  ///
  /// - Parameters:
  ///   - key: the word's key.
  ///   - hash: its `KeyHash`.
  ///   - scratch: reused by the caller from word to word.
  public func forEachUnit(
    _ key: Span<UInt8>, hash: UInt64, scratch: inout [UInt8], _ body: (_ unit: Int) -> Void
  ) {
    if dimension == 0 { return }
    if let unit = index.index(of: hash) {
      body(unit)
      return
    }
    Self.forEachPiece(of: key, scratch: &scratch) { piece in
      guard let unit = index.index(of: KeyHash.hash(piece) ^ Self.pieceMark) else { return false }
      body(unit)
      return true
    }
  }

  /// Takes a word apart from left to right, `^` before it: hands out the longest string first, and goes on behind
  /// the first that `take` knows, or a byte further where it knows none.
  @inline(__always)
  package static func forEachPiece(
    of key: Span<UInt8>, scratch: inout [UInt8], _ take: (UnsafeRawBufferPointer) -> Bool
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "^"))
    for position in key.indices { scratch.append(key[position]) }
    scratch.withUnsafeBytes { word in
      var start = 0
      while start < word.count {
        var end = min(word.count, start + pieceLimit)
        while end > start, !take(UnsafeRawBufferPointer(rebasing: word[start..<end])) { end -= 1 }
        start = max(end, start + 1)
      }
    }
  }

  /// Keeps the hashes of pieces apart from those of words.
  package static let pieceMark: UInt64 = 0xA5A5_A5A5_A5A5_A5A5

  /// Writes the sum of units' vectors, `dimension` numbers, added in their order.
  /// - Precondition: the units are from `forEachUnit`.
  public func sum(_ units: [Int32], into sum: UnsafeMutablePointer<Float>) {
    if dimension == 0 { return }
    units.withUnsafeBufferPointer {
      ckernel_sum_rows(
        rows.baseAddress!.assumingMemoryBound(to: Int8.self), scales.baseAddress!.assumingMemoryBound(to: UInt8.self),
        $0.baseAddress, $0.count, dimension, sum)
    }
  }

  /// A word or piece with its vector, to be written.
  public struct Unit: Sendable {
    public var text: String
    public var isPiece: Bool
    public var vector: [Float]

    public init(text: String, isPiece: Bool, vector: [Float]) {
      self.text = text
      self.isPiece = isPiece
      self.vector = vector
    }
  }

  /// Sections for units of one dimension, each quantised to 8 bits by its own greatest number.
  package static func sections(_ units: [Unit], dimension: Int) -> [(name: String, bytes: [UInt8])] {
    let hashes = units.map { KeyHash.hash($0.text) ^ ($0.isPiece ? pieceMark : 0) }
    let order = units.indices.sorted { hashes[$0] < hashes[$1] }
    var header: [UInt8] = []
    header.append(integer: UInt32(dimension))
    var scales: [UInt8] = []
    var rows: [UInt8] = []
    for unit in order {
      precondition(units[unit].vector.count == dimension)
      let scale = (units[unit].vector.map(abs).max() ?? 0) / 127
      scales.append(float: scale)
      for value in units[unit].vector {
        rows.append(UInt8(bitPattern: Int8(scale > 0 ? max(-127, min(127, (value / scale).rounded())) : 0)))
      }
    }
    return [
      ("vec.dim", header), ("vec.hash", HashIndex.bytes(of: order.map { hashes[$0] })), ("vec.scl", scales),
      ("vec.row", rows),
    ]
  }
}
