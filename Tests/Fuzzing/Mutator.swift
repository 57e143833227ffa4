import WaslBitext

/// What mutations draw.
extension SplitMix64 {
  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int.random(in: 0..<limit, using: &self) : 0 }

  mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }

  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
}

/// Damages input as transmission, editors and attackers do.
struct Mutator {
  /// What is put in besides bytes of the input itself.
  var tokens: [[UInt8]]

  init(_ tokens: [String] = []) { self.tokens = tokens.map { Array($0.utf8) } + Mutator.common }

  /// Pieces that trouble readers of any form.
  private static let common: [[UInt8]] = [
    [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80],
    [0xE2, 0x80], [0x0D], [0x0A], [0x0D, 0x0A], [0x09], [0x1F, 0x8B, 8], [0xC7, 0xE1, 0xD3], [0xE2, 0x80, 0xAE],
    Array("9223372036854775807".utf8), Array("-1".utf8), Array("99999999999999999999".utf8), Array("1e999".utf8),
    Array("NaN".utf8), Array("0".utf8), Array("\"".utf8), Array("<".utf8), Array(">".utf8), Array("&".utf8),
    Array("]".utf8), Array("[".utf8), Array("{".utf8), Array("\\".utf8), Array("\u{2028}".utf8), Array("\u{85}".utf8),
    Array("كلمة".utf8), Array("word ".utf8), Array("\u{064B}\u{0651}".utf8), Array("e\u{301}".utf8), Array("🙏🏽".utf8),
  ]

  /// A few changes to one of the seeds, often none to most of it.
  func mutated(_ seeds: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = random.pick(seeds)
    for _ in 0..<(1 + random.below(random.chance(4) ? 40 : 6)) { change(&bytes, seeds, &random) }
    return bytes.count > 1 << 16 ? Array(bytes[..<(1 << 16)]) : bytes
  }

  private func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ random: inout SplitMix64) {
    let place = random.below(bytes.count + 1)
    let length = min(bytes.count - place, 1 + random.below(random.chance(5) ? 400 : 12))
    switch random.below(10) {
    case 0: if place < bytes.count { bytes[place] ^= UInt8(1) << UInt8(random.below(8)) }
    case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
    case 2, 3: bytes.insert(contentsOf: random.pick(tokens), at: place)
    case 4: bytes.removeSubrange(place..<place + length)
    case 5: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: random.below(bytes.count + 1))
    case 6:
      // The same piece many times.
      let piece = length > 0 ? Array(bytes[place..<place + length]) : random.pick(tokens)
      let times = random.below(random.chance(8) ? 600 : 8)
      bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: place)
    case 7:
      let other = random.pick(seeds)
      let start = random.below(other.count + 1)
      let end = min(other.count, start + 1 + random.below(200))
      bytes.replaceSubrange(place..<place + length, with: other[start..<end])
    case 8: if random.chance(6) { bytes.removeSubrange(place...) }
    default:
      // A number becomes another one.
      guard let digit = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
      let end = bytes[digit...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      let number = [0, 1, 255, 65_536, Int(Int32.max), Int.max, random.below(100)][random.below(7)]
      bytes.replaceSubrange(digit..<end, with: Array(String(number).utf8))
    }
  }
}
