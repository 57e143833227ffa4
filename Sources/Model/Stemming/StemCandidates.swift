package import WaslBitext
internal import WaslText

/// The stems that a key may have, each with what it costs to believe in it.
///
/// A light analysis without a dictionary is ambiguous (`وجد` is "he found" or "and a grandfather"), so
/// every reading is offered, and the model's counts decide which one is a word. Costs are in the unit of a
/// natural logarithm of counts; the whole key costs nothing.
package struct StemCandidates {
  private var buffer: [UInt8] = []

  package init() {}

  /// Calls `body` with each candidate's bytes and cost; the key itself first.
  package mutating func forEach(
    _ key: Span<UInt8>, _ language: Language, _ body: (UnsafeRawBufferPointer, Float) -> Void
  ) {
    key.withUnsafeBytes { key in
      body(key, 0)
      guard let first = key.first else { return }
      if first >= 0x80 && language == .arabic {
        arabic(key, body)
      } else if first < 0x80 {
        english(key, body)
      }
    }
  }

  // MARK: Arabic

  /// Proclitics: conjunctions و ف, prepositions ب ل ك, the future's س, the article, and what they make together.
  private static let prefixes: [(letters: [UInt8], cost: Float)] = [
    "وبال", "فبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "فلل", "لل", "ال", "وب", "ول", "وس", "فس", "وك", "فب",
    "فل", "و", "ف", "ب", "ل", "ك", "س",
  ].map { prefix in
    let article = prefix.hasSuffix("ال") || prefix.hasSuffix("لل")
    return (Array(prefix.utf8), article ? 0.24 : 0.84 + 0.36 * Float(prefix.unicodeScalars.count))
  }

  /// Suffixed pronouns, and the endings of gender, number and person; keys write ة as ه.
  private static let suffixes: [(letters: [UInt8], cost: Float, feminine: Bool)] = [
    "تهما", "تها", "تهم", "اتها", "اتهم", "اته", "ونها", "هما", "كما", "تان", "تين", "تنا", "ها", "هم", "هن", "كم",
    "نا",
    "ون", "ين", "ان", "ات", "وا", "يه", "ته", "ه", "ي", "ك", "ت", "ا",
  ].map { suffix in
    let letters = suffix.unicodeScalars.count
    // What the feminine ending becomes before a suffix is written ه without one.
    let feminine = suffix == "ات" || suffix.hasPrefix("ت")
    return (Array(suffix.utf8), 1.08 + 0.3 * Float(letters), feminine)
  }

  private mutating func arabic(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, Float) -> Void) {
    arabicEndings(key, cost: 0, body)
    for prefix in Self.prefixes {
      // At least two letters remain, three after a single one: two bytes each.
      let least = prefix.letters.count == 2 ? 6 : 4
      guard key.count - prefix.letters.count >= least, holds(key, at: 0, prefix.letters) else { continue }
      let base = UnsafeRawBufferPointer(rebasing: key[prefix.letters.count...])
      body(base, prefix.cost)
      arabicEndings(base, cost: prefix.cost, body)
    }
  }

  private mutating func arabicEndings(
    _ base: UnsafeRawBufferPointer, cost: Float, _ body: (UnsafeRawBufferPointer, Float) -> Void
  ) {
    for suffix in Self.suffixes {
      let length = base.count - suffix.letters.count
      guard length >= 6, holds(base, at: length, suffix.letters) else { continue }
      let stem = UnsafeRawBufferPointer(rebasing: base[..<length])
      body(stem, cost + suffix.cost)
      if suffix.feminine {
        replace(stem, dropping: 0, with: "ه")
        buffer.withUnsafeBytes { body($0, cost + suffix.cost) }
      }
    }
  }

  // MARK: English

  private static let irregular = IrregularForms.english

  private mutating func english(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, Float) -> Void) {
    if let base = Self.irregular[KeyHash.hash(key)] {
      // A listed form is no guess.
      base.withUnsafeBytes { body($0, -100) }
      return
    }
    let count = key.count
    func ends(_ suffix: StaticString) -> Bool {
      count >= suffix.utf8CodeUnitCount
        && memcmpEqual(key.baseAddress! + count - suffix.utf8CodeUnitCount, suffix)
    }
    func offer(_ drop: Int, _ ending: StaticString, _ cost: Float) {
      guard count - drop >= 2 else { return }
      replace(key, dropping: drop, with: ending)
      buffer.withUnsafeBytes { body($0, cost) }
    }
    func doubled(before suffix: Int) -> Bool {
      count >= suffix + 2 && key[count - suffix - 1] == key[count - suffix - 2]
    }
    if ends("ies") { offer(3, "y", 0.5) }
    if ends("es") {
      offer(2, "", 0.6)
      offer(1, "", 0.4)
    } else if ends("s"), !ends("ss") {
      offer(1, "", 0.4)
    }
    if ends("ied") { offer(3, "y", 0.6) }
    if ends("ed") {
      offer(2, "", 0.7)
      offer(1, "", 0.7)
      if count > 5, doubled(before: 2) { offer(3, "", 0.7) }
    }
    if ends("ing"), count > 5 {
      offer(3, "", 0.8)
      offer(3, "e", 0.8)
      if doubled(before: 3) { offer(4, "", 0.8) }
    }
    if ends("ly"), count > 5 { offer(2, "", 1.5) }
  }

  private mutating func replace(_ bytes: UnsafeRawBufferPointer, dropping count: Int, with ending: StaticString) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: bytes[..<(bytes.count - count)])
    ending.withUTF8Buffer { buffer.append(contentsOf: $0) }
  }
}

/// Whether bytes stand at a place inside the key, and inside it ends.
@inline(__always)
private func holds(_ key: UnsafeRawBufferPointer, at place: Int, _ bytes: [UInt8]) -> Bool {
  for index in bytes.indices where key[place + index] != bytes[index] { return false }
  return true
}

private func memcmpEqual(_ bytes: UnsafeRawPointer, _ text: StaticString) -> Bool {
  text.withUTF8Buffer { UnsafeRawBufferPointer(start: bytes, count: $0.count).elementsEqual($0) }
}
