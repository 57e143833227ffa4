/// A piece of a PDF's text that belongs together, in logical order.
public struct PDFBlock: Sendable {
  public enum Kind: Sendable, Hashable {
    case paragraph
    /// Larger than the rest of the document.
    case heading
    /// A cell of a table, or what looks like one.
    case cell
    /// A note at the foot of a page.
    case note
    /// No part of the text: a running head, a page number.
    case furniture
  }

  public var kind: Kind
  /// One line, whatever the page's lines are.
  public var text: String
  /// The page on which it begins, from 1.
  public var page: Int
  /// The number of its table in the document, and its place in that, all from 0; nil outside tables.
  public var table: Int?
  public var row: Int?
  /// Its column in the table, or among columns of text side by side, counted from the left.
  public var column: Int
  /// Where it stands on its first page, in units of 1/72 inch from the lower left corner.
  public var left: Double
  public var right: Double
  public var top: Double
  public var bottom: Double
  public var isRightToLeft: Bool
}
