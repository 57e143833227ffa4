import WaslBitext

/// Finds where, in the text without letters between two languages, the one ends and the other begins.
///
/// The gap is taken as pieces between white space. What closes (quotes, brackets, final punctuation, a page
/// number, a rule of dashes) goes with the text before it; what opens (an opening quote, a bullet, a list
/// number) with the text after it; and a paragraph's end, a line's end, the end of a sentence draw the cut to
/// them in this order.
struct GapCut {
  private let view: ByteView
  private let gap: Range<Int>
  private let following: Language
  /// The number that the text begins with: as it opens the one half it opens the other.
  private let openingNumber: [UInt8]
  /// Where the line of the following language's first word begins, or the gap.
  private let lastLine: Int

  /// - Parameter gap: from the last letter of one language to the first letter of the other.
  init(view: ByteView, gap: Range<Int>, following: Language, openingNumber: [UInt8]) {
    self.view = view
    self.gap = gap
    self.following = following
    self.openingNumber = openingNumber
    var (lastLine, index) = (gap.lowerBound, gap.lowerBound)
    while index < gap.upperBound {
      let lineEnd = view.lineEndLength(at: index)
      index += lineEnd > 0 ? lineEnd : view.scalar(at: index).length
      if lineEnd > 0 { lastLine = index }
    }
    self.lastLine = lastLine
  }

  /// The byte that the following language starts at: before it only text of the language before.
  func position() -> Int {
    var index = gap.lowerBound
    if gap.isEmpty { return index }
    var afterSentence = false
    if view.spaceLength(at: index) == 0 {
      // Touches the word before, and goes with it unless it touches the word after too.
      let piece = index..<endOfPiece(at: index)
      if piece.upperBound == gap.upperBound { return cutInside(piece, touchesBefore: true) }
      afterSentence = endsSentence(piece)
      index = piece.upperBound
    }
    var best = (position: index, score: -Float.infinity)
    // By how much more the pieces so far want to go with the text before than with the text after.
    var leftward: Float = 0
    while true {
      let (space, lineEnds) = whiteSpace(at: index)
      index += space
      let score = leftward + breakScore(lineEnds: lineEnds, afterSentence: afterSentence)
      if score > best.score { best = (index, score) }
      if index == gap.upperBound { return best.position }
      let piece = index..<endOfPiece(at: index)
      if piece.upperBound == gap.upperBound {
        // Touches the word after, and goes with it but for final punctuation that strayed there: `كلمة .The`.
        let cut = cutInside(piece, touchesBefore: false)
        return cut > piece.lowerBound && best.score < leftward + 10 ? cut : best.position
      }
      leftward += pull(of: piece, afterLineEnd: lineEnds > 0, afterSentence: afterSentence)
      afterSentence = endsSentence(piece) && !isListNumber(piece)
      index = piece.upperBound
    }
  }

  // MARK: Pieces

  private func whiteSpace(at start: Int) -> (length: Int, lineEnds: Int) {
    var (index, lineEnds) = (start, 0)
    while index < gap.upperBound {
      let lineEnd = view.lineEndLength(at: index)
      let length = max(lineEnd, view.spaceLength(at: index))
      if length == 0 { break }
      if lineEnd > 0 { lineEnds += 1 }
      index += length
    }
    return (index - start, lineEnds)
  }

  private func endOfPiece(at start: Int) -> Int {
    var index = start
    while index < gap.upperBound, view.spaceLength(at: index) == 0 { index += view.scalar(at: index).length }
    return index
  }

  private func breakScore(lineEnds: Int, afterSentence: Bool) -> Float {
    if lineEnds > 1 { return 8 }
    if lineEnds == 1 { return 6 }
    return afterSentence ? 4 : 0
  }

  /// Positive if a piece between white space belongs with the text before it, negative if with the text after it.
  private func pull(of piece: Range<Int>, afterLineEnd: Bool, afterSentence: Bool) -> Float {
    let first = view.scalar(at: piece.lowerBound)
    let only = first.length == piece.count
    let opens = afterLineEnd || afterSentence
    if piece.elementsEqual(openingNumber, in: view) { return -9 }
    switch ScalarClass(first.value) {
    case .opener: if only { return -5 }
    case .closer, .terminator: return 5
    case .quote: if only { return opens ? -5 : 3 }
    case .digit:
      if opens, isListNumber(piece) { return -5 }
      if first.value >= 0x660 { return following == .arabic ? -6 : 6 }
      return 1
    default: break
    }
    if opens, isListNumber(piece) { return -5 }
    // A bullet or a dialogue's dash opens what follows it on its line; between phrases it is a separator.
    if only, piece.lowerBound >= lastLine { return opens ? -5 : 1 }
    return 1
  }

  /// `1.` `1)` `(1)` `1-` `١.` `1.2.` and the like: digits, three at most between signs, and a sign at the end.
  private func isListNumber(_ piece: Range<Int>) -> Bool {
    var (digits, endsInSign) = (0, false)
    var index = piece.lowerBound
    while index < piece.upperBound {
      let scalar = view.scalar(at: index)
      switch scalar.value {
      case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9:
        digits = endsInSign ? 1 : digits + 1
        endsInSign = false
        if digits > 3 { return false }
      case 0x28, 0x5B:
        if index > piece.lowerBound { return false }
      case 0x2E:
        if digits == 0 || endsInSign { return false }
        endsInSign = true
      case 0x29, 0x2D, 0x5D:
        if digits == 0 || index + 1 < piece.upperBound { return false }
        endsInSign = true
      default: return false
      }
      index += scalar.length
    }
    return digits > 0 && endsInSign
  }

  /// Final punctuation, with closing quotes and brackets after it or not.
  private func endsSentence(_ piece: Range<Int>) -> Bool {
    var index = piece.upperBound
    while index > piece.lowerBound {
      let scalar = view.scalar(before: index, from: piece.lowerBound)
      switch ScalarClass(scalar.value) {
      case .terminator: return true
      case .closer, .quote, .mark: index -= scalar.length
      default: return false
      }
    }
    return false
  }

  /// The cut inside a piece that touches the following word: after what closes, before what opens.
  private func cutInside(_ piece: Range<Int>, touchesBefore: Bool) -> Int {
    var cut = piece.lowerBound
    var index = piece.lowerBound
    var endsSentence = false
    while index < piece.upperBound {
      let scalar = view.scalar(at: index)
      index += scalar.length
      switch ScalarClass(scalar.value) {
      case .terminator:
        // The point of a number such as 3.5 ends nothing.
        if ScalarClass(view.scalar(at: index).value) == .digit, cut < index - scalar.length { break }
        cut = index
        endsSentence = true
      case .closer: cut = index
      case .quote, .mark: if touchesBefore { cut = index }
      case .digit: if touchesBefore && !endsSentence { cut = index }
      case .other: if touchesBefore || scalar.value == 0x2C || scalar.value == 0x60C { cut = index }
      default: break
      }
    }
    return cut
  }
}

extension Range<Int> {
  fileprivate func elementsEqual(_ bytes: [UInt8], in view: ByteView) -> Bool {
    count == bytes.count && !bytes.isEmpty && indices.allSatisfy { view[$0] == bytes[$0 - lowerBound] }
  }
}
