/// Characters that are drawn mirrored in lines from right to left (UAX#9, rule L4).
///
/// Some producers write the value of what is drawn, others that of what was meant, and some in lines from left to right
/// what they met first in one from right to left. Which it is shows where the bracket stands: one that opens has a space
/// before it, one that closes after it.
struct Brackets {
  private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"), ("﴾", "﴿"), ("<", ">"), ("≤", "≥"),
  ]

  /// The number of the pair that a single character belongs to; nil for anything else.
  static func family(_ scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count == 1 else { return nil }
    return pairs.firstIndex { $0.0 == scalars[0] || $0.1 == scalars[0] }
  }

  static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    for (open, close) in pairs {
      if scalar == open { return close }
      if scalar == close { return open }
    }
    return nil
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool { pairs.contains { $0.0 == scalar } }

  /// Of each font and character: how often what stands round it says that its value is right, less how often not.
  private var votes: [Key: Int] = [:]

  private struct Key: Hashable {
    var font: Int
    var scalar: Unicode.Scalar
    var isRightToLeft: Bool

    init(_ item: LogicalOrder.Item) {
      (font, scalar, isRightToLeft) = (item.unit.font, item.unit.scalars[0], item.isRightToLeft)
    }
  }

  /// Counts the brackets of a line in logical order.
  mutating func learn(_ items: [LogicalOrder.Item]) {
    for (index, item) in items.enumerated() where Self.family(item.unit.scalars) != nil {
      guard let isOpening = Self.isOpening(items, index) else { continue }
      let scalar = item.unit.scalars[0]
      votes[Key(item), default: 0] += isOpening == Self.opens(scalar) ? 1 : -1
    }
  }

  /// Turns the brackets of a line round that are drawn mirrored.
  func repaired(_ items: [LogicalOrder.Item]) -> [LogicalOrder.Item] {
    var items = items
    for index in items.indices where Self.family(items[index].unit.scalars) != nil {
      let scalar = items[index].unit.scalars[0]
      let vote = votes[Key(items[index])] ?? 0
      let isOpening = Self.isOpening(items, index) ?? (vote >= 0 ? Self.opens(scalar) : !Self.opens(scalar))
      if isOpening != Self.opens(scalar), let other = Self.mirrored(scalar) { items[index].unit.scalars = [other] }
    }
    return items
  }

  /// What stands round a bracket says of it; nil where that is nothing.
  private static func isOpening(_ items: [LogicalOrder.Item], _ index: Int) -> Bool? {
    // Comparison signs have spaces on both sides.
    if let family = family(items[index].unit.scalars), family >= 6 { return nil }
    func isOutside(_ place: Int) -> Bool? {
      guard items.indices.contains(place) else { return true }
      let kind = items[place].unit.kind
      if kind.isCore { return false }
      return kind == .space ? true : nil
    }
    let (before, after) = (isOutside(index - 1), isOutside(index + 1))
    switch (before, after) {
    case (true, false), (true, nil), (nil, false): return true
    case (false, true), (nil, true), (false, nil): return false
    default: return nil
    }
  }
}
