internal import WaslBitext
internal import WaslSyntax

extension XLIFF {
  /// Reads XLIFF 1.2 and 2.x, and the dialects of Trados, memoQ, Phrase and others: each segment as a pair, with its
  /// inline codes, notes and name, the confidence of the unit's note and whether it is reviewed or final.
  ///
  /// A unit of 1.2 that is segmented (`seg-source` and `target` with `mrk` of the type `seg`) gives a pair for each
  /// `mid`. Every `file` has its own languages, and `xml:lang` of a text goes before them; all pairs get the direction
  /// of the first. A unit without a translation, and one in other languages than Arabic and English, is counted in
  /// `leftOut`.
  static func read(_ bytes: [UInt8], name: String) throws(WaslError) -> PairFile {
    var reader = try XMLReader(bytes, name: name)
    guard case .start("xliff", let root)? = try reader.next() else {
      throw reader.error("the root element is not <xliff>", advice: "give an XLIFF file")
    }
    var pairs = XLIFFPairs(name: name)
    pairs.languages = (root["srcLang"] ?? "", root["trgLang"] ?? "")
    var unit = XLIFFUnit()
    while let event = try reader.next() {
      switch event {
      case .start("file", let attributes):
        pairs.startFile(attributes["source-language"], attributes["target-language"])
      case .start(let element, let attributes):
        if element == "unit" || element == "trans-unit" { unit = XLIFFUnit() }
        try unit.start(element, attributes, reader)
      case .text(let part): unit.append(part)
      case .end(let element):
        try unit.end(element, name, reader)
        if element == "segment" || element == "trans-unit" { pairs.add(unit) }
      }
    }
    return try pairs.file()
  }
}
