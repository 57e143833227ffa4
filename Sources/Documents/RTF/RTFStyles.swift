internal import WaslBitext

/// The paragraph styles of an RTF file, as far as they say what a paragraph is.
struct RTFStyles {
  private var kinds: [Int: Block.Kind] = [:]
  private var current: Int?
  private var level: Int?
  private var name = ""

  mutating func beginStyle() { (current, level, name) = (0, nil, "") }

  mutating func read(_ word: String, _ number: Int?) {
    switch word {
    case "s": current = number ?? 0
    // Of characters, sections and tables.
    case "cs", "ds", "ts": current = nil
    case "outlinelevel": level = number
    default: break
    }
  }

  mutating func read(_ byte: UInt8) { name.unicodeScalars.append(Unicode.Scalar(byte)) }

  mutating func endStyle() {
    guard let current else { return }
    var text = name.prefix { $0 != ";" && $0 != "," }.lowercased()[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    if let level, (0...8).contains(level) {
      kinds[current] = .heading(level: level + 1)
    } else if text.hasPrefix("heading "), let level = Int(text.dropFirst(8)), (1...9).contains(level) {
      kinds[current] = .heading(level: level)
    } else if text == "title" {
      kinds[current] = .heading(level: 1)
    } else if text == "caption" {
      kinds[current] = .caption
    }
    self.current = nil
  }

  func kind(_ style: Int) -> Block.Kind { kinds[style] ?? .paragraph }
}
