/// Small inputs of every form, to be damaged.
enum Seeds {
  static let texts: [[UInt8]] =
    [
      "صباح الخير. كيف حالك؟\n\nGood morning. How are you?\n",
      "\u{FEFF}# عنوان\r\nقال د. أحمد (١٢٫٥٪): «نعم!»\r\nHeading\r\nDr. Ahmad (12.5%) said: “Yes!”\r\n",
      "1. المادة الأولى\nالنص هنا؛ ثم ينتهي…\n1. Article one\nThe text stands here; then it ends…\n",
      "ا\u{064B}\u{0651}\u{0652} a\u{301}\u{302}\u{303} \u{202E}evil\u{202C} \u{200F}. \u{2028}\u{85}\u{0C}",
    ].map { Array($0.utf8) } + [
      // Windows-1256 and UTF-16.
      [0xC7, 0xE1, 0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0xDA, 0xE1, 0xED, 0xDF, 0xE3, 0x2E, 0x0A, 0x48, 0x69, 0x2E, 0x0A],
      [0xFF, 0xFE, 0x33, 0x06, 0x44, 0x06, 0x27, 0x06, 0x45, 0x06, 0x0A, 0x00, 0x48, 0x00, 0x69, 0x00],
    ]

  static func utf8(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  static let html = utf8(
    "<!DOCTYPE html><html><head><title>x</title><script>var a = '<p>';</script></head><body><h1>عنوان</h1>"
      + "<p>نص&nbsp;أول<br>سطر &#x627; &amp;lt; &copy</p><nav><ul><li>x</ul></nav><table><tr><td>a<td>b</table>"
      + "<textarea></p></textarea><!-- c --><![CDATA[x]]></body></html>",
    "<p>a<p>b<div><svg><g/></svg><template>t</template>c</div")

  static let markdown = utf8(
    "---\ntitle: x\n---\n# عنوان\n\nنص *مائل* [رابط](http://x \"t\") `code`\n\n```swift\nlet a\n```\n"
      + "- a\n  - b\n1. c\n> d\n\n| a | b |\n|---|---|\n| c | d |\n\n![i](u) <b>x</b> **y** \\* &amp;\n***\n",
    "Heading\n===\n\n~~~\ncode\n~~~\n[a]: http://x\n\n\tcode\n")

  static let subtitles = utf8(
    "1\n00:00:01,000 --> 00:00:02,500\n<i>مرحبا</i>\n- نعم.\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}Hello\n\n",
    "WEBVTT - x\nKind: captions\n\nNOTE c\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 align:start\n<v A>Hi</v> &lt;\n"
  )

  /// Four cues that start together in both.
  static let timed: [[[UInt8]]] = [
    ["وصل القطار أخيراً.", "أين كنت؟", "كنت في البيت", "هيا بنا إلى المدينة!"],
    ["The train has arrived at last.", "Where were you?", "I was at home", "Let us go to the city!"],
  ].map { lines in
    let cues = lines.enumerated().map { number, line in
      "\(number + 1)\n00:00:0\(2 * number),000 --> 00:00:0\(2 * number + 1),500\n\(line)\n\n"
    }
    return [Array(cues.joined().utf8)]
  }

  static let glossary = utf8(
    "بيت\thome\nمجلس الأمن\tSecurity Council\nالأمم المتحدة\tUN\n", "source,target\r\n\"قطار\",train\r\n")

  static let pdf = utf8(
    "صفحة أولى\nنص طويل على\nسطرين.\n\n1\n\u{0C}رأس\nنص ثان\n2\n\u{0C}رأس\nHello world, hyphen-\nated.\n3\n\u{0C}",
    "ﻢﺣﻤﺪ ﻻ ﷲ\n\u{0C}\u{0C}")

  static let tmx = utf8(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header "
      + "srclang=\"ar\" creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" "
      + "datatype=\"plaintext\"/><body><tu tuid=\"1\"><prop type=\"x-wasl-confidence\">0.9</prop><tuv xml:lang=\"ar\">"
      + "<seg>نص &amp; <bpt i=\"1\">&lt;b&gt;</bpt>غامق<ept i=\"1\"/></seg></tuv><tuv xml:lang='en-GB'>"
      + "<seg>Text &#x41;<hi>b</hi></seg></tuv></tu><!-- c --></body></tmx>")

  static let xliff = utf8(
    "<xliff version=\"1.2\"><file original=\"a\" source-language=\"ar\" target-language=\"en\" datatype=\"plaintext\">"
      + "<body><trans-unit id=\"1\"><source>نص<g id=\"1\">x</g></source><target>Text</target><alt-trans><target>y"
      + "</target></alt-trans></trans-unit></body></file></xliff>",
    "<xliff version=\"2.0\" srcLang=\"ar\" trgLang=\"en\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\">"
      + "<unit id=\"u\"><segment><source>a<cp hex=\"0001\"/></source><target>b</target></segment><ignorable><source> "
      + "</source></ignorable></unit></file></xliff>")

  static let jsonl = utf8(
    "{\"source\":{\"text\":\"نص\",\"start\":0,\"end\":2,\"segments\":[0]},\"target\":{\"text\":\"T\\u0041\\ud83d\\ude4f\","
      + "\"start\":3,\"end\":5,\"segments\":[0,1]},\"confidence\":0.97,\"confirmed\":true}\n"
      + "{\"source\":null,\"target\":{\"text\":\"x\"},\"confidence\":1e-2}\n",
    "{\"source\":\"a\",\"target\":\"b\",\"x\":[[[{}]],null,true,-1.5e3]}\n")

  static let tsv = utf8(
    "source\ttarget\tconfidence\tsource_segments\ttarget_segments\nنص\tText\t0.9731\t0\t0,1\nآخر\t\t1.0000\t1\t\n",
    "a\tb\nc\td\n")

  static let csv = utf8(
    "\u{FEFF}source,target,confidence\r\n\"نص, و\"\"x\"\"\",\"a\nb\",0.9\r\n,gap,1\r\n", "a;b\n\"c\";d\n")

  static let ladder = utf8("[0]:[0]:0.97\n[1, 2]:[1]:1.0\n[]:[2]:0.5\n[3]:[]:0.1\n", "[0]:[0]\n[1,2,3]:[1]\n")

  static let spans = utf8("# ar_start ar_end en_start en_end (add 1447)\n0\t137\t0\t197\n138\t387\t-1\t-1\n")

  static let rungs = utf8(
    "0\t0\t0.5\n1\t1\t1.25\n3\t2\t-0.3\n4\t2\n",
    "<?xml version=\"1.0\"?><cesAlign version=\"1.0\"><linkGrp targType=\"s\" fromDoc=\"a\" toDoc=\"b\">"
      + "<link id=\"1\" xtargets=\"1 2;1\" certainty=\"0.9\"/><link xtargets=\";2\"/></linkGrp></cesAlign>")

  static let po = utf8(
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: ar\\n\"\n"
      + "\"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n%100>=3 && n%100<=10 ? 3 : 5;\\n\"\n\n"
      + "#. wasl-confidence 0.9\n#: a.c:1\nmsgctxt \"m\"\nmsgid \"Open \"\n\"file\\t\\x41\\101\"\nmsgstr \"افتح\"\n\n"
      + "msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"ملف\"\nmsgstr[1] \"ملفات\"\n\n"
      + "#, fuzzy\nmsgid \"x\"\nmsgstr \"y\"\n\n#~ msgid \"o\"\n#~ msgstr \"p\"\n",
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows-1256\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n")
  static let poTokens = [
    "msgid ", "msgstr ", "msgstr[1] ", "msgid_plural ", "\\n", "#~ ", "#, fuzzy", "charset=UTF-16", "charset=CP1256",
    "charset=UTF-7", "charset=ISO-2022-JP", "plural=", "(", "?", ":", "/", "%", "-", "*", "(0-8)*1073741824*1073741824",
    "!", "2147483647",
  ]

  /// "سلام hi\n" as gzip packs it, with one stored block.
  static let gzip: [UInt8] = {
    let text = Array("سلام hi\n".utf8)
    let count = UInt8(text.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, count, 0, ~count, 255] + text + [0, 0, 0, 0, count, 0, 0, 0]
  }()

  /// The same as zstd packs it, in a frame with a block as it is, another of one byte many times; and sixty lines that
  /// it has compressed.
  static let zstd: [[UInt8]] = {
    let text = Array("سلام hi\n".utf8)
    let header: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20]
    let raw = header + [UInt8(text.count), UInt8(text.count) << 3 | 1, 0, 0] + text
    let run = header + [200, 0x43, 0x06, 0, 0x61]
    let packed =
      "28b52ffd609005c501002402d8b3d984d8a7d985206869203120776f726420d983d984d985d8a90a32333435363008209063ebc91d7fd05d"
      + "c842195ec8120a9eb34e"
    let digits = packed.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 0) }
    let compressed = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return [raw, run, compressed, raw + compressed]
  }()

  /// A ZIP archive without compression.
  static func zip(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in files {
      let path = Array(name.utf8)
      // Method, time and checksum are zero: stored, and no reader of ours asks for the others.
      let common = number(0, 10) + number(content.count, 4) + number(content.count, 4) + number(path.count, 2)
      directory += number(0x0201_4B50, 4) + number(0, 6) + common + number(0, 12) + number(archive.count, 4) + path
      archive += number(0x0403_4B50, 4) + number(0, 4) + common + number(0, 2) + path + content
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }
}
