public import WaslBitext
internal import WaslSystemIO

extension AlignedTextWriter {
  /// One text into a file, or into the two files of the Moses form; nil or `-` is standard output.
  ///
  /// - Throws: a usage error for Moses on standard output.
  public func write(_ text: AlignedText, to path: String?) throws -> WriteSummary {
    if format == .moses { return try writePair(beads(of: text), OutputSides(text), to: path) }
    return try OutputFile.write(to: path) { try write(text, to: &$0) }
  }

  /// Pairs of a file into a file, or into the two files of the Moses form.
  public func write(_ records: [PairRecord], _ sides: OutputSides, to path: String?) throws -> WriteSummary {
    if format == .moses { return try writePair(records.lazy.map { tagged(BeadText($0)) }, sides, to: path) }
    return try OutputFile.write(to: path) { try write(records, sides, to: &$0) }
  }

  private func writePair(
    _ beads: some Sequence<BeadText>, _ sides: OutputSides, to base: String?
  ) throws -> WriteSummary {
    guard let base, base != "-" else {
      throw WaslError(
        .usage, "moses is two files, which standard output cannot hold",
        advice: "give the start of their names with -o: '-o news' writes news.ar and news.en")
    }
    let paths = Moses.paths(base: base, sides)
    var summary = WriteSummary()
    let kept = beads.filter { takes($0, &summary) }
    func write(_ side: KeyPath<BeadText, BeadText.Side?>, to sink: inout ByteSink) throws {
      let writer = Moses.Writer(side: side)
      for bead in kept {
        writer.write(bead, to: &sink)
        try sink.flushIfFull()
      }
    }
    // Nested, so that an error while one is written leaves neither.
    try OutputFile.write(to: paths.source) { source in
      try write(\.source, to: &source)
      try OutputFile.write(to: paths.target) { target in try write(\.target, to: &target) }
    }
    summary.written = kept.count
    return summary
  }
}
