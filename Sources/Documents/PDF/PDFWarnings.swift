internal import WaslPDF

/// What is doubtful about the pages of a PDF, in words.
struct PDFWarnings {
  private let pages: [PageQuality]

  init(_ pages: [PageQuality]) { self.pages = pages }

  var messages: [String] {
    var messages: [String] = []
    if let list = list({ $0.isScanned }) {
      messages.append(
        "\(list) pictures without text; recognise it first: ocrmypdf --skip-text -l ara+eng IN.pdf OUT.pdf")
    }
    if let list = list({ $0.isRecognised }) {
      messages.append("\(list) pictures whose text a program has recognised: it may hold errors")
    }
    // A few symbols without a value are no harm.
    if let list = list({ $0.withoutValue * 50 > $0.glyphs && $0.withoutValue > 5 }) {
      let broken = pages.filter { $0.withoutValue * 50 > $0.glyphs && $0.withoutValue > 5 }
      let share = 100 * broken.reduce(0) { $0 + $1.withoutValue } / max(1, broken.reduce(0) { $0 + $1.glyphs })
      messages.append(
        "\(list) in fonts that do not say what \(max(share, 1)) % of their characters are; give the document that the PDF was "
          + "made from, or recognise the text anew: ocrmypdf --force-ocr -l ara+eng IN.pdf OUT.pdf")
    }
    if let list = list({ $0.isCut }) { messages.append("\(list) too large: what is beyond the limit was left out") }
    return messages
  }

  /// "pages 1–3, 7 of 20 are" of the pages of a kind; nil if there are none.
  private func list(_ isMeant: (PageQuality) -> Bool) -> String? {
    let numbers = pages.filter(isMeant).map(\.page)
    guard let first = numbers.first else { return nil }
    if numbers.count == pages.count, numbers.count > 1 { return "all \(pages.count) pages are" }
    var runs: [ClosedRange<Int>] = [first...first]
    for number in numbers.dropFirst() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    var parts = runs.prefix(8).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    if runs.count > 8 { parts.append("…") }
    return "\(numbers.count == 1 ? "page" : "pages") \(parts.joined(separator: ", ")) of \(pages.count) "
      + (numbers.count == 1 ? "is" : "are")
  }
}
