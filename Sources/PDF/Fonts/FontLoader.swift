/// Makes a font of its dictionary.
struct FontLoader {
  let file: PDFFile

  func font(_ dictionary: [String: PDFValue]) -> Font {
    let name = file.resolved(dictionary["BaseFont"]).name ?? ""
    let toUnicode = file.content(of: dictionary["ToUnicode"]).map(CMapParser.parse)
    if file.resolved(dictionary["Subtype"]).name == "Type0" {
      let descendants = file.resolved(dictionary["DescendantFonts"]).array ?? []
      let descendant = file.resolved(descendants.first).dictionary ?? [:]
      let descriptor = file.resolved(descendant["FontDescriptor"]).dictionary ?? [:]
      return Font(
        name: name, decoder: compositeDecoder(dictionary, descendant), toUnicode: toUnicode,
        program: program(descriptor)?.font)
    }
    let descriptor = file.resolved(dictionary["FontDescriptor"]).dictionary ?? [:]
    let program = program(descriptor)
    let decoder = simpleDecoder(dictionary, descriptor, name, program?.names ?? [:], program?.font)
    return Font(name: name, decoder: decoder, toUnicode: toUnicode, program: program?.font)
  }

  /// The embedded font program; of Type 1 only the names in its encoding.
  private func program(_ descriptor: [String: PDFValue]) -> (font: (any EmbeddedFont)?, names: [UInt8: String])? {
    if let bytes = file.content(of: descriptor["FontFile2"]) { return (TrueType(bytes), [:]) }
    if let bytes = file.content(of: descriptor["FontFile3"]) {
      return (bytes.starts(with: [1, 0]) ? CompactFont(bytes) : TrueType(bytes), [:])
    }
    if let bytes = file.content(of: descriptor["FontFile"]) { return (nil, Type1Encoding.names(bytes)) }
    return nil
  }

  // MARK: Fonts whose codes are bytes

  private func simpleDecoder(
    _ dictionary: [String: PDFValue], _ descriptor: [String: PDFValue], _ name: String, _ builtIn: [UInt8: String],
    _ program: (any EmbeddedFont)?
  ) -> SimpleDecoder {
    let encoding = file.resolved(dictionary["Encoding"])
    let flags = file.resolved(descriptor["Flags"]).integer ?? 0
    let isSymbolic = flags & 4 != 0
    let isTrueType = file.resolved(dictionary["Subtype"]).name == "TrueType"
    let baseName = encoding.name ?? file.resolved(encoding.dictionary?["BaseEncoding"]).name
    // Without an encoding of the PDF's own the font program decides; of what isn't embedded, the standard does.
    let isOpen = program == nil && builtIn.isEmpty
    let base = Encodings.named(baseName) ?? (isOpen || !isSymbolic ? Encodings.standard : nil)
    var values: [[Unicode.Scalar]?] = (0..<256).map { code in
      let code = UInt8(code)
      if baseName == nil, let name = builtIn[code] { return GlyphNames.scalars(name) }
      if isSymbolic, isTrueType, let glyph = program?.glyph(ofCode: code) {
        if let scalars = program?.scalars(ofGlyph: glyph) { return scalars }
      }
      return base?[code].map { [$0] }
    }
    if name.hasSuffix("Symbol") || name.hasSuffix("SymbolMT") { values[0xB7] = ["•"] }
    applyDifferences(file.resolved(encoding.dictionary?["Differences"]).array ?? [], to: &values)
    return SimpleDecoder(
      values: values, widths: simpleWidths(dictionary, descriptor, name, values), isSymbolic: isSymbolic)
  }

  private func applyDifferences(_ differences: [PDFValue], to values: inout [[Unicode.Scalar]?]) {
    var code = 0
    for item in differences {
      let item = file.resolved(item)
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        if values.indices.contains(code) { values[code] = name == ".notdef" ? nil : GlyphNames.scalars(name) }
        code &+= 1
      }
    }
  }

  private func simpleWidths(
    _ dictionary: [String: PDFValue], _ descriptor: [String: PDFValue], _ name: String, _ values: [[Unicode.Scalar]?]
  ) -> [Double] {
    var scale = 0.001
    if file.resolved(dictionary["Subtype"]).name == "Type3" {
      scale = file.resolved(file.resolved(dictionary["FontMatrix"]).array?.first).number ?? 0.001
    }
    guard let list = file.resolved(dictionary["Widths"]).array else {
      return values.map { StandardWidths.width(of: $0?.first, font: name) / 1000 }
    }
    let missing = file.resolved(descriptor["MissingWidth"]).number ?? 0
    let first = file.resolved(dictionary["FirstChar"]).integer ?? 0
    return (0..<256).map { code in
      let index = code - first
      return (list.indices.contains(index) ? file.resolved(list[index]).number ?? missing : missing) * scale
    }
  }

  // MARK: Composite fonts

  private func compositeDecoder(
    _ dictionary: [String: PDFValue], _ descendant: [String: PDFValue]
  ) -> CompositeDecoder {
    let encoding = file.resolved(dictionary["Encoding"])
    var cmap = CMap()
    if let bytes = file.content(of: encoding) { cmap = CMapParser.parse(bytes) }
    let name = encoding.name ?? cmap.base ?? ""
    if name.hasSuffix("-V") { cmap.isVertical = true }
    if cmap.codeSpaces.isEmpty { cmap.codeSpaces = [CMap.CodeSpace(length: 2, low: 0, high: 0xFFFF)] }
    let isUnicode = name.contains("UCS2") || name.contains("UTF16")
    var decoder = CompositeDecoder(
      encoding: cmap, isUnicode: isUnicode, glyphOfCID: file.content(of: descendant["CIDToGIDMap"]), widths: [:],
      standardWidth: (file.resolved(descendant["DW"]).number ?? 1000) / 1000)
    readWidths(file.resolved(descendant["W"]).array ?? [], to: &decoder)
    return decoder
  }

  /// `first [w w …]` or `first last w`.
  private func readWidths(_ items: [PDFValue], to decoder: inout CompositeDecoder) {
    var index = 0
    while index + 1 < items.count, decoder.widths.count < 200_000 {
      guard let first = file.resolved(items[index]).integer, (0...0xFFFFFF).contains(first) else { return }
      let second = file.resolved(items[index + 1])
      if let list = second.array {
        for (offset, width) in list.enumerated() {
          decoder.widths[UInt32(first + offset)] = (file.resolved(width).number ?? 0) / 1000
        }
        index += 2
      } else {
        guard index + 2 < items.count, let last = second.integer, let width = file.resolved(items[index + 2]).number
        else { return }
        for cid in stride(from: first, through: min(last, first + 0xFFFF), by: 1) {
          decoder.widths[UInt32(cid)] = width / 1000
        }
        index += 3
      }
    }
  }
}
