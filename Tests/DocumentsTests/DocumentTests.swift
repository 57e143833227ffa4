import Foundation
import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments

@Suite struct DocumentTests {
  private static func text(_ content: String, _ format: DocumentFormat) throws -> String {
    string(try format.text(of: Array(content.utf8), name: "x"))
  }

  @Test(arguments: [
    ("<p>One<p>Two", "One\n\nTwo\n"), ("<h1>A</h1><ul><li>b<li>c</ul>", "A\n\nb\n\nc\n"), ("a<br>b\n  c", "a\nb c\n"),
    ("<head><title>T</title></head><body><nav><ul><li>Home</nav><p>x</p>", "x\n"),
    ("<script>if (a<b) document.write('<p>no</p>')</script>x<style>p{}</style>", "x\n"),
    ("<p>a<b>b</b> <i>c</i>&nbsp;&amp; &eacute;&#x627;&unknown; &", "ab c\u{A0}& éا&unknown; &\n"),
    ("<!DOCTYPE html><!-- <p>no --><p title=\"a>b\">x</p >y", "x\n\ny\n"), ("1 < 2 <3 a<", "1 < 2 <3 a<\n"),
    ("<a title=\"x>y</a><p>z", "y\n\nz\n"), ("<nav>never closed <p>x", "never closed\n\nx\n"),
    ("<svg/>x<svg><text>no</text></svg>", "x\n"),
    ("<nav><nav>a</nav>b</nav>c", "c\n"), ("<table><tr><td>a<td>b</table>", "a\n\nb\n"), ("", ""), ("<p>  </p>", ""),
    ("<P>A<SCRIPT>x</Script>B", "AB\n"), ("<p dir=rtl>نصّ <bdi>عربي</bdi></p>", "نصّ عربي\n"),
  ])
  func html(content: String, expected: String) throws {
    #expect(try DocumentTests.text(content, .html) == expected)
  }

  @Test(arguments: [
    ("# Title #\nText *one*\nand **two**.\n\nNext", "Title\n\nText one and two.\n\nNext\n"),
    ("Title\n=====\n\nx\n---\ny", "Title\n\nx\n\ny\n"),
    ("- a\n- b\n  more\n* c\n1. d\n2) e", "a\n\nb more\n\nc\n\n1. d\n\n2) e\n"),
    ("> quoted\n> text", "quoted text\n"),
    ("[a *b*](http://x \"t\") ![pic](y.png) [c][d]\n\n[d]: http://z", "a b pic c\n"),
    ("---\ntitle: x\nlayout: page\n---\nbody", "x\n\nbody\n"), ("```swift\nlet a = *b\n```\nx", "let a = *b\n\nx\n"),
    ("| a | b |\n|---|:-:|\n| c | d |", "a\n\nb\n\nc\n\nd\n"), ("a  \nb", "a\nb\n"),
    ("snake_case 2 * 3 \\*x\\* ~y", "snake_case 2 * 3 *x* ~y\n"),
    ("`code` <b>x</b> <http://y> &amp;", "code x http://y &\n"), ("[not a link] (x)", "[not a link] (x)\n"), ("", ""),
    ("# عنوان\n\nنصّ **غليظ** و_مائل_ _ثم_.", "عنوان\n\nنصّ غليظ و_مائل ثم.\n"),
  ])
  func markdown(content: String, expected: String) throws {
    #expect(try DocumentTests.text(content, .markdown) == expected)
  }

  @Test(arguments: [
    (
      "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i>\nthere\n\n2\n00:00:03,000 --> 00:00:04,000\n- One\n- Two\n",
      "Hello there\n\n- One\n- Two\n"
    ),
    (
      "WEBVTT\n\nNOTE no\nno\n\nid\n00:01.000 --> 00:02.000 align:start\n<v Ann>Hi &amp; <c.x>bye</c> 1 < 2\n\nSTYLE\n::cue{}\n",
      "Hi & bye 1 < 2\n"
    ),
    ("\u{FEFF}1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}مرحبا\r\n\r\n", "مرحبا\n"), ("no cues\n", "no cues\n"),
    ("", ""),
  ])
  func subtitles(content: String, expected: String) throws {
    #expect(try DocumentTests.text(content, .srt) == expected)
  }

  /// None of these may take the square of its length.
  @Test(arguments: [
    "<nav>", "<a ", "<a b='>", "<a b=\"", "<", "&", "&#", "[", "![", "**a", "_", "<!--", "| a ", "<script", "{\\",
    "<table\n", "- ", "<div>", "<td>", "[^", "^[", "{#a", "1\n", "<p hidden>",
  ])
  func repetitionIsCheap(piece: String) throws {
    let content = Array(String(repeating: piece, count: 4_000).utf8)
    for format in [DocumentFormat.html, .markdown, .srt] { _ = try format.text(of: content, name: "x") }
  }

  private static let word = """
    <w:document><w:body><w:p><w:r><w:t>One </w:t></w:r><w:r><w:t xml:space="preserve">two</w:t><w:tab/><w:t>three</w:t></w:r>
    <w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:p/><w:tbl><w:tc><w:p><w:r><w:t>مرحبا</w:t><w:br/><w:t>بكم</w:t></w:r></w:p></w:tc></w:tbl>
    <w:p><w:r><w:instrText>PAGE</w:instrText><w:t>&lt;end&gt;</w:t></w:r></w:p></w:body></w:document>
    """

  @Test func docx() throws {
    let notes = "<w:footnotes><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnotes>"
    let archive = zipArchive([
      ("[Content_Types].xml", "<x/>"), ("word/document.xml", DocumentTests.word), ("word/footnotes.xml", notes),
    ])
    let text = string(try DocumentFormat.docx.text(of: archive, name: "x"))
    #expect(text.hasPrefix("One two three\n\nمرحبا\nبكم\n\n<end>"))
  }

  @Test func odt() throws {
    let content = """
      <office:document-content><office:body><office:text><text:sequence-decls>no</text:sequence-decls>
      <text:h>Title</text:h><text:p>a<text:s/>b<text:note><text:note-citation>1</text:note-citation><text:note-body>
      <text:p>note</text:p></text:note-body></text:note> c<office:annotation><text:p>no</text:p></office:annotation></text:p>
      <text:list><text:list-item><text:p>x<text:line-break/>y</text:p></text:list-item></text:list>
      </office:text></office:body></office:document-content>
      """
    let archive = zipArchive([("content.xml", content)])
    #expect(string(try DocumentFormat.odt.text(of: archive, name: "x")) == "Title\n\na b c\n\nnote\n\nx\ny\n")
  }

  @Test func epub() throws {
    let archive = zipArchive([
      ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/p.opf\"/></rootfiles></container>"),
      (
        "OEBPS/p.opf",
        """
        <package><manifest><item id="n" href="n.xhtml" properties="nav"/><item id="b" href="b%20b.xhtml"/><item id="a" href="a.xhtml"/></manifest>
        <spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>
        """
      ),
      ("OEBPS/a.xhtml", "<p>Second</p>"), ("OEBPS/b b.xhtml", "<p>First</p>"), ("OEBPS/n.xhtml", "<p>Contents</p>"),
    ])
    #expect(string(try DocumentFormat.epub.text(of: archive, name: "x")) == "First\n\nSecond\n")
  }

  @Test(arguments: [DocumentFormat.docx, .odt, .epub])
  func whatIsNoDocumentIsRefused(format: DocumentFormat) {
    for bytes in [[], Array("plain text".utf8), zipArchive([]), zipArchive([("a", "b")])] {
      #expect(waslError { _ = try format.text(of: bytes, name: "x") }?.code == .input)
    }
  }

  /// Reading ends, with text or an error, whatever is wrong with the file.
  @Test(arguments: 0..<300)
  func damageIsSurvived(seed: Int) {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var bytes = zipArchive([("x", ""), ("word/document.xml", DocumentTests.word)])
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
    _ = waslError { _ = try DocumentFormat.docx.text(of: bytes, name: "x") }
    let text = (0..<60).map { _ in
      nastyPieces.randomElement(using: &generator)! + ["<p>", "</", "<nav>", "&#x", "![", "](", "**", "-->"]
        .randomElement(using: &generator)!
    }
    for format in [DocumentFormat.html, .markdown, .srt] {
      let output = try? format.text(of: Array(text.joined().utf8), name: "x")
      #expect(output.flatMap { String(validating: $0, as: UTF8.self) } != nil)
    }
  }

  @Test(
    arguments: [
      ("a.html", .html), ("A.HTM.gz", .html), ("a.md", .markdown), ("a.srt", .srt), ("a.docx", .docx), ("a.txt", nil),
      ("html", nil),
    ] as [(String, DocumentFormat?)])
  func formatsByName(path: String, format: DocumentFormat?) {
    #expect(DocumentFormat(path: path) == format)
  }
}
