internal import WaslSyntax

/// Gives the rows and cells that a file holds once, with how often they follow each other, as often as that.
///
/// Only those with text: spreadsheets fill the rest of a sheet with a million empty rows.
struct RepeatedCells {
  /// A row repeated so often is a mistake or an attack.
  private static let most = 1_000
  /// Events that may be given again, in all.
  private var budget = 1_000_000

  private var kept: [XMLReader.Event] = []
  private var element = ""
  private var depth = 0
  private var times = 1
  private var hasText = false

  mutating func take(_ event: XMLReader.Event, _ body: (XMLReader.Event) -> Void) {
    if depth == 0 {
      guard case .start(let name, let attributes) = event, let times = Self.repetitions(name, attributes) else {
        body(event)
        return
      }
      (element, self.times, hasText, kept) = (name, times, false, [])
    }
    kept.append(event)
    switch event {
    case .start: depth += 1
    case .end: depth -= 1
    case .text(let text): hasText = hasText || text.utf8.contains { $0 > 0x20 }
    }
    if depth == 0 { give(body) }
  }

  private static func repetitions(_ name: String, _ attributes: [String: String]) -> Int? {
    let key = name == "table:table-row" ? "table:number-rows-repeated" : "table:number-columns-repeated"
    guard ["table:table-row", "table:table-cell", "table:covered-table-cell"].contains(name),
      let times = attributes[key].flatMap({ Int($0) }), times > 1
    else { return nil }
    return times
  }

  private mutating func give(_ body: (XMLReader.Event) -> Void) {
    var events = kept
    kept = []
    // Without text the element itself says how far it goes.
    if hasText {
      if case .start(let name, var attributes) = events[0] {
        attributes["table:number-rows-repeated"] = nil
        attributes["table:number-columns-repeated"] = nil
        events[0] = .start(name, attributes)
      }
      let copies = max(0, min(times - 1, Self.most, budget / events.count))
      budget -= copies * events.count
      for _ in 0...copies { giveOnce(events, body) }
    } else {
      for event in events { body(event) }
    }
  }

  /// A repeated row may hold repeated cells.
  private mutating func giveOnce(_ events: [XMLReader.Event], _ body: (XMLReader.Event) -> Void) {
    var inner = RepeatedCells()
    inner.budget = budget
    for event in events { inner.take(event, body) }
    budget = inner.budget
  }
}
