/// Reads the lines of a paragraph in logical order.
struct LineReader {
  /// Whether Arabic letters outweigh: a line of both is read from the right where the Arabic is more than a trace.
  static func isRightToLeft(_ lines: some Sequence<TextLine>, else standard: Bool) -> Bool {
    var (arabic, latin) = (0, 0)
    for line in lines {
      for unit in line.units {
        if unit.kind == .rightToLeft { arabic += 1 }
        if unit.kind == .leftToRight { latin += 1 }
      }
    }
    if arabic == 0, latin == 0 { return standard }
    return arabic * 2 >= latin || (standard && arabic * 8 >= latin)
  }

  /// The items of each line in logical order.
  static func ordered(_ lines: [TextLine], isRightToLeft: Bool) -> [[LogicalOrder.Item]] {
    var lastStrong: BidiKind?
    return lines.map { line in
      let order = LogicalOrder(line.units, isRightToLeft: isRightToLeft, after: lastStrong)
      lastStrong = order.lastStrong
      return order.items
    }
  }

  static func text(_ items: [LogicalOrder.Item]) -> String {
    var text = String.UnicodeScalarView()
    var isSpace = true
    for item in items {
      if item.unit.isSpace {
        if !isSpace { text.append(" ") }
        isSpace = true
      } else {
        for scalar in item.unit.scalars { text.append(scalar) }
        isSpace = false
      }
    }
    if text.last == " " { text.removeLast() }
    return String(text)
  }
}
