/// An object of PDF's syntax (ISO 32000-1, 7.3).
indirect enum PDFValue: Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string([UInt8])
  /// Without the slash.
  case name(String)
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// Where the stream stands, and its dictionary.
  case stream(PDFReference, [String: PDFValue])
  case reference(PDFReference)
}

/// The number by which one object names another.
struct PDFReference: Hashable, Sendable {
  var number: Int32
  var generation: Int32
}

extension PDFValue {
  var number: Double? {
    if case .number(let value) = self, value.isFinite { return value }
    return nil
  }

  /// Within ±2³¹: whatever is larger is no number that a reader can use.
  var integer: Int? {
    guard let number, abs(number) < 2_147_483_648 else { return nil }
    return Int(number)
  }

  var name: String? {
    if case .name(let value) = self { return value }
    return nil
  }

  var string: [UInt8]? {
    if case .string(let value) = self { return value }
    return nil
  }

  var array: [PDFValue]? {
    if case .array(let value) = self { return value }
    return nil
  }

  /// A stream's dictionary too.
  var dictionary: [String: PDFValue]? {
    switch self {
    case .dictionary(let value), .stream(_, let value): value
    default: nil
    }
  }

  var reference: PDFReference? {
    switch self {
    case .reference(let value), .stream(let value, _): value
    default: nil
    }
  }
}
