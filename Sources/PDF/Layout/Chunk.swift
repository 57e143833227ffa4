/// Glyphs side by side with no more than a space between them: a line of text, or of a table's cell.
struct Chunk {
  /// By their numbers among the page's glyphs.
  var glyphs: [Int]
  var box: Box
  /// The lowest and the highest baseline.
  var low: Double
  var high: Double
  /// The largest size of a glyph.
  var size: Double

  /// How far the chunk reaches up and down as the eye takes it.
  var bottom: Double { low - 0.2 * size }
  var top: Double { high + 0.7 * size }
  var middle: Double { (box.left + box.right) / 2 }

  func overlaps(_ other: Chunk) -> Bool {
    min(top, other.top) - max(bottom, other.bottom) > 0.4 * min(size, other.size)
  }
}

/// Finds the chunks of a page.
struct ChunkBuilder {
  /// The widest gap within a chunk, in parts of the size: of a justified line's spaces, but narrower than most gutters.
  static let gap = 0.9

  static func chunks(_ glyphs: [Glyph]) -> [Chunk] {
    let order = glyphs.indices.filter { isInk(glyphs[$0]) }.sorted { glyphs[$0].left < glyphs[$1].left }
    var chunks: [Chunk] = []
    // Of each strip of the page's height the chunk that reaches furthest to the right.
    var strips: [Int: Int] = [:]
    for index in order {
      let glyph = glyphs[index]
      let strip = Int(glyph.baseline / 2)
      let reach = max(1, Int(0.3 * glyph.size / 2))
      var best: Int?
      for place in strip - reach...strip + reach {
        guard let candidate = strips[place] else { continue }
        let chunk = chunks[candidate]
        guard glyph.left - chunk.box.right <= gap * max(glyph.size, 0.5 * chunk.size),
          glyph.baseline >= chunk.low - 0.3 * glyph.size, glyph.baseline <= chunk.high + 0.3 * glyph.size
        else { continue }
        if best.map({ chunks[$0].box.right < chunk.box.right }) ?? true { best = candidate }
      }
      if let best {
        chunks[best].glyphs.append(index)
        chunks[best].box.right = max(chunks[best].box.right, glyph.right)
        chunks[best].low = min(chunks[best].low, glyph.baseline)
        chunks[best].high = max(chunks[best].high, glyph.baseline)
        chunks[best].size = max(chunks[best].size, glyph.size)
        strips[strip] = best
      } else {
        var box = Box(glyph.left, glyph.baseline)
        box.include(glyph.right, glyph.baseline + glyph.size)
        chunks.append(
          Chunk(glyphs: [index], box: box, low: glyph.baseline, high: glyph.baseline, size: glyph.size))
        strips[strip] = chunks.count - 1
      }
    }
    return chunks
  }

  /// The chunk's parts on both sides of the places where columns meet, if more than a word's space is there.
  ///
  /// - Parameter edge: where the leftmost column begins.
  static func split(_ chunk: Chunk, at gutters: [Double], edge: Double, _ glyphs: [Glyph]) -> [Chunk] {
    for x in gutters where chunk.box.left < x - chunk.size && chunk.box.right > x + chunk.size {
      let order = chunk.glyphs.sorted { glyphs[$0].middle < glyphs[$1].middle }
      guard let end = boundary(order, near: x, chunk.size, glyphs) else { continue }
      let (left, right) = (Array(order[..<end]), Array(order[end...]))
      let room = (right.map { glyphs[$0].left }.min() ?? 0) - (left.map { glyphs[$0].right }.max() ?? 0)
      if room > gap(left, right, isAtEdge: chunk.box.left < edge + chunk.size, glyphs) * chunk.size {
        return [left, right].flatMap { part in split(made(part, glyphs), at: gutters, edge: edge, glyphs) }
      }
    }
    return [chunk]
  }

  /// Where near a gutter English ends and Arabic begins, or else the widest gap is.
  private static func boundary(_ order: [Int], near x: Double, _ size: Double, _ glyphs: [Glyph]) -> Int? {
    let near = order.indices.dropFirst().filter { abs(glyphs[order[$0]].left - x) < 1.5 * size }
    func isArabic(_ place: Int) -> Bool {
      let kind = glyphs[order[place]].text.kind
      return kind == .rightToLeft || kind == .arabicNumber
    }
    let changes = near.filter { isArabic($0) && !isArabic($0 - 1) }
    func room(_ place: Int) -> Double { glyphs[order[place]].left - glyphs[order[place - 1]].right }
    return (changes.isEmpty ? near : changes).max { room($0) < room($1) }
  }

  /// The narrowest gap between two columns: none at all where an English line that fills its own meets an Arabic one.
  private static func gap(_ left: [Int], _ right: [Int], isAtEdge: Bool, _ glyphs: [Glyph]) -> Double {
    isAtEdge && isArabic(left, glyphs) != isArabic(right, glyphs) ? -0.2 : 0.42
  }

  /// Whether most of the glyphs are Arabic letters rather than Latin ones.
  private static func isArabic(_ numbers: [Int], _ glyphs: [Glyph]) -> Bool {
    let kinds = numbers.map { glyphs[$0].text.kind }
    return kinds.count { $0 == .rightToLeft } > kinds.count { $0 == .leftToRight }
  }

  private static func made(_ numbers: [Int], _ glyphs: [Glyph]) -> Chunk {
    let first = glyphs[numbers[0]]
    var chunk = Chunk(
      glyphs: numbers, box: Box(first.left, first.baseline), low: first.baseline, high: first.baseline, size: first.size
    )
    for number in numbers {
      let glyph = glyphs[number]
      chunk.box.include(glyph.left, glyph.baseline)
      chunk.box.include(glyph.right, glyph.baseline + glyph.size)
      (chunk.low, chunk.high) = (min(chunk.low, glyph.baseline), max(chunk.high, glyph.baseline))
      chunk.size = max(chunk.size, glyph.size)
    }
    return chunk
  }

  /// Whether a glyph is more than a space or a mark.
  static func isInk(_ glyph: Glyph) -> Bool {
    glyph.isSpacing && !glyph.text.isInvisible && !glyph.text.isSpace && !glyph.text.isMark
  }
}
