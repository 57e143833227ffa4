internal import WaslBitext
internal import WaslText

extension SourceText {
  /// The language runs of a bilingual text with the cells of its bilingual tables under the language of their columns.
  ///
  /// - Parameter runs: what the letters alone say.
  func languageRuns(correcting runs: [LanguageRun]) -> [LanguageRun] {
    var corrected: [LanguageRun] = []
    var index = 0
    /// Takes what the letters say up to a byte.
    func take(from start: Int, upTo end: Int) {
      while index < runs.count, runs[index].range.upperBound <= start { index += 1 }
      var next = index
      while next < runs.count, runs[next].range.lowerBound < end {
        let part = runs[next].range.clamped(to: start..<end)
        if let part = trimmed(part) { corrected.append(LanguageRun(range: part, language: runs[next].language)) }
        next += 1
      }
    }
    var end = 0
    for table in Table.tables(of: self) {
      guard let bilingual = BilingualTable(table, of: self) else { continue }
      let range = bytes(ofBlocks: table.blocks)
      take(from: end, upTo: range.lowerBound)
      end = range.upperBound
      for number in table.blocks {
        guard case .tableCell(let place) = blocks[number].kind else {
          // The number of a row: on the Arabic side, where it disturbs nothing.
          corrected.append(LanguageRun(range: blocks[number].range, language: .arabic))
          continue
        }
        let language = bilingual.language(of: .init(place: place, blocks: number..<number + 1), in: self)
        corrected.append(LanguageRun(range: blocks[number].range, language: language))
      }
    }
    if end == 0 { return runs }
    take(from: end, upTo: bytes.count)
    return corrected.merged()
  }

  /// Without ASCII white space at the ends; nil where there is nothing else.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return low < high ? low..<high : nil
  }
}

extension [LanguageRun] {
  /// Neighbours in one language as one run.
  fileprivate func merged() -> [LanguageRun] {
    var result: [LanguageRun] = []
    for run in self {
      if let last = result.last, last.language == run.language {
        result[result.count - 1].range = last.range.lowerBound..<run.range.upperBound
      } else {
        result.append(run)
      }
    }
    return result
  }
}
