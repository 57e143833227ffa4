internal import CWaslICU

/// What ICU calls things in Arabic and in English: territories, languages, currencies, months, weekdays, numbers.
///
/// These are the display names of the Unicode CLDR, which ICU's data carry: they cost the model no bytes.
public enum ICUNames {
  /// One thing, and what it is called. Either list may hold several names.
  public struct Entry: Sendable {
    public enum Kind: Sendable, Hashable {
      case territory, language, currency, month, weekday
      case number(Int64)
    }
    public var kind: Kind
    public var arabic: [String]
    public var english: [String]
  }

  /// All things that have a name in both languages; empty where ICU's data are not installed.
  ///
  /// Of the languages only those with a code of two letters, the better known third: reading the others' names takes
  /// longer than all the rest. Months have the names of Egypt, the Levant, Morocco and Algeria. Numbers are
  /// those up to 100, the hundreds, and round ones up to a milliard, with the digits on both sides.
  public static func all() -> [Entry] {
    guard let arabic = Names(locale: "ar"), let english = Names(locale: "en") else { return [] }
    var entries: [Entry] = []
    func add(_ kind: Entry.Kind, _ arabic: [String?], _ english: [String?]) {
      let (arabic, english) = (arabic.compactMap { $0 }, english.compactMap { $0 })
      if !arabic.isEmpty && !english.isEmpty { entries.append(.init(kind: kind, arabic: arabic, english: english)) }
    }
    forEachCode(icu_territory_codes()) { add(.territory, [arabic.territory($0)], [english.territory($0)]) }
    forEachCode(icu_language_codes()) {
      if $0[2] == 0 { add(.language, [arabic.language($0)], [english.language($0)]) }
    }
    for code in currencyCodes() {
      code.withUnsafeBufferPointer {
        add(.currency, [arabic.currency($0.baseAddress!)], [english.currency($0.baseAddress!)])
      }
    }
    for month in Int32(0)..<12 {
      add(
        .month, ["ar", "ar_SY", "ar_MA", "ar_DZ"].map { date($0, ICU_MONTHS, month) }, [date("en", ICU_MONTHS, month)])
    }
    for day in Int32(0)..<7 {
      add(.weekday, [date("ar", ICU_WEEKDAYS, day)], [date("en", ICU_WEEKDAYS, day)])
    }
    for number in numbers {
      let spelled = [arabic.spelled(number, feminine: false), arabic.spelled(number, feminine: true)]
      add(
        .number(number), spelled + spelled.map { $0.map(oblique) } + [String(number)],
        [english.spelled(number, feminine: false), String(number)])
    }
    return entries
  }

  private static let numbers: [Int64] =
    Array(0...100) + stride(from: 200, through: 900, by: 100)
    + stride(from: 1_000, through: 10_000, by: 1_000) + [20_000, 50_000, 100_000, 1_000_000, 1_000_000_000]

  /// The other case of the tens and of duals: ون and ان become ين.
  static func oblique(_ spelled: String) -> String {
    spelled.split(separator: " ").map { word in
      word.hasSuffix("ون") || word.hasSuffix("ان") ? word.dropLast(2) + "ين" : word
    }.joined(separator: " ")
  }

  private static func forEachCode(
    _ codes: UnsafePointer<UnsafePointer<CChar>?>?, _ body: (UnsafePointer<CChar>) -> Void
  ) {
    guard var next = codes else { return }
    while let code = next.pointee {
      body(code)
      next += 1
    }
  }

  private static func currencyCodes() -> [[CChar]] {
    let most = 400
    var codes = [CChar](repeating: 0, count: 4 * most)
    let count = Int(icu_currency_codes(&codes, Int32(most)))
    return (0..<count).map { Array(codes[4 * $0..<4 * $0 + 4]) }
  }

  private static func date(_ locale: String, _ kind: Int, _ index: Int32) -> String? {
    text { icu_date_name(locale, Int32(kind), index, $0, $1) }
  }

  /// What a call writes into a buffer, or nil if that is nothing.
  fileprivate static func text(_ write: (UnsafeMutablePointer<UInt8>, Int32) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { buffer in
      let count = write(buffer.baseAddress!, Int32(buffer.count))
      return count > 0 ? String(decoding: buffer[..<Int(count)], as: UTF8.self) : nil
    }
  }

  /// The names of one locale.
  private final class Names {
    private let names: OpaquePointer

    init?(locale: StaticString) {
      var status: Int32 = 0
      // A literal lives as long as the process.
      let name = UnsafeRawPointer(locale.utf8Start).assumingMemoryBound(to: CChar.self)
      guard let opened = icu_names_open(name, &status), status <= 0 else { return nil }
      names = opened
    }

    deinit { icu_names_close(names) }

    func territory(_ code: UnsafePointer<CChar>) -> String? { text { icu_territory_name(names, code, $0, $1) } }
    func language(_ code: UnsafePointer<CChar>) -> String? { text { icu_language_name(names, code, $0, $1) } }
    func currency(_ code: UnsafePointer<CChar>) -> String? { text { icu_currency_name(names, code, $0, $1) } }
    func spelled(_ number: Int64, feminine: Bool) -> String? {
      text { icu_spelled_number(names, number, feminine ? 1 : 0, $0, $1) }
    }
  }
}
