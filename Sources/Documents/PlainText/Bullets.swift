/// Bullets that have lost their lines, as programs that read PDF leave them.
enum Bullets {
  /// Moves line ends so that each bullet starts the line of what follows it: a line end becomes a space, or a space a
  /// line end. No character is added or taken away.
  ///
  /// - Returns: how many bullets were moved.
  static func repair(_ bytes: inout [UInt8], _ lines: [TextLine]) -> Int {
    guard
      lines.contains(where: { line in line.range.count >= 3 && TextLine.isBulletLead(bytes[line.range.lowerBound]) })
    else { return 0 }
    var count = 0
    // One bullet is an ornament; two make a list.
    var bulletCount = 0
    for line in lines where !line.isBlank && isBullet(bytes, line) { bulletCount += 1 }
    let isList = bulletCount > 1
    for (number, line) in lines.enumerated() where !line.isBlank {
      let text = String(decoding: bytes[line.range], as: UTF8.self)
      guard let first = text.first, TextLine.bullets.contains(first) else { continue }
      if text.count == 1 {
        guard isList else { continue }
        guard let next = lines[(number + 1)...].prefix(4).firstIndex(where: { !$0.isBlank }),
          !lines[next].startsItem
        else { continue }
        for index in line.range.upperBound..<lines[next].range.lowerBound { bytes[index] = 0x20 }
        count += 1
      } else {
        count += separate(first, &bytes, line.range)
      }
    }
    return count
  }

  private static func isBullet(_ bytes: [UInt8], _ line: TextLine) -> Bool {
    String(decoding: bytes[line.range], as: UTF8.self).first.map { TextLine.bullets.contains($0) } ?? false
  }

  /// Gives each further bullet of a line a line of its own.
  private static func separate(_ bullet: Character, _ bytes: inout [UInt8], _ range: Range<Int>) -> Int {
    let mark = [0x20] + Array(String(bullet).utf8) + [0x20]
    guard range.count > mark.count else { return 0 }
    var count = 0
    for index in range.lowerBound..<range.upperBound - mark.count where bytes[index] == 0x20 {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        bytes[index] = 0x0A
        count += 1
      }
    }
    return count
  }
}

extension TextLine {
  /// Whether a byte may begin a bullet: all are in U+2000…U+2FFF.
  static func isBulletLead(_ byte: UInt8) -> Bool { byte == 0xE2 }
}
