internal import WaslSyntax

/// The text of a PDF, from what `pdftotext` prints: pages that end with a form feed, blank lines between paragraphs.
///
/// Left out: page numbers, and lines at the top or bottom that come back on other pages. Lines of a paragraph are
/// joined, a word that is divided at a line's end too; a sentence goes on over the end of a page.
public enum PDFText {
  /// What is doubtful about the Arabic of a PDF.
  public enum Doubt: Sendable, Hashable {
    /// Letters in the shapes of their places, not as letters; the text may lack letters or spaces.
    case presentationForms
    /// The letters of each word stand from left to right.
    case visualOrder

    public var message: String {
      switch self {
      case .presentationForms:
        "the Arabic consists of presentation forms: words may be cut or joined wrongly; better give the document's source"
      case .visualOrder:
        "the Arabic seems to be in visual order, each line backwards: give the document's source, or recognise the text anew"
      }
    }
  }

  /// - Parameter bytes: the output of `pdftotext -enc UTF-8`.
  public static func text(of bytes: [UInt8]) -> (text: [UInt8], doubts: [Doubt]) {
    let pages = bytes.split(separator: 0x0C).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        trimmed(String(decoding: line, as: UTF8.self))
      }
    }
    var output = DocumentBuilder()
    // A paragraph may go on for as many lines as the text has: only its last line is ever looked at as text.
    var pending: [UInt8] = []
    var last = ""
    func finish() {
      output.append(pending[...])
      output.end()
      pending.removeAll(keepingCapacity: true)
      last = ""
    }
    for lines in withoutMargins(pages) {
      for line in lines {
        if line.isEmpty {
          finish()
          continue
        }
        if last.last == "-", line.first?.isLowercase == true, last.dropLast().last?.isLetter == true {
          pending.removeLast()
        } else if !pending.isEmpty {
          pending.append(0x20)
        }
        pending += line.utf8
        last = line
      }
      // A paragraph that has no end yet goes on over the page.
      if let mark = last.last, ".!?؟:…»\"”)".contains(mark) { finish() }
    }
    finish()
    let text = output.source(name: "").bytes
    return (text, doubts(about: text))
  }

  private static func trimmed(_ line: String) -> String {
    // pdftotext puts directional controls around what runs against the page; they are no part of the text.
    var line = String(line.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) })[...]
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  /// Takes off what stands at the top and the bottom of most pages.
  private static func withoutMargins(_ pages: [[String]]) -> [[String]] {
    var counts: [String: Int] = [:]
    for page in pages {
      for line in Set(margin(page).map { shape($0) }) { counts[line, default: 0] += 1 }
    }
    let enough = max(3, (pages.count + 1) / 2)
    func isMargin(_ line: String) -> Bool {
      let isNumber = line.count <= 8 && line.contains(where: \.isNumber) && line.allSatisfy { !$0.isLetter }
      return isNumber || counts[shape(line), default: 0] >= enough
    }
    return pages.map { page in
      var lines = page[...]
      func trim(_ end: (ArraySlice<String>) -> String?, _ drop: (inout ArraySlice<String>) -> Void) {
        for _ in 0..<2 {
          while let line = end(lines), line.isEmpty { drop(&lines) }
          guard let line = end(lines), isMargin(line) else { return }
          drop(&lines)
        }
      }
      trim({ $0.first }, { $0.removeFirst() })
      trim({ $0.last }, { $0.removeLast() })
      while lines.last?.isEmpty == true { lines.removeLast() }
      return Array(lines)
    }
  }

  /// The first two and the last two lines that are not blank.
  private static func margin(_ page: [String]) -> [String] {
    let lines = page.filter { !$0.isEmpty }
    return lines.count < 4 ? [] : Array(lines.prefix(2) + lines.suffix(2))
  }

  /// The line with its numbers made alike.
  private static func shape(_ line: String) -> String { String(line.map { $0.isNumber ? "0" : $0 }) }

  private static func doubts(about text: [UInt8]) -> [Doubt] {
    var (letters, forms, atStart, atEnd) = (0, 0, 0, 0)
    var previous: Unicode.Scalar = " "
    func isArabic(_ scalar: Unicode.Scalar) -> Bool { (0x620...0x64A).contains(scalar.value) }
    func isForm(_ scalar: Unicode.Scalar) -> Bool {
      (0xFB50...0xFDFF).contains(scalar.value) || (0xFE70...0xFEFC).contains(scalar.value)
    }
    // Teh marbuta ends words; alef maksura too.
    func endsWords(_ scalar: Unicode.Scalar) -> Bool { scalar == "ة" || scalar == "ى" }
    for scalar in String(decoding: text + [0x20], as: UTF8.self).unicodeScalars {
      if isArabic(scalar) { letters += 1 }
      if isForm(scalar) { forms += 1 }
      if endsWords(scalar), !isArabic(previous) { atStart += 1 }
      if endsWords(previous), !isArabic(scalar), !(0x64B...0x652).contains(scalar.value) { atEnd += 1 }
      previous = scalar
    }
    var doubts: [Doubt] = []
    if forms * 10 > letters + forms { doubts.append(.presentationForms) }
    if atStart > 2, atStart > 2 * atEnd { doubts.append(.visualOrder) }
    return doubts
  }
}
