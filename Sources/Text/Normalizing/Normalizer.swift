public import WaslBitext

/// Normalises text by the rules that its options name.
///
///     let normalizer = try Normalizer(.match)
///     var key = NormalizedText()
///     normalizer.normalize(bytes, into: &key)          // "الكِتَابُ" → "الكتاب"
///     let original = key.originalRange(of: 0..<4)      // the bytes of "الكِ"… in the original
///
/// Normalising twice gives the same as normalising once. One object keeps its buffers from call to call:
/// use one per worker.
public final class Normalizer {
  private var core: NormalizerCore

  /// - Throws: an `.input` error when ICU's data are not installed.
  public convenience init(_ options: NormalizationOptions = .match) throws(WaslError) {
    try self.init(options, usesFastPath: true)
  }

  package init(
    _ options: NormalizationOptions, usesFastPath: Bool, instructions: Int32 = Instructions.best
  ) throws(WaslError) {
    core = try NormalizerCore(options, usesFastPath: usesFastPath, instructions: instructions)
  }

  public var options: NormalizationOptions { core.options }

  /// Replaces `text` by the normal form of a range of `bytes`, with the way back to the original.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8. Bad sequences become U+FFFD.
  ///   - range: bytes into `bytes`, on scalar boundaries; taken as a text of its own. The way back leads into `bytes`.
  public func normalize(_ bytes: Span<UInt8>, range: Range<Int>, into text: inout NormalizedText) {
    core.normalize(bytes, range: range, into: &text)
  }

  /// Replaces `text` by the normal form of `bytes`, with the way back to the original.
  public func normalize(_ bytes: [UInt8], into text: inout NormalizedText) {
    normalize(bytes.span, range: 0..<bytes.count, into: &text)
  }

  /// Appends the normal form of a range of `bytes` to `output`.
  public func append(_ bytes: Span<UInt8>, range: Range<Int>, to output: inout [UInt8]) {
    core.normalize(bytes, range: range)
    core.output.withBytes { output.append(contentsOf: $0) }
  }

  /// The normal form of a string.
  public func normalized(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    append(bytes.span, range: 0..<bytes.count, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
