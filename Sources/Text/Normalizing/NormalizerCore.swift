internal import WaslBitext

/// The work of `Normalizer`, in one value, so that its exclusive use is checked once for a text.
struct NormalizerCore: ~Copyable {
  let options: NormalizationOptions
  let table: NormalizationTable
  var plain: PlainRuns
  private var region: RegionNormalizer
  /// The normal form of the last text.
  var output = ByteBuffer()
  var map = OffsetMap()
  private(set) var isTracking = false
  /// Off in tests that compare the fast path with the slow one.
  private let usesFastPath: Bool

  init(_ options: NormalizationOptions, usesFastPath: Bool, instructions: Int32) throws(WaslError) {
    // Set last: a value without copies cannot be thrown away half made.
    let region = try RegionNormalizer(options)
    self.options = options
    self.usesFastPath = usesFastPath
    self.region = region
    table = NormalizationTable(options)
    plain = PlainRuns(table, instructions: instructions)
  }

  /// See `Normalizer`.
  mutating func normalize(_ bytes: Span<UInt8>, range: Range<Int>, into text: inout NormalizedText) {
    map.removeAll()
    map.add(normalized: 0, original: range.lowerBound)
    isTracking = true
    normalize(bytes, range: range)
    isTracking = false
    if map.original(of: output.count, roundingUp: true) != range.upperBound {
      map.add(normalized: output.count, original: range.upperBound)
    }
    text.bytes.removeAll(keepingCapacity: true)
    output.withBytes { text.bytes.append(contentsOf: $0) }
    swap(&map, &text.map)
  }

  /// Replaces `output` by the normal form of a range of `bytes`.
  mutating func normalize(_ bytes: Span<UInt8>, range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    output.count = 0
    var comma = CommaState()
    if usesFastPath {
      runFast(bytes, range: range, comma: &comma)
    } else {
      appendRegion(bytes, range: range, comma: &comma)
    }
  }

  /// An Arabic comma written after a digit, which becomes an ASCII one when a digit follows.
  struct CommaState {
    /// Where in the output it ends, or -1.
    var end = -1
    /// Where it stands in the original.
    var original = 0
  }

  /// Appends the normal form of a stretch by the slow path.
  mutating func appendRegion(_ bytes: Span<UInt8>, range: Range<Int>, comma: inout CommaState) {
    region.normalize(bytes, range: range)
    var index = 0
    while index < region.items.count {
      let first = region.items[index]
      if isTracking, !isInStep(first.start) { map.add(normalized: output.count, original: first.start) }
      var end = index + 1
      while end < region.items.count, region.items[end].start < first.end { end += 1 }
      let isAtomic = end > index + 1 || UTF8Scalar.length(first.scalar) != first.end - first.start
      if isTracking && isAtomic { map.add(normalized: output.count, original: first.start, isAtomic: true) }
      for item in region.items[index..<end] { appendScalar(item, comma: &comma) }
      if isTracking && isAtomic { map.add(normalized: output.count, original: first.end) }
      index = end
    }
    if isTracking, !isInStep(range.upperBound) { map.add(normalized: output.count, original: range.upperBound) }
  }

  private func isInStep(_ original: Int) -> Bool {
    guard let last = map.last, !last.isAtomic else { return false }
    return last.original + output.count - last.normalized == original
  }

  private mutating func appendScalar(_ item: RegionNormalizer.Item, comma: inout CommaState) {
    output.reserve(8)
    if options.contains(.numberMarks) {
      if NormalizationTable.isDigit(item.scalar), output.count == comma.end {
        joinDigits(&comma, original: item.start)
      }
      if item.scalar == 0x60C, endsWithDigit() { comma = CommaState(end: output.count + 2, original: item.start) }
    }
    output.count += UTF8Scalar.write(item.scalar, to: output.base + output.count)
  }

  /// Makes the Arabic comma at the end of the output an ASCII one.
  mutating func joinDigits(_ comma: inout CommaState, original: Int) {
    comma.end = -1
    output.count -= 1
    output.base[output.count - 1] = 0x2C
    guard isTracking else { return }
    // The digit's own piece may already stand where the comma ended.
    let wasAtomic = map.last.map { $0.normalized == output.count + 1 && $0.isAtomic } ?? false
    map.removePieces(from: output.count)
    map.add(normalized: output.count - 1, original: comma.original, isAtomic: true)
    map.add(normalized: output.count, original: original, isAtomic: wasAtomic)
  }

  func endsWithDigit() -> Bool {
    guard output.count > 0 else { return false }
    let last = output.base[output.count - 1]
    if last < 0x80 { return last >= 0x30 && last <= 0x39 }
    guard output.count > 1 else { return false }
    let lead = output.base[output.count - 2]
    return lead == 0xD9 && last >= 0xA0 && last <= 0xA9 || lead == 0xDB && last >= 0xB0 && last <= 0xB9
  }
}
