import WaslSyntax
import WaslSystemIO
import WaslText

/// Writes tokens in one of the forms.
struct TokenWriter {
  let form: TextForm
  let hasKeys: Bool
  /// Up to where the text has been written about, in the piece and in scalars of the input.
  private var position = 0
  private var scalars = 0
  private var isLineStart = true

  init(form: TextForm, hasKeys: Bool) {
    self.form = form
    self.hasKeys = hasKeys
  }

  func writeHeader(_ sink: inout ByteSink) {
    if form == .tsv { sink.append(hasKeys ? "start\tend\tkind\ttext\tkey\n" : "start\tend\tkind\ttext\n") }
  }

  mutating func beginPiece(_ piece: Range<Int>) { position = piece.lowerBound }

  /// What follows the last token of a piece.
  mutating func endPiece(_ bytes: [UInt8], _ piece: Range<Int>, _ sink: inout ByteSink) {
    skip(bytes, to: piece.upperBound, &sink)
  }

  mutating func write(_ token: Token, of bytes: [UInt8], key: Span<UInt8>?, _ sink: inout ByteSink) {
    skip(bytes, to: token.range.lowerBound, &sink)
    let start = scalars
    count(bytes, to: token.range.upperBound)
    switch form {
    case .text:
      if !isLineStart { sink.append(UInt8(0x20)) }
      isLineStart = false
      appendText(token, bytes, key, &sink)
    case .tsv:
      sink.append(start)
      sink.append(UInt8(0x09))
      sink.append(scalars)
      sink.append("\t\(token.kind.name)\t")
      sink.append(bytes[token.range])
      if let key {
        sink.append(UInt8(0x09))
        key.withUnsafeBufferPointer { for byte in $0 { sink.append(byte) } }
      }
      sink.append(UInt8(0x0A))
    case .jsonl:
      sink.append("{\"start\":")
      sink.append(start)
      sink.append(",\"end\":")
      sink.append(scalars)
      sink.append(",\"kind\":\"\(token.kind.name)\",\"text\":")
      JSON.string(String(decoding: bytes[token.range], as: UTF8.self)).write(to: &sink)
      if let key {
        sink.append(",\"key\":")
        JSON.string(key.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }).write(to: &sink)
      }
      sink.append("}\n")
    }
  }

  private func appendText(_ token: Token, _ bytes: [UInt8], _ key: Span<UInt8>?, _ sink: inout ByteSink) {
    guard let key else { return sink.append(bytes[token.range]) }
    key.withUnsafeBufferPointer { for byte in $0 { sink.append(byte) } }
  }

  /// Passes over white space; its line feeds end lines of the text form.
  private mutating func skip(_ bytes: [UInt8], to end: Int, _ sink: inout ByteSink) {
    if form == .text {
      for byte in bytes[position..<end] where byte == 0x0A {
        sink.append(UInt8(0x0A))
        isLineStart = true
      }
    }
    count(bytes, to: end)
  }

  private mutating func count(_ bytes: [UInt8], to end: Int) {
    for byte in bytes[position..<end] where byte & 0xC0 != 0x80 { scalars += 1 }
    position = end
  }
}
