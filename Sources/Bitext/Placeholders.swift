/// The places in a message where a program puts a value: `%1$s`, `%(name)s`, `{name}`, `{{name}}`, `${name}`, `$NAME$`.
///
/// Known are the forms of printf with those of Apple (`%@`), Qt (`%n`, `%1`, `%L1`), Python (`%(name)s`, `{0:.2f}`) and
/// Ruby (`%{name}`); of ICU MessageFormat, Fluent (`{ $name }`), i18next (`{{name}}`, `$t(key)`), shells (`${name}`) and
/// Chrome (`$NAME$`). A plural or select of MessageFormat is none, for it holds text.
public enum Placeholders {
  /// Longer ones are text in braces.
  private static let mostBytes = 64

  /// - Parameter bytes: UTF-8.
  /// - Returns: byte ranges in rising order that do not overlap.
  public static func ranges(in bytes: some RandomAccessCollection<UInt8>) -> [Range<Int>] {
    let bytes = Array(bytes)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let end = selectionEnd(bytes, index) {
        index = end
        continue
      }
      guard let end = end(bytes, index), end > index else {
        // A percent sign that stands for itself hides no placeholder in its second half.
        index += bytes[index] == percent && index + 1 < bytes.count && bytes[index + 1] == percent ? 2 : 1
        continue
      }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  /// The placeholders themselves, in the order of the text.
  public static func list(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether the whole text is one placeholder.
  public static func isPlaceholder(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !bytes.isEmpty && bytes.count <= mostBytes && end(bytes, 0) == bytes.count
  }

  private static let percent = UInt8(ascii: "%")

  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    switch bytes[start] {
    case percent: percentEnd(bytes, start)
    case UInt8(ascii: "{"): braceEnd(bytes, start)
    case UInt8(ascii: "#"): next(bytes, start, is: "{") ? bracedName(bytes, start + 1) : nil
    case UInt8(ascii: "$"): dollarEnd(bytes, start)
    default: nil
    }
  }

  // MARK: Percent

  private static func percentEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    if at(index) == UInt8(ascii: "{") { return bracedName(bytes, index) }
    if at(index) == UInt8(ascii: "(") {
      guard let close = bytes[index...].prefix(mostBytes).firstIndex(of: UInt8(ascii: ")")), close > index + 1 else {
        return nil
      }
      index = close + 1
    }
    // Qt's `%L1` and `%1`; printf's position `%1$s`.
    let digitsStart = at(index) == UInt8(ascii: "L") && isDigit(at(index + 1)) ? index + 1 : index
    var digits = digitsStart
    while isDigit(at(digits)) { digits += 1 }
    let hasPosition = digits > index && at(digits) == UInt8(ascii: "$")
    if hasPosition { index = digits + 1 }
    var place = index
    while "-+0#'".utf8.contains(at(place)) { place += 1 }
    while isDigit(at(place)) || at(place) == UInt8(ascii: "*") { place += 1 }
    if at(place) == UInt8(ascii: ".") {
      place += 1
      while isDigit(at(place)) || at(place) == UInt8(ascii: "*") { place += 1 }
    }
    let modifiers = place
    while "hlLqjzt".utf8.contains(at(place)), place < modifiers + 2 { place += 1 }
    if "diouxXeEfFgGaAcCsSpn@".utf8.contains(at(place)) {
      // "100%sure" is a word after a percentage.
      let isPercentage = start > 0 && isDigit(bytes[start - 1]) && isLetter(at(place + 1))
      return isPercentage ? nil : place + 1
    }
    let isArgument = digits > digitsStart && digits - digitsStart <= 2 && !hasPosition
    // "%20" after a letter or a slash is an octet of an address.
    return isArgument && !(start > 0 && (isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/")))
      ? digits : nil
  }

  // MARK: Braces and dollars

  private static func braceEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard next(bytes, start, is: "{") else { return bracedName(bytes, start) }
    guard let inner = bracedName(bytes, start + 1), inner < bytes.count, bytes[inner] == UInt8(ascii: "}") else {
      return nil
    }
    return inner + 1
  }

  /// From an opening brace past the closing one: a name or number, and what a format may say after it.
  private static func bracedName(_ bytes: [UInt8], _ open: Int) -> Int? {
    guard let close = bytes[open...].prefix(mostBytes).firstIndex(of: UInt8(ascii: "}")) else { return nil }
    var name = bytes[(open + 1)..<close]
    while name.first == 0x20 { name.removeFirst() }
    while name.last == 0x20 { name.removeLast() }
    if name.first == UInt8(ascii: "$") { name.removeFirst() }
    let head = name.prefix { isLetter($0) || isDigit($0) || "_.-[]@".utf8.contains($0) }
    let rest = name[head.endIndex...]
    let allowsRest = rest.isEmpty || (":!,|".utf8.contains(rest.first ?? 0) && !rest.contains(UInt8(ascii: "{")))
    // `{}` of Python and Rust.
    let isName = head.isEmpty ? name.isEmpty && close == open + 1 : true
    return isName && allowsRest ? close + 1 : nil
  }

  /// Past a plural or select of MessageFormat: `{count, plural, one{…} other{…}}`.
  private static func selectionEnd(_ bytes: [UInt8], _ open: Int) -> Int? {
    guard bytes[open] == UInt8(ascii: "{") else { return nil }
    let parts = bytes[(open + 1)...].prefix(mostBytes).split(separator: UInt8(ascii: ","), maxSplits: 2)
    guard parts.count == 3, !parts[0].contains(UInt8(ascii: "}")) else { return nil }
    let kind = String(decoding: parts[1].filter { $0 != 0x20 }, as: UTF8.self)
    guard ["plural", "select", "selectordinal"].contains(kind) else { return nil }
    var depth = 0
    for index in open..<bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  private static func dollarEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    if next(bytes, start, is: "{") { return bracedName(bytes, start + 1) }
    if next(bytes, start, is: "t"), start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "(") {
      return bytes[start...].prefix(mostBytes).firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
    }
    let name = bytes[(start + 1)...].prefix(mostBytes).prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    guard let first = name.first, isLetter(first), name.endIndex < bytes.count,
      bytes[name.endIndex] == UInt8(ascii: "$")
    else { return nil }
    return name.endIndex + 1
  }

  private static func next(_ bytes: [UInt8], _ index: Int, is character: Unicode.Scalar) -> Bool {
    index + 1 < bytes.count && UInt32(bytes[index + 1]) == character.value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
