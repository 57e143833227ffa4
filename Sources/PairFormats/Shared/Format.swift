public import WaslBitext
internal import WaslSystemIO

/// The forms in which aligned text is written.
public enum Format: String, Sendable, Hashable, CaseIterable {
  case tsv, tmx, jsonl, ladder, html, csv, xliff, po, moses, xces, hunalign, text

  /// The ends of file names, without the dot, that stand for the format; the first is the usual one.
  public var extensions: [String] {
    switch self {
    case .tsv: ["tsv", "tab"]
    case .tmx: ["tmx"]
    case .jsonl: ["jsonl", "ndjson"]
    case .ladder: ["ladder"]
    case .html: ["html", "htm"]
    case .csv: ["csv"]
    case .xliff: ["xlf", "xliff"]
    case .po: ["po", "pot"]
    case .moses: []
    case .xces: ["xces", "ces"]
    case .hunalign: ["hunalign"]
    case .text: ["txt"]
    }
  }

  /// Whether every segment must stand in it exactly once, so that no bead can be left out.
  public var holdsWholeAlignment: Bool { self == .ladder || self == .hunalign || self == .html }

  /// Whether beads with an empty side have a place in it.
  public var takesGaps: Bool { ![.tmx, .xliff, .po, .moses].contains(self) }

  /// Whether it holds segment numbers and no text.
  public var holdsNumbersOnly: Bool { self == .ladder || self == .hunalign || self == .xces }

  /// The names a user can give, for messages: `tsv, tmx, jsonl, …`.
  public static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// - Throws: a usage error that lists the known names.
  public init(named name: String) throws(WaslError) {
    guard let format = Format(rawValue: name.lowercased()) else {
      throw WaslError(.usage, "unknown format '\(name)'", advice: "the formats are \(Format.known)")
    }
    self = format
  }

  /// The format that the end of a path stands for, or nil.
  public init?(path: String) {
    guard let end = Format.pathExtension(path)?.lowercased(),
      let format = Format.allCases.first(where: { $0.extensions.contains(end) })
    else { return nil }
    self = format
  }

  /// The format of an input by the end of its path, a `.gz` or `.zst` after it passed over, or nil.
  public init?(inputPath path: String) {
    self.init(path: Compression.unpackedName(path))
    // What a file of that extension holds is for its content to say.
    if self == .text { return nil }
  }

  /// What to write: the named format, else the one that the output's name stands for, else TSV.
  ///
  /// - Parameter output: the path of the output; nil or `-` for standard output.
  /// - Throws: a usage error for an unknown name, and for an unknown file name extension, which
  ///   would otherwise hold something else than it says.
  public static func choose(named name: String?, output: String?) throws(WaslError) -> Format {
    if let name { return try Format(named: name) }
    guard let output, let end = pathExtension(output) else { return .tsv }
    guard let format = Format(path: output) else {
      throw WaslError(
        .usage, "no format is known by the extension '.\(end)' of '\(output)'",
        advice: "say which with --to; the formats are \(known)")
    }
    return format
  }

  /// What follows the last dot of the last path component, unless that dot is its first character.
  private static func pathExtension(_ path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let end = name[name.index(after: dot)...]
    return end.isEmpty ? nil : String(end)
  }
}
