import Foundation
import TestSupport
import Testing
import WaslBitext
import WaslSyntax
import WaslSystemIO

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSON { try parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) throws -> JSON {
    try JSON(parsing: bytes, 0..<bytes.count, at: .init(file: "x"))
  }

  @Test func readsEveryKindOfValue() throws {
    let value = try parse(#" {"a" : [1, -0.5e+2, true, false, null, "\u00e9\ud83d\ude00\/\b"], "a\n": {}, "b":[]} "#)
    #expect(
      value == [
        "a": [1, -50, true, false, .null, "é😀/\u{8}"], "a\n": [:], "b": [],
      ])
    #expect(value["b"]?.array == [])
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "tru", "nul", "01", "1.", ".5", "+1",
    "1e", "-",
    "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\u{1}\"", "1 2", "[1}", "NaN",
    "Infinity", "1e999", "'a'",
  ])
  func refusesWhatIsNotJSON(text: String) {
    #expect(waslError { _ = try parse(text) }?.code == .format)
  }

  @Test func survivesDeepNesting() {
    #expect(waslError { _ = try parse(String(repeating: "[", count: 1_000_000)) }?.code == .format)
  }

  @Test(arguments: 0..<300)
  func writesWhatItReadsAndFoundationAgrees(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    let value = JSON.random(depth: 4, using: &generator)
    var sink = ByteSink()
    value.write(to: &sink)
    #expect(try parse(sink.bytes) == value)
    let foreign = try JSONSerialization.jsonObject(with: Data(sink.bytes), options: .fragmentsAllowed)
    let written = try JSONSerialization.data(withJSONObject: foreign, options: [.fragmentsAllowed, .sortedKeys])
    #expect(try parse(Array(written)).comparable == value.comparable)
  }

  /// A damaged text must give an error or a value, and whatever is accepted Foundation accepts too.
  @Test(arguments: 0..<300)
  func damagedTextNeverCrashes(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(truncatingIfNeeded: seed))
    var sink = ByteSink()
    JSON.random(depth: 3, using: &generator).write(to: &sink)
    var bytes = sink.bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.insert(Array("{}[],:\"\\ue0-".utf8).randomElement(using: &generator)!, at: index)
      }
    }
    if (try? parse(bytes)) != nil {
      #expect(throws: Never.self) {
        _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      }
    }
  }
}

extension JSON {
  static func random(depth: Int, using generator: inout SplitMix64) -> JSON {
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in nastyPieces.randomElement(using: &generator)! }.joined()
    }
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .number(Double(Int.random(in: -1_000_000...1_000_000, using: &generator)))
    case 3: return .number(Double.random(in: -1...1, using: &generator))
    case 4: return .string(text())
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &generator)).map { index in
          .init("\(index)" + text(), random(depth: depth - 1, using: &generator))
        })
    }
  }

  /// With members in the order of their names, and without U+FEFF, which Foundation drops at a string's end.
  var comparable: JSON {
    func text(_ text: String) -> String {
      var result = ""
      result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { $0 != "\u{FEFF}" })
      return result
    }
    switch self {
    case .string(let string): return .string(text(string))
    case .array(let values): return .array(values.map(\.comparable))
    case .object(let members):
      let comparable = members.map { Member(text($0.name), $0.value.comparable) }
      return .object(comparable.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    default: return self
    }
  }
}
