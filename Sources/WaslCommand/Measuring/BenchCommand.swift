import ArgumentParser
import Glibc
import WaslBitext
import WaslPairFormats
import WaslSystemIO

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the speed of alignment and of the text stages, and the quality of the evidence.",
    discussion: """
      EXAMPLES
        wasl bench align Corpora/news Corpora/tale
        wasl bench retrieval Corpora/news
        wasl bench text Corpora/news/news.mixed.txt
      """,
    subcommands: [BenchAlignCommand.self, BenchRetrievalCommand.self, BenchTextCommand.self])
}

/// Documents of one segment a line with a gold alignment, as benchmarks take them: `DOC.ar`, `DOC.en` and, unless
/// line `i` translates line `i`, `DOC.ladder`.
struct BenchDocument {
  var name: String
  /// The texts of each gold bead that has both sides.
  var pairs: [(arabic: [UInt8], english: [UInt8])]

  /// All documents of a folder, by name.
  static func all(in folder: String) throws -> [BenchDocument] {
    let names = try InputFile.names(inFolder: folder).filter { $0.hasSuffix(".ar") }.sorted()
    return try names.compactMap { name in
      let stem = "\(folder)/\(name.dropLast(3))"
      guard access(stem + ".en", R_OK) == 0 else { return nil }
      let (arabic, english) = (lines(try InputFile.read(stem + ".ar")), lines(try InputFile.read(stem + ".en")))
      var pairs: [(arabic: [UInt8], english: [UInt8])] = []
      if access(stem + ".ladder", R_OK) == 0 {
        let ladder = try LadderFile(InputFile.read(stem + ".ladder"), name: stem + ".ladder")
        let alignment = try ladder.alignment(
          sourceCount: arabic.count, targetCount: english.count, allowsCrossing: true)
        for bead in alignment.beads where !bead.isGap {
          pairs.append((joined(arabic[bead.source]), joined(english[bead.target])))
        }
      } else if arabic.count == english.count {
        pairs = zip(arabic, english).map { ($0, $1) }
      } else {
        throw WaslError(
          .input, "\(arabic.count) Arabic and \(english.count) English lines, and no ladder", at: .init(file: stem),
          advice: "give \(stem).ladder")
      }
      return BenchDocument(name: stem, pairs: pairs)
    }
  }

  static func all(in folders: [String]) throws -> [BenchDocument] {
    let documents = try folders.flatMap { try all(in: $0) }.filter { !$0.pairs.isEmpty }
    if documents.isEmpty {
      throw WaslError(
        .input, "no documents in \(folders.joined(separator: ", "))", advice: "give folders with DOC.ar and DOC.en")
    }
    return documents
  }

  private static func joined(_ lines: ArraySlice<[UInt8]>) -> [UInt8] { Array(lines.joined(separator: [0x20])) }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}

/// Seconds since a stage began, by the clock and of the processor.
struct Stopwatch {
  struct Time {
    var wall = 0.0
    var processor = 0.0
  }

  private var last = Stopwatch.now()

  /// The time since the last call, or since the start.
  mutating func lap() -> Time {
    let now = Self.now()
    defer { last = now }
    return Time(wall: now.wall - last.wall, processor: now.processor - last.processor)
  }

  private static func now() -> Time {
    Time(wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(_ clock: Int32) -> Double {
    var time = timespec()
    clock_gettime(clockid_t(clock), &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that the process has held so far, in MB.
  static var peakMemory: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
