import ArgumentParser
import WaslBitext
import WaslText

/// `wasl tokenize`: a filter from text to its words.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut Arabic or English text into words, numbers, punctuation and symbols.",
    discussion: """
      Words end where Unicode's text segmentation (UAX #29, as CLDR has it) ends them: vowels, tatweel and zero-width \
      characters belong to their word, 3.5 and ٣٫٥ are one number. With --keys only words and numbers come, \
      each as the aligner looks it up: without vowels, with one alef, in small letters, numbers in ASCII digits.

      EXAMPLES
        wasl tokenize article.txt
        zcat corpus.gz | wasl tokenize --keys | sort | uniq -c
        wasl tokenize --to tsv --keys article.txt

      OUTPUT
        text    the tokens with a space between them, line by line as in the input
        tsv     start, end (Unicode scalars into the input), kind, text, and with --keys the key
        jsonl   the same as an object a line: {"start":0,"end":5,"kind":"word","text":"…"}
      The kinds are word, number, punctuation, symbol and other.
      """)

  @OptionGroup var input: TextInput

  @Option(help: "The form of the output.")
  var to = TextForm.text

  @Flag(help: "Words and numbers only, with the keys by which the aligner looks them up.")
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
