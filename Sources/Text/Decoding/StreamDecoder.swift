public import WaslBitext

/// Decodes an input that comes in pieces, such as a pipe, in memory bounded by the piece.
///
/// The encoding is decided on the first piece, so make that one 64 KB or the whole input.
public final class StreamDecoder {
  /// The IANA name of the encoding, once it is decided.
  public private(set) var encoding: String?

  /// Whether deciding the encoding has shown that all that was seen is good UTF-8.
  private(set) var isValidated = false

  private let options: TextDecoder
  private let name: String
  /// Nil for UTF-8, which needs no conversion.
  private var converter: ICUConverter?
  /// Bytes of a byte order mark still to be skipped.
  private var markLength = 0
  /// An unfinished UTF-8 sequence at the end of the last piece.
  private var tail: [UInt8] = []
  private var consumed = 0
  /// The number of the line that the text decoded so far ends in.
  private var line = 1
  private var endsWithReturn = false

  public init(_ options: TextDecoder, name: String) {
    self.options = options
    self.name = name
  }

  /// Appends the text of a piece to `output`, as UTF-8.
  ///
  /// - Parameter isLast: whether the input ends with this piece, which may be empty.
  public func append(_ piece: Span<UInt8>, isLast: Bool, to output: inout [UInt8]) throws(WaslError) {
    try settle(piece, isWhole: isLast)
    let start = output.count
    if let converter {
      try convert(piece, with: converter, isLast: isLast, to: &output)
    } else {
      try appendUTF8(piece, isLast: isLast, to: &output)
    }
    countLines(output, from: start, to: output.count)
    consumed += piece.count
  }

  /// Decides the encoding, if that has not been done.
  func settle(_ bytes: Span<UInt8>, isWhole: Bool) throws(WaslError) {
    if encoding != nil || bytes.isEmpty && !isWhole { return }
    if let chosen = options.encoding {
      let opened = try ICUConverter(encoding: chosen)
      if opened.name == "UTF-8" {
        encoding = "UTF-8"
        return
      }
      converter = opened
      // A mark that fits the encoding named is a mark; any other is two letters.
      if let mark = EncodingDetector.byteOrderMark(bytes), opened.name == mark.encoding { markLength = mark.markLength }
      encoding = opened.name
      return
    }
    if let kind = BinarySignature.kind(of: bytes) {
      throw WaslError(.input, "this is \(kind.name), not text", at: .init(file: name), advice: kind.advice)
    }
    let result = EncodingDetector.detect(bytes, isWhole: isWhole)
    isValidated = result.isValidated
    if result.encoding == "UTF-8" {
      if !options.replacesInvalid, let byte = BinarySignature.manyControls(bytes) {
        throw WaslError(
          .input, "this looks like binary data, not text", at: .init(file: name, byte: byte),
          advice: "give a text file, or name its encoding with --encoding")
      }
      encoding = "UTF-8"
      return
    }
    converter = try ICUConverter(encoding: result.encoding)
    markLength = result.markLength
    encoding = result.encoding
  }

  private func appendUTF8(_ piece: Span<UInt8>, isLast: Bool, to output: inout [UInt8]) throws(WaslError) {
    var joined = tail
    let offset = tail.count
    let start = output.count
    tail.removeAll(keepingCapacity: true)
    if offset > 0 {
      // An unfinished sequence is three bytes at most; joining it copies this one piece.
      for index in piece.indices { joined.append(piece[index]) }
      try appendUTF8(joined.span, startingBefore: offset, isLast: isLast, to: &output, from: start)
    } else {
      try appendUTF8(piece, startingBefore: 0, isLast: isLast, to: &output, from: start)
    }
  }

  private func appendUTF8(
    _ bytes: Span<UInt8>, startingBefore offset: Int, isLast: Bool, to output: inout [UInt8], from start: Int
  ) throws(WaslError) {
    var position = 0
    while position < bytes.count {
      let defect = UTF8Validation.firstDefect(bytes, from: position) ?? bytes.count
      bytes.extracting(position..<defect).withUnsafeBufferPointer { output.append(contentsOf: $0) }
      if defect == bytes.count { return }
      let length = UTF8Scalar.decode(bytes, at: defect).length
      if !isLast, defect + length == bytes.count, bytes[defect] != 0,
        UTF8Scalar.sequenceLength(bytes[defect]) > length
      {
        for index in defect..<bytes.count { tail.append(bytes[index]) }
        return
      }
      if !options.replacesInvalid {
        countLines(output, from: start, to: output.count)
        let byte = consumed - offset + defect
        throw bytes[defect] == 0 ? nulError(at: byte) : badError(at: byte)
      }
      UTF8Scalar.append(0xFFFD, to: &output)
      position = defect + length
    }
  }

  private func convert(
    _ piece: Span<UInt8>, with converter: ICUConverter, isLast: Bool, to output: inout [UInt8]
  ) throws(WaslError) {
    let skipped = min(markLength, piece.count)
    markLength -= skipped
    let start = output.count
    try converter.append(piece.extracting(skipped...), isLast: isLast, to: &output) {
      text, end, length throws(WaslError) in
      if options.replacesInvalid { return }
      countLines(text, from: start, to: text.count)
      // A surrogate is judged by the unit after it, of which ICU may have read one byte in the last piece.
      let byte = consumed + skipped + end - length
      throw badError(at: converter.name.hasPrefix("UTF-16") ? byte & ~1 : byte)
    }
    guard let zero = output[start...].firstIndex(of: 0) else { return }
    guard options.replacesInvalid else {
      countLines(output, from: start, to: zero)
      throw nulError(at: nil)
    }
    let rest = Array(output[zero...])
    output.removeSubrange(zero...)
    for byte in rest {
      if byte == 0 { UTF8Scalar.append(0xFFFD, to: &output) } else { output.append(byte) }
    }
  }

  private func countLines(_ text: [UInt8], from start: Int, to end: Int) {
    guard start < end else { return }
    // Each byte by itself and the one before it, which the compiler makes vectors of.
    let count = text[start..<end].withUnsafeBufferPointer { bytes in
      var count = bytes[0] == 0x0D || bytes[0] == 0x0A && !endsWithReturn ? 1 : 0
      for index in 1..<bytes.count {
        let isReturn = bytes[index] == 0x0D
        let isLineFeed = bytes[index] == 0x0A && bytes[index &- 1] != 0x0D
        count &+= isReturn != isLineFeed ? 1 : 0
      }
      return count
    }
    line += count
    endsWithReturn = text[end - 1] == 0x0D
  }

  private func badError(at byte: Int) -> WaslError {
    WaslError(
      .encoding, "invalid \(encoding ?? "UTF-8")", at: .init(file: name, line: line, byte: byte),
      advice: "name the encoding with --encoding, or go on with --replace-invalid")
  }

  private func nulError(at byte: Int?) -> WaslError {
    WaslError(
      .encoding, "a NUL, which no text holds", at: .init(file: name, line: line, byte: byte),
      advice: "check that this is a text file, or go on with --replace-invalid")
  }
}
