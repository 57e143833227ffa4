/// The words that decide where sentences end, by the hash of their bytes: both languages in one table, as the
/// script of a word tells its language.
///
/// Read once from the data files, which are part of the binary. A file has lines `class: word word …` and
/// comments from `#`. An entry in lower case stands for the word in any case, another for itself only. The full
/// stop at the end of an abbreviation is left out; tatweel and diacritics do not count.
struct SegmentationLexicon: Sendable {
  static let shared = SegmentationLexicon(files: [
    PackageResources.segmentation_ar_txt, PackageResources.segmentation_en_txt,
  ])

  /// Open addressing; a hash of 0 is a free place. The number of places is a power of two.
  private var hashes: [UInt64]
  private var classes: [WordClass]
  private(set) var count = 0

  init(files: [[UInt8]]) {
    hashes = [UInt64](repeating: 0, count: 2048)
    classes = [WordClass](repeating: [], count: 2048)
    for file in files {
      for line in file.split(separator: UInt8(ascii: "\n")) { read(line: line) }
    }
    precondition(count < hashes.count / 2, "the segmentation lexicon has outgrown its table")
  }

  private mutating func read(line: ArraySlice<UInt8>) {
    let text = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = text[..<colon]
    guard
      let known = WordClass.names.first(where: { entry in
        entry.name.withUTF8Buffer { name.elementsEqual($0) }
      })
    else {
      assertionFailure("unknown class \(String(decoding: name, as: UTF8.self))")
      return
    }
    for word in text[text.index(after: colon)...].split(separator: UInt8(ascii: " ")) {
      insert(word, known.value)
    }
  }

  private mutating func insert(_ word: ArraySlice<UInt8>, _ value: WordClass) {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    var place = Int(truncatingIfNeeded: hash.value) & (hashes.count - 1)
    while hashes[place] != 0 && hashes[place] != hash.value { place = (place + 1) & (hashes.count - 1) }
    if hashes[place] == 0 { count += 1 }
    hashes[place] = hash.value
    classes[place].insert(value)
  }

  /// The classes of the word at `range`, as it is written or in lower case.
  func classes(of range: Range<Int>, in view: ByteView) -> WordClass {
    // No entry is longer.
    if range.isEmpty || range.count > 40 { return [] }
    var (exact, folded) = (WordHash(), WordHash())
    for index in range {
      let byte = view[index]
      exact.add(byte)
      folded.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    let found = self[exact.value]
    return folded.value == exact.value ? found : found.union(self[folded.value])
  }

  private subscript(hash: UInt64) -> WordClass {
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return classes[place] }
      place = (place + 1) & (hashes.count - 1)
    }
    return []
  }
}

/// FNV-1a over the bytes of a word without tatweel and the Arabic vowel signs U+064B…0652.
private struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private var sawD9 = false

  mutating func add(_ byte: UInt8) {
    if sawD9 {
      sawD9 = false
      if byte == 0x80 || (byte >= 0x8B && byte <= 0x92) { return }
      mix(0xD9)
    } else if byte == 0xD9 {
      sawD9 = true
      return
    }
    mix(byte)
  }

  private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
