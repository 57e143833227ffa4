/// How a document is read where more than one reading is sound.
public struct DocumentOptions: Sendable, Hashable {
  /// How the lines of plain text are taken.
  public enum LineLayout: Sendable, Hashable {
    /// Hard-wrapped lines are found by their lengths and ends, and joined.
    case inferred
    /// A line end is what it is.
    case asGiven
  }

  /// Whether the navigation, banners and footers of HTML pages are kept.
  public var keepsWholePage = false
  /// Whether punctuation at the wrong end of Arabic subtitles is left there.
  public var keepsPunctuation = false
  /// Whether sentences that run over subtitles are joined; otherwise each subtitle is on its own.
  public var joinsCues = false
  public var lines = LineLayout.inferred

  public init() {}

  /// As usual, but for plain text, whose lines stay.
  public static let plainLines: Self = {
    var options = Self()
    options.lines = .asGiven
    return options
  }()
}
