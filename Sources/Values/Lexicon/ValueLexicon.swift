/// The words of both languages that are parts of values, by the hash of their folded letters: the script of a word tells
/// its language.
struct ValueLexicon: Sendable {
  struct Entry: Sendable {
    var role: Role
    var number: Int64
  }

  static let shared = ValueLexicon([
    PackageResources.values_ar_txt, PackageResources.values_en_txt, PackageResources.values_txt,
  ])

  private struct Place: Sendable {
    /// 0 for a free place.
    var hash: UInt64 = 0
    var entries: [Entry] = []
    /// Words that a longest phrase has that starts here.
    var phrase = 1
  }

  private var places: [Place]
  /// By 16 bits of the hash, whether any word has them.
  private var filter: [UInt64]

  init(_ files: [[UInt8]]) {
    places = Array(repeating: Place(), count: 8192)
    filter = Array(repeating: 0, count: 1024)
    for file in files {
      for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") { read(line) }
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let head = line[..<colon].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 2, let role = Role(rawValue: head[0]), let number = Int64(head[1]) else {
      preconditionFailure("a line of the value lists has no role and number")
    }
    for item in line[(colon + 1)...].split(separator: UInt8(ascii: ",")) {
      let words = item.split(separator: UInt8(ascii: " ")).map(FoldedWord.hash)
      guard let first = words.first else { continue }
      var hash = first
      for word in words.dropFirst() { hash = Self.joined(hash, word) }
      if words.count > 1 {
        let place = self.place(adding: first)
        places[place].phrase = max(places[place].phrase, words.count)
      }
      let place = self.place(adding: hash)
      if !places[place].entries.contains(where: { $0.role == role && $0.number == number }) {
        places[place].entries.append(Entry(role: role, number: number))
      }
    }
  }

  /// The hash of a phrase and the word after it.
  static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    (phrase &* 0x9E37_79B9_7F4A_7C15) ^ (word << 7 | word >> 57)
  }

  private mutating func place(adding hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place].hash != 0 && places[place].hash != hash { place = (place + 1) & (places.count - 1) }
    places[place].hash = hash
    filter[Int(hash >> 48) >> 6] |= 1 << (hash >> 48 & 63)
    return place
  }

  /// The number of a word's place, nil for words that are part of no value.
  @inline(__always)
  func place(of hash: UInt64) -> Int? {
    let bits = hash >> 48
    if filter[Int(bits >> 6)] >> (bits & 63) & 1 == 0 { return nil }
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place].hash != 0 {
      if places[place].hash == hash { return place }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  func entries(_ place: Int) -> [Entry] { places[place].entries }

  func phrase(_ place: Int) -> Int { places[place].phrase }

  func number(_ place: Int, _ role: Role) -> Int64? { places[place].entries.first { $0.role == role }?.number }
}
