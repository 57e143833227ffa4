/// From the order in which a line is seen to that in which it is read: the inverse of UAX#9.
///
/// What is seen doesn't always say what was written: `GB 5` in an Arabic line may be either of two texts. Of several
/// that look the same the more usual one is taken.
struct LogicalOrder {
  /// A unit of the result, and whether it stands in a run from right to left, where brackets are mirrored.
  struct Item {
    var unit: LineUnit
    var isRightToLeft: Bool
  }

  private let units: [LineUnit]
  /// The last letter before the line in its paragraph, which decides what its first numbers are.
  private(set) var lastStrong: BidiKind?
  private(set) var items: [Item] = []

  /// - Parameter units: from left to right.
  init(_ units: [LineUnit], isRightToLeft: Bool, after lastStrong: BidiKind?) {
    self.units = units
    self.lastStrong = lastStrong
    items.reserveCapacity(units.count)
    if isRightToLeft {
      readRightToLeft(units.indices)
    } else {
      readLeftToRight()
    }
  }

  private func kind(_ index: Int) -> BidiKind { units[index].kind }

  private mutating func append(_ index: Int, isRightToLeft: Bool) {
    items.append(Item(unit: units[index], isRightToLeft: isRightToLeft))
    if kind(index).isStrong { lastStrong = kind(index) }
  }

  // MARK: Lines from right to left

  private mutating func readRightToLeft(_ range: Range<Int>) {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if let start = leftToRightRun(endingAt: index, within: range) {
        appendRun(start...index)
        index = start - 1
      } else {
        append(index, isRightToLeft: true)
        index -= 1
      }
    }
  }

  private mutating func appendRun(_ run: ClosedRange<Int>) {
    if let number = quantity(run) {
      // "GB 5" is "5 GB": a number before its unit.
      for index in number { append(index, isRightToLeft: false) }
      let name = run.lowerBound...(number.lowerBound - 1)
      let letters = name.filter { !units[$0].isSpace }
      for index in name where units[index].isSpace { append(index, isRightToLeft: true) }
      for index in letters { append(index, isRightToLeft: false) }
      return
    }
    for index in run { append(index, isRightToLeft: false) }
  }

  /// Where in a run of a unit's name and a number the number stands.
  private func quantity(_ run: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard let space = run.first(where: { units[$0].isSpace }), space > run.lowerBound, space < run.upperBound else {
      return nil
    }
    let number = space + 1...run.upperBound
    guard number.allSatisfy({ !units[$0].isSpace && !kind($0).isStrong }), number.contains(where: { kind($0).isNumber })
    else { return nil }
    let name = (run.lowerBound..<space).reduce(into: "") { text, index in
      text.unicodeScalars.append(contentsOf: units[index].scalars)
    }
    return UnitNames.contains(name) ? number : nil
  }

  /// Where the run from left to right begins that ends with a unit; nil if the unit is in none.
  private func leftToRightRun(endingAt end: Int, within range: Range<Int>) -> Int? {
    var start = end
    var core = kind(end)
    if let opening = latinBracket(endingAt: end, within: range) {
      (start, core) = (opening, .leftToRight)
    } else if core == .numberTerminator {
      // A percent sign belongs to the number before it, unless Arabic letters made that an Arabic number.
      guard let number = previous(end, within: range, skipping: { $0 == .numberTerminator }),
        kind(number) == .europeanNumber, isEuropean(number, within: range) || isPercent(end)
      else { return nil }
      (start, core) = (number, .europeanNumber)
    }
    guard core == .leftToRight || core.isNumber else { return nil }
    while let next = previous(start, within: range, skipping: { !$0.isCore }), kind(next) != .rightToLeft,
      joins(next, start, core, within: range)
    {
      start = next
      core = kind(next)
    }
    if core == .europeanNumber, isEuropean(start, within: range) {
      while start > range.lowerBound, kind(start - 1) == .numberTerminator { start -= 1 }
    }
    return start
  }

  /// A percent sign is written after its number, wherever it is seen.
  private func isPercent(_ index: Int) -> Bool { units[index].scalars == ["%"] }

  /// The nearest unit to the left that isn't skipped.
  private func previous(_ index: Int, within range: Range<Int>, skipping: (BidiKind) -> Bool) -> Int? {
    var index = index - 1
    while index >= range.lowerBound, skipping(kind(index)) { index -= 1 }
    return index >= range.lowerBound ? index : nil
  }

  /// Whether a run that begins at `start` goes on to the left up to `next`, with only signs and spaces between.
  private func joins(_ next: Int, _ start: Int, _ core: BidiKind, within range: Range<Int>) -> Bool {
    let between = next + 1..<start
    if between.isEmpty { return true }
    let hasOneSign = between.count == 1
    switch (kind(next), core) {
    case (.leftToRight, .leftToRight): return true
    case (.leftToRight, .europeanNumber):
      // "Windows .1" is a numbered item, not a name and a number.
      return units[start - 1].isSpace || !between.contains { units[$0].isSpace }
    case (.europeanNumber, .leftToRight): return true
    case (.europeanNumber, .europeanNumber):
      if hasOneSign, kind(start - 1) == .numberSeparator { return true }
      if hasOneSign, kind(start - 1) == .numberSign { return isEuropean(next, within: range) }
      return isAfterLatin(next, within: range)
    case (.arabicNumber, .arabicNumber): return hasOneSign && kind(start - 1) == .numberSeparator
    default: return false
    }
  }

  /// Whether a number stays one for the signs beside it: no Arabic letter stands before it (W2).
  private func isEuropean(_ number: Int, within range: Range<Int>) -> Bool {
    isAfterLatin(number, within: range) || lastStrong != .rightToLeft
  }

  /// Whether the letters next to the left, over numbers and signs, are Latin ones, which come first in a run.
  private func isAfterLatin(_ number: Int, within range: Range<Int>) -> Bool {
    previous(number, within: range) { !$0.isStrong && $0 != .arabicNumber }.map { kind($0) == .leftToRight } ?? false
  }

  /// Where a bracket opens that closes at a unit, if both belong to Latin text as in `Name (Other)` (N0).
  private func latinBracket(endingAt end: Int, within range: Range<Int>) -> Int? {
    guard let family = Brackets.family(units[end].scalars) else { return nil }
    var index = end - 1
    var hasLetter = false
    while index >= range.lowerBound, kind(index) != .rightToLeft, kind(index) != .arabicNumber {
      if Brackets.family(units[index].scalars) == family {
        guard hasLetter, let before = previous(index, within: range, skipping: { $0 == .space }),
          kind(before) == .leftToRight
        else { return nil }
        return index
      }
      hasLetter = hasLetter || kind(index) == .leftToRight || kind(index) == .europeanNumber
      index -= 1
    }
    return nil
  }

  // MARK: Lines from left to right

  private mutating func readLeftToRight() {
    var index = 0
    while index < units.count {
      guard kind(index) == .rightToLeft || isArabicNumberInRun(index) else {
        append(index, isRightToLeft: false)
        index += 1
        continue
      }
      // Up to the last Arabic letter before a Latin one.
      var end = index
      var next = index + 1
      while next < units.count, kind(next) != .leftToRight {
        if kind(next) == .rightToLeft || kind(next) == .arabicNumber { end = next }
        next += 1
      }
      readRightToLeft(index..<end + 1)
      index = end + 1
    }
  }

  /// Whether an Arabic number goes with Arabic letters to its right.
  private func isArabicNumberInRun(_ index: Int) -> Bool {
    guard kind(index) == .arabicNumber else { return false }
    return units[(index + 1)...].first { $0.kind.isStrong }?.kind == .rightToLeft
  }
}
