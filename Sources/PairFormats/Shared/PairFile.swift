public import WaslBitext

/// A file of pairs of any form that holds texts, read whole.
public struct PairFile: Sendable {
  /// A pair of the file that could not become a record, and why.
  public struct LeftOut: Sendable, Hashable {
    public var line: Int
    public var reason: String
  }

  public var records: [PairRecord]
  public var sides: OutputSides
  public var leftOut: [LeftOut] = []

  /// The forms that can be read.
  public static let readable: [Format] = [.tsv, .csv, .jsonl, .tmx, .xliff, .po]

  /// - Parameters:
  ///   - format: nil to tell it by the name's end, else by how the content starts.
  ///   - columns: of a table, those that hold the texts; nil to tell them by their names or letters.
  /// - Throws: a usage error for a form that holds no texts or cannot be told; what its reader throws.
  public init(
    _ bytes: [UInt8], name: String, format: Format? = nil, columns: ColumnChoice? = nil
  ) throws(WaslError) {
    if format == nil, let kind = BilingualKind(bytes, name: name), let file = try kind.read(bytes, name: name) {
      self = file
      return
    }
    switch format ?? Format(inputPath: name) ?? PairFile.format(of: bytes) {
    case .tsv: self.init(try TSV.read(bytes, name: name, columns: columns), name: name)
    case .csv: self.init(try CSV.read(bytes, name: name, columns: columns), name: name)
    case .jsonl: self.init(droppingEmpty: try JSONL.read(bytes, name: name), name: name)
    case .tmx: self = try TMX.read(bytes, name: name)
    case .xliff: self = try XLIFF.read(bytes, name: name)
    case .po: self = try PO.read(bytes, name: name)
    case .ladder, .hunalign, .xces:
      throw WaslError(
        .usage, "it holds segment numbers, no texts", at: .init(file: name),
        advice: "give it and its two texts of one segment a line: FILE SOURCE TARGET")
    case .moses:
      throw WaslError(.usage, "moses is two files", at: .init(file: name), advice: "give both")
    case .html:
      throw WaslError(
        .usage, "a review page is not read", at: .init(file: name), advice: "export it from the page as jsonl")
    case .text:
      throw WaslError(
        .usage, "the terminal view is not read", at: .init(file: name), advice: "give tsv, jsonl or another format")
    case nil where KeyedKind(bytes, name: name) != nil: throw KeyedFile.oneLanguage(name)
    case nil:
      throw WaslError(
        .usage, "its format cannot be told", at: .init(file: name),
        advice: "say which with --from: \(PairFile.readable.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// Pairs that do not say which language is which: their letters do.
  public init(_ records: [PairRecord], name: String) {
    self.init(records: records, sides: PairFile.sides(of: records, name: name))
  }

  /// Without the pairs that hold neither text nor segment numbers: no other form has a place for them.
  private init(droppingEmpty records: [PairRecord], name: String) {
    func says(_ side: PairRecord.Side?) -> Bool { side.map { !$0.text.isEmpty || $0.segments != nil } ?? false }
    let empty = records.filter { !says($0.source) && !says($0.target) }
    self.init(empty.isEmpty ? records : records.filter { says($0.source) || says($0.target) }, name: name)
    leftOut = empty.map { LeftOut(line: $0.line, reason: "both texts are empty") }
  }

  init(records: [PairRecord], sides: OutputSides, leftOut: [LeftOut] = []) {
    self.records = records
    self.sides = sides
    self.leftOut = leftOut
  }

  /// The records of a reader that collects defects, if it finds none.
  ///
  /// - Parameter collect: reads until it has found so many defects.
  /// - Throws: the first defect.
  static func sound(
    _ collect: (_ limit: Int, _ defects: inout [WaslError]) -> [PairRecord]
  ) throws(WaslError) -> [PairRecord] {
    var defects: [WaslError] = []
    let records = collect(1, &defects)
    if let first = defects.first { throw first }
    return records
  }

  static func format(of bytes: [UInt8]) -> Format? {
    let head = bytes.prefix(2000)
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    if text.contains("<tmx") { return .tmx }
    if text.contains("<xliff") { return .xliff }
    if text.hasPrefix("msgid ") || text.contains("\nmsgid ") { return .po }
    let first = head.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") { return .jsonl }
    return head.prefix { $0 != 0x0A }.contains(0x09) ? .tsv : nil
  }

  /// Arabic is the side with more Arabic letters, counted over the first pairs.
  static func sides(of records: [PairRecord], name: String) -> OutputSides {
    var balance = 0
    for record in records.prefix(1000) {
      balance += record.source.map { arabicShare($0.text) } ?? 0
      balance -= record.target.map { arabicShare($0.text) } ?? 0
    }
    let language: Language = balance >= 0 ? .arabic : .english
    return OutputSides(
      source: .init(name: name, language: language), target: .init(name: name, language: language.other))
  }

  /// Arabic letters less Latin ones. In UTF-8 the Arabic block starts with the bytes D8 to DB.
  static func arabicShare(_ text: String) -> Int {
    var share = 0
    for byte in text.utf8 {
      if (0xD8...0xDB).contains(byte) { share += 1 }
      if (0x41...0x5A).contains(byte & 0xDF) { share -= 1 }
    }
    return share
  }
}
