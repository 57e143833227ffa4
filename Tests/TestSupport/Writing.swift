public import WaslBitext
public import WaslPairFormats
internal import WaslSystemIO

/// What a writer makes of a text.
public func written(
  _ text: AlignedText, as format: Format, _ options: WriterOptions = WriterOptions()
) throws -> (bytes: [UInt8], summary: WriteSummary) {
  var sink = ByteSink()
  let summary = try AlignedTextWriter(format: format, options: options).write(text, to: &sink)
  return (sink.bytes, summary)
}

public func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Swift takes canonically equivalent strings for equal; a format must keep the very scalars.
public func scalars(_ text: String?) -> [Unicode.Scalar]? { text.map { Array($0.unicodeScalars) } }

/// The error that `body` throws, or nil.
public func waslError(_ body: () throws -> Void) -> WaslError? {
  do { try body() } catch { return error as? WaslError }
  return nil
}

/// Every line end a space, CR LF as one: what TSV and TMX make of a text.
public func onOneLine(_ text: String) -> String {
  var result = ""
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    let isBreak = (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    if !(isAfterReturn && scalar == "\n") { result.unicodeScalars.append(isBreak ? " " : scalar) }
    isAfterReturn = scalar == "\r"
  }
  return result
}
