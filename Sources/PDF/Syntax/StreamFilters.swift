/// The filters by which a stream is packed (ISO 32000-1, 7.4), those of text and tables; images stay packed.
struct StreamFilters {
  private var filters: [(name: String, parameters: [String: PDFValue])] = []

  init(file: PDFFile, dictionary: [String: PDFValue]) {
    func list(_ keys: [String]) -> [PDFValue] {
      guard let value = keys.lazy.compactMap({ dictionary[$0] }).first else { return [] }
      let resolved = file.resolved(value)
      return (resolved.array ?? [resolved]).map { file.resolved($0) }
    }
    let parameters = list(["DecodeParms", "DP"])
    for (index, filter) in list(["Filter", "F"]).enumerated() {
      guard let name = filter.name else { continue }
      let dictionary = index < parameters.count ? parameters[index].dictionary ?? [:] : [:]
      filters.append((name, dictionary.mapValues { file.resolved($0) }))
    }
  }

  /// What could be unpacked, of damaged data its sound start; nil for an unknown filter.
  func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard filters.count <= 8 else { return nil }
    var bytes = bytes
    for (name, parameters) in filters {
      switch name {
      case "FlateDecode", "Fl": bytes = Predictor(parameters).undone(Inflate.unpacked(bytes, limit: limit))
      case "LZWDecode", "LZW":
        let isEarly = parameters["EarlyChange"]?.integer != 0
        bytes = Predictor(parameters).undone(LZW.unpacked(bytes, isEarly: isEarly, limit: limit))
      case "ASCIIHexDecode", "AHx": bytes = ASCIIFilters.hexadecimal(bytes[...])
      case "ASCII85Decode", "A85": bytes = ASCIIFilters.base85(bytes)
      case "RunLengthDecode", "RL": bytes = RunLength.unpacked(bytes, limit: limit)
      case "Crypt": continue
      default: return nil
      }
    }
    return bytes
  }
}
