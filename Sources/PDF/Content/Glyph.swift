/// A glyph where it stands on the page, in units of 1/72 inch from the lower left corner, y upwards.
///
/// On a page whose text is turned, in the coordinates of one who reads it.
public struct Glyph: Sendable {
  /// What it stands for, in logical order: several for a ligature or a letter with its marks. Empty where another glyph
  /// beside it has the text of both, or where nothing is known.
  public var scalars: [Unicode.Scalar] {
    get { text.scalars }
    set { text = GlyphText(newValue, own: text.own) }
  }
  var text: GlyphText
  /// Whether the file says what it stands for.
  public var hasValue: Bool
  /// From where to where it takes room on the line; equal ends for a mark that takes none.
  public var left: Double
  public var right: Double
  /// The y of the line on which it stands.
  public var baseline: Double
  /// The font's size, as it appears on the page.
  public var size: Double
  /// The number of the font in the document.
  public var font: Int
  /// Its code in the font.
  var code: UInt32 = 0
  /// Where its ink stands, where the font says so.
  var ink: Ink?
  /// Its number in the order of painting.
  var order: Int
  /// Whether nothing is drawn.
  var isBlank: Bool
  /// Whether the file's tags call it no part of the text, as running heads are.
  var isArtifact: Bool
  /// Whether its text is `ActualText`, given for a group of glyphs.
  var isReplaced = false

  /// What the font program itself says that it stands for.
  var own: [Unicode.Scalar]? { text.own }
  var width: Double { right - left }
  var middle: Double { (left + right) / 2 }
}

/// The direction in which upright letters point on the page.
enum Quadrant: Int {
  case up, left, down, right

  /// - Returns: nil for anything aslant.
  init?(upX: Double, upY: Double) {
    if abs(upX) * 8 <= abs(upY) {
      self = upY > 0 ? .up : .down
    } else if abs(upY) * 8 <= abs(upX) {
      self = upX > 0 ? .right : .left
    } else {
      return nil
    }
  }

  /// The point as one sees it who holds the page so that letters stand upright.
  func turned(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch self {
    case .up: (x, y)
    case .down: (-x, -y)
    case .left: (y, -x)
    case .right: (-y, x)
    }
  }
}
