import TestSupport
import Testing
import WaslBitext

@testable import WaslPairFormats

@Suite struct KeyedFileTests {
  private static func texts(_ file: KeyedFile) -> [String] {
    file.messages.map { message in
      message.identity.key + (message.identity.plural.map { "#\($0.rawValue)" } ?? "") + "=" + message.text
    }
  }

  private static func read(_ name: String, _ text: String) throws -> KeyedFile {
    try KeyedFile(Array(text.utf8), name: name)
  }

  @Test(arguments: [
    (
      "strings.xml",
      """
      <!-- c --><resources><string name="a">It\\'s \\"%1$s\\"\\n  two</string><string name="f" translatable="false">No</string>
      <plurals name="p"><item quantity="one">ورقة</item><item quantity="other">%d ورقة</item></plurals>
      <string-array name="l"><item>أ</item><item>ب</item></string-array>
      <string name="c"><![CDATA[x <b>y</b>]]></string><string name="g">to <xliff:g id="n">%s</xliff:g>!</string>
      <string name="q">"  kept  "</string><string name="u">\\u0627</string></resources>
      """,
      [
        "a=It's \"%1$s\"\n two", "p#one=ورقة", "p#other=%d ورقة", "l[0]=أ", "l[1]=ب", "c=x y", "g=to %s!", "q=  kept  ",
        "u=ا",
      ], 1
    ),
    (
      "a.strings", "/* c */\n\"a\" = \"x\\ny \\\"z\\\"\";\nb = \"\\U0627\";\n\"e\" = \"\";", ["a=x\ny \"z\"", "b=ا"], 1
    ),
    (
      "a.stringsdict",
      "<plist><dict><key>f</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string><key>n</key><dict>"
        + "<key>NSStringFormatValueTypeKey</key><string>d</string><key>one</key><string>A</string><key>other</key>"
        + "<string>%d</string></dict></dict></dict></plist>", ["f/n#one=A", "f/n#other=%d"], 0
    ),
    (
      "a.resx",
      "<root><data name=\"a\"><value>x</value><comment>c</comment></data><data name=\"b\" type=\"System.Byte\"><value>1</value>"
        + "</data><data name=\"c\"><value/></data></root>", ["a=x"], 2
    ),
    (
      "a.arb", "{\"@@locale\":\"ar_EG\",\"a\":\"{n, plural, other{x}}\",\"@a\":{\"description\":\"d\"}}",
      ["a={n, plural, other{x}}"], 0
    ),
    (
      "a.json", "{\"a\":{\"b\":\"x\",\"l\":[\"y\",1,null]},\"k_one\":\"1\",\"k_other\":\"n\",\"d_one\":\"w\"}",
      ["a.b=x", "a.l.0=y", "k#one=1", "k#other=n", "d_one=w"], 0
    ),
    ("messages.json", "{\"a\":{\"message\":\"x $N$\",\"description\":\"d\"}}", ["a=x $N$"], 0),
    (
      "a.yml",
      "ar:\n  a: 'x: y'\n  n:\n    one: w\n    other: \"%{count}\"\n  b: |\n    l\n    m\n  t: true\n  z: &k q\n  y: *k\n",
      ["a=x: y", "n#one=w", "n#other=%{count}", "b=l\nm", "z=q"], 1
    ),
    ("a.properties", "! c\na=\\u0627 x\nb : y\\\n   z\nc\nd\\ e=f", ["a=ا x", "b=yz", "d e=f"], 1),
    (
      "a.ftl",
      "### c\na = x { $n }\n    .t = y\nn = { $c ->\n    [one] w\n   *[other] { $c } v\n  }\nm =\n    p\n    q\n-b = z\n",
      ["a=x { $n }", "a.t=y", "n#one=w", "n#other={ $c } v", "m=p\nq", "-b=z"], 0
    ),
    (
      "a.po",
      "msgid \"\"\nmsgstr \"Language: en\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\nmsgctxt \"c\"\nmsgid \"a\"\n"
        + "msgstr \"\"\n\nmsgid \"f\"\nmsgid_plural \"fs\"\nmsgstr[0] \"1\"\nmsgstr[1] \"n\"\n\n#, fuzzy\nmsgid \"z\"\nmsgstr \"y\"\n",
      ["a=a", "f#one=1", "f#other=n"], 1
    ),
  ])
  func readsEachKind(name: String, text: String, expected: [String], leftOut: Int) throws {
    let file = try KeyedFileTests.read(name, text)
    #expect(KeyedFileTests.texts(file) == expected)
    #expect(file.leftOut.count == leftOut)
  }

  @Test(arguments: [
    ("a.xml", "<resources>\n<string name=\"a\">x", "a.xml:2: the file ends inside <string>"),
    (
      "a.xml", "<resources><plurals name=\"a\">\n<item quantity=\"lots\">x</item></plurals></resources>",
      "a.xml:2: 'lots' is no"
    ),
    ("a.strings", "\"a\" = \"b\";\n\"c\" = \"d\"\n", "a.strings:3: no ';' after the text of 'c'"),
    ("a.strings", "\n\"a\" = \"b;\n", "a.strings:2: a quotation mark is not closed"),
    ("a.strings", "bplist00", "a.strings: a binary property list"),
    ("a.json", "{\"a\":\"x\",\n \"b\" \"y\"}", "a.json:2: column 6: expected ':'"),
    ("a.json", "[1]", "a.json:1: an array instead of an object"),
    ("a.yml", "a: x\nb: y: z\n", "a.yml:2: mapping values are not allowed in this context"),
    ("a.properties", "a=b\nc=\\u12\n", "a.properties:2: no four hexadecimal digits after '\\u'"),
    ("a.ftl", "a = b\nc d\n", "a.ftl:2: no message starts here"),
    ("a.ftl", "\na = { $n ->\n", "a.ftl:2: a brace of 'a' is not closed"),
    ("a.po", "msgid \"a\"\nmsgid \"b\"\n", "a.po:2: a second msgid"),
    ("a.resx", "<root><data name=\"a\">\n</root>", "a.resx:2: </root> where </data> is expected"),
  ])
  func namesTheLineOfADefect(name: String, text: String, message: String) {
    #expect(waslError { _ = try KeyedFileTests.read(name, text) }?.description.hasPrefix(message) == true)
  }

  @Test func joinsByKeyAndPluralCategory() throws {
    let arabic = try KeyedFileTests.read(
      "ar.json", "{\"a\":\"نعم\",\"n_one\":\"ملف\",\"n_two\":\"ملفان\",\"n_other\":\"ملفات\",\"z\":\"وحيد\"}")
    let english = try KeyedFileTests.read(
      "en.json", "{\"n_one\":\"file\",\"n_other\":\"files\",\"a\":\"Yes\",\"q\":\"Lone\"}")
    let join = try KeyedJoin(arabic, english)
    #expect(join.pairs.records.map(\.source?.text) == ["نعم", "ملف", "ملفات"])
    #expect(join.pairs.records.map(\.target?.text) == ["Yes", "file", "files"])
    #expect(join.pairs.sides.source.language == .arabic)
    #expect(
      join.rests.map(\.text) == [
        "ar.json: left out: 1 message without a counterpart, such as 'z'; plural forms that the other language has not: 1 two",
        "en.json: left out: 1 message without a counterpart, such as 'q'",
      ])
    #expect(try KeyedJoin(english, arabic).pairs.sides.source.language == .english)
    #expect(waslError { _ = try KeyedJoin(english, english) }?.code == .input)
  }

  @Test func readsWhatIsInLatin1AndUTF16() throws {
    #expect(
      try KeyedFile(Array("a=caf\u{E9}".unicodeScalars.map { UInt8($0.value) }), name: "a.properties").messages[0].text
        == "café")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "\"a\" = \"نعم\";".utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(try KeyedFile(wide, name: "a.strings").messages[0].text == "نعم")
  }

  @Test func knowsKindsByContent() {
    func kind(_ text: String, _ name: String = "x") -> KeyedKind? { KeyedKind(Array(text.utf8), name: name) }
    #expect(kind("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<resources>") == .android)
    #expect(kind("<!DOCTYPE TS>\n<TS version=\"2.1\">") == .qt)
    #expect(kind("// c\n\"a\" = \"b\";\n") == .strings)
    #expect(kind("Prose. \"a\" = \"b\"") == nil)
    #expect(kind("<html>", "x.json") == nil)
  }
}
