/// An open group of marked content (ISO 32000-1, 14.6).
struct MarkedContent {
  /// The text that stands for the group's glyphs, if it is given.
  var text: [Unicode.Scalar]?
  /// Where its first glyph is.
  var start: [Int] = []
  var isArtifact = false
  var isHidden = false
}

extension Interpreter {
  mutating func beginMarkedContent(_ operands: [PDFValue], _ resources: [String: PDFValue]) {
    var group = MarkedContent()
    group.isArtifact = markedContent.last?.isArtifact ?? false
    group.isHidden = markedContent.last?.isHidden ?? false
    let tag = operands.first?.name
    if tag == "Artifact" { group.isArtifact = true }
    if operands.count > 1 {
      var entry = operands[1]
      if let name = entry.name { entry = file.resolved(resources["Properties"]).dictionary?[name] ?? .null }
      if tag == "OC", let layer = entry.reference, hiddenLayers.contains(layer) { group.isHidden = true }
      // Within a group that has its text, no other counts.
      if !markedContent.contains(where: { $0.text != nil }),
        let text = file.resolved(file.resolved(entry).dictionary?["ActualText"]).string
      {
        group.text = TextString.scalars(text)
        group.start = collector.mark
      }
    }
    // Beyond the limit a group still needs its end counted; it just has no effect.
    if markedContent.count < Limits.stack { markedContent.append(group) }
  }

  mutating func endMarkedContent() {
    guard let group = markedContent.popLast(), let text = group.text else { return }
    collector.replace(since: group.start, by: text)
  }
}
