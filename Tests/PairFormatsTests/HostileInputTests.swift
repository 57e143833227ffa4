import Testing
import WaslBitext

@testable import WaslDocuments
@testable import WaslPairFormats
@testable import WaslSystemIO

/// Files made to harm whoever opens them are refused with a message, at no cost.
@Suite struct HostileInputTests {
  private func error(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)" }
    return "no error"
  }

  private static func tmx(_ type: String, _ text: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>\(type)<tmx version="1.4"><header srclang="ar"/><body><tu><tuv xml:lang="ar"><seg>\(text)</seg>\
      </tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>
      """.utf8)
  }

  @Test(arguments: [
    #"<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#,
    #"<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#,
    #"<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>"#,
    #"<!DOCTYPE tmx PUBLIC "-//x" "http://192.0.2.1/x.dtd" [<!-- "c --> <!ENTITY x "y">]>"#,
  ])
  func entitiesAreRefused(type: String) {
    for format in [Format.tmx, .xliff] {
      let message = error { _ = try PairFile(Self.tmx(type, "&x;"), name: "x", format: format) }
      #expect(message.contains("the document type declares entities"), "\(message)")
    }
  }

  @Test func undeclaredEntitiesAreUnknown() {
    let type = #"<!DOCTYPE tmx SYSTEM "http://192.0.2.1/x.dtd">"#
    #expect(error { _ = try PairFile(Self.tmx(type, "&x;"), name: "x") }.contains("the entity 'x' is unknown"))
    // The document type alone is passed over, and nothing is fetched.
    #expect(error { _ = try PairFile(Self.tmx(type, "a"), name: "x") } == "no error")
  }

  @Test func depthsAndCountsAreBounded() {
    let deep = String(repeating: "<hi>", count: 100_000)
    #expect(error { _ = try PairFile(Self.tmx("", deep), name: "x") }.contains("elements are more than 256 deep"))
    let attributes = (0...InputLimits.attributes).map { " a\($0)=\"\"" }.joined()
    #expect(
      error { _ = try PairFile(Self.tmx("", "<hi\(attributes)/>"), name: "x") }.contains("more than 1000 attributes"))
    let json = Array((String(repeating: "[", count: 100_000) + "\n").utf8)
    #expect(error { _ = try JSONL.read(json, name: "x") }.contains("nested too deeply"))
    // Depth costs markup readers nothing either.
    let html = Array(String(repeating: "<div><b>", count: 50_000).utf8)
    for format in [DocumentFormat.html, .markdown] {
      #expect(error { _ = try format.text(of: html, name: "x") } == "no error")
    }
  }

  /// An archive of one file, whose directory may lie.
  private static func archive(_ path: String, _ content: [UInt8], size: Int? = nil, method: Int = 0) -> [UInt8] {
    var archive = ZipFile()
    archive.add(path, content, size: size, method: method)
    return archive.bytes
  }

  @Test func archivesThatClaimTooMuchAreRefused() {
    let claimed = Self.archive("word/document.xml", [1], size: 0xFFFF_FFFF, method: 8)
    let message = error { _ = try DocumentFormat.docx.text(of: claimed, name: "x") }
    #expect(message.contains("'word/document.xml' unpacks to more than 1024 MB"), "\(message)")
    #expect(message.contains("WASL_MAX_INPUT_MB="))
  }

  /// Deflate's smallest form of a million zeros and more: it unpacks a thousandfold.
  @Test func unpackingStopsAtTheLimit() throws {
    // A block of fixed codes: a literal 0, then length 258 at distance 1 over and over.
    var bits: [UInt8] = []
    func put(_ value: Int, _ count: Int) { for bit in (0..<count).reversed() { bits.append(UInt8(value >> bit & 1)) } }
    bits += [1, 1, 0]
    put(0x30, 8)
    for _ in 0..<4_000 {
      put(0b11000101, 8)
      put(0, 5)
    }
    put(0, 7)
    var packed = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() { packed[index / 8] |= bit << UInt8(index % 8) }
    let whole = try Compression.inflate(packed[...], windowBits: -15, limit: 2_000_000, name: "x")
    #expect(whole.count == 1 + 4_000 * 258)
    let message = error { _ = try Compression.inflate(packed[...], windowBits: -15, limit: 500_000, name: "x") }
    #expect(message.contains("it unpacks to more than"), "\(message)")
  }

  /// Paths in an archive name entries, never files.
  @Test(arguments: ["../../../../etc/passwd", "/etc/passwd", "..%2f..%2fetc/passwd", "file:///etc/passwd"])
  func pathsLeadNowhere(path: String) throws {
    let container = Array("<c><rootfile full-path=\"\(path)\"/></c>".utf8)
    let message = error {
      _ = try DocumentFormat.epub.text(of: Self.archive("META-INF/container.xml", container), name: "x")
    }
    #expect(message.contains("no '\(path)' in it"), "\(message)")
    #expect(error { _ = try DocumentFormat.docx.text(of: Self.archive(path, [0x61]), name: "x") }.contains("no 'word/"))
  }

  /// An EPUB whose chapter is in another encoding than it must be.
  @Test func badBytesInChaptersAreRefused() {
    // Found by wasl-fuzz: the text was not valid UTF-8.
    var archive = ZipFile()
    archive.add("META-INF/container.xml", Array("<c><rootfile full-path=\"p\"/></c>".utf8))
    archive.add("p", Array("<p><item id=\"a\" href=\"c\"/><itemref idref=\"a\"/></p>".utf8))
    archive.add("c", Array("<p>".utf8) + [0xC7, 0xE1, 0xFF])
    #expect(error { _ = try DocumentFormat.epub.text(of: archive.bytes, name: "x") }.contains("not valid UTF-8"))
  }

  /// Found by hand: each tag looked for its end as far as the line's.
  @Test(arguments: ["<a", "{\\", "<", "&", "<a>", "{\\b}"]) func unclosedTagsOfCuesAreRead(piece: String) throws {
    let cue = "1\n00:00:01,000 --> 00:00:02,000\n" + String(repeating: piece, count: 300_000) + " نعم\n"
    let text = String(decoding: try DocumentFormat.srt.text(of: Array(cue.utf8), name: "x"), as: UTF8.self)
    #expect(text.hasSuffix("نعم") || text.hasSuffix("نعم\n"))
    // What is no tag is text.
    let isTag = piece.hasSuffix(">") || piece.hasSuffix("}")
    #expect(text.utf8.count > (isTag ? 3 : 300_000))
  }

  /// Found by hand: sums of offsets and numbers one before the first overflowed.
  @Test(arguments: ["1099511627777", "9223372036854775807", "-9223372036854775808", "99999999999999999999"])
  func absurdNumbersAreRefused(number: String) {
    let xces = "<cesAlign><linkGrp><link xtargets=\"\(number);1\"/></linkGrp></cesAlign>"
    let rungs = "0\t0\t0\n\(number)\t1\t0\n"
    for file in [xces, rungs, "[\(number)]:[0]\n"] {
      #expect(error { _ = try LadderFile(anyForm: Array(file.utf8), name: "x") } != "no error", "\(file)")
    }
    #expect(error { _ = try SpanFile(Array("0\t\(number)\t0\t1\n".utf8), name: "x") }.contains("x:1"))
    let side = #"{"text":"a","start":0,"end":\#(number)}"#
    #expect(
      error { _ = try JSONL.read(Array(#"{"source":\#(side),"target":null}"#.utf8), name: "x") }.contains("not a span"))
  }

  @Test func pairsWithoutTextAreLeftOut() throws {
    // Found by wasl-fuzz: what was written of it as TSV could not be read.
    let lines =
      #"{"source":{"text":""},"target":{"text":""}}"# + "\n" + #"{"source":{"text":"a"},"target":null}"# + "\n"
    let file = try PairFile(Array(lines.utf8), name: "x", format: .jsonl)
    #expect(file.records.count == 1)
    #expect(file.leftOut == [.init(line: 1, reason: "both texts are empty")])
  }
}

/// A ZIP archive of files as they are given.
private struct ZipFile {
  private var entries: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  private func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }

  mutating func add(_ path: String, _ content: [UInt8], size: Int? = nil, method: Int = 0) {
    let name = Array(path.utf8)
    let common =
      number(method, 2) + number(0, 8) + number(content.count, 4) + number(size ?? content.count, 4)
      + number(name.count, 2)
    directory += number(0x0201_4B50, 4) + number(0, 6) + common + number(0, 12) + number(entries.count, 4) + name
    entries += number(0x0403_4B50, 4) + number(0, 4) + common + number(0, 2) + name + content
    count += 1
  }

  var bytes: [UInt8] {
    entries + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(entries.count, 4) + number(0, 2)
  }
}
