/// Undoes Arabic presentation forms: letters in the shape of their place, and ligatures.
///
/// Source: the compatibility mappings of the Unicode Character Database. A mark that is given a space or a tatweel to
/// stand on is the mark alone here.
public enum PresentationForms {
  /// The letters that a presentation form stands for; nil for anything else.
  public static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xFB50...0xFEFC).contains(scalar.value) else { return nil }
    return table[scalar]
  }

  /// The text with all its presentation forms undone.
  static func undone(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: { $0.value >= 0xFB50 && $0.value <= 0xFEFC }) else { return scalars }
    return scalars.flatMap { letters($0) ?? [$0] }
  }

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for line in String(decoding: PackageResources.presentation_forms_txt, as: UTF8.self).split(separator: "\n") {
      let values = line.split(separator: " ").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      if let form = values.first { table[form] = Array(values.dropFirst()) }
    }
    return table
  }()
}
