public import WaslBitext
internal import WaslSyntax

/// Finds what is wrong with a file, all of it and not the first defect alone.
public enum Validator {
  /// What was looked at, and what is wrong.
  public struct Report: Sendable {
    public var format: Format?
    /// What kind of file it was taken for.
    public var kind: String
    /// Lines of pairs, beads or translation units.
    public var units: Int
    /// In the order of the file.
    public var defects: [WaslError]
  }

  public static let formats: [Format] = [.tmx, .tsv, .csv, .jsonl, .ladder, .xliff, .po]

  /// - Throws: a usage error when the format cannot be told, or is none of `formats`.
  public static func report(_ bytes: [UInt8], name: String, format: Format?) throws(WaslError) -> Report {
    if format == nil, let report = localisation(bytes, name: name) { return report }
    guard let format = format ?? Format(inputPath: name) ?? guessed(bytes), formats.contains(format) else {
      throw WaslError(
        .usage, "no format that can be checked is known by its name or content", at: .init(file: name),
        advice: "say which with --from: \(formats.map(\.rawValue).joined(separator: ", "))")
    }
    var defects: [WaslError] = []
    var units = 0
    switch format {
    case .tsv: units = TSV.records(bytes, name: name, defects: &defects).count
    case .jsonl: units = JSONL.records(bytes, name: name, defects: &defects).count
    case .ladder: units = ladder(bytes, name: name, defects: &defects)
    case .tmx: units = TMXValidator.check(bytes, name: name, defects: &defects)
    case .csv, .xliff, .po:
      do {
        let file = try PairFile(bytes, name: name, format: format)
        units = file.records.count
      } catch { defects.append(error) }
    case .html, .moses, .xces, .hunalign, .text: break
    }
    return Report(format: format, kind: format.rawValue, units: units, defects: defects)
  }

  /// Of kinds that are read and not written; nil for any other.
  private static func localisation(_ bytes: [UInt8], name: String) -> Report? {
    let isPO = Format(inputPath: name) == .po
    var report = Report(format: nil, kind: "", units: 0, defects: [])
    do throws(WaslError) {
      if let kind = KeyedKind(bytes, name: name), !isPO {
        report.kind = kind.rawValue
        report.units = try KeyedFile(bytes, name: name, kind: kind).messages.count
      } else if let kind = BilingualKind(bytes, name: name) {
        guard let file = try kind.read(bytes, name: name) else { return nil }
        report.kind = "pairs"
        report.units = file.records.count
      } else {
        return nil
      }
    } catch {
      report.defects = [error]
    }
    return report
  }

  private static func guessed(_ bytes: [UInt8]) -> Format? {
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "["), !bytes.prefix(while: { $0 != 0x0A }).contains(0x09) {
      return .ladder
    }
    return PairFile.format(of: bytes)
  }

  private static func ladder(_ bytes: [UInt8], name: String, defects: inout [WaslError]) -> Int {
    var next = (source: 0, target: 0)
    var (beads, scored, unscored) = (0, 0, 0)
    for (line, range) in Lines(bytes) {
      let file: LadderFile
      do { file = try LadderFile(Array(bytes[range]), name: name) } catch {
        var error = error
        error.location?.line = line
        defects.append(error)
        continue
      }
      guard let bead = file.beads.first else {
        if !bytes[range].isEmpty {
          defects.append(WaslError(.format, "both lists are empty", at: .init(file: name, line: line)))
        }
        continue
      }
      beads += 1
      let location = WaslError.Location(file: name, line: line)
      if let score = file.scores[0] {
        scored += 1
        if !(0...1).contains(score) {
          defects.append(
            WaslError(.format, "confidence \(score) is outside 0…1", at: location, advice: "a cost is not a confidence")
          )
        }
      } else {
        unscored += 1
      }
      if scored > 0 && unscored > 0 && min(scored, unscored) == 1 {
        defects.append(WaslError(.format, "some beads have a confidence and some have none", at: location))
        (scored, unscored) = (2, 2)
      }
      check(bead.source, "source", &next.source, location, &defects)
      check(bead.target, "target", &next.target, location, &defects)
    }
    return beads
  }

  private static func check(
    _ side: Range<Int>, _ name: String, _ next: inout Int, _ location: WaslError.Location,
    _ defects: inout [WaslError]
  ) {
    if side.isEmpty { return }
    if side.lowerBound > next {
      let missing = side.lowerBound - next == 1 ? "\(next) is" : "\(next) to \(side.lowerBound - 1) are"
      defects.append(WaslError(.format, "\(name) segment \(missing) missing before this bead", at: location))
    } else if side.lowerBound < next {
      defects.append(
        WaslError(.format, "\(name) segment \(side.lowerBound) stands in an earlier bead or out of order", at: location)
      )
    }
    next = max(next, side.upperBound)
  }
}
