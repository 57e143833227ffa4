/// Seeded random text over an alphabet of all that makes Arabic and English text hard.
public struct RandomText {
  private var random: SeededRandom

  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Groups are chosen with equal chance, so that no block drowns the others.
  private static let groups: [[ClosedRange<UInt32>]] = [
    [0x627...0x628, 0x62A...0x63A, 0x641...0x64A], [0x621...0x627], [0x61...0x7A], [0x20...0x20], [0x20...0x20],
    [0x41...0x5A], [0x30...0x39], [0x660...0x669], [0x6F0...0x6F9], [0x64B...0x655], [0x600...0x6FF], [0x640...0x640],
    [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], [0x2E...0x2E, 0x3A...0x3A, 0x2C...0x2C, 0x27...0x27],
    [0x60C...0x60C, 0x66B...0x66C, 0x61B...0x61B, 0x61F...0x61F], [0x200B...0x200F, 0x2060...0x2060, 0xFEFF...0xFEFF],
    [0x202A...0x202E, 0x2066...0x2069, 0x61C...0x61C], [0x2010...0x203A], [0x654...0x655, 0x649...0x649],
    [0x647...0x648, 0x6CC...0x6CC, 0x6C0...0x6C3, 0x6D2...0x6D5], [0xFB50...0xFBB1],
    [0xFC5E...0xFC63, 0xFDF0...0xFDFD],
    [0xFE70...0xFEFC], [0x300...0x344], [0xC0...0x17F], [0xA0...0xBF], [0x1F600...0x1F64F, 0x1F1E6...0x1F1FF],
    [0x4E00...0x4E20, 0x3041...0x3060, 0x30A1...0x30C0], [0x5D0...0x5EA, 0x5B0...0x5BC], [0x898...0x8FF],
    [0x0A...0x0A, 0x0D...0x0D, 0x09...0x09, 0x85...0x85, 0x2028...0x2029], [0xFF01...0xFF5E], [0x1100...0x1175],
    [0x391...0x3C9, 0x410...0x44F], [0xD7F0...0xD7FF, 0xE000...0xE00F, 0xFDD0...0xFDEF],
    [0x966...0x96F, 0x1D7CE...0x1D7FF, 0xFF10...0xFF19],
    [0x10FFFE...0x10FFFF, 0xFFFD...0xFFFD, 0x1...0x1F], [0xE01...0xE3A],
  ]

  /// Up to `most` scalars; each text takes its own few groups, so that neighbours meet often.
  public mutating func scalars(most: Int = 24) -> [UInt32] {
    let chosen = (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.groups.randomElement(using: &random)! }
    return (0..<Int.random(in: 0...most, using: &random)).map { _ in
      UInt32.random(in: chosen.randomElement(using: &random)!.randomElement(using: &random)!, using: &random)
    }
  }

  public mutating func bytes(most: Int = 24) -> [UInt8] {
    var unicode = String.UnicodeScalarView()
    for scalar in scalars(most: most) { unicode.append(Unicode.Scalar(scalar)!) }
    return Array(String(unicode).utf8)
  }

  /// Text with some bytes changed or cut off.
  public mutating func damagedBytes(most: Int = 24) -> [UInt8] {
    var bytes = bytes(most: most)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes.remove(at: index)
      } else {
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  public mutating func integer(in range: ClosedRange<UInt64>) -> UInt64 { UInt64.random(in: range, using: &random) }

  /// Some of the texts with bytes changed, left out, said twice, or put together from two.
  public mutating func mutation(of seeds: [[UInt8]]) -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let (one, other) = (
        Int.random(in: 0..<bytes.count, using: &random), Int.random(in: 0..<bytes.count, using: &random)
      )
      let range = min(one, other)..<min(max(one, other), min(one, other) + 40)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[one] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(range)
      case 2: bytes.insert(contentsOf: bytes[range], at: one)
      case 3: bytes.insert(contentsOf: self.bytes(most: 3), at: one)
      default: bytes.insert(contentsOf: (seeds.randomElement(using: &random) ?? []).prefix(40), at: one)
      }
    }
    return bytes
  }
}
