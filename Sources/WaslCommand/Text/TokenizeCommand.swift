import ArgumentParser
import WaslBitext
import WaslText

/// `wasl tokenize`: a filter from text to its words.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut Arabic or English text into words, numbers, punctuation and symbols.",
    usage: "wasl tokenize [<options>] [FILE]",
    discussion: """
      Words end where Unicode's text segmentation (UAX #29, as in CLDR) ends them: vowels, tatweel and zero-width \
      characters belong to their word, and 3.5 and ٣٫٥ are one number. With --keys, only words and numbers are printed, as \
      the aligner looks them up: without vowels, with one form of alef, in lower case, numbers in ASCII digits.

      EXAMPLES
        wasl tokenize article.txt
        wasl tokenize --keys corpus.gz | sort | uniq -c
        wasl tokenize --to tsv --keys article.txt

      OUTPUT
        text    the tokens separated by spaces, on the same lines as in the input
        tsv     start, end (in Unicode scalars of the input), kind, text, and with
                --keys the key
        jsonl   the same as one object per line:
                {"start":0,"end":5,"kind":"word","text":"…"}

      A kind is word, number, punctuation, symbol or other.
      """)

  @OptionGroup var input: TextInput

  @Option(help: "The form of the output.")
  var to = TextForm.text

  @Flag(help: "Print only words and numbers, by the keys that the aligner looks up.")
  var keys = false

  @OptionGroup(title: "Output") var output: TextOutput
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    let tokenizer = try Tokenizer()
    let keyTokenizer = try KeyTokenizer()
    try output.write([input.file]) { sink in
      var writer = TokenWriter(form: to, hasKeys: keys)
      writer.writeHeader(&sink)
      try input.forEachPiece(messages) { bytes, range in
        writer.beginPiece(range)
        if keys {
          keyTokenizer.forEachKey(in: bytes.span, range: range) { token, key in
            writer.write(Token(range: token.range, kind: token.kind), of: bytes, key: key, &sink)
          }
        } else {
          try tokenizer.forEachToken(in: bytes.span, range: range) { token in
            writer.write(token, of: bytes, key: nil, &sink)
            try sink.flushIfFull()
          }
        }
        writer.endPiece(bytes, range, &sink)
        try sink.flushIfFull()
      }
    }
  }
}
