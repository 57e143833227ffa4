import ArgumentParser
import Glibc
import Wasl
import WaslAligning
import WaslBitext
import WaslEvaluation
import WaslPairFormats
import WaslSyntax
import WaslSystemIO
import WaslText

struct BenchAlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Time each stage of alignment on documents with known gold.",
    discussion: """
      A folder holds DOC.ar and DOC.en, a segment a line, and DOC.ladder, without which line i translates line i. \
      With --synthetic one document is made from all of them, with deletions and merges; without it each is \
      aligned as it is. It can be kept with --write, for other tools. One thread does all the work. Seconds are of the processor, so that other work on the \
      machine counts little.

      EXAMPLES
        wasl bench align Corpora/news Corpora/tale
        wasl bench align --synthetic 100000 --seed 1 --json Corpora/*
        wasl bench align --synthetic 5000 --write synthetic Corpora/*
      """)

  @Argument(help: .init("Folders of documents.", valueName: "folder"), completion: .directory)
  var folders: [String]

  @Option(help: .init("Grow one document of this many pairs.", valueName: "pairs"))
  var synthetic: Int?

  @Option(help: "Another seed gives another document.")
  var seed: UInt64 = 1

  @Option(
    help: .init(
      "Also write the synthetic document here: synthetic.ar, synthetic.en and synthetic.ladder.", valueName: "folder"),
    completion: .directory)
  var write: String?

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @OptionGroup(title: "Model") var model: ModelArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func validate() throws {
    try OptionRange.check(synthetic, "--synthetic", 1...100_000_000)
    if write != nil && synthetic == nil { throw ValidationError("--write is for what --synthetic makes") }
  }

  func run() throws {
    if let write {
      let ends = ["ar", "en", "ladder"]
      try OutputCheck.check(
        ends.map { "\(write)/synthetic.\($0)" },
        inputs: folders.flatMap { folder in ends.map { "\(folder)/synthetic.\($0)" } })
    }
    let documents = try BenchDocument.all(in: folders)
    let inputs =
      try synthetic.map { [try synthesized($0, from: documents)] } ?? documents.map { SyntheticDocument(whole: $0) }
    var stages: [(name: String, time: Stopwatch.Time)] = []
    var watch = Stopwatch()
    func stage(_ name: String) {
      let time = watch.lap()
      if let index = stages.firstIndex(where: { $0.name == name }) {
        stages[index].time.wall += time.wall
        stages[index].time.processor += time.processor
      } else {
        stages.append((name, time))
      }
    }
    let aligner = try DocumentAligner(model: model.load())
    stage("model")
    var evaluation = BeadEvaluation()
    var (segments, bytes) = (0, 0)
    for input in inputs {
      _ = watch.lap()
      let decoder = TextDecoder()
      let reader = BilingualInput(segmentation: .init(presplit: true))
      let sides = try reader.sides(
        of: decoder.decode(input.arabic, name: "arabic"), decoder.decode(input.english, name: "english"))
      stage("segments")
      let alignment = try aligner.run { run in
        var pair = run.prepare(sides.arabic, sides.english)
        stage("words and links")
        return run.alignment(of: &pair)
      }
      stage("beads")
      var sink = ByteSink()
      let text = AlignedText(source: sides.arabic, target: sides.english, alignment: alignment)
      _ = try AlignedTextWriter(format: .ladder).write(text, to: &sink)
      stage("ladder")
      evaluation.add(gold: input.gold, hypothesis: alignment.beads)
      segments += sides.arabic.segments.count + sides.english.segments.count
      bytes += input.arabic.count + input.english.count
      _ = watch.lap()
    }
    try report(stages, documents: inputs.count, segments: segments, bytes: bytes, evaluation)
  }

  private func synthesized(_ pairs: Int, from documents: [BenchDocument]) throws -> SyntheticDocument {
    let document = SyntheticDocument(
      pairs: pairs, seed: seed, from: documents, vocabulary: try model.load().wordPairs())
    if let write { try document.write(to: write) }
    return document
  }

  private func report(
    _ stages: [(name: String, time: Stopwatch.Time)], documents: Int, segments: Int, bytes: Int,
    _ evaluation: BeadEvaluation
  ) throws {
    let work = stages.dropFirst().reduce(0) { $0 + $1.time.processor }
    let rate = Double(segments) / max(1e-9, work)
    let memory = Stopwatch.peakMemory
    if json {
      let value: JSON = [
        "documents": .number(Double(documents)), "segments": .number(Double(segments)),
        "megabytes": .number(Double(bytes) / 1e6),
        "stages": .array(
          stages.map {
            ["name": .string($0.name), "wall": .number($0.time.wall), "processor": .number($0.time.processor)]
          }),
        "segmentsPerSecond": .number(rate), "megabytesPerSecond": .number(Double(bytes) / 1e6 / max(1e-9, work)),
        "peakMegabytes": .number(memory), "strictF1": .number(evaluation.strict.f1),
        "laxF1": .number(evaluation.lax.f1), "gapF1": .number(evaluation.gaps.f1),
      ]
      var sink = ByteSink()
      value.write(to: &sink)
      return try CommandIO.print(String(decoding: sink.bytes, as: UTF8.self))
    }
    var table = TextTable(header: ["stage", "seconds", "wall", "segments/s", "MB/s"])
    func add(_ name: String, _ time: Stopwatch.Time) {
      let seconds = max(1e-9, time.processor)
      table.add([
        name, Self.decimals(time.processor, 3), Self.decimals(time.wall, 3),
        String(Int(Double(segments) / seconds)), Self.decimals(Double(bytes) / 1e6 / seconds, 1),
      ])
    }
    for stage in stages { add(stage.name, stage.time) }
    var total = Stopwatch.Time()
    for stage in stages.dropFirst() {
      total.wall += stage.time.wall
      total.processor += stage.time.processor
    }
    add("without the model", total)
    try CommandIO.print(
      table.text + """

        documents \(documents), segments \(segments), \(Self.decimals(Double(bytes) / 1e6, 1)) MB, \
        peak memory \(Int(memory)) MB
        strict F1 \(TextTable.share(evaluation.strict.f1)), lax \(TextTable.share(evaluation.lax.f1)), \
        gaps \(TextTable.share(evaluation.gaps.f1))
        """)
  }

  static func decimals(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * scale).rounded())
    let rest = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: places - rest.utf8.count) + rest
  }
}

extension SyntheticDocument {
  /// A document as it is, pair by pair.
  init(whole document: BenchDocument) {
    self.init()
    for pair in document.pairs { add([pair.arabic], [pair.english]) }
  }

  /// Writes both sides and the gold into a folder, which is made if it is not there.
  func write(to folder: String) throws {
    if mkdir(folder, 0o777) != 0 && errno != EEXIST {
      throw WaslError(
        .output, "cannot be made: \(String(cString: strerror(errno)))", at: .init(file: folder),
        advice: "give a folder that can be made or written to")
    }
    try OutputFile.write(to: folder + "/synthetic.ar") { $0.append(arabic[...]) }
    try OutputFile.write(to: folder + "/synthetic.en") { $0.append(english[...]) }
    try OutputFile.write(to: folder + "/synthetic.ladder") { sink in
      for bead in gold { sink.append("\(Array(bead.source)):\(Array(bead.target))\n") }
    }
  }
}
