/// The Unicode values that a glyph's name stands for.
///
/// Source: the Adobe Glyph List for New Fonts and its rules for `uniXXXX` and compound names; the `afii` names of the
/// older Adobe Glyph List; and the customs of Arabic fonts (`beh-ar.init`, `behinitialarabic`).
enum GlyphNames {
  /// - Returns: nil for a name that says nothing.
  static func scalars(_ name: String) -> [Unicode.Scalar]? {
    // What comes after the first full stop is the glyph's variant.
    let stem = name.prefix { $0 != "." }
    guard !stem.isEmpty, stem.utf8.count <= 64 else { return nil }
    var scalars: [Unicode.Scalar] = []
    for part in stem.split(separator: "_") {
      guard let values = component(part) else { return nil }
      scalars += values
    }
    return scalars.isEmpty ? nil : scalars
  }

  private static func component(_ name: Substring) -> [Unicode.Scalar]? {
    if let scalar = latin[String(name)] { return [scalar] }
    if name.utf8.count == 1, let scalar = name.unicodeScalars.first { return [scalar] }
    if name.hasPrefix("uni"), let scalars = hexadecimal(name.dropFirst(3), digits: 4) { return scalars }
    if name.hasPrefix("u"), (5...7).contains(name.utf8.count) {
      if let scalars = hexadecimal(name.dropFirst(), digits: name.utf8.count - 1) { return scalars }
    }
    if name.hasPrefix("afii"), let number = UInt32(name.dropFirst(4)) { return afii(number).map { [$0] } }
    return arabicLetter(name).map { [$0] }
  }

  private static func hexadecimal(_ text: Substring, digits: Int) -> [Unicode.Scalar]? {
    guard !text.isEmpty, text.utf8.count % digits == 0 else { return nil }
    var scalars: [Unicode.Scalar] = []
    var rest = text
    while !rest.isEmpty {
      guard let value = UInt32(rest.prefix(digits), radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
      scalars.append(scalar)
      rest = rest.dropFirst(digits)
    }
    return scalars
  }

  private static func afii(_ number: UInt32) -> Unicode.Scalar? {
    switch number {
    case 57381: "٪"
    case 57388: "،"
    case 57392...57401: Unicode.Scalar(0x660 + number - 57392)
    case 57403: "؛"
    case 57407: "؟"
    case 57409...57434: Unicode.Scalar(0x621 + number - 57409)
    case 57440...57458: Unicode.Scalar(0x640 + number - 57440)
    case 57470: "ه"
    case 57505: "ڤ"
    case 57506: "پ"
    case 57507: "چ"
    case 57508: "ژ"
    case 57509: "گ"
    case 61664: "\u{200C}"
    case 301: "\u{200D}"
    case 299: "\u{200E}"
    case 300: "\u{200F}"
    default: nil
    }
  }

  private static func arabicLetter(_ name: Substring) -> Unicode.Scalar? {
    var name = name
    if name.hasSuffix("-ar") { name = name.dropLast(3) }
    if name.hasSuffix("arabic") { name = name.dropLast(6) }
    for form in ["isolated", "initial", "medial", "final"] where name.hasSuffix(form) {
      name = name.dropLast(form.utf8.count)
    }
    return arabic[String(name)]
  }

  private static let latin = table(PackageResources.glyph_names_txt)
  private static let arabic = table(PackageResources.glyph_names_arabic_txt)

  /// Lines of a name and its value to the base of 16.
  private static func table(_ bytes: [UInt8]) -> [String: Unicode.Scalar] {
    var table: [String: Unicode.Scalar] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ")
      if fields.count == 2, let value = UInt32(fields[1], radix: 16) {
        table[String(fields[0])] = Unicode.Scalar(value)
      }
    }
    return table
  }
}
