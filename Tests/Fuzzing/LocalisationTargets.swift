import WaslBitext
import WaslPairFormats

extension FuzzTarget {
  /// Localisation files of each kind, and pairs of two of them.
  static let localisation: [FuzzTarget] = KeyedKind.allCases.map { kind in
    FuzzTarget(
      "keyed-\(kind.rawValue)", seeds[kind] ?? [], tokens: ["<", "\"", "\\u", "{", "}", "=", ":", "\n  ", "[", "one"]
    ) { bytes in
      let file = try KeyedFile(bytes, name: "fuzz", kind: kind)
      for message in file.messages {
        try require(message.line > 0 && !message.text.isEmpty || message.content.hasCodes, "an empty message")
      }
      guard let join = try? KeyedJoin(file, file) else { return }
      try require(join.rests.allSatisfy { $0.text == nil }, "a file is not its own counterpart")
    }
  }

  private static let seeds: [KeyedKind: [[UInt8]]] = [
    .android: Seeds.utf8(
      "<resources><string name=\"a\">It\\'s <b>x</b> %1$s \\u0627</string><plurals name=\"p\"><item quantity=\"one\">d</item>"
        + "</plurals><string-array name=\"l\"><item>a</item></string-array></resources>"),
    .strings: Seeds.utf8("/* c */ \"a\" = \"b\\n\\U0627\"; // d\nk = \"v\";\n"),
    .stringsdict: Seeds.utf8(
      "<plist><dict><key>f</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string><key>n</key><dict>"
        + "<key>one</key><string>x</string><key>other</key><string>y</string></dict></dict></dict></plist>"),
    .resx: Seeds.utf8("<root><data name=\"a\"><value>b</value><comment>c</comment></data></root>"),
    .arb: Seeds.utf8("{\"@@locale\":\"ar\",\"a\":\"{n, plural, one{x} other{y}}\",\"@a\":{\"description\":\"d\"}}"),
    .json: Seeds.utf8("{\"a\":{\"b\":[\"c\",1]},\"k_one\":\"x\",\"k_other\":\"y\"}"),
    .yaml: Seeds.utf8("ar:\n  a: \"b\\u0627\"\n  c: &x |\n    d\n  e: *x\n  f: [g, {h: i}]\n  n: {one: a, other: b}\n"),
    .properties: Seeds.utf8("# c\na = b \\\n  d\\u0627\nk:v\n"),
    .fluent: Seeds.utf8("a = b { $c }\n    .d = e\nf = { $n ->\n    [one] g\n   *[other] h\n  }\n# c\n-t = x\n"),
    .po: Seeds.po,
    .qt: Seeds.utf8(
      "<TS language=\"ar\"><context><name>C</name><message numerus=\"yes\"><source>%n a</source><translation><numerusform>x"
        + "</numerusform></translation></message><message><source>b<byte value=\"x41\"/></source>"
        + "<translation type=\"unfinished\"/></message></context></TS>"),
  ]
}
