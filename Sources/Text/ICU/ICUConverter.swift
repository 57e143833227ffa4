internal import CWaslICU
internal import WaslBitext

/// Converts an input in any encoding ICU knows to UTF-8, piece by piece.
final class ICUConverter {
  /// The IANA name of the encoding, such as `windows-1256`.
  let name: String
  private let converter: OpaquePointer
  private var units = [UInt16](repeating: 0, count: 1 << 14)

  /// - Throws: a `.usage` error for a name ICU does not know.
  init(encoding: String) throws(WaslError) {
    var status: Int32 = 0
    guard let opened = icu_cnv_open(encoding, &status), status <= 0 else {
      throw WaslError(
        .usage, "unknown encoding \"\(encoding)\"",
        advice: "name one such as UTF-8, UTF-16, windows-1256 or ISO-8859-6")
    }
    converter = opened
    name = icu_cnv_name(opened).map { String(cString: $0) } ?? encoding
  }

  deinit { icu_cnv_close(converter) }

  /// Appends the conversion of `bytes` to `output`; a sequence cut off at the end waits for the next call.
  ///
  /// - Parameters:
  ///   - isLast: whether the input ends here.
  ///   - bad: called for each sequence that is none in the encoding, with the text before it, the offset behind
  ///     it and its length, both in bytes of this call's input. U+FFFD is written when it does not throw.
  func append(
    _ bytes: Span<UInt8>, isLast: Bool, to output: inout [UInt8],
    bad: (_ text: [UInt8], _ end: Int, _ length: Int) throws(WaslError) -> Void
  ) throws(WaslError) {
    var position = 0
    while true {
      let (read, written, status) = convert(bytes.extracting(position...), isLast: isLast)
      position += read
      UTF16Conversion.append(units, count: written, to: &output)
      if icu_cnv_is_full(status) != 0 { continue }
      guard status > 0 else { return }
      try bad(output, position, Int(icu_cnv_bad_length(converter)))
      UTF8Scalar.append(0xFFFD, to: &output)
      if position == bytes.count && !isLast { return }
    }
  }

  private func convert(_ bytes: Span<UInt8>, isLast: Bool) -> (read: Int, written: Int, status: Int32) {
    bytes.withUnsafeBufferPointer { source in
      units.withUnsafeMutableBufferPointer { target in
        guard let targetStart = target.baseAddress else { return (0, 0, 0) }
        // An empty input may have no address, but the end of the input has to be told.
        var nothing: UInt8 = 0
        return withUnsafePointer(to: &nothing) { nowhere in
          let start = source.baseAddress ?? nowhere
          var (from, to): (UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt16>?) = (start, targetStart)
          var status: Int32 = 0
          icu_cnv_to_utf16(
            converter, &from, start + source.count, &to, targetStart + target.count, isLast ? 1 : 0, &status)
          return (from.map { $0 - start } ?? 0, to.map { $0 - targetStart } ?? 0, status)
        }
      }
    }
  }
}

/// ICU's guess at the encoding of some bytes, with its confidence from 0 to 100, or nil.
func detectEncodingWithICU(_ bytes: Span<UInt8>) -> (name: String, confidence: Int)? {
  bytes.withUnsafeBufferPointer { buffer in
    var confidence: Int32 = 0
    guard let name = icu_detect_encoding(buffer.baseAddress, Int32(clamping: buffer.count), &confidence) else {
      return nil
    }
    return (String(cString: name), Int(confidence))
  }
}
