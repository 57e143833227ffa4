internal import WaslBitext
internal import WaslSyntax

/// The lists of a Word document, and how far each has been counted (ECMA-376 part 1, 17.9).
struct WordNumbering {
  private struct Level {
    var start = 1
    var form = NumberForm.decimal
    var isBullet = false
    /// Such as `%1.%2`.
    var text = ""
    /// The level, from 1, whose items make this one begin anew; 0 is none, nil is every higher one.
    var restart: Int?
    /// Whether the numbers of higher levels stand as digits.
    var isLegal = false
    var style: String?
    var font: String?
  }

  private struct Pattern {
    var levels: [Int: Level] = [:]
    /// The style that has the levels instead.
    var styleLink: String?
  }

  private struct List {
    var pattern = 0
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var patterns: [Int: Pattern] = [:]
  private var lists: [Int: List] = [:]
  private var counters: [Int: ListCounter] = [:]
  /// The lists whose own starts have been applied.
  private var begun: Set<Int> = []

  init() {}

  init(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    var (pattern, list, level, levelNumber): (Pattern, List, Level, Int) = (Pattern(), List(), Level(), 0)
    var (patternID, listID) = (0, 0)
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes):
        let value = attributes.local("val")
        switch element.localName {
        case "abstractNum": (patternID, pattern) = (attributes.localNumber("abstractNumId") ?? 0, Pattern())
        case "num" where attributes.local("numId") != nil:
          (listID, list) = (attributes.localNumber("numId") ?? 0, List())
        case "lvl": (levelNumber, level) = (attributes.localNumber("ilvl") ?? 0, Level())
        case "lvlOverride": levelNumber = attributes.localNumber("ilvl") ?? 0
        case "startOverride": list.starts[levelNumber] = value.flatMap { Int($0) }
        case "abstractNumId": list.pattern = value.flatMap { Int($0) } ?? 0
        case "numStyleLink": pattern.styleLink = value
        case "start": level.start = value.flatMap { Int($0) } ?? 1
        case "numFmt": (level.form, level.isBullet) = (Self.form(value ?? ""), value == "bullet")
        case "lvlText": level.text = value ?? ""
        case "lvlRestart": level.restart = value.flatMap { Int($0) }
        case "isLgl": level.isLegal = attributes.isOn
        case "pStyle": level.style = value
        case "rFonts": level.font = attributes.local("hAnsi") ?? attributes.local("ascii")
        default: break
        }
      case .end(let element):
        switch element.localName {
        case "lvl":
          if reader.open.last?.localName == "lvlOverride" {
            list.levels[levelNumber] = level
          } else {
            pattern.levels[levelNumber] = level
          }
        case "abstractNum": patterns[patternID] = pattern
        case "num": lists[listID] = list
        default: break
        }
      default: break
      }
    }
  }

  private static func form(_ name: String) -> NumberForm {
    switch name {
    case "decimalZero": .decimalZero
    case "upperRoman": .upperRoman
    case "lowerRoman": .lowerRoman
    case "upperLetter": .upperLetter
    case "lowerLetter": .lowerLetter
    case "ordinal": .ordinal
    case "arabicAlpha": .arabicAlpha
    case "arabicAbjad": .arabicAbjad
    case "hindiNumbers": .devanagari
    case "none", "bullet": .none
    default: .decimal
    }
  }

  /// Counts an item of a list.
  ///
  /// - Parameters:
  ///   - level: from 0, or nil for the one that is tied to the style.
  ///   - style: the style that names the list.
  ///   - styles: where a list may have its levels from.
  /// - Returns: the level, and the mark as Word shows it; nil when there is no such list.
  mutating func mark(
    list id: Int, level wanted: Int?, style: String?, styles: WordStyles
  ) -> (level: Int, text: String)? {
    guard let list = lists[id] else { return nil }
    var patternID = list.pattern
    if let link = patterns[patternID]?.styleLink, let other = styles.numberingOfStyle(link), let linked = lists[other] {
      patternID = linked.pattern
    }
    let levels = (patterns[patternID]?.levels ?? [:]).merging(list.levels) { $1 }
    let tied = style.flatMap { style in levels.filter { $0.value.style == style }.keys.min() }
    let number = max(0, min(wanted ?? tied ?? 0, ListCounter.levels - 1))
    guard let level = levels[number] else { return (number, "") }
    let starts = (0..<ListCounter.levels).map { levels[$0]?.start ?? 1 }

    var counter = counters[patternID] ?? ListCounter()
    if begun.insert(id).inserted {
      for (level, start) in list.starts.sorted(by: { $0.key < $1.key }) { counter.restart(level: level, at: start) }
    }
    counter.count(level: number, starts: starts) { deeper in
      guard let restart = levels[deeper]?.restart else { return false }
      return restart == 0 || number >= restart
    }
    counters[patternID] = counter
    if level.isBullet { return (number, SymbolFonts.text(level.text, font: level.font)) }
    return (number, Self.filled(level, levels, counter, starts))
  }

  /// The level's text with the numbers in it.
  private static func filled(_ level: Level, _ levels: [Int: Level], _ counter: ListCounter, _ starts: [Int]) -> String
  {
    var text = ""
    var isPlace = false
    for character in level.text {
      if isPlace, let digit = character.wholeNumberValue, (1...9).contains(digit) {
        let form = level.isLegal ? .decimal : levels[digit - 1]?.form ?? .decimal
        text += form.text(counter.number(level: digit - 1, starts: starts))
        isPlace = false
      } else if character == "%", !isPlace {
        isPlace = true
      } else {
        if isPlace { text += "%" }
        isPlace = false
        text.append(character)
      }
    }
    return text
  }
}
