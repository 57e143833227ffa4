internal import WaslBitext

/// Makes values of the items of a text: at each item the first kind that fits, the longest first.
struct ValueParser {
  let items: ItemList
  let literals: [NumberLiteral]
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: ValueLexicon
  let language: Language

  /// A value, and the item after it.
  typealias Found = (value: Value, next: Int)

  init(_ scanner: ValueScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: ValueLexicon, _ language: Language) {
    items = ItemList(scanner.items)
    literals = scanner.literals
    self.bytes = bytes
    self.lexicon = lexicon
    self.language = language
  }

  func values() -> [Value] {
    var values: [Value] = []
    var index = 0
    while index < items.count {
      let item = items[index]
      let mayStart = item.place >= 0 || item.kind == .literal || item.kind == .sign || item.isCapitalised
      if mayStart, let found = value(at: index), found.next > index {
        values.append(found.value)
        index = found.next
      } else {
        index += 1
      }
    }
    return values
  }

  private func value(at index: Int) -> Found? {
    if items[index].kind == .sign && items[index].place < 0 {
      // Signs that start a value: brackets of marks and of telephone numbers, plus, minus, per cent.
      guard [0x28, 0x5B, 0x2B, 0x2D, 0x2212, 0x2013, 0x25, 0x66A, 0x7E].contains(items[index].sign) else { return nil }
    }
    return mark(index) ?? time(index) ?? date(index) ?? phone(index) ?? sequence(index) ?? measured(index)
      ?? weekday(index) ?? numeral(index)
  }

  // MARK: Looking at items

  func has(_ index: Int, _ role: Role) -> Bool { number(index, role) != nil }

  func number(_ index: Int, _ role: Role) -> Int64? {
    guard items.indices.contains(index), items[index].place >= 0 else { return nil }
    return lexicon.number(items[index].place, role)
  }

  func isSign(_ index: Int, _ signs: UInt32...) -> Bool {
    items.indices.contains(index) && items[index].kind == .sign && signs.contains(items[index].sign)
  }

  func literal(_ index: Int) -> NumberLiteral? {
    items.indices.contains(index) && items[index].kind == .literal ? literals[items[index].literal] : nil
  }

  /// Whether an item follows the one before it without a space.
  func isJoined(_ index: Int) -> Bool { items.indices.contains(index) && !items[index].isSpaced }

  func hasAnd(_ index: Int) -> Bool { items.indices.contains(index) && items[index].hasAnd }

  func range(_ first: Int, _ next: Int) -> Range<Int> {
    items[first].start..<max(items[first].start, items[max(first, next - 1)].end)
  }

  /// An ordinary word that is a value only among others.
  func isCommon(_ index: Int) -> Bool { has(index, .common) }

  /// The item after a comma or the word between two parts of a date.
  func skippingComma(_ index: Int) -> Int { isSign(index, 0x2C, 0x60C) ? index + 1 : index }

  func isDash(_ index: Int) -> Bool { isSign(index, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x640, 0x7E) }
}

/// Items of which there are ever more: outside the text they are signs that mean nothing.
struct ItemList {
  private let items: [ValueItem]
  private static let none = ValueItem(kind: .sign, start: 0, end: 0, isSpaced: true)

  init(_ items: [ValueItem]) { self.items = items }

  var count: Int { items.count }
  var indices: Range<Int> { items.indices }

  subscript(index: Int) -> ValueItem { items.indices.contains(index) ? items[index] : Self.none }
}
