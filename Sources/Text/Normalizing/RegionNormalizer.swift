internal import WaslBitext

/// Normalises a stretch of text in which scalars depend on their neighbours: the slow path of `Normalizer`,
/// and the definition of what the fast path has to give.
///
/// The steps are: repair of presentation forms and deletion of what is not seen; composition by ICU; the
/// rules for letters, marks and signs. They are repeated until nothing changes, which makes the result
/// its own normal form.
struct RegionNormalizer {
  /// A scalar and the bytes of the original it comes from.
  struct Item {
    var scalar: UInt32
    var start: Int
    var end: Int
  }

  private(set) var items: [Item] = []
  private var next: [Item] = []
  private var scalars: [UInt32] = []
  private var composed: [UInt32] = []
  /// The letters of the presentation forms met so far.
  private var presented: [UInt32: [UInt32]] = [:]
  private let options: NormalizationOptions
  private let early: NormalizationTable
  private let late: NormalizationTable
  private let compatibility: ICUNormalizer
  private let composer: ICUNormalizer?

  init(_ options: NormalizationOptions) throws(WaslError) {
    self.options = options
    var early = options.intersection(ScalarRule.early)
    // Which tatweels may go is seen only when the letters stand.
    if options.contains(.tatweelMarks) { early.remove(.tatweel) }
    self.early = NormalizationTable(early)
    late = NormalizationTable(options.subtracting(ScalarRule.early))
    compatibility = try ICUNormalizer(.nfkc)
    composer =
      options.contains(.nfkc) ? compatibility : options.contains(.nfc) ? try ICUNormalizer(.nfc) : nil
  }

  /// Fills `items` with the normal form of a range of `bytes`.
  mutating func normalize(_ bytes: Span<UInt8>, range: Range<Int>) {
    items.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    let text = bytes.extracting(first: range.upperBound)
    while position < text.count {
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      items.append(Item(scalar: scalar, start: position, end: position + length))
      position += length
    }
    // Text that has not settled by then is of nobody's making; stopping there loses nothing.
    for _ in 0..<16 where !step() { break }
  }

  /// Whether anything changed.
  private mutating func step() -> Bool {
    var changed = apply(early, isEarly: true)
    if let composer, compose(composer) { changed = true }
    if apply(late, isEarly: false) { changed = true }
    if options.contains([.tatweel, .tatweelMarks]), removeTatweels() { changed = true }
    return changed
  }

  private mutating func apply(_ table: NormalizationTable, isEarly: Bool) -> Bool {
    next.removeAll(keepingCapacity: true)
    var changed = false
    var index = 0
    while index < items.count {
      let item = items[index]
      index += 1
      if !isEarly, let following = items.indices.contains(index) ? items[index] : nil, following.scalar == 0x654,
        isFoldedYeh(item.scalar)
      {
        // ى or ی with a hamza above: Unicode composes it on ي only, to ئ.
        next.append(Item(scalar: 0x626, start: item.start, end: following.end))
        index += 1
        changed = true
      } else if !isEarly, item.scalar == 0x670, options.contains(.daggerAlefToAlef), standsOnAlefMaksura(index - 1) {
        changed = true
      } else if isEarly, let letters = presentedLetters(item.scalar) {
        for letter in letters { next.append(Item(scalar: letter, start: item.start, end: item.end)) }
        changed = true
      } else if let replacement = table.replacement(of: item.scalar) {
        for scalar in replacement { next.append(Item(scalar: scalar, start: item.start, end: item.end)) }
        changed = true
      } else {
        next.append(item)
      }
    }
    if changed { swap(&items, &next) }
    return changed
  }

  /// Whether the letter below a mark is an alef maksura.
  private func standsOnAlefMaksura(_ mark: Int) -> Bool {
    var index = mark - 1
    while index >= 0, items[index].scalar >= 0x80, ICUProperties.category(of: items[index].scalar) == .mark {
      index -= 1
    }
    return index >= 0 && items[index].scalar == 0x649
  }

  private func isFoldedYeh(_ scalar: UInt32) -> Bool {
    guard composer != nil else { return false }
    return scalar == 0x649 && options.contains(.alefMaksura) && !options.contains(.alefMaksuraToAlef)
      || scalar == 0x6CC && options.contains(.farsiYeh)
  }

  /// The letters a presentation form shows, or nil when the scalar is none or the rule is off.
  private mutating func presentedLetters(_ scalar: UInt32) -> [UInt32]? {
    guard options.contains(.presentationForms), ScalarRule.isPresentationForm(scalar),
      early.replacement(of: scalar) == nil
    else { return nil }
    if let known = presented[scalar] { return known }
    compatibility.normalize([scalar], into: &composed)
    if composed == [scalar] { return nil }
    // A mark on its own decomposes to a space or a tatweel below it.
    if composed.count > 1, composed[0] == 0x20 || composed[0] == 0x640 { composed.removeFirst() }
    presented[scalar] = composed
    return composed
  }

  private mutating func compose(_ composer: ICUNormalizer) -> Bool {
    next.removeAll(keepingCapacity: true)
    var changed = false
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, items[end].scalar >= 0x300, !composer.hasBoundaryBefore(items[end].scalar) { end += 1 }
      if composeSegment(start..<end, composer) { changed = true }
      start = end
    }
    if changed { swap(&items, &next) }
    return changed
  }

  private mutating func composeSegment(_ range: Range<Int>, _ composer: ICUNormalizer) -> Bool {
    if range.count == 1 && composer.isNormal(items[range.lowerBound].scalar) {
      next.append(items[range.lowerBound])
      return false
    }
    scalars.removeAll(keepingCapacity: true)
    for index in range { scalars.append(items[index].scalar) }
    if range.count > Self.markFlood { sortMarks() }
    composer.normalize(scalars[...], into: &composed)
    if composed.count == range.count, zip(composed, items[range]).allSatisfy({ $0 == $1.scalar }) {
      next.append(contentsOf: items[range])
      return false
    }
    // Marks moved and letters joined: no scalar of the result has an origin of its own.
    var (start, end) = (items[range.lowerBound].start, items[range.lowerBound].end)
    for index in range { (start, end) = (min(start, items[index].start), max(end, items[index].end)) }
    for scalar in composed { next.append(Item(scalar: scalar, start: start, end: end)) }
    return true
  }

  /// More marks on one letter than any orthography has.
  private static let markFlood = 64

  /// Puts marks into canonical order (Unicode 15, 3.11, D109), for ICU takes each to its place past all others.
  private mutating func sortMarks() {
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, ICUProperties.combiningClass(of: scalars[end]) != 0 { end += 1 }
      // Swift's sort is stable, but does not promise it.
      let sorted = scalars[start..<end].enumerated()
        .map { (order: ICUProperties.combiningClass(of: $0.element) << 32 | $0.offset, scalar: $0.element) }
        .sorted { $0.order < $1.order }
      for (place, mark) in sorted.enumerated() { scalars[start + place] = mark.scalar }
      start = end + 1
    }
  }

  /// Deletes tatweels, but for one of those that stand alone, and for that of a heh which stands alone.
  private mutating func removeTatweels() -> Bool {
    guard items.contains(where: { $0.scalar == 0x640 }) else { return false }
    next.removeAll(keepingCapacity: true)
    var index = 0
    while index < items.count {
      if items[index].scalar != 0x640 {
        next.append(items[index])
        index += 1
        continue
      }
      let first = items[index]
      while index < items.count, items[index].scalar == 0x640 { index += 1 }
      if index < items.count && Self.isWord(items[index].scalar) { continue }
      let before = next.last?.scalar ?? 0
      let isHeh = before == 0x647 && !(next.count > 1 && Self.isWord(next[next.count - 2].scalar))
      if isHeh || !Self.isWord(before) { next.append(first) }
    }
    let changed = next.count != items.count
    if changed { swap(&items, &next) }
    return changed
  }

  /// ASCII counts as no word, because a region ends before it; nor do other Latin letters, which may be composed of it.
  private static func isWord(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x80 else { return false }
    switch ICUProperties.category(of: scalar) {
    case .letter: return ICUProperties.script(of: scalar) != .latin
    case .mark: return true
    default: return false
    }
  }
}
