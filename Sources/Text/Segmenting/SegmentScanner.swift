import WaslBitext

/// Walks over the bytes of a run, stops at those that may end a segment, and asks the rules.
struct SegmentScanner: ~Copyable {
  private let view: ByteView
  private let language: Language?
  private let options: SegmentationOptions
  private var candidates: CandidateBytes
  private(set) var segments: [Segment] = []

  private var upper = 0
  /// The first byte of the segment being read, once it has one.
  private var start = 0
  private var startsParagraph = true
  private var brackets = Brackets()
  /// How far the segment is known to hold no letter or digit, and whether it holds one.
  private var content = (checkedTo: 0, found: false)

  init(
    view: ByteView, language: Language?, options: SegmentationOptions, instructions: Int32? = Instructions.best
  ) {
    self.view = view
    self.language = language
    self.options = options
    candidates = CandidateBytes(options, instructions: instructions)
  }

  /// Appends the segments of `run`.
  ///
  /// - Parameter startsParagraph: whether the run's first segment does.
  mutating func scan(_ run: Range<Int>, startsParagraph: Bool) {
    let run = view.trimmed(run)
    if run.isEmpty { return }
    upper = run.upperBound
    self.startsParagraph = startsParagraph
    begin(at: run.lowerBound)
    candidates.reset()
    var index = run.lowerBound
    while true {
      index = candidates.next(from: index, upTo: upper, in: view)
      if index >= upper { break }
      switch CandidateBytes.kind(of: view[unchecked: index]) {
      case .none: index += 1
      case .terminator: index = atTerminator(index)
      case .lineEnd: index = atLineEnd(index)
      case .bracket: index = atBracket(index)
      case .colon: index = atColon(index)
      case .lead: index = atLead(index)
      case .arabicTail: index = atArabicTail(index)
      }
    }
    end(at: upper, next: upper)
  }

  // MARK: Segments

  private mutating func begin(at index: Int) {
    start = index
    brackets = Brackets()
    content = (index, false)
  }

  /// Ends the segment at `end` and begins the next at the first text from `next` on.
  private mutating func end(at end: Int, next: Int) {
    let range = view.trimmed(start..<end)
    if !range.isEmpty {
      segments.append(Segment(range: range, startsParagraph: startsParagraph))
      startsParagraph = false
    }
    var index = next
    while index < upper, view.lineEndLength(at: index) == 0 {
      let length = view.spaceLength(at: index)
      if length == 0 { break }
      index += length
    }
    begin(at: index)
  }

  // MARK: Candidates

  private mutating func atTerminator(_ index: Int) -> Int {
    let rules = BoundaryRules(view: view, lower: start, upper: upper, wrapped: options.wrapped, language: language)
    var run = rules.terminatorRun(at: index)
    let insideBrackets = brackets.isOpen && !brackets.opened(at: start)
    // The signs between and after the first are read; brackets among them close what is open.
    for place in index..<run.end { brackets.read(view[place], at: place) }
    if !hasContent(before: index) { return run.end }
    run.closesInnerBracket = run.closes && insideBrackets && !brackets.isOpen
    if brackets.isOpen, brackets.closeSoon(after: run.end, in: view, upper: upper, wrapped: options.wrapped) {
      return run.end
    }
    if rules.endsSentence(run) {
      end(at: run.end, next: run.end)
      return max(start, run.end)
    }
    return run.end
  }

  /// Signs before any letter or digit, such as a leading ellipsis, end nothing.
  private mutating func hasContent(before index: Int) -> Bool {
    while !content.found, content.checkedTo < index {
      let scalar = view.scalar(at: content.checkedTo)
      content.found = ScalarClass(scalar.value).isLetterOrDigit
      content.checkedTo += scalar.length
    }
    return content.found
  }

  private mutating func atColon(_ index: Int) -> Int {
    let length = view.scalar(at: index).length
    let next = index + length
    if next < upper, !hasContent(before: index) { return next }
    let isArabic = length == 2
    guard next == upper || view.spaceLength(at: next) > 0 || isArabic else { return next }
    if view[index] == UInt8(ascii: ";"), isCharacterReference(before: index) { return next }
    if brackets.isOpen, brackets.closeSoon(after: next, in: view, upper: upper, wrapped: options.wrapped) {
      return next
    }
    end(at: next, next: next)
    return max(start, next)
  }

  /// `&amp;`, `&#1632;`
  private func isCharacterReference(before index: Int) -> Bool {
    var place = index - 1
    while place > start, index - place < 10 {
      let byte = view[place]
      if byte == UInt8(ascii: "&") { return true }
      if !(LatinWord.isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "#")) { return false }
      place -= 1
    }
    return false
  }

  private mutating func atBracket(_ index: Int) -> Int {
    if view[index] == UInt8(ascii: "("), let next = atVerseNumber(index) { return next }
    brackets.read(view[unchecked: index], at: index)
    return index + 1
  }

  /// Ends the segment on the side of a verse's number where the verse ends; nil where no number is that starts at
  /// `index`.
  private mutating func atVerseNumber(_ index: Int) -> Int? {
    let rules = BoundaryRules(view: view, lower: start, upper: upper, wrapped: options.wrapped, language: language)
    guard let number = rules.verseNumber(at: index) else { return nil }
    let range = number.range
    guard range.lowerBound > start, hasContent(before: range.lowerBound) else { return range.upperBound }
    if brackets.isOpen,
      brackets.closeSoon(after: range.upperBound, in: view, upper: upper, wrapped: options.wrapped)
    {
      return range.upperBound
    }
    switch rules.border(of: number) {
    case .after:
      end(at: range.upperBound, next: range.upperBound)
      return max(start, range.upperBound)
    case .before: end(at: range.lowerBound, next: range.lowerBound)
    case nil: break
    }
    return range.upperBound
  }

  /// The lead bytes C2, DB, E2, E3 and EF: line ends, `…`, `۔`, signs of verses and rarer ones among much else.
  private mutating func atLead(_ index: Int) -> Int {
    if view.lineEndLength(at: index) > 0 { return atLineEnd(index) }
    let scalar = view.scalar(at: index)
    if options.presplit { return index + scalar.length }
    switch scalar.value {
    case 0xA0, 0x6DD, 0xFD3E, 0xFD3F: return atVerseNumber(index) ?? index + scalar.length
    default: return ScalarClass(scalar.value) == .terminator ? atTerminator(index) : index + scalar.length
    }
  }

  /// The second bytes 9D…9F and 9B, after D8: `؟` and its kin, and `؛`.
  private mutating func atArabicTail(_ index: Int) -> Int {
    guard index > start, view[index - 1] == 0xD8 else { return index + 1 }
    if view[index] != 0x9B { return atTerminator(index - 1) }
    return options.breakAtSemicolon ? atColon(index - 1) : index + 1
  }

  // MARK: Line ends

  private mutating func atLineEnd(_ index: Int) -> Int {
    let (next, lineEnds) = view.lineEnds(at: index, upTo: upper)
    if options.wrapped, lineEnds < 2, next < upper {
      if brackets.isOpen, brackets.closeSoon(after: next, in: view, upper: upper, wrapped: true) { return next }
      if !startsItem(next, after: index) { return next }
    }
    end(at: index, next: next)
    startsParagraph = startsParagraph || !options.wrapped || lineEnds > 1
    return max(start, next)
  }

  /// Whether a line of hard-wrapped text starts a list item: with a bullet, or with a list number after a line that
  /// ends in punctuation.
  private func startsItem(_ index: Int, after lineEnd: Int) -> Bool {
    let first = view.scalar(at: index)
    switch first.value {
    case 0x2D, 0x2A, 0x2013, 0x2014, 0x2022, 0x25AA, 0x25CF, 0x25E6, 0xB7:
      return view.spaceLength(at: index + first.length) > 0
    default: break
    }
    let rules = BoundaryRules(view: view, lower: index, upper: upper, wrapped: true)
    let word = FollowingWord(at: index, in: rules)
    guard word.isListNumber || (word.letters == 1 && view[word.range.upperBound] == UInt8(ascii: ".")) else {
      return false
    }
    guard view.spaceLength(at: word.range.upperBound + 1) > 0 else { return false }
    let before = view.trimmed(start..<lineEnd)
    let last = view.scalar(before: before.upperBound, from: before.lowerBound)
    return [0x3A, 0x3B, 0x2C, 0x61B, 0x60C].contains(last.value) || ScalarClass(last.value) == .terminator
  }
}
