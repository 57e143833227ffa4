internal import WaslBitext

/// What holds for the text of a group in an RTF file.
struct RTFState {
  enum Destination {
    case text
    case fonts, styles, style
    /// The number or bullet of a list item.
    case mark
    /// All that is in the group is passed over.
    case skipped
    /// A shape's properties; its text is in a group of its own.
    case shape
  }

  var destination = Destination.text
  /// How many bytes stand for a character written by its number.
  var substitutes = 1
  var font: Int?
  var language: Int?
  var isHidden = false
  var isDeleted = false
  /// The text is a story of its own, which ends with the group.
  var isStory = false

  mutating func resetCharacters() { (font, language, isHidden, isDeleted) = (nil, nil, false, false) }

  var stated: Language? {
    switch (language ?? 0) & 0x3FF {
    case 0x01: .arabic
    case 0x09: .english
    default: nil
    }
  }
}

/// What holds for a paragraph of an RTF file.
struct RTFParagraph {
  var style = 0
  var outlineLevel: Int?
  var listLevel = 0
  var isRightToLeft: Bool?
  /// How many tables the paragraph stands in.
  var tables = 0
}

/// The row of a table in an RTF file that has been reached.
struct RTFRow {
  var isOpen = false
  var isCellOpen = false
  var isHeader = false
  /// Of each cell, whether it goes on with the one above it.
  var continuesAbove: [Bool] = []
  var cell = 0
  private var pending = false

  mutating func define() { (continuesAbove, isHeader, pending) = ([], false, false) }
  mutating func continueAbove() { pending = true }
  mutating func defineCell() {
    if continuesAbove.count < 1_000 { continuesAbove.append(pending) }
    pending = false
  }
}
