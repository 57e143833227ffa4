internal import CWaslICU

/// Properties of Unicode scalars, by ICU.
public enum ICUProperties {
  /// What a scalar is, as far as text handling needs it (UAX #44, General_Category).
  public enum Category: Sendable, Hashable {
    case letter, mark, digit, otherNumber, punctuation, symbol, space, control, format, other
  }

  public static func category(of scalar: UInt32) -> Category {
    switch icu_category(scalar) {
    case 1...5: .letter
    case 6...8: .mark
    case 9: .digit
    case 10, 11: .otherNumber
    case 12, 13, 14: .space
    case 15: .control
    case 16: .format
    case 19...23, 28, 29: .punctuation
    case 24...27: .symbol
    default: .other
    }
  }

  /// The Canonical_Combining_Class, 0 for what is no reordered mark.
  static func combiningClass(of scalar: UInt32) -> Int { Int(icu_combining_class(scalar)) }

  /// The Script property as far as Wasl's two languages need it.
  public enum Script: Sendable, Hashable {
    case arabic, latin, common, inherited, other
  }

  public static func script(of scalar: UInt32) -> Script {
    switch icu_script(scalar) {
    case 0: .common
    case 1: .inherited
    case 2: .arabic
    case 25: .latin
    default: .other
    }
  }

  /// 0…9 for a decimal digit of any script, else nil.
  public static func digitValue(of scalar: UInt32) -> Int? {
    let value = icu_digit_value(scalar)
    return value >= 0 ? Int(value) : nil
  }

  /// The Canonical_Combining_Class, 0 for scalars that do not reorder.
  public static func combiningClass(of scalar: UInt32) -> UInt8 {
    UInt8(icu_combining_class(scalar))
  }

  /// Simple case folding.
  public static func foldedCase(of scalar: UInt32) -> UInt32 {
    icu_fold_case(scalar)
  }

  /// Bidi_Control: U+061C, 200E, 200F, 202A–202E, 2066–2069.
  public static func isBidiControl(_ scalar: UInt32) -> Bool {
    icu_is_bidi_control(scalar) != 0
  }

  /// The Word_Break property of UAX #29 as ICU numbers it (`UWordBreakValues`).
  static func wordBreak(of scalar: UInt32) -> Int32 {
    icu_word_break(scalar)
  }
}
