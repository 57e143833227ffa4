public import WaslBitext

/// A place between two words of a sentence where a reader might start a new one.
public struct InnerBoundary: Sendable, Hashable {
  /// What stands at the place, from the most telling to the least.
  public enum Kind: Int, CaseIterable, Sendable {
    /// A mark that ends sentences elsewhere: `. ! ? … ؟ ۔`.
    case terminator
    case semicolon, colon
    /// Also beside a quotation mark: who sets a comma goes on with the sentence.
    case comma
    case dash
    /// A quotation mark.
    case quotation
    /// No mark, but the next word starts with a capital letter.
    case capital
    /// A space and no more.
    case space
  }

  public var kind: Kind
  /// The byte after the last character of what stands before.
  public var end: Int
  /// The byte of the first character of what comes after.
  public var start: Int

  /// The place between two neighbouring words, or nil where no white space parts them.
  ///
  /// - Parameters:
  ///   - word: bytes of the word before.
  ///   - next: bytes of the word after.
  public init?(between word: Range<Int>, and next: Range<Int>, in text: SourceText) {
    let found: InnerBoundary? = ByteView.with(text.bytes) { view in
      var index = word.upperBound
      var kind = Kind.space
      var end: Int?
      var start = next.lowerBound
      // Marks that close, with a space before them by mistake or after foreign custom, still belong to what they close.
      var isClosing = true
      while index < next.lowerBound {
        let space = view.spaceLength(at: index)
        if space > 0 {
          if end == nil || isClosing && start < index {
            end = index
            start = index + space
            isClosing = true
          } else if start == index {
            start += space
          }
          index += space
          continue
        }
        let scalar = view.scalar(at: index)
        if let mark = Self.kind(scalar.value), mark.rawValue < kind.rawValue { kind = mark }
        if !Self.closes(scalar.value) { isClosing = false }
        index += scalar.length
      }
      guard let end else { return nil }
      if kind == .space, ScalarClass(view.scalar(at: next.lowerBound).value) == .upper { kind = .capital }
      return InnerBoundary(kind: kind, end: end, start: start)
    }
    guard let found else { return nil }
    self = found
  }

  init(kind: Kind, end: Int, start: Int) {
    self.kind = kind
    self.end = end
    self.start = start
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3A, 0x3B, 0x60C, 0x61B: true
    default: [.terminator, .closer, .mark].contains(ScalarClass(scalar))
    }
  }

  private static func kind(_ scalar: UInt32) -> Kind? {
    switch scalar {
    case 0x3A: return .colon
    case 0x3B, 0x61B: return .semicolon
    case 0x2C, 0x60C: return .comma
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x2018, 0x2019: return .quotation
    case 0x2D, 0x2013, 0x2014: return .dash
    default: break
    }
    switch ScalarClass(scalar) {
    case .terminator: return .terminator
    case .quote: return .quotation
    default: return nil
    }
  }
}
