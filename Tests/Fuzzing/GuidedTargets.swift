import Wasl
import WaslBitext
import WaslDocuments
import WaslPairFormats
import WaslSystemIO
import WaslText

extension FuzzTarget {
  /// Aligning by what is known beforehand: times of subtitles, confirmed beads, terms.
  static let guided: [FuzzTarget] = [
    FuzzTarget("subtitles") {
      let aligner = makeAligner()
      let mutator = Mutator(["-->", "\n\n", "00:00:02,000 --> 00:00:03,000\n", "99:59:59,999", "WEBVTT\n\n"])
      return { random in
        let texts = try Seeds.timed.map { seeds in
          let bytes = random.chance(4) ? seeds[0] : mutator.mutated(seeds, &random)
          let valid = Array(String(decoding: bytes, as: UTF8.self).utf8)
          return try random.pick([DocumentFormat.srt, .vtt]).source(of: valid, name: "fuzz")
        }
        let sides = try BilingualInput().sides(of: texts[0], texts[1])
        try check(aligner.align(.texts(texts[0], texts[1])), of: sides.arabic, sides.english)
      }
    },
    FuzzTarget("confirmed") {
      let aligner = makeAligner()
      let mutator = Mutator(["\"confirmed\":true", "\"start\":0", "null", "\"segments\":[0]"])
      return { random in
        let input = BilingualInput()
        let text = RandomDocument.text(&random, scripts: [true, false])
        let sides = try input.sides(of: TextDecoder(replacesInvalid: true).decode(text, name: "fuzz"))
        // An alignment of the same text, of which somebody has confirmed some.
        var sink = ByteSink()
        _ = try AlignedTextWriter(format: .jsonl).write(
          aligner.align(.segmented(source: sides.arabic, target: sides.english)), to: &sink)
        var lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n")
        for index in lines.indices where random.chance(2) {
          lines[index] = lines[index].dropLast() + ",\"confirmed\":true}"
        }
        var review = Array(lines.map { $0 + "\n" }.joined().utf8)
        if random.chance(2) { review = mutator.mutated([review], &random) }
        let records = try JSONL.read(review, name: "review")
        let (source, target) = random.chance(2) ? (sides.arabic, sides.english) : (sides.english, sides.arabic)
        var options = AlignmentOptions()
        (options.confirmed, options.confirmedName) = (records, "review")
        options.keepsSentences = random.chance(3)
        let aligned = try aligner.align(.segmented(source: source, target: target), options: options)
        try require(
          aligned.alignment.beads.count { $0.isConfirmed } == records.count { $0.isConfirmed },
          "\(records.count { $0.isConfirmed }) confirmed, \(aligned.alignment.beads.count { $0.isConfirmed }) kept")
        try check(aligned, of: sides.arabic, sides.english)
      }
    },
    FuzzTarget("glossary") {
      let aligner = makeAligner()
      let mutator = Mutator(["\t", "\n", "بيت\thouse\n"])
      return { random in
        var glossary = Glossary()
        try glossary.read(mutator.mutated(Seeds.glossary, &random), name: "terms")
        var options = AlignmentOptions()
        options.glossary = glossary
        let text = RandomDocument.text(&random, scripts: [true, false])
        let sides = try BilingualInput().sides(of: TextDecoder(replacesInvalid: true).decode(text, name: "fuzz"))
        try check(aligner.align(.segmented(source: sides.arabic, target: sides.english), options: options))
      }
    },
  ]

  /// That nothing of two sides is lost in an alignment of them.
  private static func check(_ text: AlignedText, of arabic: Document, _ english: Document) throws {
    try check(text)
    for side in [text.source, text.target] {
      let whole = side.language == .arabic ? arabic : english
      // Where both sides share a file, the other's part is no loss.
      func letters(_ document: Document) -> [Unicode.Scalar] {
        document.segments.indices.flatMap { document.text(of: $0).unicodeScalars }.filter {
          // As `--verify` counts them, byte order marks and zero-width spaces are white space, which a cut may leave out.
          !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}"
        }
      }
      try require(letters(side) == letters(whole), "the \(side.language) text is another")
    }
  }
}
