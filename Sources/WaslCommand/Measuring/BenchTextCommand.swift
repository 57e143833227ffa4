import ArgumentParser
import WaslBitext
import WaslSyntax
import WaslSystemIO
import WaslText

struct BenchTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Measure the speed of the text stages and of their ICU counterparts.",
    discussion: """
      Each stage goes over the text several times in pieces of whole lines, in turn with what ICU offers for it; \
      the medians are printed in MB (10⁶ bytes) a second of one core's time.

        validate   bytes that are not UTF-8                       ICU: conversion to UTF-16, which validates
        decode     encoding decided, text validated               the same
        split      the language of each run                       script of each character
        segment    sentences, headings, list items                sentence iterator
        words      words, numbers, punctuation, symbols           word iterator
        keys       words and numbers with their keys and hashes   word iterator
        normalize  the normal form "match"                        NFKC
        with map   the same with the way back to the original     NFKC

      ICU runs in its fastest way: iterators over UTF-16, conversion included; NFKC over UTF-8. Beside it stand \
      the iterators over UTF-8 itself.

      EXAMPLES
        wasl bench text corpus.ar.txt corpus.en.txt
        wasl bench text --passes 9 --json corpus.txt
      """)

  @Argument(help: .init("Text files, taken together.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    name: .customLong("stage"), help: .init("Measure this stage alone; can be given several times.", valueName: "stage")
  )
  var only: [String] = []

  @Option(help: "How often each stage goes over the text.")
  var passes = 5

  @Option(help: .init("The size of a piece in KB; 0 for single lines.", valueName: "KB"))
  var piece = 256

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    if passes < 1 { throw ValidationError("--passes is \(passes): give 1 or more") }
    if piece < 0 || piece > 1 << 18 { throw ValidationError("--piece is \(piece): give 0 to \(1 << 18)") }
  }

  func run() throws {
    var bytes: [UInt8] = []
    for file in files {
      bytes += try TextDecoder().decode(InputFile.read(file), name: InputFile.name(of: file)).bytes
    }
    if bytes.isEmpty { throw WaslError(.input, "no text to measure with", advice: "give files that hold text") }
    let stages = try TextStages(bytes, pieceSize: piece << 10)
    if let unknown = only.first(where: { !stages.names.contains($0) }) {
      throw WaslError(
        .usage, "unknown stage \"\(unknown)\"", advice: "name one of \(stages.names.joined(separator: ", "))")
    }
    let speeds = stages.names.filter { only.isEmpty || only.contains($0) }.map { name in
      let seconds = stages.seconds(of: name, passes: passes)
      let speed = { (seconds: Double) in Double(bytes.count) / 1e6 / seconds }
      return (name: name, own: speed(seconds.own), icu: speed(seconds.icu), overUTF8: seconds.overUTF8.map(speed))
    }
    if json {
      let value: JSON = [
        "bytes": .number(Double(bytes.count)), "passes": .number(Double(passes)),
        "peakMemory": .number(Stopwatch.peakMemory),
        "stages": .object(
          speeds.map {
            .init(
              $0.name,
              [
                "MB/s": .number($0.own), "icu": .number($0.icu), "ratio": .number($0.own / $0.icu),
                "icuOverUTF8": $0.overUTF8.map(JSON.number) ?? .null,
              ])
          }),
      ]
      var sink = ByteSink()
      value.write(to: &sink)
      try CommandIO.print(String(decoding: sink.bytes, as: UTF8.self) + "\n")
    } else {
      var table = TextTable(header: ["stage", "MB/s", "ICU", "ratio", "ICU over UTF-8", "ratio"])
      for speed in speeds {
        let others = speed.overUTF8.map { [$0, speed.own / $0] } ?? []
        table.add([speed.name] + ([speed.own, speed.icu, speed.own / speed.icu] + others).map(Self.rounded))
      }
      try CommandIO.print(table.text)
    }
  }

  /// One decimal.
  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
