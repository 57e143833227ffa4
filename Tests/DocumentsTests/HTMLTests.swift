import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments

@Suite struct HTMLTests {
  private static func source(_ content: String, wholePage: Bool = false) throws -> SourceText {
    var options = DocumentOptions()
    options.keepsWholePage = wholePage
    return try DocumentFormat.html.source(of: Array(content.utf8), name: "x", options: options)
  }

  /// Each block as its kind and its text.
  private static func blocks(_ content: String) throws -> [(Block.Kind, String)] {
    let source = try source(content)
    return source.blocks.map { ($0.kind, source[$0.range]) }
  }

  @Test(arguments: [
    "<div class='cookie-notice'>We use crumbs.</div>", "<header class=top><a href=/>Site</a></header>",
    "<footer>All rights reserved.</footer>", "<div role=navigation><a href=a>A</a></div>",
    "<ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a><li><a href=d>Four</a></ul>",
    "<aside id='sideBar'><a href=a>More of this</a></aside>", "<div class='breadcrumb'>Home / Doors</div>",
  ])
  func furnitureIsLeftOutAndCanBeKept(part: String) throws {
    let page = "<body>\(part)<main><h1>Doors</h1><p>They stay open.</p></main></body>"
    #expect(string(try Self.source(page).bytes) == "Doors\n\nThey stay open.\n")
    #expect(try Self.source(page, wholePage: true).blocks.count > 2)
  }

  @Test(arguments: [
    (
      "<article><h2>Sources</h2><ul><li><a>First book</a><li><a>Second</a><li><a>Third</a><li><a>Last</a></ul></article>",
      5
    ),
    ("<header><h1>Title of the essay</h1></header><p>Text.</p>", 2),
    ("<p>Text.</p><footer><div role=doc-footnote>A note.</div></footer>", 2),
    ("<nav>never closed <p>x", 2), ("<div class=cookie>never closed <p>x", 2),
  ])
  func textIsKept(page: String, count: Int) throws {
    #expect(try Self.blocks(page).count == count)
  }

  @Test func hiddenTextIsLeftOut() throws {
    let page = "<p>a</p><p hidden>b</p><p style='display: none'>c</p><p>d <span aria-hidden=true>e</span>f</p>"
    #expect(string(try Self.source(page, wholePage: true).bytes) == "a\n\nd f\n")
  }

  @Test(arguments: [
    ("10<sup>6</sup> m<sup>2</sup>", "10⁶ m²\n"), ("H<sub>2</sub>O", "H2O\n"),
    ("end.<sup>1</sup> Next", "end.1 Next\n"),
    ("1<sup>st</sup>", "1st\n"), ("كلمة<sup><a href='#n'>3</a></sup> ثم", "كلمة³ ثم\n"),
  ])
  func raisedDigitsDoNotChangeWords(page: String, expected: String) throws {
    #expect(string(try Self.source(page).bytes) == expected)
  }

  @Test func tablesHaveTheirPlaces() throws {
    let page = """
      <table><thead><tr><th>A<th>B</thead><tr><td rowspan=2>1<td>2<table><tr><td>in</table>out<tr><td>3</table>
      """
    let cells = try Self.blocks(page).map { kind, text in
      if case .tableCell(let cell) = kind {
        "\(text) \(cell.table) \(cell.row) \(cell.column) \(cell.rowSpan) \(cell.isHeader)"
      } else {
        text
      }
    }
    #expect(
      cells == [
        "A 0 0 0 1 true", "B 0 0 1 1 true", "1 0 1 0 2 false", "2 0 1 1 1 false", "in 1 0 0 1 false",
        "out 0 1 1 1 false",
        "3 0 2 1 1 false",
      ])
  }

  @Test func kindsLanguagesAndDirections() throws {
    let source = try Self.source(
      """
      <html lang=en><h2>h</h2><ul><li>a<ul><li>b</ul></ul><figure><figcaption>c</figcaption></figure>
      <pre>
        x
          y
      </pre><div lang=ar-SY dir=rtl><p>ع</p></div><p>z</p>
      """)
    #expect(
      source.blocks.map(\.kind) == [
        .heading(level: 2), .listItem(level: 1, markLength: 0), .listItem(level: 2, markLength: 0), .caption, .code,
        .paragraph, .paragraph,
      ])
    #expect(source.blocks.map(\.language) == [.english, .english, .english, .english, .english, .arabic, .english])
    #expect(source.blocks[5].direction == .rightToLeft)
    #expect(source[source.blocks[4].range] == "x\n    y")
  }

  @Test func notesKnowTheirPlace() throws {
    let source = try Self.source(
      "<p>One<a epub:type=noteref href='#n1'>1</a> two.</p><aside epub:type=footnote id=n1><p>Note.</p></aside>")
    guard case .note(let anchor?) = source.blocks[1].kind else {
      Issue.record("no note with an anchor")
      return
    }
    #expect(source[anchor..<anchor + 1] == "1")
  }

  /// No letter of a document is lost or made up.
  @Test(arguments: 0..<50)
  func lettersStay(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    let tags = [
      "p", "div", "li", "td", "tr", "table", "b", "span", "h3", "ul", "sup", "pre", "blockquote", "/p", "/div",
    ]
    var page = ""
    var letters = 0
    for _ in 0..<60 {
      page += "<\(tags.randomElement(using: &generator)!)>"
      if Bool.random(using: &generator) {
        page += "عx "
        letters += 2
      }
      if Bool.random(using: &generator) { page += "</\(tags.prefix(13).randomElement(using: &generator)!)>" }
    }
    #expect(string(try Self.source(page).bytes).count(where: \.isLetter) == letters)
  }
}
