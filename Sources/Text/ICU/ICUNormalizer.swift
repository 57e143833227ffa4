internal import CWaslICU
public import WaslBitext

/// The normalisation forms of UAX #15 over UTF-8, by ICU.
///
/// One object keeps its buffers from call to call: use one per worker.
public final class ICUNormalizer {
  public enum Form: Sendable, Hashable {
    case nfc, nfkc
  }

  public let form: Form
  private let instance: OpaquePointer
  private var source: [UInt16] = []
  private var destination = [UInt16](repeating: 0, count: 64)

  /// - Throws: an `.input` error when ICU's data are not installed.
  public init(_ form: Form) throws(WaslError) {
    var status: Int32 = 0
    let opened = form == .nfc ? icu_nfc(&status) : icu_nfkc(&status)
    try checkICU(status, "opening the normaliser")
    guard let opened else { throw WaslError(.input, "ICU gave no normaliser") }
    self.form = form
    instance = opened
  }

  /// Appends the normalised form of `bytes` to `output`.
  ///
  /// - Parameter bytes: UTF-8, less than 512 MB. Bad sequences become U+FFFD.
  public func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    precondition(bytes.count < 1 << 29, "normalise in pieces: ICU counts in 32 bits")
    source.removeAll(keepingCapacity: true)
    UTF16Conversion.append(bytes, to: &source)
    let length = normalizeSource()
    UTF16Conversion.append(destination, count: length, to: &output)
  }

  /// Replaces `output` by the normalised form of some scalars.
  func normalize(_ scalars: ArraySlice<UInt32>, into output: inout [UInt32]) {
    source.removeAll(keepingCapacity: true)
    for scalar in scalars { UTF16Conversion.append(scalar, to: &source) }
    let length = normalizeSource()
    output.removeAll(keepingCapacity: true)
    UTF16Conversion.append(destination, count: length, to: &output)
  }

  /// The normalised form of a whole text.
  public func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    append(bytes.span, to: &output)
    return output
  }

  /// Whether text before this scalar never changes because of it or of what follows.
  public func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    icu_has_boundary_before(instance, scalar) != 0
  }

  /// Whether the scalar stands for itself and never combines with its neighbours.
  public func isInert(_ scalar: UInt32) -> Bool {
    icu_is_inert(instance, scalar) != 0
  }

  /// Whether a scalar that stands alone is its own normal form.
  func isNormal(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || (form == .nfc ? icu_is_nfc(scalar) : icu_is_nfkc(scalar)) != 0
  }

  private func normalizeSource() -> Int {
    while true {
      var status: Int32 = 0
      let capacity = Int32(destination.count)
      let length = source.withUnsafeBufferPointer { from in
        destination.withUnsafeMutableBufferPointer { to in
          icu_normalize(instance, from.baseAddress, Int32(from.count), to.baseAddress, capacity, &status)
        }
      }
      precondition(status <= 0, "ICU cannot normalise text in memory")
      if length <= capacity { return Int(length) }
      destination = [UInt16](repeating: 0, count: Int(length) * 2)
    }
  }
}
