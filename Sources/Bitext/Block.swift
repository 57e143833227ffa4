/// A part of a text that its document sets apart: a paragraph, a heading, a table cell, a cue.
///
/// Blocks let later stages see what a reader would see: a sentence never runs over the end of a block, the cells of a
/// row belong together, and a list mark belongs to what follows it.
public struct Block: Sendable, Hashable {
  /// Bytes of the text, without the white space around the block.
  public var range: Range<Int>
  /// What the document says that it is.
  public var kind: Kind
  /// The language that the document states for the block, if it is Arabic or English.
  public var language: Language?
  /// The direction that the document states for the block.
  public var direction: Direction?

  /// A part of a text by its bytes.
  public init(range: Range<Int>, kind: Kind, language: Language? = nil, direction: Direction? = nil) {
    self.range = range
    self.kind = kind
    self.language = language
    self.direction = direction
  }

  /// What a block is.
  public enum Kind: Sendable, Hashable {
    /// Running text.
    case paragraph
    /// A heading; the highest level is 1.
    case heading(level: Int)
    /// An item of a list.
    ///
    /// - Parameters:
    ///   - level: 1 for an item that lies in no other.
    ///   - markLength: how many bytes at the start of the block are the item's mark, with the space after it; 0 where the
    ///     text holds no mark.
    case listItem(level: Int, markLength: Int)
    /// A part of a table cell: all of it, or one of its paragraphs.
    case tableCell(TableCell)
    /// A footnote, endnote or speaker's note.
    ///
    /// - Parameter anchor: the byte of the text where the note is referred to, if it is.
    case note(anchor: Int?)
    /// The caption of a picture or table.
    case caption
    /// Program text, which is the same in every language.
    case code
    /// A subtitle; when it is shown is in `SourceText.cues`.
    case cue
    /// A message of a program.
    case message(key: String)
    /// Running heads and feet, page numbers, line numbers.
    case pageFurniture
  }

  /// The direction of a block's lines.
  public enum Direction: String, Sendable, Hashable, Codable {
    /// As English runs.
    case leftToRight = "ltr"
    /// As Arabic runs.
    case rightToLeft = "rtl"
  }
}

/// Where a cell stands. A cell with several paragraphs is as many blocks.
public struct TableCell: Sendable, Hashable {
  /// The number of the table in the document, from 0. A table in a cell is a table of its own.
  public var table: Int
  /// The number of the row in the table, from 0.
  public var row: Int
  /// The number of the first column that the cell takes, from 0, in the order of the file.
  public var column: Int
  /// How many columns and rows the cell takes, 1 and more.
  public var columnSpan: Int
  /// How many rows it takes, from its own on.
  public var rowSpan: Int
  /// Whether the cell heads its column or row.
  public var isHeader: Bool

  /// A place in a table.
  public init(table: Int, row: Int, column: Int, columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false) {
    self.table = table
    self.row = row
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isHeader = isHeader
  }
}

extension SourceText {
  /// The number of the block that holds a byte, or nil for a byte between blocks.
  ///
  /// - Complexity: logarithmic in the number of blocks.
  public func blockIndex(at byte: Int) -> Int? { blocks.index(at: byte) }
}

extension [Block] {
  /// The number of the block that holds a byte, or nil for a byte between blocks.
  ///
  /// - Precondition: the blocks ascend and do not overlap.
  /// - Complexity: logarithmic in the number of blocks.
  public func index(at byte: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].range.contains(byte) ? low : nil
  }
}
