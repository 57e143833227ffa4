internal import CWaslICU

/// What becomes of each scalar under given options, compiled for look-up.
struct NormalizationTable: Sendable {
  /// What becomes of a scalar that needs no look at its neighbours.
  struct Entry: Sendable {
    var bits: UInt32

    /// The scalar it becomes, 0 when it is deleted.
    @inline(__always) var output: UInt32 { bits & 0xFFFF }
    /// The scalar has to be seen together with its neighbours.
    @inline(__always) var isExotic: Bool { bits & Self.exotic != 0 }
    /// It becomes an ASCII digit or is one.
    @inline(__always) var isDigit: Bool { bits & Self.digit != 0 }
    /// It is the Arabic comma, which between digits is a part of the number.
    @inline(__always) var isComma: Bool { bits & Self.comma != 0 }
    /// The canonical combining class of a mark that stays, under options that order marks; else 0.
    @inline(__always) var order: UInt32 { bits >> 24 }
    /// Neither deleted nor special in any way.
    @inline(__always) var isPlain: Bool { bits > 0 && bits <= 0xFFFF }

    static let exotic: UInt32 = 1 << 16
    static let digit: UInt32 = 1 << 17
    static let comma: UInt32 = 1 << 18
  }

  let options: NormalizationOptions
  /// The scalars below U+0800, that is those of one and two bytes.
  private(set) var low: [Entry]
  /// U+2000…207F, general punctuation.
  private(set) var punctuation: [Entry]
  /// Whether U+FDF0…FDFF, words in one sign, stay as they are.
  private var inertWords: [Bool] = []
  private let replacements: [UInt32: [UInt32]]
  /// Whether a scalar below U+0800 has a replacement.
  private var isReplaced: [Bool] = []

  init(_ options: NormalizationOptions) {
    self.options = options
    replacements = ScalarRule.replacements(for: options)
    low = []
    punctuation = []
    isReplaced = (0..<0x800).map { findReplacement(of: $0) != nil }
    low = (0..<0x800).map { entry(of: $0) }
    punctuation = (0x2000..<0x2080).map { entry(of: $0) }
    inertWords = (0xFDF0..<0xFE00).map { findInert($0) }
  }

  /// The scalars one scalar becomes by the rules alone, or nil when it stays.
  func replacement(of scalar: UInt32) -> [UInt32]? {
    if scalar < 0x800 && !isReplaced[Int(scalar)] { return nil }
    return findReplacement(of: scalar)
  }

  private func findReplacement(of scalar: UInt32) -> [UInt32]? {
    if let replacement = replacements[scalar] { return replacement }
    if options.contains(.lowercase) {
      let folded = icu_fold_case(scalar)
      if folded != scalar { return [folded] }
    }
    return nil
  }

  var ordersMarks: Bool { !options.isDisjoint(with: [.nfc, .nfkc]) }

  /// Whether a scalar stays as it is whatever its neighbours are.
  func isInert(_ scalar: UInt32) -> Bool { scalar & ~0xF == 0xFDF0 ? inertWords[Int(scalar & 0xF)] : findInert(scalar) }

  private func findInert(_ scalar: UInt32) -> Bool {
    if options.contains(.presentationForms) && ScalarRule.isPresentationForm(scalar) { return false }
    return isNormal(scalar) && (!ordersMarks || icu_combining_class(scalar) == 0) && replacement(of: scalar) == nil
  }

  private func isNormal(_ scalar: UInt32) -> Bool {
    if options.contains(.nfkc) { return icu_is_nfkc(scalar) != 0 }
    return !options.contains(.nfc) || icu_is_nfc(scalar) != 0
  }

  private func entry(of scalar: UInt32) -> Entry {
    var output = scalar
    if scalar == 0x640 && options.contains([.tatweel, .tatweelMarks]) { return Entry(bits: Entry.exotic) }
    // The madda and the hamza below compose with an alef only, and that loses them again.
    if scalar == 0x653 || scalar == 0x655, options.contains([.alef, .marks]) { return Entry(bits: 0) }
    if scalar == 0x670 && options.contains(.daggerAlefToAlef) { return Entry(bits: Entry.exotic) }
    // A replacement may itself fall under a rule, but no chain is longer than this.
    for _ in 0..<4 {
      if !isNormal(output) { return Entry(bits: Entry.exotic) }
      guard let next = replacement(of: output) else { break }
      if next.isEmpty { return Entry(bits: 0) }
      if next.count > 1 { return Entry(bits: Entry.exotic) }
      output = next[0]
    }
    let isMark = ordersMarks && icu_combining_class(scalar) != 0
    if isMark && output != scalar { return Entry(bits: Entry.exotic) }
    if Self.length(output) > Self.length(scalar) || output == 0 { return Entry(bits: Entry.exotic) }
    var bits = output
    if isMark { bits |= UInt32(icu_combining_class(scalar)) << 24 }
    if options.contains(.numberMarks) {
      if Self.isDigit(output) { bits |= Entry.digit }
      if output == 0x60C { bits |= Entry.comma }
    }
    return Entry(bits: bits)
  }

  private static func length(_ scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3 }

  static func isDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: true
    default: false
    }
  }
}
