import TestSupport
import Testing
import WaslBitext

@testable import WaslDocuments

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("# T {#id .c}\n\nx{: .y} [a](b){target=_blank}", "T\n\nx a\n"), ("{: .lead}\nx", "x\n"),
    ("!!! note \"Mind\"\n    the step", "Mind\n\nthe step\n"), ("???+ tip\n    x", "x\n"),
    (":::note\nx\n:::", "x\n"), ("::: tip Title\nx\n:::", "Title\n\nx\n"), (":::info[Title]\nx\n:::", "Title\n\nx\n"),
    ("> [!NOTE]\n> x", "x\n"), ("a[^1] b.\n\n[^1]: note\n    more\n\nc", "a b.\n\nnote more\n\nc\n"),
    ("a^[in it] b", "a b\n\nin it\n"), ("+++\ntitle = \"x\"\n+++\ny", "x\n\ny\n"),
    ("a <!-- b\nc --> d", "a d\n"), ("{{< x >}}a{{% y %}} {% z %}b", "a b\n"), ("import A from 'b'\n\nx", "x\n"),
    ("1. a\n2. b\n   - c", "1. a\n\n2. b\n\nc\n"), ("- [x] done", "done\n"), ("x\n: y", "x\n\ny\n"),
    ("a | b\n--|--\n`c|d` | e \\| f", "a\n\nb\n\nc|d\n\ne | f\n"), ("`a_b_ <c>`", "a_b_ <c>\n"),
    ("<table><tr><td>a<td>b</table>\nc", "a\n\nb\n\nc\n"), ("[[page|shown]] [[x]]", "shown x\n"),
    ("[x] [y]\n\n[x]: z", "x [y]\n"), ("```\na\n\n  b\n```", "a\n\n  b\n"),
    ("x\n\n    code\n      more", "x\n\ncode\n  more\n"),
    ("<div align=center>\n\n**x**\n\n</div>", "x\n"), ("a\\\nb", "a\nb\n"),
  ])
  func text(content: String, expected: String) throws {
    #expect(string(try DocumentFormat.markdown.text(of: Array(content.utf8), name: "x")) == expected)
  }

  @Test func kinds() throws {
    let file = """
      Title
      ===
      Para[^n].

      1. one
         - two

      | a | b |
      |---|---|
      | c | d |

      ```
      code
      ```

      [^n]: Note.
      """
    let source = try DocumentFormat.markdown.source(of: Array(file.utf8), name: "x")
    func cell(_ row: Int, _ column: Int) -> Block.Kind {
      .tableCell(TableCell(table: 0, row: row, column: column, isHeader: row == 0))
    }
    #expect(
      source.blocks.map(\.kind) == [
        .heading(level: 1), .paragraph, .listItem(level: 1, markLength: 3), .listItem(level: 2, markLength: 0),
        cell(0, 0),
        cell(0, 1), cell(1, 0), cell(1, 1), .code, .note(anchor: 10),
      ])
    #expect(source[10..<11] == "a")
  }
}
