import Testing
import WaslBitext

@Suite struct PlaceholderTests {
  @Test(arguments: [
    ("%1$s of %2$d, %s %.2f %@ %ld", ["%1$s", "%2$d", "%s", "%.2f", "%@", "%ld"]), ("%n %1 %L2", ["%n", "%1", "%L2"]),
    (
      "%(name)s %{count} {0} {name} {{x}} ${y} #{z} {}",
      ["%(name)s", "%{count}", "{0}", "{name}", "{{x}}", "${y}", "#{z}", "{}"]
    ),
    ("{ $n } $NAME$ $t(key) {0:.2f} {n, number}", ["{ $n }", "$NAME$", "$t(key)", "{0:.2f}", "{n, number}"]),
    ("100% sure, 100%sure, 50%, a%20b, %%d $5 {a b} {", []), ("{n, plural, one{x} other{y}}", []),
    ("لديك %d رسائل من {name}", ["%d", "{name}"]), ("", []), ("%", []), ("%%", []), ("%5$", []),
  ])
  func finds(text: String, expected: [String]) {
    #expect(Placeholders.list(in: text) == expected)
  }

  @Test func isTheWholeText() {
    #expect(Placeholders.isPlaceholder("{name}"))
    #expect(!Placeholders.isPlaceholder("{name}!"))
    #expect(!Placeholders.isPlaceholder(""))
  }
}
