/// A strip of the page from one side to the other: a single column, or several side by side.
struct Band {
  /// From left to right; glyphs by their numbers, spaces and marks included.
  var columns: [[Int]]
  var top: Double
  var bottom: Double
}

/// Divides a page into bands and columns by the gaps between chunks.
struct BandFinder {
  private let glyphs: [Glyph]
  private let chunks: [Chunk]

  private let gutters: [Gutter]

  /// - Parameter columns: those of the page before, which may go on where a page has too few lines to show any.
  init(_ glyphs: [Glyph], columns: [(left: Double, right: Double)] = []) {
    self.glyphs = glyphs
    let chunks = ChunkBuilder.chunks(glyphs).sorted { $0.top > $1.top }
    var gutters = Self.gutters(chunks)
    if gutters.isEmpty {
      gutters = zip(columns, columns.dropFirst()).map { Gutter(left: $0.right, right: $1.left) }
      gutters.removeAll { $0.left > $0.right }
    }
    self.gutters = gutters
    let edge = chunks.map(\.box.left).min() ?? 0
    self.chunks = chunks.flatMap { ChunkBuilder.split($0, at: gutters.map(\.middle), edge: edge, glyphs) }.sorted {
      $0.top > $1.top
    }
  }

  /// Where columns meet: the room that all lines beside it leave free.
  private struct Gutter: Equatable {
    var left: Double
    var right: Double
    var middle: Double { (left + right) / 2 }

    /// Whether a chunk lies across, or in the midst of a wide one as page numbers do.
    func isCrossed(by chunk: Chunk) -> Bool {
      // Beside a narrow one lines may reach a little too far: with a space at their end, or hanging signs.
      let reach = right - left > 1.5 * chunk.size ? (right - left) / 4 : -0.6 * chunk.size
      return chunk.box.left < middle + reach && chunk.box.right > middle - reach
    }
  }

  /// A gap between two chunks side by side.
  private struct Gap {
    var left: Double
    var right: Double
    var y: Double
    var width: Double { right - left }
  }

  /// From top to bottom.
  func bands() -> [Band] {
    guard !chunks.isEmpty else { return [] }
    var bands: [(chunks: [Int], gutters: [Gutter])] = []
    // A chunk that crosses a gutter ends the columns above it.
    for row in rows() {
      let open = gutters.filter { gutter in !row.contains { gutter.isCrossed(by: chunks[$0]) } }
      let used = sided(row, open)
      if let last = bands.last, isContinued(last, row, open, used) {
        bands[bands.count - 1].chunks += row
        // What a band's rows all leave free is its gutters.
        bands[bands.count - 1].gutters = last.gutters.isEmpty ? [] : last.gutters.filter(open.contains)
      } else {
        bands.append((row, used ? open : []))
      }
    }
    return assigned(bands.map { ($0.chunks, needed($0.gutters, $0.chunks)) })
  }

  /// Whether a row goes on with the band above it.
  private func isContinued(
    _ band: (chunks: [Int], gutters: [Gutter]), _ row: [Int], _ open: [Gutter], _ isSided: Bool
  ) -> Bool {
    if band.gutters.isEmpty { return !isSided }
    // Far below the columns a lone line is a page number or the like.
    let above = band.chunks.map { chunks[$0].low }.min() ?? 0
    let size = row.map { chunks[$0].size }.max() ?? 1
    if !isSided, above - (row.map { chunks[$0].high }.max() ?? 0) > 3.5 * size { return false }
    return band.gutters.contains(where: open.contains)
      && (isSided || row.allSatisfy { chunk in stands(chunk, beside: band.gutters) })
  }

  /// Whether a lone chunk keeps to one column of a band: it begins or ends near the column's edge.
  private func stands(_ chunk: Int, beside gutters: [Gutter]) -> Bool {
    gutters.allSatisfy { !$0.isCrossed(by: chunks[chunk]) }
  }

  /// Whether a row has text on both sides of a gutter.
  private func sided(_ row: [Int], _ gutters: [Gutter]) -> Bool {
    gutters.contains { gutter in
      row.contains { chunks[$0].middle < gutter.middle } && row.contains { chunks[$0].middle > gutter.middle }
    }
  }

  /// Those of a band's gutters that have text on both sides.
  private func needed(_ gutters: [Gutter], _ band: [Int]) -> [Double] {
    var kept: [Double] = []
    for x in gutters.map(\.middle).sorted() {
      let left = kept.last ?? -.infinity
      if band.contains(where: { chunks[$0].middle > left && chunks[$0].middle < x }) { kept.append(x) }
    }
    while let last = kept.last, !band.contains(where: { chunks[$0].middle > last }) { kept.removeLast() }
    return kept
  }

  /// Chunks that overlap in height, directly or through others, from top to bottom.
  private func rows() -> [[Int]] {
    var rows: [[Int]] = []
    var bottom = Double.infinity
    func height(_ index: Int) -> Double { chunks[index].high + 0.5 * chunks[index].size }
    for index in chunks.indices.sorted(by: { height($0) > height($1) }) {
      let chunk = chunks[index]
      if rows.isEmpty || height(index) < bottom {
        rows.append([])
        bottom = .infinity
      }
      rows[rows.count - 1].append(index)
      bottom = min(bottom, chunk.low - 0.1 * chunk.size)
    }
    return rows
  }

  /// The places where columns meet: many gaps between chunks lie over one another there.
  private static func gutters(_ chunks: [Chunk]) -> [Gutter] {
    var gaps: [Gap] = []
    for (index, chunk) in chunks.enumerated() {
      // The nearest chunk to the right at the same height.
      var nearest: Chunk?
      for other in chunks[max(0, index - 60)..<min(chunks.count, index + 60)] {
        guard other.box.left >= chunk.box.right, chunk.overlaps(other) else { continue }
        if nearest.map({ other.box.left < $0.box.left }) ?? true { nearest = other }
      }
      if let nearest {
        gaps.append(Gap(left: chunk.box.right, right: nearest.box.left, y: chunk.low))
      }
    }
    var gutters: [Gutter] = []
    var rest = gaps
    while gutters.count < 24 {
      // The place that most gaps share; of equals the one in the middle of the narrowest gap.
      var best: (x: Double, count: Int)?
      for gap in rest.prefix(400) {
        for x in [gap.left + 0.5, (gap.left + gap.right) / 2, gap.right - 0.5] {
          let count = rest.count { $0.left < x && x < $0.right }
          if best.map({ count > $0.count }) ?? true { best = (x, count) }
        }
      }
      guard let best, best.count >= 3 || best.count == rest.count && best.count == 2 else { break }
      let shared = rest.filter { $0.left < best.x && best.x < $0.right }
      let (left, right) = (shared.map(\.left).max() ?? best.x, shared.map(\.right).min() ?? best.x)
      let crossing = chunks.count { $0.box.left < best.x - 1 && $0.box.right > best.x + 1 }
      // Gaps that lie so in ordinary text are crossed by more lines than they part.
      if best.count * 2 >= crossing { gutters.append(Gutter(left: left, right: right)) }
      rest.removeAll { $0.left < best.x && best.x < $0.right }
    }
    return gutters.sorted { $0.left < $1.left }
  }

  /// The bands with all glyphs, spaces and marks too.
  private func assigned(_ bands: [(chunks: [Int], gutters: [Double])]) -> [Band] {
    var result: [Band] = bands.map { band in
      Band(
        columns: Array(repeating: [], count: band.gutters.count + 1),
        top: band.chunks.map { chunks[$0].top }.max() ?? 0, bottom: band.chunks.map { chunks[$0].bottom }.min() ?? 0)
    }
    func column(_ x: Double, _ band: Int) -> Int { bands[band].gutters.count { $0 < x } }
    var isPlaced = [Bool](repeating: false, count: glyphs.count)
    for (number, band) in bands.enumerated() {
      for chunk in band.chunks {
        let place = column(chunks[chunk].middle, number)
        for glyph in chunks[chunk].glyphs {
          result[number].columns[place].append(glyph)
          isPlaced[glyph] = true
        }
      }
    }
    for index in glyphs.indices where !isPlaced[index] {
      let (glyph, y) = (glyphs[index], glyphs[index].baseline + 0.25 * glyphs[index].size)
      let distances = result.map { max(y - $0.top, $0.bottom - y, 0) }
      guard let number = distances.indices.min(by: { distances[$0] < distances[$1] }) else { continue }
      result[number].columns[column(glyph.middle, number)].append(index)
    }
    for number in result.indices {
      for place in result[number].columns.indices { result[number].columns[place].sort() }
    }
    return result
  }
}
