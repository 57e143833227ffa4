internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The review page: one HTML file with the alignment, to be corrected in a browser and exported from there.
///
/// The page's style and scripts lie in `Review/`. The data stands in a `script` element of the type
/// `application/json`, which a browser does not run: a first line about the texts, then a bead a line. Every
/// `<` in it is escaped, so that no text can end the element; the scripts make text nodes of it, never markup.
public enum ReviewPage {
  struct Writer: BeadWriter {
    let sides: OutputSides
    private var offsets = JSONL.Offsets()

    init(sides: OutputSides) { self.sides = sides }

    func begin(to sink: inout ByteSink) {
      sink.append(page.start)
      func member(_ side: OutputSides.Side) -> JSON {
        ["name": .string(side.name), "language": .string(side.language.rawValue), "tag": .string(side.tag)]
      }
      let about: JSON = [
        "version": .string(Tool.version), "source": member(sides.source), "target": member(sides.target),
      ]
      writeLine(to: &sink) { about.write(to: &$0) }
    }

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      writeLine(to: &sink) { line in
        JSONL.writeMembers(bead, offsets: &offsets, to: &line, side: ReviewPage.write(_:cursor:to:))
        ReviewPage.write(bead.wordLinks, of: bead, to: &line)
        line.append("}")
      }
    }

    func end(to sink: inout ByteSink) { sink.append(page.end) }
  }

  private static func write(_ side: BeadText.Side?, cursor: inout ScalarCursor, to line: inout ByteSink) {
    line.append("[")
    for (index, part) in (side?.parts ?? []).enumerated() {
      if index > 0 { line.append(",") }
      JSONL.writeMembers(of: part, cursor: &cursor, to: &line)
      if let block = part.block, let members = members(of: block) {
        line.append(",\"block\":")
        members.write(to: &line)
      }
      line.append("}")
    }
    line.append("]")
  }

  /// What the page shows of a block; nil for paragraphs, which are what there is nothing to say of.
  private static func members(of block: Block) -> JSON? {
    switch block.kind {
    case .paragraph, .cue: nil
    case .heading(let level): ["kind": "heading", "level": .number(Double(level))]
    case .listItem(let level, _): ["kind": "item", "level": .number(Double(level))]
    case .tableCell(let cell):
      [
        "kind": "cell", "table": .number(Double(cell.table + 1)), "row": .number(Double(cell.row + 1)),
        "column": .number(Double(cell.column + 1)),
      ]
    case .note: ["kind": "note"]
    case .caption: ["kind": "caption"]
    case .code: ["kind": "code"]
    case .message(let key): ["kind": "message", "key": .string(key)]
    case .pageFurniture: ["kind": "furniture"]
    }
  }

  /// A link is six numbers: for each side the bead's segment, and in it the start and the end of the word in UTF-16,
  /// by which the page's script counts.
  private static func write(_ links: [WordLink], of bead: BeadText, to line: inout ByteSink) {
    guard !links.isEmpty, let source = bead.source, let target = bead.target else { return }
    line.append(",\"links\":[")
    var isFirst = true
    for link in links {
      guard let ends = wordEnds(link.source, in: source), let others = wordEnds(link.target, in: target) else {
        continue
      }
      line.append(isFirst ? "[" : ",[")
      line.append((ends + others).map(String.init).joined(separator: ","))
      line.append("]")
      isFirst = false
    }
    line.append("]")
  }

  private static func wordEnds(_ word: Range<Int>, in side: BeadText.Side) -> [Int]? {
    func units(_ end: Int, from start: Int) -> Int {
      side.bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
    guard
      let index = side.segments.firstIndex(where: {
        $0.range.lowerBound <= word.lowerBound && word.upperBound <= $0.range.upperBound
      })
    else { return nil }
    let start = side.segments[index].range.lowerBound
    return [index - side.segments.startIndex, units(word.lowerBound, from: start), units(word.upperBound, from: start)]
  }

  /// JSON has `<` inside strings only, where an escape can stand for it.
  private static func writeLine(to sink: inout ByteSink, _ body: (inout ByteSink) -> Void) {
    var line = ByteSink()
    body(&line)
    let bytes = line.bytes
    markup.append(bytes, 0..<bytes.count, to: &sink)
    sink.append("\n")
  }

  private static let markup = Escaping(
    suspects: [UInt8(ascii: "<")], length: { _, _, _ in 1 }, rewrite: { _, _, sink in sink.append("\\u003c") })

  /// What stands before and after the data.
  private static let page: (start: String, end: String) = {
    let scripts = [
      PackageResources.beads_js, PackageResources.exports_js, PackageResources.search_js, PackageResources.view_js,
      PackageResources.links_js, PackageResources.page_js,
    ]
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let (beforeStyle, afterStyle) = cut(text(PackageResources.review_html), at: "<!--wasl:style-->\n")
    let (beforeData, afterData) = cut(afterStyle, at: "<!--wasl:data-->\n")
    let (beforeScript, end) = cut(afterData, at: "<!--wasl:script-->\n")
    return (
      beforeStyle + text(PackageResources.review_css) + beforeData,
      beforeScript + scripts.map(text).joined(separator: "\n") + end
    )
  }()

  private static func cut(_ text: String, at mark: String) -> (before: String, after: String) {
    guard let range = text.firstRange(of: mark) else { preconditionFailure("the page has no \(mark)") }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}
