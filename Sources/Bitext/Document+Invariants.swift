extension Document {
  /// What breaks the rules of a document, or nil: ranges lie in the text, on the boundaries of its scalars,
  /// ascend, and do not overlap.
  public var defect: String? {
    var end = 0
    for (number, segment) in segments.enumerated() {
      let range = segment.range
      guard range.lowerBound >= end else {
        return "segment \(number) starts at byte \(range.lowerBound), before \(end), the end of an earlier one"
      }
      guard range.upperBound <= text.bytes.count else {
        return "segment \(number) ends at byte \(range.upperBound) of \(text.bytes.count)"
      }
      for place in [range.lowerBound, range.upperBound]
      where place < text.bytes.count && text.bytes[place] & 0xC0 == 0x80 {
        return "segment \(number) is cut at byte \(place), inside a character"
      }
      end = range.upperBound
    }
    return nil
  }
}

extension SourceText {
  /// What breaks the rules of blocks, or nil: they lie in the text, ascend, do not overlap, are not empty, and hold
  /// every character that is not white space.
  public var blockDefect: String? {
    if blocks.isEmpty { return nil }
    var end = 0
    for (number, block) in blocks.enumerated() {
      guard block.range.lowerBound >= end, !block.range.isEmpty, block.range.upperBound <= bytes.count else {
        return "block \(number) is \(block.range), after \(end) of \(bytes.count)"
      }
      if let lost = firstCharacter(in: end..<block.range.lowerBound) { return "byte \(lost) lies in no block" }
      end = block.range.upperBound
    }
    return firstCharacter(in: end..<bytes.count).map { "byte \($0) lies in no block" }
  }

  /// The first character that is no white space and stands in no segment, or in two; nil when the segments hold the
  /// whole text, each part of it once.
  ///
  /// Byte order marks and zero-width spaces count as white space.
  ///
  /// - Parameter sides: the documents cut from this text: the two sides of a bilingual one, or one.
  /// - Precondition: none of the documents has a defect.
  public func firstLoss(in sides: [Document]) -> String? {
    let segments = sides.flatMap(\.segments).map(\.range).filter { !$0.isEmpty }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    var end = 0
    for range in segments + [bytes.count..<bytes.count] {
      if range.lowerBound < end { return "byte \(range.lowerBound) stands in two segments" }
      if let lost = firstCharacter(in: end..<range.lowerBound) { return "byte \(lost) stands in no segment" }
      end = range.upperBound
    }
    return nil
  }

  /// The place of the first character that is not blank.
  private func firstCharacter(in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    // Most gaps are spaces and line ends.
    while place < range.upperBound, bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) { place += 1 }
    guard place < range.upperBound else { return nil }
    for scalar in self[place..<range.upperBound].unicodeScalars {
      if !scalar.properties.isWhitespace && scalar != "\u{FEFF}" && scalar != "\u{200B}" { return place }
      place += UTF8.width(scalar)
    }
    return nil
  }
}

extension AlignedText {
  /// What breaks the rules of aligned text, or nil: the documents are sound, every segment stands in exactly one
  /// bead, in order, and confidences are numbers from 0 to 1.
  public var defect: String? {
    if let defect = source.defect { return "source: \(defect)" }
    if let defect = target.defect { return "target: \(defect)" }
    return alignment.defect(sourceCount: source.segments.count, targetCount: target.segments.count)
  }
}
